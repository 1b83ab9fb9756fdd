import type { Client } from 'pg';
import { StartError } from '../start-error.ts';
import {
  knownMigrations,
  MIGRATION_TABLE,
  migrationsDue,
  NEWEST_MIGRATION,
  RECORD_MIGRATION,
  type Migration,
} from './migrations.ts';

const TYPES: Readonly<Record<string, string>> = {
  text: 'text collate "C"',
  integer: 'bigint',
  real: 'double precision',
};

/**
 * Migrations are written in the SQL both databases speak. On PostgreSQL each column gets the type that holds and sorts
 * what SQLite's does: text by its bytes whatever the database's own collation, whole and real numbers of eight bytes.
 * Where a row points to another can be looked at late, if asked for, as on SQLite.
 */
export function forPostgres(sql: string): string {
  return sql.replace(/create table [\s\S]*?\n\);|alter table [^;]*;/g, (statement) =>
    statement
      .replace(
        /(^ {2}|\badd column )(\w+) (text|integer|real)\b/gm,
        (_, before: string, name: string, type: string) => `${before}${name} ${TYPES[type]}`,
      )
      .replace(
        /\breferences \w+ \([^)]*\)( on (delete|update) (cascade|restrict|set null|no action))*/g,
        '$& deferrable',
      ),
  );
}

/** SQLite's own function, which checks on JSON columns ask. */
const JSON_VALID = `create function json_valid(document text) returns boolean
language sql immutable strict parallel safe
as 'select document is json'`;

/** Any number, as long as every version of the service asks for the same one. */
const MIGRATION_LOCK = 7_316_047;
/** The first with `is json`. */
const OLDEST_VERSION = 16;

/**
 * Brings the schema up to date, each migration in a transaction of its own, under a lock: of any number of processes
 * that start at once, one applies it and the others find it applied. Refuses a database a newer version has been at.
 */
export async function migratePostgres(client: Client, now: string): Promise<void> {
  await refuseUnfit(client);
  const known = knownMigrations();
  if (await isUpToDate(client, known)) return;
  // Whoever waits here waits for another's migration, however long it takes.
  await client.query('set statement_timeout = 0; set lock_timeout = 0');
  while (await applyNext(client, known, now));
}

async function refuseUnfit(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
  );
  const { version = '', encoding = '' } = rows[0] ?? {};
  if (Number.parseInt(version, 10) < OLDEST_VERSION)
    throw new StartError(`this is PostgreSQL ${version}: ${OLDEST_VERSION} or newer is needed`);
  if (encoding !== 'UTF8') throw new StartError(`the database is encoded in ${encoding}: make one encoded in UTF8`);
}

async function isUpToDate(client: Client, known: readonly Migration[]): Promise<boolean> {
  const { rows } = await client.query<{ made: number }>(`select to_regclass('migration') is not null as made`);
  return rows[0]?.made === 1 && migrationsDue(known, await newestOf(client)).length === 0;
}

async function newestOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ newest: number }>(NEWEST_MIGRATION);
  return rows[0]?.newest ?? 0;
}

/** Applies the next migration due; false where none is. */
async function applyNext(client: Client, known: readonly Migration[], now: string): Promise<boolean> {
  await client.query('begin isolation level read committed');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await prepare(client);
    const [next] = migrationsDue(known, await newestOf(client));
    if (next) {
      await client.query(forPostgres(next.sql));
      await client.query(`${RECORD_MIGRATION} ($1, $2, $3)`, [next.number, next.name, now]);
    }
    await client.query('commit');
    return next !== undefined;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function prepare(client: Client): Promise<void> {
  const { rows } = await client.query<{ made: number }>(
    `select to_regprocedure('json_valid(text)') is not null as made`,
  );
  if (rows[0]?.made !== 1) await client.query(JSON_VALID);
  await client.query(forPostgres(MIGRATION_TABLE));
}
