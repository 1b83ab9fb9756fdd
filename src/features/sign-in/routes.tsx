import type { Context } from 'hono';
import { getSignInLink } from '../../db/sign-in.ts';
import { parseMailbox } from '../../domain/mail/mail-address.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { isKey, keyHash } from '../../http/private-link.ts';
import { leaveSession, signedIn } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';
import { lookInMail } from './answers.tsx';
import { elsewhereRoutes } from './elsewhere-routes.tsx';
import { keepFolder } from './enter.ts';
import { limitLinks } from './limits.ts';
import { linkRoutes } from './link-routes.tsx';
import { sendLink } from './send-link.ts';
import { KeptElsewherePage, SignedInPage, SignInPage } from './sign-in-page.tsx';
import { askedFor, readAsked } from './wanted.ts';

/** Signing in by a link in a mail or with another service, and out again. */
export function signInRoutes(app: App, services: Services): void {
  app.get(PATHS.signIn, async (context) => {
    const here = personalVisit(context, services);
    const who = await signedIn(context, services);
    if (who) return sendPage(context, here, <SignedInPage frame={here.frame} address={who.account.address} />);
    const said = context.req.query('out') === undefined ? undefined : SIGNED_OUT;
    return sendPage(context, here, <SignInPage frame={here.frame} wanted={askedFor(undefined).carried} said={said} />);
  });

  app.post(PATHS.signIn, (context) => ask(context, services));
  app.post(PATHS.signInKeep, (context) => keep(context, services));

  app.post(PATHS.signOut, async (context) => {
    await leaveSession(context, services);
    return context.redirect(ACCOUNT_URLS.signIn(true), 303);
  });

  elsewhereRoutes(app, services);
  linkRoutes(app, services);
}

const SIGNED_OUT = { title: 'Signed out', words: 'You are signed out in this browser.' };

const LONGEST_SHOWN = 320;

async function ask(context: Context, services: Services): Promise<Response> {
  const here = personalVisit(context, services);
  const { frame } = here;
  const form = await readForm(context);
  if (form.one('again') !== '') return askAgain(context, services, form);
  const { wanted, carried } = await readAsked(context, services, form);
  const typed = form.one('address');
  const read = parseMailbox({ address: typed });
  if (!read.ok) {
    const shown = typed.slice(0, LONGEST_SHOWN);
    const page = <SignInPage frame={frame} wanted={carried} typed={shown} error={read.problem} />;
    return sendPage(context, here, page, 422);
  }
  await limitLinks(context, services, read.mailbox);
  await sendLink(services, { to: read.mailbox, wanted, identity: null });
  return sendPage(context, here, lookInMail(services, here, read.mailbox.address));
}

/**
 * Sends a new link in place of one that is used or over, to the address of that one and for the same end: whoever holds
 * an old link can have nothing sent to themselves by it, and is not told whose it was.
 */
async function askAgain(context: Context, services: Services, form: SentForm): Promise<Response> {
  const here = personalVisit(context, services);
  const token = form.one('again');
  const link = isKey(token) ? await getSignInLink(services.db, keyHash(token)) : undefined;
  const read = parseMailbox({ address: link?.address ?? '' });
  if (!link || !read.ok)
    return sendPage(context, here, <SignInPage frame={here.frame} wanted={askedFor(undefined).carried} />);
  await limitLinks(context, services, read.mailbox);
  await sendLink(services, { to: read.mailbox, wanted: { folder: link.folder, next: link.next }, identity: null });
  return sendPage(context, here, lookInMail(services, here, undefined));
}

/** Puts a plan into the account of whoever is signed in, at one press; whoever is not is asked to sign in first. */
async function keep(context: Context, services: Services): Promise<Response> {
  const here = personalVisit(context, services);
  const { frame } = here;
  const { wanted, carried } = await readAsked(context, services, await readForm(context));
  const account = (await signedIn(context, services))?.account;
  if (account?.deletedAt !== null) return sendPage(context, here, <SignInPage frame={frame} wanted={carried} />);
  const now = services.clock.now();
  const isKept = await services.db
    .transaction()
    .execute((transaction) => keepFolder(transaction, { account: account.id, folder: wanted.folder, now }));
  if (isKept) return context.redirect(wanted.next, 303);
  return sendPage(context, here, <KeptElsewherePage frame={frame} address={account.address} />, 409);
}
