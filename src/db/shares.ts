import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../domain/date.ts';
import { isSection, type Section, type ShareKind } from '../domain/conversation/share.ts';
import type { Queryable } from './open-database.ts';

/** A private link that shows parts of one plan to one person. */
export interface Share {
  readonly id: string;
  readonly plan: string;
  readonly kind: ShareKind;
  /** The account of the plan's owner. */
  readonly account: string;
  readonly name: string;
  readonly address: string;
  readonly sections: readonly Section[];
  readonly createdAt: string;
  /** The last day it opens anything. */
  readonly expiresOn: IsoDate;
  readonly answerBy: IsoDate;
  readonly confirmedAt: string | null;
  readonly revokedAt: string | null;
  readonly standsInFor: string | null;
}

export interface NewShare extends Omit<Share, 'id' | 'confirmedAt' | 'revokedAt'> {
  /** Where its key is made from its id, that is known before. */
  readonly id?: string;
  readonly keyHash: string;
}

const SHARE = [
  'id',
  'plan_id',
  'kind',
  'account_id',
  'name',
  'address',
  'sections',
  'created_at',
  'expires_on',
  'answer_by',
  'confirmed_at',
  'revoked_at',
  'stands_in_for',
] as const;

interface ShareRow {
  readonly id: string;
  readonly plan_id: string;
  readonly kind: ShareKind;
  readonly account_id: string;
  readonly name: string;
  readonly address: string;
  readonly sections: string;
  readonly created_at: string;
  readonly expires_on: string;
  readonly answer_by: string;
  readonly confirmed_at: string | null;
  readonly revoked_at: string | null;
  readonly stands_in_for: string | null;
}

function shareIn(row: ShareRow): Share {
  return {
    id: row.id,
    plan: row.plan_id,
    kind: row.kind,
    account: row.account_id,
    name: row.name,
    address: row.address,
    sections: (JSON.parse(row.sections) as string[]).filter(isSection),
    createdAt: row.created_at,
    expiresOn: row.expires_on as IsoDate,
    answerBy: row.answer_by as IsoDate,
    confirmedAt: row.confirmed_at,
    revokedAt: row.revoked_at,
    standsInFor: row.stands_in_for,
  };
}

/** Gives the new share's id. */
export async function addShare(transaction: Queryable, share: NewShare): Promise<string> {
  const id = share.id ?? randomUUID();
  await transaction
    .insertInto('share')
    .values({
      id,
      plan_id: share.plan,
      key_hash: share.keyHash,
      kind: share.kind,
      account_id: share.account,
      name: share.name,
      address: share.address,
      sections: JSON.stringify(share.sections),
      created_at: share.createdAt,
      expires_on: share.expiresOn,
      answer_by: share.answerBy,
      confirmed_at: null,
      revoked_at: null,
      stands_in_for: share.standsInFor,
    })
    .execute();
  return id;
}

/** Keeps everybody else from sharing in somebody's name until the transaction is done: two presses become one share. */
export async function lockSharing(transaction: Queryable, account: string): Promise<void> {
  await transaction.updateTable('account').set({ id: account }).where('id', '=', account).execute();
}

/** The share a key opens, whatever has become of it since. */
export async function getShareByKey(db: Queryable, keyHash: string): Promise<Share | undefined> {
  const row = await db.selectFrom('share').select(SHARE).where('key_hash', '=', keyHash).executeTakeFirst();
  return row && shareIn(row);
}

/** One share of a plan. */
export async function getShare(db: Queryable, plan: string, id: string): Promise<Share | undefined> {
  const row = await db
    .selectFrom('share')
    .select(SHARE)
    .where('plan_id', '=', plan)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && shareIn(row);
}

/** The shares of a plan, the newest first. */
export async function findShares(db: Queryable, plan: string): Promise<readonly Share[]> {
  const rows = await db
    .selectFrom('share')
    .select(SHARE)
    .where('plan_id', '=', plan)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(shareIn);
}

/**
 * Shares of a kind that open something on a day, of plans and accounts that are there, by id from after `after` on: some
 * of them, to be looked through one stretch after the other.
 */
export async function findOpenShares(
  db: Queryable,
  { kind, today, after, atMost }: { kind: ShareKind; today: IsoDate; after: string; atMost: number },
): Promise<readonly Share[]> {
  const rows = await db
    .selectFrom('share')
    .innerJoin('plan', 'plan.id', 'share.plan_id')
    .innerJoin('account', 'account.id', 'share.account_id')
    .select(SHARE.map((column) => `share.${column}` as const))
    .where('share.kind', '=', kind)
    .where('share.revoked_at', 'is', null)
    .where('share.expires_on', '>=', today)
    .where('plan.deleted_at', 'is', null)
    .where('account.deleted_at', 'is', null)
    .where('share.id', '>', after)
    .orderBy('share.id')
    .limit(atMost)
    .execute();
  return rows.map(shareIn);
}

/** Notes that its reader has said who they are; the first time stays. */
export async function confirmShare(transaction: Queryable, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('share')
    .set({ confirmed_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Ends a share at once. False where it was ended before. */
export async function revokeShare(transaction: Queryable, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('share')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Gives a share another key and other days: the key it had opens nothing any more. False where it was ended for good. */
export async function renewShare(
  transaction: Queryable,
  id: string,
  renewed: { readonly keyHash: string; readonly expiresOn: IsoDate; readonly answerBy: IsoDate },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('share')
    .set({ key_hash: renewed.keyHash, expires_on: renewed.expiresOn, answer_by: renewed.answerBy })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Changes by when an answer was said to come, and the last day it opens anything. Its key stays. */
export async function saveDays(
  transaction: Queryable,
  id: string,
  { answerBy, expiresOn }: { readonly answerBy: IsoDate; readonly expiresOn: IsoDate },
): Promise<void> {
  await transaction
    .updateTable('share')
    .set({ answer_by: answerBy, expires_on: expiresOn })
    .where('id', '=', id)
    .execute();
}

/** Changes which parts of the plan it shows. */
export async function saveShareSections(
  transaction: Queryable,
  id: string,
  sections: readonly Section[],
): Promise<void> {
  await transaction
    .updateTable('share')
    .set({ sections: JSON.stringify(sections) })
    .where('id', '=', id)
    .execute();
}
