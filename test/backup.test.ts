import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { forBothDatabases, onBothDatabases } from './support/both-databases.ts';
import { linesOfBackup } from './support/backup-lines.ts';
import { NOW, PAIRED_FROM } from './support/elsewhere.ts';
import { fillDatabase } from './support/filled-database.ts';
import { heldRows } from './support/held-rows.ts';
import { startErrand, temporaryDirectory } from './support/processes.ts';
import { findBackupTables } from '../src/db/backup-tables.ts';
import { writeBackup } from '../src/db/backup.ts';
import type { Database } from '../src/db/open-database.ts';
import { checkBackup, restoreBackup } from '../src/db/restore.ts';

test('every table is backed up, after those its rows point to, in one order on both databases', async () => {
  await using both = await onBothDatabases('nothing');
  const tables = await findBackupTables(both.sqlite.db);
  expect(await findBackupTables(both.postgres.db)).toEqual(tables);
  const names = tables.map(({ name }) => name);
  expect(names).toContain('plan_version');
  expect(names).not.toContain('current_item');
  for (const [index, { parents }] of tables.entries())
    expect(parents.filter((parent) => !names.slice(0, index + 1).includes(parent))).toEqual([]);
});

test('the same content gives the same checksum, whichever database holds it', async () => {
  await using both = await onBothDatabases('nothing');
  using directory = temporaryDirectory();
  const path = (name: string) => join(directory.path, name);
  const alias = (old_id: string) => ({ kind: 'opportunity', old_id, new_id: 'É “é” 😀\n\t\\' }) as const;
  for (const { db } of [both.sqlite, both.postgres])
    await db.insertInto('alias').values(['b', 'B', 'a-b', 'ab', 'é'].map(alias)).execute();
  const ours = await writeBackup(both.sqlite.db, path('sqlite'), NOW);
  expect(await writeBackup(both.postgres.db, path('postgres'), '2027-01-01T00:00:00.000Z')).toEqual(ours);
  expect(ours.rows['alias']).toBe(5);
});

async function countPairs(db: Database): Promise<number> {
  const rows = await db.selectFrom('school_link').select('successor').where('predecessor', '>=', PAIRED_FROM).execute();
  return rows.length;
}

forBothDatabases('a backup', (open, kind) => {
  test('is lines of JSON that any program can read, packed by gzip, for its owner alone', async () => {
    await using held = await open('shipped');
    using directory = temporaryDirectory();
    const path = join(directory.path, 'today.gz');
    const sum = await writeBackup(held.db, path, NOW);
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
    const values = lines.map((line) => JSON.parse(line) as unknown);
    expect(values[0]).toMatchObject({ format: 'next-steps-backup', version: 1, created: NOW });
    expect(values.at(-1)).toEqual(sum);
    expect(values.filter(Array.isArray)).toHaveLength(Object.values(sum.rows).reduce((all, count) => all + count, 0));
    expect(sum.rows).toMatchObject({ school: 26_795, hub_area: 87, plan: 0 });
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory.path)).toEqual(['today.gz']);
  });

  test('is restored into the other database, value by value, and backs up to the same from there', async () => {
    await using held = await open('shipped');
    await fillDatabase(held.db);
    await using both = await onBothDatabases('nothing');
    using directory = temporaryDirectory();
    const path = join(directory.path, 'first.gz');
    const sum = await writeBackup(held.db, path, NOW);
    const { db } = both[kind === 'sqlite' ? 'postgres' : 'sqlite'];
    await restoreBackup(db, await checkBackup(path), { replace: false, now: NOW });
    expect(await heldRows(db)).toEqual(await heldRows(held.db));
    expect(await writeBackup(db, join(directory.path, 'again.gz'), NOW)).toEqual(sum);
  });

  test('made while others write is of one moment, and keeps nobody waiting', async () => {
    await using held = await open('shipped');
    using directory = temporaryDirectory();
    const path = join(directory.path, 'busy.gz');
    const errand = { input: JSON.stringify({ task: 'pair', place: held.place }) };
    const writer = await startErrand('test/support/elsewhere.ts', errand);
    await writeBackup(held.db, path, NOW);
    const after = await countPairs(held.db);
    expect(await writer.kill()).toMatchObject({ stderr: '' });

    const rows = linesOfBackup(path).filter((line) => Array.isArray(line)) as (string | number)[][];
    const aliases = rows.filter(([, name]) => String(name).startsWith('paired-')).length;
    const links = rows.filter(([first, second]) => Number(first) >= PAIRED_FROM && second === 1).length;
    expect(aliases).toBeGreaterThan(0);
    expect(links).toBe(aliases);
    expect(after).toBeGreaterThan(aliases);
    await checkBackup(path);
  });

  test('is never written over what stands there', async () => {
    await using held = await open();
    using directory = temporaryDirectory();
    const path = join(directory.path, 'mine.gz');
    writeFileSync(path, 'something of mine');
    await expect(writeBackup(held.db, path, NOW)).rejects.toThrow(`${path} is there already`);
    expect(readFileSync(path, 'utf8')).toBe('something of mine');
    expect(readdirSync(directory.path)).toEqual(['mine.gz']);
  });

  test('that cannot be written is refused in one line, and nothing of it is left', async () => {
    await using held = await open();
    using directory = temporaryDirectory();
    const absent = join(directory.path, 'no', 'such', 'directory.gz');
    await expect(writeBackup(held.db, absent, NOW)).rejects.toThrow(`${absent}: there is no such directory`);
    const inFile = join(directory.path, 'file', 'a.gz');
    writeFileSync(join(directory.path, 'file'), '');
    await expect(writeBackup(held.db, inFile, NOW)).rejects.toThrow(`${inFile}: there is no such directory`);
    expect(existsSync(absent)).toBe(false);
    expect(readdirSync(directory.path)).toEqual(['file']);
  });

  test('leaves a table that is not ours to whoever made it, by refusing', async () => {
    await using held = await open();
    using directory = temporaryDirectory();
    const path = join(directory.path, 'a.gz');
    await held.db.schema
      .createTable('somebody_elses')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .execute();
    await expect(writeBackup(held.db, path, NOW)).rejects.toThrow(/the table somebody_elses is not one of ours/);
    await held.db.schema.dropTable('somebody_elses').execute();
    expect(await writeBackup(held.db, path, NOW)).toMatchObject({ rows: { alias: 0 } });
  });
});
