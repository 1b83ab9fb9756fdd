import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../start-error.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

export interface Migration {
  readonly number: number;
  readonly name: string;
  /** In the subset both databases speak. */
  readonly sql: string;
}

/** All migrations this version of the service knows, in order. */
export function knownMigrations(): readonly Migration[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(join(MIGRATIONS, name), 'utf8') }));
}

/**
 * Those still to be applied to a database whose newest is `newest`. Refuses one that a newer version of the service has
 * been at: going on would write what that version does not expect.
 */
export function migrationsDue(known: readonly Migration[], newest: number): readonly Migration[] {
  if (newest > (known.at(-1)?.number ?? 0)) {
    throw new StartError(
      `the database was last used by a newer version of Next Steps (migration ${newest}): start that version, or restore an older backup`,
    );
  }
  return known.filter((one) => one.number > newest);
}

export const RECORD_MIGRATION = 'insert into migration (number, name, applied_at) values';
export const NEWEST_MIGRATION = 'select coalesce(max(number), 0) as newest from migration';
/** What was applied and when; the only table no migration makes. */
export const MIGRATION_TABLE = `create table if not exists migration (
  number integer not null primary key,
  name text not null,
  applied_at text not null
);`;

/** A text of several statements, cut where each ends; a semicolon in a comment or between quotation marks ends none. */
export function statementsOf(sql: string): readonly string[] {
  const parts = sql.match(/(?:--[^\n]*|'(?:[^']|'')*'|[^;'])+/g) ?? [];
  return parts.filter((part) => part.replaceAll(/--[^\n]*/g, '').trim() !== '');
}

/** Every name a migration has given to a table or a view, in the order it last did: what is gone again is among them. */
export function madeByMigrations(kind: 'table' | 'view'): readonly string[] {
  const made = { table: /\b(?:create table|rename to) (\w+)/g, view: /\bcreate view (\w+)/g }[kind];
  const names = knownMigrations().flatMap(({ sql }) => [...sql.matchAll(made)].map(([, name = '']) => name));
  return names.filter((name, index) => names.lastIndexOf(name) === index);
}
