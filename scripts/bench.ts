import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../bench/measure.ts';

const ROOT = join(import.meta.dirname, '..');
const BENCH = join(ROOT, 'bench');
const BENCHES = [
  'results-page',
  'catalogue-page',
  'judging',
  'first-view',
  'start-up',
  'import',
  'funding-decisions',
  'schools',
  'fuzz',
] as const;

/** The peers have a lockfile of their own and come only when they are wanted. */
function installPeers(): void {
  if (existsSync(join(BENCH, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: BENCH,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}

/** Each bench runs alone in a process of its own, so that none warms or burdens another. */
function run(name: string): Report {
  process.stderr.write(`${name} …\n`);
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', join(BENCH, `${name}.ts`)], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const report = stdout.trim().split('\n').at(-1);
  return status === 0 && report !== undefined ? (JSON.parse(report) as Report) : unfinished(name);
}

/** A bench that stops, because its peer no longer says the same or a server did not start, hides no other. */
function unfinished(name: string): Report {
  const row = {
    what: `The bench ${name}`,
    ours: '',
    against: '',
    result: 'did not finish',
    wanted: '',
    reached: false,
  };
  return { rows: [row], shortcut: 'none.', ruledOut: 'see what it printed.' };
}

function asMarkdown(reports: readonly Report[]): string {
  const rows = reports.flatMap((report) => report.rows);
  return [
    '# What was measured',
    '',
    `By \`npm run bench\`, in one run on one machine (${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}). Medians of three turns, of fifteen short ones where processor time is compared, each side in turn. Read them as ratios: other work kept the machine at a load of ${load.toFixed(1)} when it began, and times by the clock grow with it.`,
    '',
    '| what | ours | against | result | wanted | reached |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ what, ours, against, result, wanted, reached }) =>
        `| ${what} | ${ours} | ${against} | ${result} | ${wanted} | ${reached ? 'yes' : '**no**'} |`,
    ),
    '',
    ...rows.flatMap(({ what, against, why }) =>
      why === undefined ? [] : [`**Short of its figure**: ${what}, against ${against}. ${why}`, ''],
    ),
    '## How each could be faked, and why it is not',
    '',
    ...reports.flatMap(({ rows: [first], shortcut, ruledOut }) => [
      `**${first?.what ?? ''}.** *The shortcut*: ${shortcut} *Ruled out*: ${ruledOut}`,
      '',
    ]),
  ].join('\n');
}

function printTable(reports: readonly Report[]): void {
  for (const { what, result, wanted, reached } of reports.flatMap((report) => report.rows)) {
    console.log(`${reached ? 'reached ' : 'MISSED  '} ${result.padEnd(24)} ${wanted.padEnd(20)} ${what}`);
  }
}

const load = loadavg()[0] ?? 0;
installPeers();
const wanted = process.argv.slice(2);
const reports = BENCHES.filter((name) => wanted.length === 0 || wanted.includes(name)).map(run);
printTable(reports);
if (wanted.length === 0) writeFileSync(join(BENCH, 'results.md'), asMarkdown(reports));
if (reports.some(({ rows }) => rows.some(({ result }) => result === 'did not finish'))) process.exitCode = 1;
