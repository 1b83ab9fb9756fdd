import type { Context } from 'hono';
import { isNextPage, ownPath } from '../../domain/account/next-page.ts';
import type { SentForm } from '../../http/form.ts';
import { nextPath } from '../../http/next-path.ts';
import { openFolder } from '../../http/plan/open-folder.ts';
import { isKey } from '../../http/private-link.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import type { SignInFor } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

/** What somebody signs in for. */
export interface Wanted {
  /** The folder to keep in their account, proved by its private link; none where they only sign in. */
  readonly folder: string | null;
  /** The page to go on to: a path of ours with no key in it. */
  readonly next: string;
}

/** What a form asked for, proved, and as a form can carry it on. */
export interface Asked {
  readonly wanted: Wanted;
  readonly carried: SignInFor;
}

/**
 * Reads what a form is sent for. Nothing in it is trusted: a private link's key has to open its folder, and the page to
 * go on to is one of a list, or a path that can only be ours.
 */
export async function readAsked(context: Context, services: Services, form: SentForm): Promise<Asked> {
  const key = form.one('key');
  if (key === '') return askedFor(ownPath(form.one('next')));
  const opened = isKey(key) ? await openFolder(context, services, key) : undefined;
  if (!opened) throw new NotFound(NO_SUCH_LINK);
  const number = /^[1-9]\d{0,4}$/.test(form.one('number')) ? Number(form.one('number')) : undefined;
  const sent = form.one('page');
  const page = isNextPage(sent) ? sent : 'plan';
  const { folder } = opened;
  return { wanted: { folder, next: nextPath({ folder, number, page }) }, carried: { key, number, page } };
}

/** To sign in and no more. */
export function askedFor(next: string | undefined): Asked {
  return { wanted: { folder: null, next: next ?? ACCOUNT_URLS.account() }, carried: { next } };
}

const NO_SUCH_LINK = {
  title: 'This link opens no plan',
  what: 'It may be mistyped or cut short where a mail broke the line. Open your plan by its private link and begin again from there.',
};
