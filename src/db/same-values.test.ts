import { inspect } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onBothDatabases, type HeldDatabase } from '../../test/support/both-databases.ts';

/* What is written comes back as the same JavaScript value from both databases, and in the same order. */

/** Each of them on both: one answer, which the caller compares with what it expects. */
async function fromBoth(ask: (held: HeldDatabase) => Promise<unknown>): Promise<unknown> {
  await using both = await onBothDatabases('nothing');
  const answer = await ask(both.sqlite);
  expect(await ask(both.postgres)).toEqual(answer);
  return answer;
}

async function rowsOf(held: HeldDatabase, query: string): Promise<readonly object[]> {
  const { rows } = await sql<object>`${sql.raw(query)}`.execute(held.db);
  return rows;
}

/** Not the order of any dictionary: capitals, then small letters, then what stands outside ASCII. */
const SORTED = ['', '-', '10', '9', 'A-b', 'AB', 'Ab', 'Z', '_', 'a b', 'a-b', 'ab', 'zz', 'É', 'é', 'ﬁ', '😀'];
const SHUFFLED = SORTED.toSorted(
  (a, b) => ((a.length * 7 + (a.codePointAt(0) ?? 0)) % 11) - ((b.length * 7 + (b.codePointAt(0) ?? 0)) % 11),
);

const aDistrict = (name: string, index: number) => ({
  code: `E0600000${index}`.slice(-9),
  name,
  la_code: '',
  la_name: '',
  region: '',
});

test('text sorts by its bytes, whatever the database’s own order is', async () => {
  const sorted = await fromBoth(async ({ db }) => {
    await db.insertInto('district').values(SHUFFLED.map(aDistrict)).execute();
    const rows = await db.selectFrom('district').select('name').orderBy('name').execute();
    return rows.map((row) => row.name);
  });
  expect(sorted).toEqual(SORTED);
  expect(SHUFFLED).not.toEqual(SORTED);
});

test('text is compared by its bytes: the least, the greatest and what lies between', async () => {
  const found = await fromBoth(async (held) => {
    await held.db.insertInto('district').values(SHUFFLED.map(aDistrict)).execute();
    return [
      await rowsOf(held, `select min(name) as least, max(name) as greatest from district`),
      await rowsOf(held, `select name from district where name between 'A' and 'Zz' order by name`),
      await rowsOf(held, `select count(*) as n from district where name > 'a'`),
    ];
  });
  expect(found).toEqual([
    [{ least: '', greatest: '😀' }],
    [{ name: 'A-b' }, { name: 'AB' }, { name: 'Ab' }, { name: 'Z' }],
    [{ n: 8 }],
  ]);
});

