import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.ts';
import { runStep } from './run-step.ts';

/*
 * `npm test`: everything, from unit to real browser. The last line is the sum of all, `N passed, N failed`.
 */

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const ZONES = ['UTC', 'Pacific/Auckland'];
/** What knows no day is not run again under other time zones: it would only take long. */
const WITHOUT_DAYS = [
  'src/planning/**',
  'src/search/**',
  'src/imports/**',
  'src/files/**',
  'src/db/**',
  'src/ui/govuk-fixtures.test.tsx',
  'src/commands/schools.test.ts',
  'src/documents/font-*.test.ts',
  'src/documents/typst.test.ts',
  'src/domain/pathway/pathway-reduce.test.ts',
  'src/mail/smtp-transport.test.ts',
  // Pages name days by what is tested in domain and ui, and take most of the time.
  'src/features/**',
  // Their words are held to by the sheets they are set from, and by the DOCX.
  'src/documents/*-pdf.test.ts',
];
/**
 * What lies beside its source starts no program and leaves nothing behind, so its files share one process: loading the
 * service anew for each took longer than the tests.
 */
const TOGETHER = ['src', '--no-isolate'];
const reports = mkdtempSync(join(tmpdir(), 'next-steps-reports-'));

/** Runs test files under one time zone. A run that ends badly without a failed test is one failure itself. */
async function runVitest(zone: string, words: readonly string[]): Promise<Count> {
  console.log(`\nTests under ${zone}: ${words.join(' ')}`);
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const run = await runStep(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words],
    { env: { TZ: zone } },
  );
  return counted(run.ok, report, (json) => ({
    passed: Number(json['numPassedTests']),
    failed: Number(json['numFailedTests']),
  }));
}

async function runJourneys(): Promise<Count> {
  const chromium = await findChromium();
  if (chromium === undefined) {
    console.error('No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.');
    return { passed: 0, failed: 1 };
  }
  console.log('\nJourneys in a real browser');
  const report = join(reports, 'playwright.json');
  const run = await runStep('playwright', ['test', '--reporter=dot,json'], {
    env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return counted(run.ok, report, (json) => {
    const { expected, flaky, unexpected } = json['stats'] as { expected: number; flaky: number; unexpected: number };
    return { passed: expected + flaky, failed: unexpected };
  });
}

function counted(ok: boolean, report: string, read: (json: Readonly<Record<string, unknown>>) => Count): Count {
  let count: Count = { passed: 0, failed: 0 };
  try {
    count = read(JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>);
  } catch {
    console.error('The run ended without a report.');
  }
  return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** A part of the tests was named: run only that, under one zone. */
async function runAll(words: readonly string[]): Promise<readonly Count[]> {
  const built = await runStep('node', ['--import', 'tsx', 'scripts/build-assets.ts']);
  if (!built.ok) return [{ passed: 0, failed: 1 }];
  if (words.length > 0) return [await runVitest('Europe/London', words)];
  const counts = [await runVitest('Europe/London', TOGETHER), await runVitest('Europe/London', ['test/'])];
  for (const zone of ZONES)
    counts.push(await runVitest(zone, [...TOGETHER, ...WITHOUT_DAYS.map((glob) => `--exclude=${glob}`)]));
  return [...counts, await runJourneys()];
}

const counts = await runAll(process.argv.slice(2));
rmSync(reports, { recursive: true, force: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
