import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '../src/db/open-database.ts';
import { addFolder } from '../src/db/folders.ts';
import { NOW } from './support/elsewhere.ts';
import { heldRows } from './support/held-rows.ts';
import { aPostgresDatabase } from './support/postgres.ts';
import { run, startService, temporaryDirectory, type RunOptions } from './support/processes.ts';

/* `backup` and `restore` as an operator runs them: real processes, a service beside them, both databases. */

const directory = temporaryDirectory();
const inside = (...names: string[]) => join(directory.path, ...names);
const HOME = { DATA_DIR: inside('home') };
const cli = (env: Readonly<Record<string, string>>, words: readonly string[], options: RunOptions = {}) =>
  run('src/cli.ts', words, { ...options, env: { TODAY: '2026-11-23', ...env } });

async function rowsAt(place: string) {
  const db = await openDatabase(place, NOW);
  const rows = await heldRows(db);
  await db.destroy();
  return rows;
}

beforeAll(async () => {
  mkdirSync(inside('home'));
  copyFileSync(inject('templateDatabase'), inside('home', 'next-steps.db'));
  const db = await openDatabase(inside('home', 'next-steps.db'), NOW);
  await addFolder(db, { id: '00000000-0000-4000-8000-000000000001', keyHash: 'a'.repeat(64), now: NOW });
  await db.destroy();
});
afterAll(() => directory[Symbol.dispose]());

const LINE = /^(\w+ \d+, )+sha256 [0-9a-f]{64}\n$/;

test('the drill: back up beside a running service, restore elsewhere, and find everything there', async () => {
  const service = await startService(HOME);
  const backup = await cli(HOME, ['backup', inside('drill.gz')]);
  expect(backup).toMatchObject({ code: 0, stderr: '' });
  expect(backup.stdout).toMatch(LINE);
  expect(backup.stdout).toContain('folder 1, ');
  expect(backup.stdout).toContain('school 26795, ');
  expect((await fetch(`${service.address}/readyz`)).status).toBe(200);
  await service.stop();

  const other = { DATA_DIR: inside('other') };
  expect(await cli(other, ['restore', inside('drill.gz')])).toEqual(backup);
  expect(await rowsAt(inside('other', 'next-steps.db'))).toEqual(await rowsAt(inside('home', 'next-steps.db')));

  await using postgres = await aPostgresDatabase('nothing');
  const beyond = { DATA_DIR: inside('beyond'), DATABASE_URL: postgres.url };
  expect(await cli(beyond, ['restore', inside('drill.gz')])).toEqual(backup);
  expect(await rowsAt(postgres.url)).toEqual(await rowsAt(inside('home', 'next-steps.db')));
  expect(await cli(beyond, ['backup', inside('from-beyond.gz')])).toEqual(backup);
  expect(JSON.parse((await cli(beyond, ['hub', '--urn', '143064', '--json'])).stdout)).toMatchObject({ area: 'NW2' });

  const back = { DATA_DIR: inside('back') };
  expect(await cli(back, ['restore', inside('from-beyond.gz')])).toEqual(backup);
  expect(await rowsAt(inside('back', 'next-steps.db'))).toEqual(await rowsAt(inside('home', 'next-steps.db')));
}, 180_000);

test('a restore over what people made exits 2 until it is told to replace it', async () => {
  await cli(HOME, ['backup', inside('again.gz')]);
  expect(await cli(HOME, ['restore', inside('again.gz')])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'the database holds what people made (folder 1): name another, or give --replace to put the backup in its place\n',
  });
  const replaced = await cli(HOME, ['restore', inside('again.gz'), '--replace']);
  expect(replaced).toMatchObject({ code: 0, stderr: '' });
  expect(replaced.stdout).toMatch(LINE);
});

test('bad usage and bad files exit 2 with one line, and make nothing', async () => {
  const nowhere = { DATA_DIR: inside('nowhere') };
  writeFileSync(inside('letter.txt'), 'Dear head,\n');
  const refused = async (words: readonly string[], reason: string) =>
    expect(await cli(nowhere, words)).toEqual({ code: 2, stdout: '', stderr: `${reason}\n` });
  await refused(['restore'], 'it is written: restore FILE');
  await refused(['backup'], 'it is written: backup FILE');
  await refused(['restore', inside('absent.gz')], `${inside('absent.gz')} cannot be read`);
  await refused(['restore', inside('letter.txt')], `${inside('letter.txt')} is not a backup`);
  expect(existsSync(inside('nowhere'))).toBe(false);
  await refused(
    ['backup', inside('letter.txt')],
    `${inside('letter.txt')} is there already: name another file, or move that one away`,
  );
});

test('a command makes what it needs: the backup of an empty directory is one of the shipped content', async () => {
  const { code, stdout } = await cli({ DATA_DIR: inside('empty') }, ['backup', inside('empty.gz')]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/catalogue_state 1, .*item_version \d{3,}, /);
});

test('a full disk is one line, and no part of a file is left', async (context) => {
  mkdirSync(inside('small'));
  const apart = ['unshare', '-m', ...(process.getuid?.() === 0 ? [] : ['-Ur']), 'sh', '-c'];
  const small = 'mount -t tmpfs -o size=300k none "$SMALL"';
  const env = { ...HOME, SMALL: inside('small') };
  const possible = spawnSync('unshare', [...apart.slice(1), small], { env: { ...process.env, ...env } }).status === 0;
  if (!possible) return context.skip('this machine lets nobody make a small disk to fill');
  const after = 'code=$?; ls -A "$SMALL"; exit $code';
  const launcher = [...apart, `${small} && "$0" "$@"; ${after}`, process.execPath, '--import', 'tsx'];
  expect(await cli(env, ['backup', inside('small', 'full.gz')], { launcher })).toEqual({
    code: 3,
    stdout: '',
    stderr: `${inside('small', 'full.gz')}: the disk is full: free some space\n`,
  });
  return expect(readdirSync(inside('small'))).toEqual([]);
});
