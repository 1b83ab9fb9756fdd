import type { Queryable } from './open-database.ts';
import type { Session } from './sign-in.ts';

/** The browsers an account is signed in with, the one used last first. */
export async function findSessions(db: Queryable, account: string, now: string): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'browser', 'created_at', 'seen_at'])
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, browser: row.browser, createdAt: row.created_at, seenAt: row.seen_at }));
}

/** Signs one browser of an account out. False where it was not signed in. */
export async function endSessionOf(db: Queryable, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
}

/** Signs out every browser of an account but one. Gives how many that were. */
export async function endOtherSessions(db: Queryable, account: string, kept: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('id', '<>', kept)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
