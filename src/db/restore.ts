import { DAILY } from '../domain/job.ts';
import { CompiledQuery, sql, type Transaction } from 'kysely';
import { Adding, type Sum, type TableLine } from './backup-format.ts';
import { newer, readBackup, type ReadBackup } from './backup-reader.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { findBackupTables } from './backup-tables.ts';
import { contentOf } from './backup.ts';
import { isPostgres } from './dialect.ts';
import { inserter, type InsertMany } from './insert-many.ts';
import { forPostgres } from './migrate-postgres.ts';
import { forSqlite } from './migrate-sqlite.ts';
import { knownMigrations, madeByMigrations, statementsOf, type Migration } from './migrations.ts';
import type { Database, Queryable } from './open-database.ts';
import type { Schema } from './schema.ts';

/** A backup that was read to its end, and that this version of the service can restore. */
export interface CheckedBackup extends ReadBackup {
  readonly path: string;
}

/** Throws a BackupRefusal where the file is none, spoilt, or of a newer version. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const read = await readBackup(path);
  if (read.header.migration > (knownMigrations().at(-1)?.number ?? 0)) throw newer(path);
  return { ...read, path };
}

export interface RestoreOptions {
  /** Put the backup in the place of what people made, too. */
  readonly replace: boolean;
  readonly now: string;
}

/**
 * Puts a backup in the place of all a database holds, in one transaction, and reads it back before it is kept. One from
 * before a migration is put into the tables of its time, which are then migrated. Throws a BackupRefusal, and changes
 * nothing, where the database holds what people made.
 */
export async function restoreBackup(
  db: Database,
  { path, header, sum }: CheckedBackup,
  { replace, now }: RestoreOptions,
): Promise<void> {
  const known = knownMigrations();
  await db.transaction().execute(async (transaction) => {
    if (!replace) await refuseToReplace(transaction);
    await dropAll(transaction);
    await apply(
      transaction,
      known.filter((one) => one.number <= header.migration),
    );
    await lookAtReferences(transaction, 'late');
    const put = await putRows(transaction, path);
    const held = await readBack(transaction);
    await lookAtReferences(transaction, 'now');
    if (put.sha256 !== sum.sha256 || held.sha256 !== sum.sha256)
      throw new Error(`what was restored is not what ${path} holds: nothing was changed`);
    await apply(
      transaction,
      known.filter((one) => one.number > header.migration),
    );
    await record(transaction, known, now);
  });
}

/**
 * The tables that the service fills from what it ships with, and of their rows those that it does not. A row of any
 * other table is somebody's own: so is every table that a later migration makes, until it is named here.
 */
const FROM_THE_SERVICE: Readonly<Record<string, string>> = {
  item_version: `layer <> 'shipped'`,
  alias: 'false',
  catalogue_state: 'false',
  school: 'false',
  school_link: 'false',
  hub_area: 'false',
  district: 'false',
  district_area: 'false',
  eligibility_list: 'false',
  eligibility_entry: 'false',
  import_run: `kind <> 'shipped'`,
  job: `kind not in (${DAILY.map((kind) => `'${kind}'`).join(', ')})`,
};

async function refuseToReplace(db: Queryable): Promise<void> {
  const own: string[] = [];
  for (const { name } of await findBackupTables(db)) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count
      from ${sql.table(name)}
      where ${sql.raw(FROM_THE_SERVICE[name] ?? 'true')}`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) own.push(`${name} ${count}`);
  }
  if (own.length > 0)
    throw new BackupRefusal(
      `the database holds what people made (${own.join(', ')}): name another, or give --replace to put the backup in its place`,
    );
}

/** What was made last goes first: it can stand on what was made before. The record of migrations stays. */
async function dropAll(db: Queryable): Promise<void> {
  for (const kind of ['view', 'table'] as const) {
    for (const name of madeByMigrations(kind).toReversed())
      await sql`drop ${sql.raw(kind)} if exists ${sql.table(name)}`.execute(db);
  }
}

async function apply(db: Queryable, migrations: readonly Migration[]): Promise<void> {
  const translate = isPostgres(db) ? forPostgres : forSqlite;
  for (const { sql: text } of migrations) {
    for (const statement of statementsOf(translate(text))) await db.executeQuery(CompiledQuery.raw(statement));
  }
}

/** A row can point to one that comes after it in the same table. On SQLite "late" ends with the transaction. */
async function lookAtReferences(db: Queryable, when: 'late' | 'now'): Promise<void> {
  const late = when === 'late';
  if (isPostgres(db)) {
    // All of them are looked at in one statement, which may take its time.
    await sql`set local statement_timeout = 0`.execute(db);
    await sql`set constraints all ${sql.raw(late ? 'deferred' : 'immediate')}`.execute(db);
  } else if (late) await sql`pragma defer_foreign_keys = on`.execute(db);
}

async function putRows(db: Queryable, path: string): Promise<Sum> {
  const tables = new Map((await findBackupTables(db)).map((table) => [table.name, table]));
  let insert: InsertMany | undefined;
  const { sum } = await readBackup(path, {
    table: async ({ table, columns }: TableLine) => {
      if (tables.get(table)?.columns.join() !== columns.join())
        throw new BackupRefusal(`${path} holds a table that this version does not know: ${table}`);
      insert = inserter(db, table, columns);
    },
    rows: async (rows) => insert?.(rows),
  });
  return sum;
}

async function readBack(db: Queryable): Promise<Sum> {
  const adding = new Adding();
  for await (const _ of contentOf(db, adding));
  return adding.sum();
}

async function record(db: Transaction<Schema>, applied: readonly Migration[], now: string): Promise<void> {
  await sql`delete from migration`.execute(db);
  for (const { number, name } of applied)
    await sql`insert into migration (number, name, applied_at) values (${number}, ${name}, ${now})`.execute(db);
}
