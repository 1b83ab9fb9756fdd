import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesOfBackup, withRightEnd, writeLines, type BackupLines } from './support/backup-lines.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { NOW } from './support/elsewhere.ts';
import { heldRows } from './support/held-rows.ts';
import { aPlan } from './support/plan-builders.ts';
import { temporaryDirectory } from './support/processes.ts';
import { BackupRefusal } from '../src/db/backup-refusal.ts';
import { writeBackup } from '../src/db/backup.ts';
import { addImportRun } from '../src/db/imports.ts';
import { knownMigrations } from '../src/db/migrations.ts';
import { openDatabase, type Database } from '../src/db/open-database.ts';
import { addFolder } from '../src/db/folders.ts';
import { addPlan } from '../src/db/plans.ts';
import { checkBackup, restoreBackup } from '../src/db/restore.ts';

const FOLDER = '00000000-0000-4000-8000-000000000001';
const PLAN = '00000000-0000-4000-8000-000000000002';

/** One folder with one plan, which somebody made. */
async function addSomebodysPlan(db: Database, title = 'My own'): Promise<void> {
  await addFolder(db, { id: FOLDER, keyHash: 'a'.repeat(64), now: NOW });
  await db
    .transaction()
    .execute((transaction) =>
      addPlan(transaction, FOLDER, { id: PLAN, plan: aPlan({ title }), said: 'Made', now: NOW }),
    );
}

const alias = (old_id: string) => ({ kind: 'opportunity', old_id, new_id: 'new' }) as const;

const directory = temporaryDirectory();
let whole: string;
let lines: BackupLines;
/** Where the first row stands. */
let row: number;
beforeAll(async () => {
  const db = await openDatabase(join(directory.path, 'small.db'), NOW);
  await db.insertInto('alias').values(['a', 'b', 'c'].map(alias)).execute();
  await addSomebodysPlan(db, 'A plan from the backup');
  whole = join(directory.path, 'whole.gz');
  await writeBackup(db, whole, NOW);
  lines = linesOfBackup(whole);
  row = lines.findIndex(Array.isArray);
  await db.destroy();
});
afterAll(() => directory[Symbol.dispose]());

async function refusalOf(path: string): Promise<string> {
  const refusal: unknown = await checkBackup(path).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(BackupRefusal);
  const { message } = refusal as BackupRefusal;
  expect(message).not.toContain('\n');
  return message;
}

function file(bytes: Buffer | string): string {
  const path = join(directory.path, 'spoilt.gz');
  writeFileSync(path, bytes);
  return path;
}

test('a backup that was cut short anywhere is refused', async () => {
  const bytes = readFileSync(whole);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (length) => {
      expect(await refusalOf(file(bytes.subarray(0, length)))).toMatch(/ends before the backup does|is not a backup/);
    }),
    { numRuns: 60 },
  );
});

test('a backup with one bit turned anywhere is refused, or says the same as before', async () => {
  const bytes = readFileSync(whole);
  const { sum } = await checkBackup(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ (1 << bit);
      const read = await checkBackup(file(turned)).catch((error: unknown) => error);
      // Bits of gzip's own header, such as the time, say nothing of what is packed.
      if (read instanceof BackupRefusal) expect(read.message).not.toContain('\n');
      else expect(read).toMatchObject({ sum });
    }),
    { numRuns: 300 },
  );
});

const at = (index: number, change: (line: object) => unknown): BackupLines =>
  lines.map((line, place) => (place === (index + lines.length) % lines.length ? change(line as object) : line));

test.each<readonly [what: string, spoil: () => BackupLines, message: RegExp]>([
  ['without its end', () => lines.slice(0, -1), /ends before the backup does/],
  ['with a row left out', () => lines.filter((_, index) => index !== row), /is damaged/],
  ['with a row twice', () => lines.flatMap((line, index) => (index === row ? [line, line] : [line])), /is damaged/],
  [
    'with two rows the other way about',
    () => [...lines.slice(0, row), lines[row + 1], lines[row], ...lines.slice(row + 2)],
    /damaged/,
  ],
  ['with a letter changed', () => at(row, (line) => [...(line as string[]).slice(0, -1), 'old']), /is damaged/],
  ['with a row too short', () => withRightEnd(at(row, (line) => (line as string[]).slice(1))), /is damaged/],
  ['with a value that is none', () => withRightEnd(at(row, () => ['opportunity', 'a', true])), /is damaged/],
  ['with more after its end', () => [...lines, lines[1]], /is damaged/],
  ['with a row before any table', () => withRightEnd([lines[0], ['a'], ...lines.slice(1)]), /is damaged/],
  ['with a strange line', () => at(1, () => ({ sheet: 'alias' })), /is damaged/],
  ['of a later format', () => at(0, (line) => ({ ...line, version: 2, other: [] })), /newer version of Next Steps/],
  ['of a later database', () => at(0, (line) => ({ ...line, migration: 9999 })), /newer version of Next Steps/],
  ['of something else', () => at(0, (line) => ({ ...line, format: 'other' })), /is not a backup of Next Steps/],
])('a backup %s is refused', async (_, spoil, message) => {
  expect(await refusalOf(writeLines(join(directory.path, 'spoilt.gz'), spoil()))).toMatch(message);
});

test('what is no backup at all is refused in one line', async () => {
  expect(await refusalOf(file('urn,name\n143064,A school\n'))).toMatch(/is not a backup/);
  expect(await refusalOf(file(''))).toMatch(/ends before the backup does/);
  expect(await refusalOf(file(gzipSync('urn,name\n')))).toMatch(/is not a backup of Next Steps/);
  expect(await refusalOf(join(directory.path, 'absent.gz'))).toMatch(/absent\.gz cannot be read/);
  mkdirSync(join(directory.path, 'inside'), { recursive: true });
  expect(await refusalOf(join(directory.path, 'inside'))).toMatch(/is a directory/);
});

