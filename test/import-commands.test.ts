import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { run, temporaryDirectory } from './support/processes.ts';
import { ROOT } from './support/source-files.ts';

/* `hub`, `import-schools` and `import-list` as outside checks call them: real processes on a real data directory. */

const data = temporaryDirectory();
copyFileSync(inject('templateDatabase'), join(data.path, 'next-steps.db'));
const cli = (...words: string[]) => run('src/cli.ts', words, { env: { DATA_DIR: data.path, TODAY: '2026-11-23' } });
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(data.path, name), text);
  return join(data.path, name);
};
afterAll(() => data[Symbol.dispose]());

const EXTRACT = join(ROOT, 'test/fixtures/gias-extract.csv');

test('hub: the one that serves a school', async () => {
  const { stdout, stderr, code } = await cli('hub', '--urn', '143064', '--json');
  const generate = { area: 'NW2', hub: 'Generate Teaching Hub', website: 'https://www.generateteachinghub.org' };
  expect(JSON.parse(stdout)).toEqual({ ...generate, candidates: [generate] });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test('hub: all candidates where a district is split, and none settled', async () => {
  const { stdout, code } = await cli('hub', '--urn', '103138', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    area: null,
    hub: null,
    website: null,
    candidates: [{ area: 'WM9' }, { area: 'WM10' }],
  });
  expect(code).toBe(0);
});

test('hub: exit 1 for a URN no school has, 2 for what is no URN', async () => {
  expect(await cli('hub', '--urn', '999999', '--json')).toMatchObject({
    stdout: '',
    code: 1,
    stderr: 'no school has the URN 999999\n',
  });
  expect(await cli('hub', '--urn', 'NW2')).toMatchObject({ stdout: '', code: 2 });
  expect(await cli('hub')).toMatchObject({ stdout: '', code: 2 });
});

test('import-schools: a dry run, the import, and the import again', async () => {
  const dry = await cli('import-schools', EXTRACT, '--dry-run');
  expect(dry.stdout.split('\n').slice(0, 8)).toEqual([
    'read 20',
    'added 6',
    'changed 14',
    'closed 0',
    'reopened 0',
    'unchanged 0',
    'rejected 0',
    'absent 26781',
  ]);
  expect((await cli('import-schools', EXTRACT)).stdout).toContain('added 6\nchanged 14\n');
  const again = await cli('import-schools', EXTRACT);
  expect(again.stdout).toContain('added 0\nchanged 0\nclosed 0\nreopened 0\nunchanged 20\n');
  expect(again).toMatchObject({ stderr: '', code: 0 });
});

test('import-schools: exit 2 where no file can be read, 3 with one line where it cannot be imported', async () => {
  expect(await cli('import-schools')).toMatchObject({ stdout: '', code: 2 });
  expect(await cli('import-schools', join(data.path, 'absent.csv'))).toMatchObject({ stdout: '', code: 2 });
  expect(await cli('import-schools', data.path)).toMatchObject({ stdout: '', code: 2 });
  const refused = await cli('import-schools', file('workbook.csv', Buffer.from('PK\u0003\u0004 and so on')));
  expect(refused).toMatchObject({ stdout: '', code: 3 });
  expect(refused.stderr).toBe('this is an Excel workbook, whatever its name: open it and save it as CSV\n');
});

test('import-list: an intake’s own list, and how it is asked for', async () => {
  const list = file('rise.csv', 'School URN,School Name\n143064,Evelyn Street\nabc,Nobody\n');
  const { stdout, code } = await cli('import-list', 'rise', list, '--for', '2026-autumn');
  expect(stdout).toContain('read 2\nadded 1\n');
  expect(stdout).toContain('line 3: "abc" is not a URN of six digits');
  expect(code).toBe(0);
  expect(await cli('import-list', 'rise', list)).toMatchObject({
    stdout: '',
    code: 2,
    stderr: 'say which intake the list rise is for: --for 2026-autumn\n',
  });
  expect(await cli('import-list', 'pp50', list, '--for', '2026-autumn')).toMatchObject({ stdout: '', code: 2 });
});
