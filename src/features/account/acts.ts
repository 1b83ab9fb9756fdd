import { findAccountPlans } from '../../db/account-plans.ts';
import { addAccountEvent, findIssuers, removeIdentities, saveAccountName } from '../../db/accounts.ts';
import { saveKeyHash } from '../../db/folders.ts';
import { restorePlan } from '../../db/plans.ts';
import { endOtherSessions, endSessionOf } from '../../db/sessions.ts';
import { parseMailbox } from '../../domain/mail/mail-address.ts';
import type { SentForm } from '../../http/form.ts';
import { isId, keyHash, newKey } from '../../http/private-link.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { formatList } from '../../ui/format.ts';
import { urlsOfPlan } from '../../urls.ts';
import type { AccountVisit } from './account-visit.ts';
import { askForAddress } from './ask-for-address.ts';
import { signInName } from './elsewhere-section.tsx';
import type { WhoTyped } from './who-section.tsx';

/** What a press on the account's page has done, as the page says it afterwards. */
export const DONE_WORDS = {
  name: 'Your name is saved.',
  address: 'We have sent a link to the new address. Open it in this browser.',
  moved: 'Your account has the new address. Every other browser is signed out.',
  plan: 'The plan is back.',
  link: 'The private link is ended. Only you can open these plans, signed in.',
  session: 'That browser is signed out.',
  sessions: 'Every other browser is signed out.',
  parted: 'That service does not sign you in any more. You sign in by a link in a mail.',
  back: 'Everything is back as it was. Only your browsers have to be signed in again.',
} as const;

export type Done = keyof typeof DONE_WORDS;

export function isDone(text: string): text is Done {
  return Object.hasOwn(DONE_WORDS, text);
}

export type Outcome =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'new-link'; readonly link: string; readonly titles: string }
  | ({ readonly kind: 'mistyped' } & WhoTyped);

const done = (what: Done): Outcome => ({ kind: 'done', done: what });

/** Does what one form of the account's page asks for. */
export async function actOf(services: Services, here: AccountVisit, form: SentForm): Promise<Outcome> {
  switch (form.one('act')) {
    case 'name':
      return saveName(services, here, form.one('name'));
    case 'address':
      return changeAddress(services, here, form.one('address'));
    case 'bring-back-plan':
      return bringBackPlan(services, here, form);
    case 'new-link':
      return newLink(services, here, form.one('folder'));
    case 'end-link':
      return endLink(services, here, form.one('folder'));
    case 'end-session':
      if (isId(form.one('session'))) await endSessionOf(services.db, here.account.id, form.one('session'));
      return done('session');
    case 'end-other-sessions':
      await endOtherSessions(services.db, here.account.id, here.session.id);
      return done('sessions');
    case 'part':
      return part(services, here, form.one('issuer'));
    default:
      throw new NotFound();
  }
}

async function part(services: Services, { account }: AccountVisit, issuer: string): Promise<Outcome> {
  const { db, clock } = services;
  if (!(await findIssuers(db, account.id)).includes(issuer)) return done('parted');
  await db.transaction().execute(async (transaction) => {
    if (!(await removeIdentities(transaction, account.id, issuer))) return;
    const said = `Parted the account from ${signInName(services, issuer)}, which does not sign you in any more.`;
    await addAccountEvent(transaction, { account: account.id, said, now: clock.now() });
  });
  return done('parted');
}

async function saveName({ db, clock }: Services, { account }: AccountVisit, name: string): Promise<Outcome> {
  const parsed = parseMailbox({ name, address: account.address });
  if (!parsed.ok) return { kind: 'mistyped', typed: { name }, errors: new Map([['name', parsed.problem]]) };
  await db.transaction().execute(async (transaction) => {
    await saveAccountName(transaction, account.id, parsed.mailbox.name);
    await addAccountEvent(transaction, { account: account.id, said: 'Changed your name.', now: clock.now() });
  });
  return done('name');
}

async function changeAddress(services: Services, here: AccountVisit, address: string): Promise<Outcome> {
  const problem = await askForAddress(services, here.account, address);
  if (problem === undefined) return done('address');
  return { kind: 'mistyped', typed: { address }, errors: new Map([['address', problem]]) };
}

/** One of the account's own folders, with the titles of its plans. Any other is not found. */
async function ownFolder({ db }: Services, { account }: AccountVisit, folder: string) {
  const folders = await findAccountPlans(db, account.id);
  const own = folders.find(({ id }) => id === folder);
  if (!own) throw new NotFound();
  return own;
}

async function bringBackPlan(services: Services, here: AccountVisit, form: SentForm): Promise<Outcome> {
  const { id, plans } = await ownFolder(services, here, form.one('folder'));
  const plan = plans.find(({ number }) => String(number) === form.one('number'));
  if (!plan) throw new NotFound();
  await restorePlan(services.db, id, plan.number);
  return done('plan');
}

async function newLink(services: Services, here: AccountVisit, folder: string): Promise<Outcome> {
  const { db, clock, config } = services;
  const { id, plans } = await ownFolder(services, here, folder);
  const key = newKey();
  const titles = formatList(plans.map(({ title }) => title));
  await db.transaction().execute(async (transaction) => {
    await saveKeyHash(transaction, id, { keyHash: keyHash(key), endedAt: null });
    const said = `Made a new private link. The one before it and the calendar link open nothing any more. ${aboutPlans(titles)}`;
    await addAccountEvent(transaction, { account: here.account.id, said, now: clock.now() });
  });
  const link = new URL(urlsOfPlan({ key, number: 1 }).folder(), config.baseUrl).href;
  return { kind: 'new-link', link, titles };
}

async function endLink(services: Services, here: AccountVisit, folder: string): Promise<Outcome> {
  const { db, clock } = services;
  const { id, plans } = await ownFolder(services, here, folder);
  const titles = formatList(plans.map(({ title }) => title));
  await db.transaction().execute(async (transaction) => {
    // The hash of a key that is thrown away here: nobody has it, and nobody guesses it.
    await saveKeyHash(transaction, id, { keyHash: keyHash(newKey()), endedAt: clock.now() });
    const said = `Ended the private link and the calendar link. ${aboutPlans(titles)}`;
    await addAccountEvent(transaction, { account: here.account.id, said, now: clock.now() });
  });
  return done('link');
}

const LONGEST_TITLES = 150;

/** Which plans it was about, in as many words as an event has room for. */
function aboutPlans(titles: string): string {
  const said = titles.length > LONGEST_TITLES ? `${titles.slice(0, LONGEST_TITLES).toWellFormed()}…` : titles;
  return `It is about: ${said}.`;
}
