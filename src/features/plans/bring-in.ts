import { addressOf, followedBy, type FollowedPage } from '../../alerts/alert-address.ts';
import { replayed } from '../../alerts/replay.ts';
import { addAccountEvent, saveAccountName, type Account } from '../../db/accounts.ts';
import { addAlert, findAlerts, markAlert } from '../../db/alerts.ts';
import { dropStaged, keepStaged, stageFolders } from '../../db/bring-in.ts';
import { switchKindOff } from '../../db/mail.ts';
import type { Queryable } from '../../db/open-database.ts';
import type { Listed } from '../../domain/alerts/listed.ts';
import { parseMailbox } from '../../domain/mail/mail-address.ts';
import { MAIL_KINDS, type MailKind } from '../../domain/mail/mail-kinds.ts';
import { addressIdOf } from '../../http/address-id.ts';
import { keyHash, newId, newKey } from '../../http/private-link.ts';
import type { Services } from '../../services/services.ts';
import { formatCount } from '../../ui/format.ts';
import type { ReadAccount } from './read-account-file.ts';

export const BROUGHT_IN = 'Brought in from a file.';

/** How many of each thing came in or did not, by its name in the file. */
export type BroughtIn = Readonly<Record<string, number>>;

/**
 * Keeps what the file of an account holds, all of it or nothing. Plans that lay together stay together, and nobody has a
 * link to them until their owner makes one.
 */
export async function bringInAccount(services: Services, account: Account, read: ReadAccount): Promise<BroughtIn> {
  const { db, clock } = services;
  const now = clock.now();
  const followed = await followable(services, account, read);
  const folders = read.folders.map((plans) => ({
    folder: newId(),
    keyHash: keyHash(newKey()),
    plans,
    said: BROUGHT_IN,
    now,
  }));
  const staged = folders.map(({ folder }) => folder);
  try {
    await stageFolders(db, folders);
    return await db.transaction().execute(async (transaction) => {
      await keepStaged(transaction, { account: account.id, folders: staged, now });
      const alerts = await followAll(transaction, services, account, followed);
      const mailsNotWanted = await keepPreferences(transaction, services, account, read);
      await keepName(transaction, account, read.name);
      const said = `Brought in ${formatCount(read.folders.flat().length, 'plan')} from the file of an account.`;
      await addAccountEvent(transaction, { account: account.id, said, now });
      return outcomeOf(read, { alerts, mailsNotWanted });
    });
  } catch (error) {
    await dropStaged(db, staged);
    throw error;
  }
}

/** What is told on the page that follows. */
function outcomeOf(read: ReadAccount, came: { readonly alerts: number; readonly mailsNotWanted: number }): BroughtIn {
  const plans = read.folders.flat();
  const sum = (of: (plan: (typeof plans)[number]) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  return {
    ...Object.fromEntries(read.counts),
    plans: plans.length,
    history: sum(({ versions }) => versions.length),
    reflections: sum(({ reflections }) => reflections.length),
    reflectionMails: sum(({ mailedSince }) => (mailedSince === null ? 0 : 1)),
    evidence: sum(({ evidence }) => evidence.length),
    impactSummaries: sum(({ impact }) => (impact ? 1 : 0)),
    cases: sum(({ caseDraft }) => (caseDraft ? 1 : 0)),
    ...came,
    files: read.files,
    emptyVersions: read.emptyVersions,
    otherAlerts: read.alerts.length - came.alerts,
  };
}

interface Followable {
  readonly address: string;
  readonly isPaused: boolean;
  /** What the list says now: its owner is told of what changes from here on. */
  readonly said: readonly Listed[];
}

/** The lists that can be followed here and are not yet, asked for once more, as whoever follows one by hand does. */
async function followable(
  { db, clock, catalogue }: Services,
  account: Account,
  read: ReadAccount,
): Promise<readonly Followable[]> {
  const held = new Set((await findAlerts(db, account.id)).map(({ address }) => address));
  const found: Followable[] = [];
  for (const { address: given, isPaused } of read.alerts.slice(0, LISTS_AT_MOST)) {
    const address = listAddress(given);
    if (address === undefined || held.has(address)) continue;
    held.add(address);
    const { items } = await replayed(address, db, catalogue.on(clock.today()));
    found.push({ address, isPaused, said: items });
  }
  return found;
}

/** Each is a search of its own: a file that lists more was not written by us. */
const LISTS_AT_MOST = 50;
const LONGEST_LIST_ADDRESS = 4000;

/** The address of a list in the one form it has; undefined where there is no such list. */
function listAddress(given: string): string | undefined {
  const [path = '', search = ''] = given.split('?');
  const page = (['results', 'opportunities'] as const satisfies readonly FollowedPage[]).find(
    (one) => path === `/${one}`,
  );
  const followed = page && followedBy(page, new URLSearchParams(search));
  if (!followed || (followed.page === 'opportunities' && followed.query.error !== undefined)) return undefined;
  const address = addressOf(followed);
  return address.length <= LONGEST_LIST_ADDRESS ? address : undefined;
}

/** Gives how many are followed that were not. */
async function followAll(
  transaction: Queryable,
  { clock }: Services,
  { id: account }: Account,
  lists: readonly Followable[],
): Promise<number> {
  const now = clock.now();
  let count = 0;
  for (const { address, isPaused, said } of lists) {
    const id = await addAlert(transaction, { account, address, said, now, today: clock.today() });
    if (id === undefined) return count;
    if (isPaused) await markAlert(transaction, { account, id }, { pausedAt: now });
    count += 1;
  }
  return count;
}

async function keepPreferences(
  transaction: Queryable,
  { mail, clock }: Services,
  { address }: Account,
  { mailsNotWanted }: ReadAccount,
): Promise<number> {
  const kinds = new Set(mailsNotWanted.filter(isKindThatCanBeOff));
  for (const kind of kinds) await switchKindOff(transaction, addressIdOf(mail, address), kind, clock.now());
  return kinds.size;
}

function isKindThatCanBeOff(kind: string): kind is MailKind {
  return Object.hasOwn(MAIL_KINDS, kind) && MAIL_KINDS[kind as MailKind].canBeOff;
}

/** An account that has a name keeps it. */
async function keepName(transaction: Queryable, account: Account, name: string): Promise<void> {
  if (account.name !== '' || name === '') return;
  const parsed = parseMailbox({ name, address: account.address });
  if (parsed.ok) await saveAccountName(transaction, account.id, parsed.mailbox.name);
}