const NUMBERS = [0, -1, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

test('whole numbers come back as they went in, well past four bytes', async () => {
  const list = await fromBoth(async (held) => {
    await sql`create temporary table whole as select urn as n from school where false`.execute(held.db);
    for (const n of NUMBERS) await sql`insert into whole (n) values (${n})`.execute(held.db);
    return rowsOf(held, 'select n from whole order by n');
  });
  expect(list).toEqual(NUMBERS.toSorted((a, b) => a - b).map((n) => ({ n })));
});

test('real numbers come back to their last digit', async () => {
  const REALS = [0.1, 10.2, 33.333333333333336, 1e-7, 99.99999999999999, 12];
  const list = await fromBoth(async (held) => {
    await sql`create temporary table real_number as select fsm_percent as n from school where false`.execute(held.db);
    for (const n of REALS) await sql`insert into real_number (n) values (${n})`.execute(held.db);
    return rowsOf(held, 'select n from real_number order by n');
  });
  expect(list).toEqual(REALS.toSorted((a, b) => a - b).map((n) => ({ n })));
});

test('a number too large to be exact is an error, not another number', async () => {
  await using both = await onBothDatabases('nothing');
  for (const held of [both.sqlite, both.postgres])
    await expect(rowsOf(held, 'select 9007199254740993 as n'), held.kind).rejects.toThrow(RangeError);
});

test('counts, sums, averages and comparisons are numbers; text stays text', async () => {
  const row = await fromBoth((held) =>
    rowsOf(
      held,
      `select count(*) as counted, sum(n) as summed, avg(n) as averaged, max(n) as greatest, min(t) as text,
        (1 = 1) as yes, exists (select 1 where 1 = 2) as no, sum(n) filter (where n > 5) as absent,
        '007' as digits, cast('2026-07-01' as text) as day, '{"a": 1}' as document, round(2.5) as rounded
      from (select 1 as n, 'b' as t union all select 4 as n, 'a' as t) made`,
    ),
  );
  expect(row).toEqual([
    {
      counted: 2,
      summed: 5,
      averaged: 2.5,
      greatest: 4,
      text: 'a',
      yes: 1,
      no: 0,
      absent: null,
      digits: '007',
      day: '2026-07-01',
      document: '{"a": 1}',
      rounded: 3,
    },
  ]);
});

const TEXTS = [
  '',
  ' ',
  "it's",
  '"',
  '\\',
  '\\x41',
  '%_',
  'NULL',
  'é',
  'e\u0301',
  '😀',
  '\ufeff',
  'a\r\nb\tc',
  '\u0001',
];

test('any text comes back letter for letter', async () => {
  const rows = await fromBoth(async (held) => {
    await sql`create temporary table words as select urn as n, name as t from school where false`.execute(held.db);
    for (const [n, t] of TEXTS.entries()) await sql`insert into words (n, t) values (${n}, ${t})`.execute(held.db);
    return rowsOf(held, 'select t, length(t) as l from words order by n');
  });
  expect(rows).toEqual(TEXTS.map((t) => ({ t, l: [...t].length })));
});

const REFUSED: readonly (readonly [what: string, column: string, value: string | number | null])[] = [
  ['JSON that is none', 'districts', '{'],
  ['nothing where something must be', 'hub_name', null],
  ['text in a column of numbers', 'position', 'first'],
  ['a part of a whole number', 'position', 1.5],
  ['a text too long', 'code', 'NW234'],
];

test.each(REFUSED)('%s is refused by both', async (_, column, value) => {
  await using both = await onBothDatabases('nothing');
  for (const held of [both.sqlite, both.postgres]) {
    await rowsOf(
      held,
      `insert into hub_area (code, region, hub_name, lead_school_urn, lead_school_name, districts, position)
      values ('NW2', '', '', 1, '', '[]', 1)`,
    );
    const change = sql`update hub_area set ${sql.ref(column)} = ${value}`.execute(held.db);
    await expect(change, held.kind).rejects.toThrow(/constraint|invalid input|cannot store/i);
  }
});

test('an error does not tell the row that caused it: errors are logged, and rows can be personal', async () => {
  await using both = await onBothDatabases('nothing');
  for (const { db } of [both.sqlite, both.postgres]) {
    const alias = { kind: 'opportunity', old_id: 'a-secret', new_id: 'another' } as const;
    await db.insertInto('alias').values(alias).execute();
    const error: unknown = await db
      .insertInto('alias')
      .values(alias)
      .execute()
      .catch((reason: unknown) => reason);
    expect(inspect(error)).toMatch(/unique/i);
    expect(inspect(error)).not.toMatch(/a-secret|another/);
  }
});

test('what both have made of a table is of the types that hold and sort alike', async () => {
  await using both = await onBothDatabases('nothing');
  const odd = await rowsOf(
    both.postgres,
    `select table_name, column_name, data_type, collation_name
    from information_schema.columns
    where table_schema = current_schema()
      and not (data_type = 'text' and collation_name = 'C')
      and data_type not in ('bigint', 'double precision')`,
  );
  expect(odd).toEqual([]);
  const loose = await rowsOf(
    both.sqlite,
    `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'`,
  );
  expect(loose).toEqual([]);
});
