import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { ownCookie } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';

const NAME = 'signing-in';

/** What this browser holds while somebody signs in with another service: sealed, so that it is no use to anybody. */
export function heldBy(context: Context, { config }: Services): string {
  return getCookie(context, ownCookie(config, NAME).name) ?? '';
}

/** Hands the browser what it is to bring back; `seconds` is how long it does. */
export function hold(context: Context, { config }: Services, held: string, seconds: number): void {
  const { name, options } = ownCookie(config, NAME);
  setCookie(context, name, held, { ...options, maxAge: seconds });
}

/** Takes it away again, once it was brought back. */
export function letGo(context: Context, { config }: Services): void {
  const { name, options } = ownCookie(config, NAME);
  deleteCookie(context, name, options);
}
