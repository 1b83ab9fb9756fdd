import { sql, type RawBuilder } from 'kysely';
import { Adding, lineOf, type Header, type Sum } from './backup-format.ts';
import { writeWhole } from './backup-file.ts';
import { findBackupTables, type BackupTable } from './backup-tables.ts';
import type { Value } from './insert-many.ts';
import { NEWEST_MIGRATION } from './migrations.ts';
import type { Database, Queryable } from './open-database.ts';

/**
 * Writes all the database holds to a new file, as it stood at one moment, while others go on reading and writing. What
 * stands at `path` is never written over: then, and where the file cannot be written, it throws a BackupRefusal; a
 * StartError where the disk is full. Until all of it is on the disk the file has another name.
 */
export async function writeBackup(db: Database, path: string, now: string): Promise<Sum> {
  const adding = new Adding();
  await db
    .transaction()
    .setAccessMode('read only')
    .execute((snapshot) => writeWhole(path, linesOf(snapshot, now, adding)));
  return adding.sum();
}

async function* linesOf(snapshot: Queryable, now: string, adding: Adding): AsyncGenerator<string> {
  const { rows } = await sql<{ newest: number }>`${sql.raw(NEWEST_MIGRATION)}`.execute(snapshot);
  const header: Header = { format: 'next-steps-backup', version: 1, migration: rows[0]?.newest ?? 0, created: now };
  yield lineOf(header);
  yield* contentOf(snapshot, adding);
  yield lineOf(adding.sum());
}

/** What the tables hold, line by line as a backup has it, added up on the way. Call it inside a transaction. */
export async function* contentOf(snapshot: Queryable, adding: Adding): AsyncGenerator<string> {
  for (const table of await findBackupTables(snapshot)) {
    const head = lineOf({ table: table.name, columns: table.columns });
    adding.addTable(table.name, head);
    yield head;
    for await (const rows of pagesOf(snapshot, table)) {
      const lines = rows.map(lineOf).join('');
      adding.addRows(rows.length, lines);
      yield lines;
    }
  }
}

/** Rows read together: a plan's version can be a hundred thousand letters long, and memory has to stay small. */
const ROWS_AT_ONCE = 250;

type Row = Readonly<Record<string, Value>>;

/** A table's rows in the order of its key, some at a time, each as its values in the order of its columns. */
async function* pagesOf(db: Queryable, { name, columns, key }: BackupTable): AsyncGenerator<readonly Value[][]> {
  const named = (names: readonly string[]) => sql.join(names.map((one) => sql.ref(one)));
  const page = (after: RawBuilder<unknown>) => sql<Row>`
    select ${named(columns)}
    from ${sql.table(name)}
    ${after}
    order by ${named(key)}
    limit ${sql.lit(ROWS_AT_ONCE)}`;
  let after = sql``;
  for (;;) {
    const { rows } = await page(after).execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => columns.map((column) => row[column] ?? null));
    if (rows.length < ROWS_AT_ONCE) return;
    after = sql`where (${named(key)}) > (${sql.join(key.map((column) => last[column] ?? null))})`;
  }
}
