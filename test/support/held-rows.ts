import { sql } from 'kysely';
import { findBackupTables } from '../../src/db/backup-tables.ts';
import type { Database } from '../../src/db/open-database.ts';

/** Every row of every table, or of those that are named, by the table's name, in the order of their keys. */
export async function heldRows(
  db: Database,
  only?: readonly string[],
): Promise<Readonly<Record<string, readonly object[]>>> {
  const held: Record<string, readonly object[]> = {};
  for (const { name, columns, key } of await findBackupTables(db)) {
    if (only && !only.includes(name)) continue;
    const listed = (names: readonly string[]) => sql.join(names.map((one) => sql.ref(one)));
    const query = sql<object>`select ${listed(columns)} from ${sql.table(name)} order by ${listed(key)}`;
    held[name] = (await query.execute(db)).rows;
  }
  return held;
}
