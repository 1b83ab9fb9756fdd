import type { Context } from 'hono';
import { accountOf, getAccountByAddress } from '../../db/accounts.ts';
import { getFolder } from '../../db/folders.ts';
import type { Queryable } from '../../db/open-database.ts';
import { findPlans } from '../../db/plans.ts';
import { getSignInLink, useSignInLink, type SignInLink } from '../../db/sign-in.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { isKey, keyHash } from '../../http/private-link.ts';
import { signedIn } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';
import { letIn } from './answers.tsx';
import { enter, type Entered } from './enter.ts';
import { heldBy } from './flow-cookie.ts';
import { join } from './join.ts';
import { limitPresses } from './limits.ts';
import { EndedLinkPage, LinkPage, type Joining, type LinkEnd, type ToKeep } from './link-page.tsx';

/** What a link in a mail opens, and its button. */
export function linkRoutes(app: App, services: Services): void {
  app.get(PATHS.signInLink, async (context) => {
    const { token, link, end } = await findLink(context, services);
    return link && end === undefined ? offer(context, services, { token, link }) : ended(context, services, token, end);
  });

  app.post(PATHS.signInLink, async (context) => {
    await limitPresses(context, services);
    const { token, link, end } = await findLink(context, services);
    if (!link || end !== undefined) return ended(context, services, token, end);
    const form = await readForm(context);
    if (await isUnsaid(services, link, form)) return offer(context, services, { token, link, isUnsaid: true });
    const joins = joiningOf(context, services, token, link)?.isThisBrowser === true;
    const keeps = link.folder === null || form.one('keep') === 'yes';
    const pressed = keeps ? link : { ...link, folder: null, next: ACCOUNT_URLS.account() };
    const entered = await services.db
      .transaction()
      .execute((transaction) => press(context, services, transaction, { token, link: pressed, joins }));
    // Another press came first, by a hair.
    if (!entered) return ended(context, services, token, 'used');
    return letIn(context, services, entered, link.address);
  });
}

interface FoundLink {
  readonly token: string;
  readonly link: SignInLink | undefined;
  /** Why it signs nobody in; undefined where it does. */
  readonly end: LinkEnd | undefined;
}

async function findLink(context: Context, { db, clock }: Services): Promise<FoundLink> {
  const token = context.req.param('token') ?? '';
  const link = isKey(token) ? await getSignInLink(db, keyHash(token)) : undefined;
  return { token, link, end: link ? endOf(link, clock.now()) : 'unknown' };
}

function endOf({ usedAt, expiresAt }: SignInLink, now: string): LinkEnd | undefined {
  if (usedAt !== null) return 'used';
  return expiresAt <= now ? 'over' : undefined;
}

/** Whether a plan could be kept and nothing was said of it: the link is not used up, and its page asks again. */
async function isUnsaid(services: Services, link: SignInLink, form: SentForm): Promise<boolean> {
  if (link.folder === null || ['yes', 'no'].includes(form.one('keep'))) return false;
  return (await toKeepOf(services, link))?.keptBy === 'nobody';
}

interface Offered {
  readonly token: string;
  readonly link: SignInLink;
  readonly isUnsaid?: boolean;
}

async function offer(context: Context, services: Services, offered: Offered): Promise<Response> {
  const { token, link, isUnsaid: unsaid = false } = offered;
  const here = personalVisit(context, services);
  const now = (await signedIn(context, services))?.account.address;
  return sendPage(
    context,
    here,
    <LinkPage
      frame={here.frame}
      action={ACCOUNT_URLS.signInLink(token)}
      address={link.address}
      toKeep={await toKeepOf(services, link)}
      joining={joiningOf(context, services, token, link)}
      now={now === link.address ? undefined : now}
      isUnsaid={unsaid}
    />,
    unsaid ? 422 : 200,
  );
}

/** The plans a link would keep, for whoever holds the link to say yes or no to. */
async function toKeepOf({ db }: Services, { folder, address }: SignInLink): Promise<ToKeep | undefined> {
  const found = folder === null ? undefined : await getFolder(db, { id: folder });
  if (!found) return undefined;
  const plans = await findPlans(db, found.id);
  const titles = plans.flatMap(({ title, deletedAt }) => (deletedAt === null ? [title] : []));
  const reader = await getAccountByAddress(db, address);
  const keptBy = found.account === null ? 'nobody' : found.account === reader?.id ? 'reader' : 'another';
  return { titles, keptBy };
}

/**
 * A link that confirms an address to another sign-in service joins the two only in the browser that began there. In any
 * other it signs in and no more: else somebody could name an address that is not theirs there, and get into its account
 * once its owner pressed the button.
 */
function joiningOf(context: Context, services: Services, token: string, { identity }: SignInLink): Joining | undefined {
  const { identityProvider, clock } = services;
  if (identity === null || !identityProvider) return undefined;
  const isThisBrowser = identityProvider.isHeldFor(keyHash(token), heldBy(context, services), clock.now());
  return { name: identityProvider.name, isThisBrowser };
}

interface Pressing {
  readonly token: string;
  readonly link: SignInLink;
  readonly joins: boolean;
}

/** Uses the link up and signs in, both or neither. Undefined where it is used up already. */
async function press(
  context: Context,
  services: Services,
  transaction: Queryable,
  { token, link, joins }: Pressing,
): Promise<Entered | undefined> {
  const { clock } = services;
  const now = clock.now();
  if (!(await useSignInLink(transaction, keyHash(token), now))) return undefined;
  const { account, isNew } = await accountOf(transaction, { address: link.address, now, today: clock.today() });
  if (joins && link.identity) await join(services, transaction, { identity: link.identity, account: account.id });
  return enter(context, services, transaction, { account, isNew, wanted: link, how: 'with a link sent by mail' });
}

/** 404 for what was never a link or is long forgotten, 410 for what was one. */
async function ended(context: Context, services: Services, token: string, end: LinkEnd = 'unknown'): Promise<Response> {
  const here = personalVisit(context, services);
  const link = isKey(token) ? await getSignInLink(services.db, keyHash(token)) : undefined;
  const who = link && (await signedIn(context, services));
  const next = link && who?.account.address === link.address ? link.next : undefined;
  const page = <EndedLinkPage frame={here.frame} end={end} token={token} next={next} />;
  return sendPage(context, here, page, end === 'unknown' ? 404 : 410);
}
