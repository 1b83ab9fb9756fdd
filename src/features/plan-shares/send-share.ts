import { saveAccountName, type Account } from '../../db/accounts.ts';
import { addToConversation, conversationFrom, lockConversation } from '../../db/conversations.ts';
import type { Queryable } from '../../db/open-database.ts';
import { addShare, findShares, lockSharing, renewShare, saveDays, type Share } from '../../db/shares.ts';
import { addDays } from '../../domain/date.ts';
import { hearBy, schoolDatesOf } from '../../domain/calendar/school-time.ts';
import { askAgain, renewLink, standIn, type Move } from '../../domain/conversation/conversation-moves.ts';
import { renewalsOf } from '../../domain/conversation/conversation.ts';
import { isLive, SHARE_DAYS, SHARES_AT_MOST } from '../../domain/conversation/share.ts';
import { named, sharedPlan, stepsToAnswer } from '../../domain/conversation/step-answers.ts';
import { keyHash, newId } from '../../http/private-link.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { makeMove } from '../../http/shares/make-move.ts';
import { shareLink } from '../../mail/share-link.ts';
import { sharedMail, type Asking } from '../../mail/share-mails.ts';
import type { Services } from '../../services/services.ts';
import { urlsOfShare } from '../../urls.ts';
import { daysOfSharing, type Sharing } from './share-form.ts';

export type Sent = { readonly share: string; readonly isNew: boolean } | { readonly refused: string };

/**
 * Shares the plan and mails the link, in one transaction. Where it is shared with this address already nothing is made
 * or sent: a second press of the button leads to the first one's share.
 */
export async function sendShare(services: Services, here: PlanVisit, owner: Account, sharing: Sharing): Promise<Sent> {
  return services.db.transaction().execute(async (transaction) => {
    await lockSharing(transaction, owner.id);
    const shares = (await findShares(transaction, here.kept.id)).filter(({ kind }) => kind === 'line-manager');
    const open = shares.filter((share) => isLive(share, here.visit.today));
    const same = open.find(({ address, id }) => address === sharing.address && id !== sharing.standsInFor);
    if (same) return { share: same.id, isNew: false };
    if (open.length >= SHARES_AT_MOST)
      return { refused: `A plan can be shared with up to ${SHARES_AT_MOST} people at once. End one link first.` };
    const replaced = shares.find(({ id }) => id === sharing.standsInFor);
    if (replaced) await replaceReader(services, transaction, here, replaced, sharing.name);
    if (owner.name !== sharing.yourName) await saveAccountName(transaction, owner.id, sharing.yourName);
    const standsInFor = replaced?.id ?? null;
    return { share: await addNewShare(services, transaction, here, owner, { ...sharing, standsInFor }), isNew: true };
  });
}

async function replaceReader(
  { clock }: Services,
  transaction: Queryable,
  { kept }: PlanVisit,
  share: Share,
  name: string,
): Promise<void> {
  const events = await lockConversation(transaction, share.id);
  const move = standIn(conversationFrom(share, kept, events), name);
  if ('said' in move) await addToConversation(transaction, share.id, { events, said: move.said, now: clock.now() });
}

async function addNewShare(
  { clock, mail }: Services,
  transaction: Queryable,
  { kept, plan, visit }: PlanVisit,
  owner: Account,
  sharing: Omit<Sharing, 'standsInFor'> & { readonly standsInFor: string | null },
): Promise<string> {
  const { name, address, sections, yourName, standsInFor } = sharing;
  const now = clock.now();
  const id = newId();
  const key = mail.keys.shareKey(id, 0);
  const days = daysOfSharing(sharing, { plan, on: visit.on, today: visit.today });
  await addShare(transaction, {
    id,
    plan: kept.id,
    keyHash: keyHash(key),
    kind: 'line-manager',
    account: owner.id,
    name,
    address,
    sections,
    createdAt: now,
    ...days,
    standsInFor,
  });
  const steps = stepsToAnswer(sharedPlan(plan, sections)).map(named);
  const asked = { kind: 'asked', version: kept.version, steps } as const;
  await addToConversation(transaction, id, { events: [], said: [asked], now });
  const link = urlsOfShare({ key }).shared();
  const asking = { asking: 'first', teacher: { name: yourName }, link, steps: steps.length, cause: 'first' } as const;
  await mail.queue(transaction, sharedMail({ id, name, address, ...days }, asking));
  return id;
}

/** Asks the reader again about every step that is not agreed as it is, by a mail with their link. */
export async function sendAgain(services: Services, here: PlanVisit, owner: Account, share: Share): Promise<Move> {
  const answerBy = hearBy(here.visit.today, schoolDatesOf(here.plan.profile, here.visit.on.catalogue));
  return makeMove(services, {
    share,
    move: (now) => askAgain(now, 'teacher', here.visit.today),
    also: async (transaction, { said, conversation }) => {
      await saveDays(transaction, share.id, { answerBy, expiresOn: share.expiresOn });
      const [asked] = said;
      const steps = asked?.kind === 'asked-again' ? asked.steps.length : 0;
      const cause = `again-${conversation.events.length}`;
      const link = await shareLink(transaction, services.mail.keys, share.id, renewalsOf(conversation.events));
      await mailLink(services, transaction, { ...share, answerBy }, { asking: 'again', owner, link, steps, cause });
    },
  });
}

/** Gives the reader another link to the same conversation; the old one opens nothing from now on. */
export async function sendNewLink(services: Services, here: PlanVisit, owner: Account, share: Share): Promise<Move> {
  const { today, on } = here.visit;
  const answerBy = hearBy(today, schoolDatesOf(here.plan.profile, on.catalogue));
  const later = addDays(today, SHARE_DAYS);
  const expiresOn = share.expiresOn > later ? share.expiresOn : later;
  return makeMove(services, {
    share,
    move: renewLink,
    also: async (transaction, { conversation }) => {
      const renewals = renewalsOf(conversation.events);
      const key = services.mail.keys.shareKey(share.id, renewals);
      await renewShare(transaction, share.id, { keyHash: keyHash(key), expiresOn, answerBy });
      const link = urlsOfShare({ key }).shared();
      const told = { asking: 'new-link', owner, link, steps: 0, cause: `link-${renewals}` } as const;
      await mailLink(services, transaction, { ...share, expiresOn, answerBy }, told);
    },
  });
}

async function mailLink(
  { mail }: Services,
  transaction: Queryable,
  share: Share,
  told: {
    readonly asking: Asking;
    readonly owner: Account;
    readonly link: string | undefined;
    readonly steps: number;
    readonly cause: string;
  },
): Promise<void> {
  const { owner, ...asking } = told;
  await mail.queue(transaction, sharedMail(share, { ...asking, teacher: owner }));
}
