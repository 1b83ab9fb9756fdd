import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { after, daysAfter } from '../clock.ts';
import type { Account } from '../db/accounts.ts';
import type { Queryable } from '../db/open-database.ts';
import { addSession, endSession, getSession, touchSession, type Session } from '../db/sign-in.ts';
import { SESSION_DAYS } from '../domain/account/retention.ts';
import type { Services } from '../services/services.ts';
import { browserName } from './browser-name.ts';
import { isKey, keyHash, newKey } from './private-link.ts';

const TOUCHED_EVERY_MS = 3_600_000;

/** A browser that is signed in, and whose. */
export interface SignedIn {
  readonly account: Account;
  readonly session: Session;
}

/** Who is signed in, by the cookie of this request; undefined where nobody is. */
export async function signedIn(context: Context, { db, clock, config }: Services): Promise<SignedIn | undefined> {
  const token = getCookie(context, ownCookie(config, SESSION).name);
  if (token === undefined || !isKey(token)) return undefined;
  const now = clock.now();
  const found = await getSession(db, keyHash(token), now);
  if (!found) return undefined;
  const { account, session } = found;
  if (session.seenAt < after(now, -TOUCHED_EVERY_MS))
    await touchSession(db, { session: session.id, account: account.id, now, today: clock.today() });
  return found;
}

/** Whose account this browser is signed in to; undefined where nobody is, or the account is closed and can do nothing. */
export async function openAccount(context: Context, services: Services): Promise<Account | undefined> {
  const account = (await signedIn(context, services))?.account;
  return account?.deletedAt === null ? account : undefined;
}

/**
 * Signs this browser in, in the transaction of what proved who it is. Every sign-in makes a new token and ends the one
 * the browser had, so that none that was planted is ever worth anything. Call `keepSession` once that is committed.
 */
export async function beginSession(
  context: Context,
  { clock, config }: Services,
  transaction: Queryable,
  account: string,
): Promise<string> {
  const before = getCookie(context, ownCookie(config, SESSION).name);
  if (before !== undefined && isKey(before)) await endSession(transaction, keyHash(before));
  const token = newKey();
  const now = clock.now();
  await addSession(transaction, {
    tokenHash: keyHash(token),
    account,
    browser: browserName(context.req.header('User-Agent') ?? ''),
    now,
    expiresAt: daysAfter(now, SESSION_DAYS),
  });
  return token;
}

/** Hands the browser the token of a session that has been begun. */
export function keepSession(context: Context, { config }: Services, token: string): void {
  const { name, options } = ownCookie(config, SESSION);
  setCookie(context, name, token, { ...options, maxAge: SESSION_DAYS * 86_400 });
}

/** Signs this browser out, here and in the database. */
export async function leaveSession(context: Context, { db, config }: Services): Promise<void> {
  const { name, options } = ownCookie(config, SESSION);
  const token = getCookie(context, name);
  if (token === undefined) return;
  if (isKey(token)) await endSession(db, keyHash(token));
  deleteCookie(context, name, options);
}

/**
 * How a cookie of ours is named and set. Lax and not strict: whoever follows a link in a mail arrives signed in; a form of
 * another site brings no cookie. With its prefix a browser takes it only over TLS, for this host alone: no neighbouring
 * host can plant one.
 */
export function ownCookie({ baseUrl }: Pick<Services['config'], 'baseUrl'>, name: string) {
  const secure = baseUrl.startsWith('https:');
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  return { name: secure ? `__Host-${name}` : name, options };
}

const SESSION = 'session';
