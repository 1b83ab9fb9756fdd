import type { IsoDate } from '../domain/date.ts';
import type { Use } from '../domain/account/retention.ts';
import { accountIn, type Account } from './accounts.ts';
import type { Queryable } from './open-database.ts';

/** An account that has not been used for long, and what its owner has been told about it. */
export interface UnusedAccount extends Use {
  readonly id: string;
  readonly address: string;
  readonly name: string;
}

/** When an account was last used and its owner warned. */
export async function getUse(db: Queryable, account: string): Promise<Use | undefined> {
  const row = await db.selectFrom('account').select(USE).where('id', '=', account).executeTakeFirst();
  return row && useIn(row);
}

const USE = ['used_on', 'warned_on', 'warned_again_on'] as const;

function useIn(row: { readonly [K in (typeof USE)[number]]: string | null }): Use {
  return {
    usedOn: row.used_on as IsoDate,
    warnedOn: row.warned_on as IsoDate | null,
    // The second warning is one only after the first: use in between took the first back and left this.
    warnedAgainOn: row.warned_on === null ? null : (row.warned_again_on as IsoDate | null),
  };
}

/**
 * Counts as use of an account that a plan in it was opened by its private link: its owner comes back without signing
 * in. A calendar program that goes on asking does not.
 */
export async function noteUseOfPlans(db: Queryable, usedBefore: IsoDate): Promise<void> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_folder', 'account_folder.account_id', 'account.id')
    .innerJoin('plan', 'plan.folder_id', 'account_folder.folder_id')
    .innerJoin('plan_opening', 'plan_opening.plan_id', 'plan.id')
    .select((select) => ['account.id', select.fn.max('plan_opening.opened_on').as('opened_on')])
    .where('account.used_on', '<', usedBefore)
    .where('account.deleted_at', 'is', null)
    .where('plan_opening.opened_by', 'in', ['link', 'account'])
    .whereRef('plan_opening.opened_on', '>', 'account.used_on')
    .groupBy('account.id')
    .execute();
  for (const { id, opened_on } of rows)
    await db
      .updateTable('account')
      .set({ used_on: opened_on, warned_on: null })
      .where('id', '=', id)
      .where('used_on', '<', opened_on)
      .execute();
}

/** Accounts last used before a day, some of them, in the order of their ids from after `after`. */
export async function findUnused(
  db: Queryable,
  { usedBefore, after, atMost }: { readonly usedBefore: IsoDate; readonly after: string; readonly atMost: number },
): Promise<readonly UnusedAccount[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'address', 'name', ...USE])
    .where('used_on', '<', usedBefore)
    .where('deleted_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({ id: row.id, address: row.address, name: row.name, ...useIn(row) }));
}

/** Notes that an account's owner is warned. False where it has been used meanwhile, or another has warned them. */
export async function noteWarning(
  transaction: Queryable,
  { id, usedOn, warnedOn }: UnusedAccount,
  today: IsoDate,
): Promise<boolean> {
  const isFirst = warnedOn === null;
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set(isFirst ? { warned_on: today, warned_again_on: null } : { warned_again_on: today })
    .where('id', '=', id)
    .where('used_on', '=', usedOn)
    .where('deleted_at', 'is', null)
    .where(isFirst ? 'warned_on' : 'warned_again_on', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/**
 * Closes an account: nothing of it opens anything, and its browsers are signed out. False where it is closed already,
 * or was used after `unlessUsedAfter`.
 */
export async function closeAccount(
  transaction: Queryable,
  {
    account,
    now,
    unlessUsedAfter,
  }: { readonly account: string; readonly now: string; readonly unlessUsedAfter?: IsoDate },
): Promise<boolean> {
  const closing = transaction
    .updateTable('account')
    .set({ deleted_at: now })
    .where('id', '=', account)
    .where('deleted_at', 'is', null);
  const { numUpdatedRows } = await (
    unlessUsedAfter === undefined ? closing : closing.where('used_on', '<=', unlessUsedAfter)
  ).executeTakeFirst();
  if (Number(numUpdatedRows) === 0) return false;
  await transaction.deleteFrom('session').where('account_id', '=', account).execute();
  return true;
}

/** Brings a closed account back as it was. False where it was not closed. */
export async function reopenAccount(
  transaction: Queryable,
  { account, today }: { readonly account: string; readonly today: IsoDate },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set({ deleted_at: null, used_on: today, warned_on: null, warned_again_on: null })
    .where('id', '=', account)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Accounts that were closed before `before`, some of them. */
export async function findClosed(db: Queryable, before: string, atMost: number): Promise<readonly Account[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'address', 'name', 'created_at', 'used_on', 'deleted_at'])
    .where('deleted_at', '<', before)
    .orderBy('deleted_at')
    .orderBy('id')
    .limit(atMost)
    .execute();
  return rows.map(accountIn);
}

/** Keeps everybody else from bringing an account back until the transaction is done. False where somebody has. */
export async function holdClosed(transaction: Queryable, account: string, before: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set((set) => ({ deleted_at: set.ref('deleted_at') }))
    .where('id', '=', account)
    .where('deleted_at', '<', before)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
