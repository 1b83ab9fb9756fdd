import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { forPostgres } from '../src/db/migrate-postgres.ts';
import { forSqlite } from '../src/db/migrate-sqlite.ts';
import { knownMigrations, MIGRATION_TABLE } from '../src/db/migrations.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { openSqlite } from '../src/db/sqlite.ts';
import { aDatabase, type DatabaseKind } from './support/both-databases.ts';

/* Migration 3 makes the table of the catalogue anew: whatever an older database held must be there after it. */

const NOW = '2026-11-23T09:00:00.000Z';

const row = (kind: string, id: string, layer: string, version: number, position: number, withdrawn = 0) =>
  `('${kind}', '${id}', '${layer}', ${version}, 'national', '["NW2"]', ${position},
    '{"name":"Ænne O''Neill, 10 €"}', '${String(version).repeat(64)}', ${withdrawn}, '${NOW}')`;

const ROWS = [
  row('opportunity', 'a-step', 'shipped', 1, 0),
  row('opportunity', 'a-step', 'shipped', 2, 0),
  row('opportunity', 'a-step', 'edited', 1, 0),
  row('intake', 'a-step/2027-spring', 'shipped', 1, 1),
  row('fact', 'a-fee', 'shipped', 1, 2, 1),
  row('hub', 'generate', 'shipped', 1, 3),
];

const STATEMENTS = [
  MIGRATION_TABLE,
  ...knownMigrations()
    .filter(({ number }) => number <= 2)
    .map(({ sql }) => sql),
  `insert into migration (number, name, applied_at) values (1, 'one', '${NOW}'), (2, 'two', '${NOW}')`,
  `insert into item_version values ${ROWS.join()}`,
];

const ALL = 'select * from item_version order by kind, id, layer, version';
const SHOWN = 'select * from current_item order by kind, id';

/** Runs statements one after another over a way in of its own, and gives the rows of the last. */
async function run(kind: DatabaseKind, place: string, statements: readonly string[]): Promise<readonly unknown[]> {
  const last = statements.at(-1) ?? '';
  if (kind === 'sqlite') {
    const database = openSqlite(place);
    for (const statement of statements.slice(0, -1)) database.exec(forSqlite(statement));
    const rows = database
      .prepare(last)
      .all()
      .map((one) => ({ ...one }));
    database.close();
    return rows;
  }
  const client = new Client({ connectionString: place });
  await client.connect();
  for (const statement of statements.slice(0, -1)) await client.query(forPostgres(statement));
  const { rows } = await client.query<Record<string, unknown>>(last);
  await client.end();
  return rows.map(numbersOf);
}

/** Whole numbers of eight bytes come as text. */
function numbersOf(found: Record<string, unknown>): Record<string, unknown> {
  const whole = ['version', 'position', 'withdrawn'];
  return Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, whole.includes(key) ? Number(value) : value]),
  );
}

const JSON_VALID = `create function json_valid(document text) returns boolean
language sql immutable strict as 'select document is json'`;

describe.each<DatabaseKind>(['sqlite', 'postgres'])('a catalogue from before term calendars, on %s', (kind) => {
  const before = kind === 'postgres' ? [JSON_VALID, ...STATEMENTS] : STATEMENTS;

  test('keeps every row, and shows what it showed', async () => {
    await using made = await aDatabase(kind, 'nothing');
    const rows = await run(kind, made.place, [...before, ALL]);
    const shown = await run(kind, made.place, [SHOWN]);
    expect(rows).toHaveLength(ROWS.length);
    expect(shown).toHaveLength(3);
    await (await openDatabase(made.place, NOW)).destroy();
    expect(await run(kind, made.place, [ALL])).toEqual(rows);
    expect(await run(kind, made.place, [SHOWN])).toEqual(shown);
    for (const view of ['current_opportunity', 'current_intake'])
      expect(await run(kind, made.place, [`select id from ${view}`])).toHaveLength(1);
    expect(await run(kind, made.place, ['select id from current_fact'])).toEqual([]);
  });

  test('takes the two new kinds, and still no other', async () => {
    await using made = await aDatabase(kind, 'nothing');
    await run(kind, made.place, [...before, ALL]);
    const insert = (name: string) => `insert into item_version values ${row(name, 'an-id', 'shipped', 1, 9)}`;
    await expect(run(kind, made.place, [insert('term-calendar'), ALL])).rejects.toThrow(/check constraint/i);
    await (await openDatabase(made.place, NOW)).destroy();
    const rows = await run(kind, made.place, [insert('term-calendar'), insert('bank-holiday'), ALL]);
    expect(rows).toHaveLength(ROWS.length + 2);
    await expect(run(kind, made.place, [insert('another-kind'), ALL])).rejects.toThrow(/check constraint/i);
    await expect(run(kind, made.place, [insert('bank-holiday'), ALL])).rejects.toThrow(/unique constraint/i);
  });
});
