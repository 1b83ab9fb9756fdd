import { CompiledQuery } from 'kysely';
import type { Queryable } from './open-database.ts';
import type { Schema } from './schema.ts';

export type Value = string | number | null;
export type InsertMany = (rows: readonly (readonly Value[])[]) => Promise<void>;

/** Values bound in one statement: far below what either database allows, and past the point where more is faster. */
const VALUES_AT_ONCE = 2000;

/**
 * Inserts rows by the ten thousand. Each text is built once and stays prepared, where building a statement anew for
 * every few dozen rows would cost more than running it.
 */
export function inserter(db: Queryable, table: string, columns: readonly string[]): InsertMany {
  const size = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length));
  const texts = new Map<number, string>();
  const textFor = (some: readonly (readonly Value[])[]): string => {
    const text = texts.get(some.length) ?? insertText(db, table, columns, some);
    texts.set(some.length, text);
    return text;
  };
  return async (rows) => {
    for (let start = 0; start < rows.length; start += size) {
      const some = rows.slice(start, start + size);
      await db.executeQuery(CompiledQuery.raw(textFor(some), some.flat()));
    }
  };
}

/** Tables made for one import stand in no schema: what goes into them is checked where they are read. */
function insertText(
  db: Queryable,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): string {
  const values = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? 0])));
  return db
    .insertInto(table as keyof Schema)
    .values(values)
    .compile().sql;
}
