import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { print } from './measure.ts';

const REQUESTS = 20_000;
const ROOT = join(import.meta.dirname, '..');
const TEST = 'test/fuzz.test.ts';

/** The test's own fuzz, ten times as long. */
function fuzz(): { readonly result: string; readonly reached: boolean } {
  if (!existsSync(join(ROOT, TEST))) return { result: 'there is no such test', reached: false };
  const run = spawnSync(join(ROOT, 'node_modules/.bin/vitest'), ['run', TEST, '--testTimeout=600000'], {
    cwd: ROOT,
    env: { ...process.env, NUMBER: String(REQUESTS) },
    encoding: 'utf8',
  });
  if (run.status !== 0) process.stderr.write(run.stdout);
  return run.status === 0
    ? { result: 'none answered 500', reached: true }
    : { result: 'an answer that should not be', reached: false };
}

const { result, reached } = fuzz();
print({
  rows: [
    {
      what: `${REQUESTS.toLocaleString('en-GB')} requests made up by fast-check`,
      ours: result,
      against: TEST,
      result,
      wanted: 'never a 500',
      reached,
    },
  ],
  shortcut: 'Make up only requests that are easy to answer, or count a 500 as an answer.',
  ruledOut:
    'The same test as `npm test` runs, with its own generators over every route, only longer; its seed is printed when it fails.',
});
