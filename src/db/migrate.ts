import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseSync } from 'node:sqlite';
import { StartError } from '../start-error.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

function migrations(): readonly Migration[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(join(MIGRATIONS, name), 'utf8') }));
}

/** Migrations are written in the SQL both databases speak; on SQLite each table is made strict as well. */
export function forSqlite(sql: string): string {
  return sql.replace(/(create table [\s\S]*?\n\));/g, '$1 strict;');
}

/**
 * Brings the schema up to date, each migration in a transaction of its own. Refuses a database that a newer version of
 * the service has been at: going on would write what that version does not expect.
 */
export function migrate(database: DatabaseSync, now: string): void {
  const known = migrations();
  database.exec('begin immediate');
  try {
    database.exec(
      'create table if not exists migration (number integer not null primary key, name text not null, applied_at text not null) strict',
    );
    const { newest } = database.prepare('select coalesce(max(number), 0) as newest from migration').get() as {
      newest: number;
    };
    if (newest > (known.at(-1)?.number ?? 0)) {
      throw new StartError(
        `the database was last used by a newer version of Next Steps (migration ${newest}): start that version, or restore an older backup`,
      );
    }
    for (const migration of known.filter((one) => one.number > newest)) {
      database.exec(forSqlite(migration.sql));
      database
        .prepare('insert into migration (number, name, applied_at) values (?, ?, ?)')
        .run(migration.number, migration.name, now);
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
