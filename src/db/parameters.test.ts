import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forBothDatabases } from '../../test/support/both-databases.ts';

const REFUSED: readonly (readonly [what: string, value: unknown])[] = [
  ['undefined', undefined],
  ['a date', new Date(0)],
  ['true', true],
  ['an object', { a: 1 }],
  ['a list', [1]],
  ['bytes', Buffer.from('a')],
  ['a number that is none', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['text with a NUL', 'a\0b'],
];

forBothDatabases('a parameter', (open) => {
  test.each(REFUSED)('%s is refused, and its value is not told', async (_, value) => {
    await using held = await open();
    const asked = sql`select name from school where name = ${value}`.execute(held.db);
    await expect(asked).rejects.toThrow(/^a database parameter is text without NUL, a finite number or null: not/);
    await expect(sql`select count(*) as n from school`.execute(held.db)).resolves.toMatchObject({ rows: [{ n: 0 }] });
  });

  test('in a transaction is refused too, and what was written before it is taken back', async () => {
    await using held = await open();
    const alias = { kind: 'opportunity', old_id: 'old', new_id: 'new' } as const;
    const work = held.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('alias').values(alias).execute();
      await transaction
        .insertInto('alias')
        .values({ ...alias, new_id: new Date(0) as unknown as string })
        .execute();
    });
    await expect(work).rejects.toThrow(TypeError);
    expect(await held.db.selectFrom('alias').selectAll().execute()).toEqual([]);
  });
});
