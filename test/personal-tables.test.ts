import { expect, test } from 'vitest';
import { findBackupTables } from '../src/db/backup-tables.ts';
import { removePersonal } from '../src/db/personal-data.ts';
import { NOBODYS_TABLES, PERSONAL_TABLES, type PersonalTable } from '../src/db/personal-tables.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { ACCOUNT, ADDRESS_ID, fillDatabase, FOLDER, PLAN, SHARE } from './support/filled-database.ts';
import { heldRows } from './support/held-rows.ts';

/* No table holds anything of anybody's that they cannot see, take away and have removed. */

const TABLES: readonly PersonalTable[] = PERSONAL_TABLES;

/** Zoë's account and everything that is filled in under it. */
const ZOE = { account: { id: ACCOUNT, address: 'zoe@example.org' }, mailbox: ADDRESS_ID };

forBothDatabases('what is kept of people', (open) => {
  test('every table is said to hold something of somebody’s, or nothing of anybody’s', async () => {
    await using held = await open();
    const names = (await findBackupTables(held.db)).map(({ name }) => name);
    const known = [...TABLES.map(({ table }) => table as string), ...Object.keys(NOBODYS_TABLES)];
    expect(known.toSorted()).toEqual(names.toSorted());
  });

  test('every column of such a table is in the file that is taken away, or left out for a reason', async () => {
    await using held = await open();
    for (const { name, columns } of await findBackupTables(held.db)) {
      const table = TABLES.find((one) => one.table === name);
      if (!table) continue;
      expect([...table.taken, ...Object.keys(table.leftOut)].toSorted(), name).toEqual(columns.toSorted());
      expect(Object.values(table.leftOut).filter((reason) => reason.length < 10)).toEqual([]);
    }
  });

  test('no check value of a key is ever in the file', async () => {
    expect(TABLES.flatMap(({ taken }) => taken).filter((column) => /hash|token/.test(column))).toEqual([]);
    expect(TABLES.filter(({ table }) => table === 'mail').flatMap(({ taken }) => taken)).not.toContain('address_id');
  });

  test('a removed account leaves nothing of its owner’s in any table, and everything of everybody else’s', async () => {
    await using held = await open();
    await fillDatabase(held.db);
    const others = await somebodyElse(held);
    const before = await heldRows(held.db);
    // What fills the tables belongs to nobody else: each must have had rows for this to prove anything.
    for (const { table } of TABLES) expect(before[table]?.length, table).toBeGreaterThan(0);
    await held.db.transaction().execute((transaction) => removePersonal(transaction, ZOE));
    const after = await heldRows(held.db);
    const left = JSON.stringify(after);
    for (const word of ['zoe@example.org', 'Zoë', 'manager@example.org', 'Nº', 'Ça va?', ACCOUNT, FOLDER, PLAN, SHARE])
      expect(left.includes(word), word).toBe(false);
    for (const { table, stays } of TABLES)
      if (stays === undefined) expect(after[table], table).toEqual(others[table] ?? []);
    for (const [table, rows] of Object.entries(before))
      if (Object.hasOwn(NOBODYS_TABLES, table)) expect(after[table], table).toEqual(rows);
  });
});

/** Another account, whose rows must stay. Gives them. */
async function somebodyElse({ db }: HeldDatabase): Promise<Readonly<Record<string, readonly object[]>>> {
  const account = {
    id: '99999999-0000-4000-8000-000000000000',
    address: 'bo@example.org',
    name: 'Bo',
    created_at: '2026-11-24T09:00:00.000Z',
    used_on: '2026-11-24',
    warned_on: null,
    deleted_at: null,
    warned_again_on: null,
  };
  await db.insertInto('account').values(account).execute();
  return { account: [account] };
}