const OVER = { replace: true, now: NOW };
const GENTLY = { replace: false, now: NOW };

/** Tries what has to be refused, and sees that nothing has changed. */
async function expectRefused({ db }: HeldDatabase, work: () => Promise<unknown>, message: RegExp): Promise<void> {
  const before = await heldRows(db);
  await expect(work()).rejects.toThrow(message);
  expect(await heldRows(db)).toEqual(before);
}

forBothDatabases('restoring', (open) => {
  test('over what people made is refused, and done with --replace', async () => {
    await using held = await open();
    await addSomebodysPlan(held.db);
    const backup = await checkBackup(whole);
    await expectRefused(
      held,
      () => restoreBackup(held.db, backup, GENTLY),
      /holds what people made \(folder 1, plan 1, plan_version 1\): name another, or give --replace/,
    );
    await restoreBackup(held.db, backup, OVER);
    const { plan, alias: aliases } = await heldRows(held.db);
    expect(plan).toMatchObject([{ title: 'A plan from the backup' }]);
    expect(aliases).toHaveLength(3);
  });

  test('over what the service brings itself needs no leave; over an import or an edit of the hub it does', async () => {
    await using held = await open('shipped');
    const backup = await checkBackup(whole);
    const run = { id: 'own', name: 'gias', vintage: null, fileHash: 'f'.repeat(64), counts: {}, importedAt: NOW };
    await addImportRun(held.db, { ...run, kind: 'schools' });
    await expect(restoreBackup(held.db, backup, GENTLY)).rejects.toThrow(/\(import_run 1\)/);
    await held.db.deleteFrom('import_run').where('id', '=', 'own').execute();
    await sql`insert into item_version
      select kind, id, 'edited', 1, owner, areas, position, document, hash, withdrawn, recorded_at
      from item_version
      where kind = 'hub'`.execute(held.db);
    await expect(restoreBackup(held.db, backup, GENTLY)).rejects.toThrow(/\(item_version 1\)/);
    await held.db.deleteFrom('item_version').where('layer', '=', 'edited').execute();
    await restoreBackup(held.db, backup, GENTLY);
    expect(await heldRows(held.db)).toMatchObject({ school: [], alias: [{}, {}, {}] });
  });

  test('is noticed by a process that was there before, which goes on', async () => {
    await using held = await open('shipped');
    const other = await held.another();
    const asked = () => other.selectFrom('alias').select('old_id').orderBy('old_id').execute();
    expect(await asked()).not.toHaveLength(3);
    await restoreBackup(held.db, await checkBackup(whole), OVER);
    expect(await asked()).toEqual([{ old_id: 'a' }, { old_id: 'b' }, { old_id: 'c' }]);
    await other.insertInto('alias').values(alias('d')).execute();
    expect(await other.selectFrom('current_item').select('id').execute()).toEqual([]);
  });

  test('what the database refuses changes nothing, however far it has come', async () => {
    await using held = await open();
    await addSomebodysPlan(held.db);
    const wrong = withRightEnd(
      lines.map((line) =>
        Array.isArray(line) && line.includes(PLAN) ? line.map((one) => (one === 1 ? 0 : one)) : line,
      ),
    );
    const backup = await checkBackup(writeLines(join(directory.path, 'wrong.gz'), wrong));
    await expectRefused(held, () => restoreBackup(held.db, backup, OVER), /constraint/i);
    const unknown = withRightEnd([...lines.slice(0, -1), { table: 'pupil', columns: ['id'] }, ['1'], lines.at(-1)]);
    const other = await checkBackup(writeLines(join(directory.path, 'unknown.gz'), unknown));
    await expectRefused(
      held,
      () => restoreBackup(held.db, other, OVER),
      /a table that this version does not know: pupil/,
    );
  });

  test('a file that changes between two readings changes nothing', async () => {
    await using held = await open();
    const path = writeLines(join(directory.path, 'changing.gz'), lines);
    const backup = await checkBackup(path);
    writeLines(path, withRightEnd(lines.filter((_, index) => index !== row)));
    await expectRefused(held, () => restoreBackup(held.db, backup, OVER), /nothing was changed/);
  });

  test('a backup from before the last migrations is brought up to date', async () => {
    await using held = await open();
    await addSomebodysPlan(held.db);
    const then = knownMigrations().filter(({ number }) => number <= 2);
    const made = then.flatMap(({ sql: text }) => [...text.matchAll(/create table (\w+)/g)].map(([, name]) => name));
    const old: unknown[] = [{ ...(lines[0] as object), migration: 2 }];
    let table = '';
    for (const line of lines.slice(1, -1)) {
      if (!Array.isArray(line)) ({ table } = line as { table: string });
      if (made.includes(table)) old.push(line);
    }
    const path = writeLines(join(directory.path, 'old.gz'), withRightEnd([...old, lines.at(-1)]));
    await restoreBackup(held.db, await checkBackup(path), OVER);
    expect(await heldRows(held.db)).toMatchObject({ alias: [{}, {}, {}], folder: [], plan: [], plan_version: [] });
    const { rows } = await sql<object>`select number, name from migration order by number`.execute(held.db);
    expect(rows).toEqual(knownMigrations().map(({ number, name }) => ({ number, name })));
    const again = await held.another();
    expect(await again.selectFrom('current_item').select('id').execute()).toEqual([]);
  });
});
