import { randomUUID } from 'node:crypto';
import { accountIn, type Account, type Identity } from './accounts.ts';
import type { Queryable } from './open-database.ts';

export interface NewSignInLink {
  readonly tokenHash: string;
  readonly address: string;
  /** The folder to keep in the account, whose private link its reader held. */
  readonly folder: string | null;
  /** A path of ours with no key in it. */
  readonly next: string;
  readonly identity: Identity | null;
  readonly now: string;
  readonly expiresAt: string;
}

export interface SignInLink extends Omit<NewSignInLink, 'tokenHash' | 'now'> {
  readonly usedAt: string | null;
}

export async function addSignInLink(transaction: Queryable, link: NewSignInLink): Promise<void> {
  await transaction
    .insertInto('sign_in_link')
    .values({
      token_hash: link.tokenHash,
      address: link.address,
      folder_id: link.folder,
      next: link.next,
      issuer: link.identity?.issuer ?? null,
      subject: link.identity?.subject ?? null,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** A link as it stands, used or not. Looking at it uses nothing up. */
export async function getSignInLink(db: Queryable, tokenHash: string): Promise<SignInLink | undefined> {
  const row = await db
    .selectFrom('sign_in_link')
    .select(['address', 'folder_id', 'next', 'issuer', 'subject', 'expires_at', 'used_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return (
    row && {
      address: row.address,
      folder: row.folder_id,
      next: row.next,
      identity: row.issuer === null || row.subject === null ? null : { issuer: row.issuer, subject: row.subject },
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  );
}

/** Uses a link up. False where it is used already or over: of two at once, one is told so. */
export async function useSignInLink(transaction: Queryable, tokenHash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly account: string;
  readonly browser: string;
  readonly now: string;
  readonly expiresAt: string;
}

/** A browser that is signed in, as its owner sees it. */
export interface Session {
  readonly id: string;
  readonly browser: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

/** Signs a browser in. Gives the session's id. */
export async function addSession(transaction: Queryable, session: NewSession): Promise<string> {
  const id = randomUUID();
  await transaction
    .insertInto('session')
    .values({
      id,
      token_hash: session.tokenHash,
      account_id: session.account,
      browser: session.browser,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
  return id;
}

/** The session of a token and whose it is; undefined where it is over, ended or never was. */
export async function getSession(
  db: Queryable,
  tokenHash: string,
  now: string,
): Promise<{ readonly session: Session; readonly account: Account } | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select([
      'session.id as session_id',
      'session.browser',
      'session.created_at as session_created_at',
      'session.seen_at',
      'account.id',
      'account.address',
      'account.name',
      'account.created_at',
      'account.used_on',
      'account.deleted_at',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  return (
    row && {
      session: { id: row.session_id, browser: row.browser, createdAt: row.session_created_at, seenAt: row.seen_at },
      account: accountIn(row),
    }
  );
}

/** Notes that a session and its account are in use. */
export async function touchSession(
  transaction: Queryable,
  { session, account, now, today }: Readonly<Record<'session' | 'account' | 'now' | 'today', string>>,
): Promise<void> {
  await transaction.updateTable('session').set({ seen_at: now }).where('id', '=', session).execute();
  await transaction
    .updateTable('account')
    .set({ used_on: today, warned_on: null })
    .where('id', '=', account)
    .where('used_on', '<', today)
    .execute();
}

/** Signs one browser out; nothing where it was signed out already. */
export async function endSession(db: Queryable, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Forgets links that were over before `before`, used or not. */
export async function removeSignInLinks(db: Queryable, before: string): Promise<void> {
  await db.deleteFrom('sign_in_link').where('expires_at', '<', before).execute();
}

/** Forgets sessions that are over. */
export async function removeSessionsOver(db: Queryable, now: string): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
}
