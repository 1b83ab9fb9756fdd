import { sql } from 'kysely';
import type { Account } from './accounts.ts';
import { emptyMailsTo } from './mail.ts';
import type { Queryable } from './open-database.ts';
import { PERSONAL_TABLES, type Owner, type PersonalTable } from './personal-tables.ts';

/** Somebody, as what is kept of theirs is found: by their account and by the check value that stands for their address. */
export interface Person {
  readonly account: Pick<Account, 'id' | 'address'>;
  readonly mailbox: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Keys in one statement, far below the parameters either database takes. */
const KEYS_AT_ONCE = 500;

const TABLES: readonly PersonalTable[] = PERSONAL_TABLES;

/** The keys of somebody's rows, by table: found once, so that rows can be removed without losing the way to others. */
export type Keys = ReadonlyMap<Owner, readonly string[]>;

/** Follows the list of personal tables from an account and its address down. */
export function findKeys(db: Queryable, { account, mailbox }: Person): Promise<Keys> {
  const own = new Map<Owner, readonly string[]>([
    ['account', [account.id]],
    ['address', [account.address]],
    ['mailbox', [mailbox]],
  ]);
  return keysBelow(db, own);
}

/** The keys of all rows that hang on some, those among them. */
async function keysBelow(db: Queryable, above: Keys): Promise<Keys> {
  const keys = new Map(above);
  const find = async (table: PersonalTable): Promise<void> => {
    const { by, key } = table;
    if (key === undefined || keys.has(table.table as Owner)) return;
    const parent = TABLES.find((one) => one.table === by.of);
    if (parent && parent !== table) await find(parent);
    const rows = await rowsOf(db, table, keys, [key]);
    keys.set(
      table.table as Owner,
      rows.map((row) => String(row[key])),
    );
  };
  for (const table of TABLES) await find(table);
  return keys;
}

/** How many rows of each table are somebody's. */
export async function countPersonal(db: Queryable, keys: Keys): Promise<ReadonlyMap<PersonalTable, number>> {
  const counts = new Map<PersonalTable, number>();
  for (const table of TABLES) {
    let count = 0;
    for (const some of chunksOf(keys.get(table.by.of) ?? [])) {
      const query = sql<{ readonly count: number | string }>`select count(*) as count from ${sql.table(table.table)}
        where ${sql.ref(table.by.column)} in (${sql.join(some)})`;
      count += Number((await query.execute(db)).rows[0]?.count ?? 0);
    }
    counts.set(table, count);
  }
  return counts;
}

/** Somebody's rows of one table as the file has them: the columns that are taken, JSON read. */
export async function* takenRows(db: Queryable, table: PersonalTable, keys: Keys): AsyncGenerator<Row> {
  // One owner after the other: all versions of all plans at once could be more than fits.
  for (const key of keys.get(table.by.of) ?? [])
    for await (const row of rowsOfOne(db, table, key))
      yield Object.fromEntries(table.taken.map((column) => [camelCase(column), asTaken(table, column, row[column])]));
}

/** The rows of one owner; where they are large, so that one of them is held at a time. */
async function* rowsOfOne(db: Queryable, table: PersonalTable, key: string): AsyncGenerator<Row> {
  const { by, oneByOne, taken } = table;
  if (oneByOne === undefined) {
    yield* await rowsOf(db, table, new Map([[by.of, [key]]]), taken);
    return;
  }
  for (let last = 0; ;) {
    const query = sql<Row>`select ${sql.join(taken.map((name) => sql.ref(name)))} from ${sql.table(table.table)}
      where ${sql.ref(by.column)} = ${key} and ${sql.ref(oneByOne)} > ${last} order by ${sql.ref(oneByOne)} limit 1`;
    const [row] = (await query.execute(db)).rows;
    if (!row) return;
    yield row;
    last = Number(row[oneByOne]);
  }
}

function asTaken({ json = [] }: PersonalTable, column: string, value: unknown): unknown {
  return json.includes(column) && typeof value === 'string' ? JSON.parse(value) : value;
}

/** `created_at` as `createdAt`. */
function camelCase(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function rowsOf(
  db: Queryable,
  { table, by, order }: PersonalTable,
  keys: Keys,
  columns: readonly string[],
): Promise<readonly Row[]> {
  const listed = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const rows: Row[] = [];
  for (const some of chunksOf(keys.get(by.of) ?? [])) {
    const query = sql<Row>`select ${listed(columns)} from ${sql.table(table)}
      where ${sql.ref(by.column)} in (${sql.join(some)}) order by ${listed(order)}`;
    rows.push(...(await query.execute(db)).rows);
  }
  return rows;
}

function chunksOf(keys: readonly string[]): readonly (readonly string[])[] {
  const chunks: (readonly string[])[] = [];
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) chunks.push(keys.slice(start, start + KEYS_AT_ONCE));
  return chunks;
}

/** Removes everything of somebody's for good, but for what is said to stay. */
export async function removePersonal(transaction: Queryable, person: Person): Promise<void> {
  await removeRows(transaction, await findKeys(transaction, person));
  await emptyMailsTo(transaction, person.mailbox);
}

/** Removes what is kept for the sake of some plans, and leaves the plans. */
export async function removeBelowPlans(transaction: Queryable, plans: readonly string[]): Promise<void> {
  await removeRows(transaction, await keysBelow(transaction, new Map([['plan', plans]])));
}

async function removeRows(transaction: Queryable, keys: Keys): Promise<void> {
  await removePointers(transaction, keys);
  for (const { table, by, stays } of TABLES.toReversed()) {
    if (stays !== undefined) continue;
    for (const some of chunksOf(keys.get(by.of) ?? []))
      await sql`delete from ${sql.table(table)} where ${sql.ref(by.column)} in (${sql.join(some)})`.execute(
        transaction,
      );
  }
}

/** What points from one row to another of its table, or to a row from outside, would keep it from going. */
async function removePointers(transaction: Queryable, keys: Keys): Promise<void> {
  for (const some of chunksOf(keys.get('share') ?? []))
    await transaction
      .updateTable('share')
      .set({ stands_in_for: null })
      .where((either) => either.or([either('id', 'in', some), either('stands_in_for', 'in', some)]))
      .execute();
  // Asked for by whoever held the private link, for an address that is not the account's.
  for (const some of chunksOf(keys.get('folder') ?? []))
    await transaction.deleteFrom('sign_in_link').where('folder_id', 'in', some).execute();
}

/** Somebody's plans as the file has them, each whole, one after the other. */
export async function* eachTakenPlan(
  db: Queryable,
  keys: Keys,
  which: 'standing' | 'deleted',
): AsyncGenerator<TakenPlan> {
  for (const id of keys.get('plan') ?? []) {
    const row = await db
      .selectFrom('plan')
      .innerJoin('plan_version', (join) =>
        join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.version', '=', 'plan.version'),
      )
      .select(['plan.folder_id', 'plan.number', 'plan.version', 'plan.created_at', 'plan.saved_at', 'plan.deleted_at'])
      .select('plan_version.document')
      .where('plan.id', '=', id)
      .where('plan.deleted_at', which === 'standing' ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (row)
      yield {
        id,
        folder: row.folder_id,
        number: row.number,
        version: row.version,
        createdAt: row.created_at,
        savedAt: row.saved_at,
        deletedAt: row.deleted_at,
        plan: JSON.parse(row.document),
      };
  }
}

/** A plan in the file: the content just as it is when one plan is taken away. */
export interface TakenPlan {
  readonly id: string;
  readonly folder: string;
  readonly number: number;
  readonly version: number;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly deletedAt: string | null;
  readonly plan: unknown;
}
