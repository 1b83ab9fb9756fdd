import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import { madeByMigrations } from './migrations.ts';
import type { Queryable } from './open-database.ts';

/** A table as a backup needs it. */
export interface BackupTable {
  readonly name: string;
  /** In the order they were made. */
  readonly columns: readonly string[];
  /** The columns of its primary key, in the key's order: the order of rows. */
  readonly key: readonly string[];
  /** The tables its rows point to. */
  readonly parents: readonly string[];
}

/**
 * Every table the database has, views and the record of migrations left out: first those that no other has to stand
 * before, among them by name, so that both databases give the same order. Throws where a table is not one that the
 * migrations make, or has no key: a backup that left it out would not be one.
 */
export async function findBackupTables(db: Queryable): Promise<readonly BackupTable[]> {
  const ask = isPostgres(db) ? POSTGRES : SQLITE;
  const columns = await rowsOf(db, ask.columns);
  const keys = Map.groupBy(await rowsOf(db, ask.keys), (row) => row.name);
  const parents = Map.groupBy(await rowsOf(db, ask.parents), (row) => row.name);
  const known = new Set(madeByMigrations('table'));
  const tables = [...Map.groupBy(columns, (row) => row.name)]
    .filter(([name]) => name !== 'migration')
    .map(([name, found]) => ({
      name,
      columns: found.map((row) => row.part),
      key: (keys.get(name) ?? []).map((row) => row.part),
      parents: (parents.get(name) ?? []).map((row) => row.part),
    }));
  for (const { name, key } of tables) {
    if (!known.has(name))
      throw new Error(`the table ${name} is not one of ours: give the service a database of its own`);
    if (key.length === 0) throw new Error(`the table ${name} has no primary key`);
  }
  return inOrder(tables);
}

/** Parents before their children, else by name; where tables point to each other in a circle, by name as well. */
function inOrder(tables: readonly BackupTable[]): readonly BackupTable[] {
  const left = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const placed: BackupTable[] = [];
  while (left.length > 0) {
    const waits = ({ name, parents }: BackupTable) =>
      parents.some((parent) => parent !== name && left.some((table) => table.name === parent));
    const next = left.findIndex((table) => !waits(table));
    placed.push(...left.splice(Math.max(next, 0), 1));
  }
  return placed;
}

interface Part {
  readonly name: string;
  readonly part: string;
}

async function rowsOf(db: Queryable, query: string): Promise<readonly Part[]> {
  const { rows } = await sql<Part>`${sql.raw(query)}`.execute(db);
  return rows;
}

const SQLITE_TABLES = `from sqlite_schema t
  join pragma_table_info(t.name) c
  where t.type = 'table'
    and t.name not like 'sqlite\\_%' escape '\\'`;

const SQLITE = {
  columns: `select t.name, c.name as part ${SQLITE_TABLES} order by t.name, c.cid`,
  keys: `select t.name, c.name as part ${SQLITE_TABLES} and c.pk > 0 order by t.name, c.pk`,
  parents: `select distinct t.name, f."table" as part
    from sqlite_schema t
    join pragma_foreign_key_list(t.name) f
    where t.type = 'table'
    order by t.name, part`,
} as const;

const POSTGRES_TABLES = `from pg_class t
  join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
  where t.relkind in ('r', 'p')
    and t.relnamespace = current_schema()::regnamespace`;

const POSTGRES = {
  columns: `select t.relname as name, c.attname as part ${POSTGRES_TABLES} order by t.relname, c.attnum`,
  keys: `select t.relname as name, c.attname as part
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    cross join lateral unnest(k.conkey) with ordinality as u (attnum, place)
    join pg_attribute c on c.attrelid = t.oid and c.attnum = u.attnum
    where k.contype = 'p'
      and t.relnamespace = current_schema()::regnamespace
    order by t.relname, u.place`,
  parents: `select distinct t.relname as name, p.relname as part
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    join pg_class p on p.oid = k.confrelid
    where k.contype = 'f'
      and t.relnamespace = current_schema()::regnamespace
    order by name, part`,
} as const;
