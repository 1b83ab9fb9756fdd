import type { Context } from 'hono';
import { accountOf, getAccountOfIdentity, touchAccount, type Account, type Identity } from '../../db/accounts.ts';
import type { Queryable } from '../../db/open-database.ts';
import { comparableAddress, parseMailbox, type Mailbox } from '../../domain/mail/mail-address.ts';
import { ELSEWHERE_MINUTES, LINK_MINUTES } from '../../domain/account/sign-in-times.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import type { SignInFor } from '../../ui/sign-in-form.tsx';
import { PATHS } from '../../urls.ts';
import { letIn, lookInMail } from './answers.tsx';
import { enter } from './enter.ts';
import { heldBy, hold, letGo } from './flow-cookie.ts';
import { GoingPage } from './going-page.tsx';
import { join } from './join.ts';
import { limitLinks, limitPresses } from './limits.ts';
import { sendLink } from './send-link.ts';
import { SignInPage } from './sign-in-page.tsx';
import { askedFor, readAsked, type Wanted } from './wanted.ts';

type Provider = NonNullable<Services['identityProvider']>;
type Outcome = Awaited<ReturnType<Provider['end']>>;
type Identified = Extract<Outcome, { readonly kind: 'identified' }>;
type Failure = Exclude<Outcome['kind'], 'identified'> | 'no-address';

/** Signing in with another service, where one is set. */
export function elsewhereRoutes(app: App, services: Services): void {
  app.post(PATHS.signInWith, async (context) => {
    const provider = providerOf(services);
    const { wanted, carried } = await readAsked(context, services, await readForm(context));
    await limitPresses(context, services);
    const begun = await provider.begin(wanted, services.clock.now());
    if (!begun) return failed(context, services, 'away', carried);
    hold(context, services, begun.held, ELSEWHERE_MINUTES * 60);
    context.header('Refresh', `0; url=${begun.location}`);
    const here = personalVisit(context, services);
    const page = <GoingPage frame={here.frame} name={provider.name} href={begun.location} />;
    return sendPage(context, here, page);
  });

  app.get(PATHS.signInBack, async (context) => {
    const provider = providerOf(services);
    const held = heldBy(context, services);
    letGo(context, services);
    await limitPresses(context, services);
    const query = new URL(context.req.url).search.slice(1);
    const outcome = await provider.end(query, held, services.clock.now());
    if (outcome.kind !== 'identified') return failed(context, services, outcome.kind);
    return identified(context, services, outcome);
  });
}

function providerOf({ identityProvider }: Services): Provider {
  if (!identityProvider) throw new NotFound();
  return identityProvider;
}

/** Lets in whoever is known or whose address the service has confirmed; anyone else confirms it by a mail. */
async function identified(context: Context, services: Services, who: Identified): Promise<Response> {
  const { identity, wanted, isConfirmed } = who;
  const read = parseMailbox({ address: who.address ?? '' });
  const mailbox = read.ok ? read.mailbox : undefined;
  const how = `with ${providerOf(services).name}`;
  const entered = await services.db.transaction().execute(async (transaction) => {
    const found = await accountFor(services, transaction, identity, isConfirmed ? mailbox : undefined);
    if (!found) return undefined;
    return {
      address: found.account.address,
      ...(await enter(context, services, transaction, { ...found, wanted, how })),
    };
  });
  if (entered) return letIn(context, services, entered, entered.address);
  if (!mailbox) return failed(context, services, 'no-address');
  return confirmByMail(context, services, { identity, wanted, mailbox });
}

/** The account somebody is joined to; else that of the address the service has confirmed, joined from now on. */
async function accountFor(
  services: Services,
  transaction: Queryable,
  identity: Identity,
  confirmed: Mailbox | undefined,
): Promise<{ readonly account: Account; readonly isNew: boolean } | undefined> {
  const joined = await getAccountOfIdentity(transaction, identity);
  const [now, today] = [services.clock.now(), services.clock.today()];
  if (joined) {
    await touchAccount(transaction, joined.id, today);
    return { account: joined, isNew: false };
  }
  if (!confirmed) return undefined;
  const made = await accountOf(transaction, { address: comparableAddress(confirmed), now, today });
  await join(services, transaction, { identity, account: made.account.id });
  return made;
}

interface ToConfirm {
  readonly identity: Identity;
  readonly wanted: Wanted;
  readonly mailbox: Mailbox;
}

async function confirmByMail(context: Context, services: Services, { identity, wanted, mailbox }: ToConfirm) {
  const { name, holdForMail } = providerOf(services);
  await limitLinks(context, services, mailbox);
  const tokenHash = await sendLink(services, { to: mailbox, wanted, identity });
  hold(context, services, holdForMail(tokenHash, services.clock.now()), LINK_MINUTES * 60);
  const here = personalVisit(context, services);
  return sendPage(context, here, lookInMail(services, here, mailbox.address, name));
}

/** Why nobody was signed in, with the other way to sign in below it. */
function failed(
  context: Context,
  services: Services,
  kind: Failure,
  carried: SignInFor = askedFor(undefined).carried,
): Response | Promise<Response> {
  const here = personalVisit(context, services);
  if (kind === 'away') context.header('Retry-After', '60');
  const said = WORDS[kind](providerOf(services).name);
  return sendPage(context, here, <SignInPage frame={here.frame} wanted={carried} said={said} />, STATUS[kind]);
}

const STATUS: Readonly<Record<Failure, 200 | 410 | 422 | 503>> = {
  declined: 200,
  late: 410,
  refused: 422,
  away: 503,
  'no-address': 422,
};

const WORDS: Readonly<Record<Failure, (name: string) => { readonly title: string; readonly words: string }>> = {
  declined: (name) => ({
    title: 'You are not signed in',
    words: `You did not want to sign in with ${name}, or may not. You can use your email address instead.`,
  }),
  late: (name) => ({
    title: 'That took too long, or was used already',
    words: `What comes back from ${name} counts once, for ${ELSEWHERE_MINUTES} minutes, in the browser in which you began. Begin again.`,
  }),
  refused: (name) => ({
    title: 'You are not signed in',
    words: `What came back from ${name} could not be relied on, so nobody was signed in. Begin again, or use your email address.`,
  }),
  away: (name) => ({
    title: `${name} does not answer`,
    words: 'That is not your fault. Use your email address for now, or try again in a few minutes.',
  }),
  'no-address': (name) => ({
    title: 'We need your email address once',
    words: `${name} did not say which address is yours. Sign in with your email address.`,
  }),
};
