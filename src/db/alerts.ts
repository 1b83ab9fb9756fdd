import { randomUUID } from 'node:crypto';
import { ALERTS_AT_MOST } from '../domain/alerts/alert-limits.ts';
import type { Listed } from '../domain/alerts/listed.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Queryable } from './open-database.ts';

/** A page that somebody wants to hear of when it changes. */
export interface Alert {
  readonly id: string;
  readonly address: string;
  readonly madeAt: string;
  /** Set while nothing is mailed of it. */
  readonly pausedAt: string | null;
  /** Set while it can still be brought back. */
  readonly removedAt: string | null;
  /** The list as it was said last, and when that was. */
  readonly said: readonly Listed[];
  readonly saidOn: IsoDate;
}

const ALERT = ['id', 'address', 'made_at', 'paused_at', 'removed_at', 'said', 'said_on'] as const;

interface AlertRow {
  readonly id: string;
  readonly address: string;
  readonly made_at: string;
  readonly paused_at: string | null;
  readonly removed_at: string | null;
  readonly said: string;
  readonly said_on: string;
}

function alertIn(row: AlertRow): Alert {
  return {
    id: row.id,
    address: row.address,
    madeAt: row.made_at,
    pausedAt: row.paused_at,
    removedAt: row.removed_at,
    // Written by this file alone.
    said: JSON.parse(row.said) as readonly Listed[],
    saidOn: row.said_on as IsoDate,
  };
}

/** The alerts of an account, the oldest first; without those that were removed. */
export async function findAlerts(db: Queryable, account: string): Promise<readonly Alert[]> {
  const rows = await db
    .selectFrom('alert')
    .select(ALERT)
    .where('account_id', '=', account)
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(alertIn);
}

/** An alert of this account, removed or not. */
export async function getAlert(
  db: Queryable,
  { account, id }: { readonly account: string; readonly id: string },
): Promise<Alert | undefined> {
  const row = await db
    .selectFrom('alert')
    .select(ALERT)
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && alertIn(row);
}

export interface NewAlert {
  readonly account: string;
  readonly address: string;
  /** What the page shows now: its owner has seen that. */
  readonly said: readonly Listed[];
  readonly now: string;
  readonly today: IsoDate;
}

/**
 * Follows a page from now on. One that is followed already stays as it is; one that was paused or removed begins anew.
 * Undefined where the account follows as many as it may.
 */
export async function addAlert(
  transaction: Queryable,
  { account, address, said, now, today }: NewAlert,
): Promise<string | undefined> {
  const followed = await findAlerts(transaction, account);
  const held = followed.find((alert) => alert.address === address);
  if (held && held.pausedAt === null) return held.id;
  if (!held && followed.length >= ALERTS_AT_MOST) return undefined;
  const fresh = { made_at: now, paused_at: null, removed_at: null, said: JSON.stringify(said), said_on: today };
  const { id } = await transaction
    .insertInto('alert')
    .values({ id: randomUUID(), account_id: account, address, ...fresh })
    .onConflict((conflict) => conflict.columns(['account_id', 'address']).doUpdateSet(fresh))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Pauses or resumes, removes or brings back an alert of this account. False where it is not one of theirs. */
export async function markAlert(
  transaction: Queryable,
  { account, id }: { readonly account: string; readonly id: string },
  mark: { readonly pausedAt: string | null } | { readonly removedAt: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('alert')
    .set('pausedAt' in mark ? { paused_at: mark.pausedAt } : { removed_at: mark.removedAt })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** An account that follows something and was not mailed of it since `mailedBefore`. */
export interface Follower {
  readonly account: string;
  readonly address: string;
}

/** The next of them after an account id, so that they can be gone through a few at a time. */
export async function findFollowers(
  db: Queryable,
  { mailedBefore, after, atMost }: { readonly mailedBefore: IsoDate; readonly after: string; readonly atMost: number },
): Promise<readonly Follower[]> {
  return db
    .selectFrom('account')
    .leftJoin('alert_digest', 'alert_digest.account_id', 'account.id')
    .select(['account.id as account', 'account.address'])
    .where('account.id', '>', after)
    .where('account.deleted_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('alert_digest.mailed_on', 'is', null), eb('alert_digest.mailed_on', '<', mailedBefore)]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('alert')
          .select('alert.id')
          .whereRef('alert.account_id', '=', 'account.id')
          .where('alert.removed_at', 'is', null)
          .where('alert.paused_at', 'is', null),
      ),
    )
    .orderBy('account.id')
    .limit(atMost)
    .execute();
}

/**
 * Records that an account is mailed what changed, in the transaction that queues the mail. False, and nothing is to be
 * queued, where it was mailed meanwhile, or is being deleted.
 */
export async function recordDigest(
  transaction: Queryable,
  {
    account,
    mailedBefore,
    today,
  }: { readonly account: string; readonly mailedBefore: IsoDate; readonly today: IsoDate },
): Promise<boolean> {
  const open = await transaction
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!open) return false;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('alert_digest')
    .values({ account_id: account, mailed_on: today })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ mailed_on: today })
        .where('alert_digest.mailed_on', '<', mailedBefore),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** The day an account was last mailed what had changed. */
export async function getDigestDay(db: Queryable, account: string): Promise<IsoDate | undefined> {
  const row = await db
    .selectFrom('alert_digest')
    .select('mailed_on')
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row?.mailed_on as IsoDate | undefined;
}

/** Remembers what was said of an alert. */
export async function saveSaid(
  transaction: Queryable,
  { id, said, today }: { readonly id: string; readonly said: readonly Listed[]; readonly today: IsoDate },
): Promise<void> {
  await transaction
    .updateTable('alert')
    .set({ said: JSON.stringify(said), said_on: today })
    .where('id', '=', id)
    .execute();
}

/** Removes for good what was removed before `before`. */
export async function removeOldAlerts(db: Queryable, before: string): Promise<void> {
  await db.deleteFrom('alert').where('removed_at', '<', before).execute();
}
