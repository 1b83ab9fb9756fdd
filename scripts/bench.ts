import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
  'pathway',
  'plan-page',
  'crash',
  'drafts-queue',
  'mail',
  'sign-in-flood',
] as const;

type Bench = (typeof BENCHES)[number];

/** What a bench said when it last ran, and the load and the machine then. */
interface Kept {
  readonly load: number;
  readonly machine: string;
  readonly report: Report;
}

/** The last run of every bench, so that running one again leaves the rows of the others as they were. */
const KEPT = join(BENCH, 'results.json');

function readKept(): Partial<Record<Bench, Kept>> {
  return existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Partial<Record<Bench, Kept>>) : {};
}

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

function asMarkdown(kept: readonly Kept[]): string {
  const rows = kept.flatMap(({ load, report }) => report.rows.map((row) => ({ ...row, load })));
  const machines = [...new Set(kept.map(({ machine }) => machine))].join('; ');
  return [
    '# What was measured',
    '',
    `By \`npm run bench\`, the last run of each bench (${machines}). Medians of three turns, of fifteen short ones where processor time is compared, each side in turn. Read them as ratios: other work kept the machine at the load in the last column when that run began, and times by the clock grow with it.`,
    '',
    '| what | ours | against | result | wanted | reached | load |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ what, ours, against, result, wanted, reached, load }) =>
        `| ${what} | ${ours} | ${against} | ${result} | ${wanted} | ${reached ? 'yes' : '**no**'} | ${load.toFixed(1)} |`,
    ),
    '',
    ...rows.flatMap(({ what, against, why }) =>
      why === undefined ? [] : [`**Short of its figure**: ${what}, against ${against}. ${why}`, ''],
    ),
    '## How each could be faked, and why it is not',
    '',
    ...kept.flatMap(
      ({
        report: {
          rows: [first],
          shortcut,
          ruledOut,
        },
      }) => [`**${first?.what ?? ''}.** *The shortcut*: ${shortcut} *Ruled out*: ${ruledOut}`, ''],
    ),
  ].join('\n');
}

function printTable(reports: readonly Report[]): void {
  for (const { what, result, wanted, reached } of reports.flatMap((report) => report.rows)) {
    console.log(`${reached ? 'reached ' : 'MISSED  '} ${result.padEnd(24)} ${wanted.padEnd(20)} ${what}`);
  }
}

const load = loadavg()[0] ?? 0;
const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
installPeers();
const wanted = process.argv.slice(2);
const kept = readKept();
const reports = BENCHES.filter((name) => wanted.length === 0 || wanted.includes(name)).map((name) => {
  const report = run(name);
  kept[name] = { load, machine, report };
  return report;
});
printTable(reports);
writeFileSync(KEPT, `${JSON.stringify(kept, null, 2)}\n`);
writeFileSync(join(BENCH, 'results.md'), asMarkdown(BENCHES.flatMap((name) => kept[name] ?? [])));
if (reports.some(({ rows }) => rows.some(({ result }) => result === 'did not finish'))) process.exitCode = 1;
