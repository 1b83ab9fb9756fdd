import { withoutWords, type ConversationEvent, type Said } from '../domain/conversation/conversation-event.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import { sharedPlan } from '../domain/conversation/step-answers.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { readConversation } from '../schemas/share-events-schema.ts';
import type { Queryable } from './open-database.ts';
import { confirmShare, revokeShare, saveShareSections, type Share } from './shares.ts';
import { addShareEvents, findEventsOfShares, findShareEvents, lockShare, replaceShareEvent } from './share-events.ts';

/** Everything that was said in a conversation, in order. */
export async function findConversation(db: Queryable, share: string): Promise<readonly ConversationEvent[]> {
  return readConversation(await findShareEvents(db, share));
}

/** A share's conversation, about the plan as it stands. */
export function conversationFrom(
  share: Share,
  { plan }: { readonly plan: Plan },
  events: readonly ConversationEvent[],
): Conversation {
  return {
    shared: sharedPlan(plan, share.sections),
    events,
    expiresOn: share.expiresOn,
    isConfirmed: share.confirmedAt !== null,
    isRevoked: share.revokedAt !== null,
  };
}

/** Conversations read in one statement: as many as most plans have, and so few that their words fit into memory. */
const READ_AT_ONCE = 4;

/**
 * The conversations of several shares, by the share's id: who said what about which step, without the words. Where each
 * stands follows from that, and the words of many together could be more than fits.
 */
export async function findConversations(
  db: Queryable,
  shares: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly ConversationEvent[]>> {
  const found = new Map<string, readonly ConversationEvent[]>();
  for (let start = 0; start < shares.length; start += READ_AT_ONCE) {
    const kept = await findEventsOfShares(db, shares.slice(start, start + READ_AT_ONCE));
    for (const [id, events] of kept) found.set(id, readConversation(events).map(withoutWords));
  }
  return found;
}

/**
 * Locks a conversation and gives it as it stands: whoever else writes to it waits until the transaction is done, so
 * that of two who answer at once neither is lost.
 */
export async function lockConversation(transaction: Queryable, share: string): Promise<readonly ConversationEvent[]> {
  await lockShare(transaction, share);
  return findConversation(transaction, share);
}

/**
 * Adds to a conversation that this transaction has locked, and has its share follow: who confirmed, what is shown, that
 * it has ended. Gives the conversation as it stands then.
 */
export async function addToConversation(
  transaction: Queryable,
  share: string,
  {
    events,
    said,
    now,
  }: { readonly events: readonly ConversationEvent[]; readonly said: readonly Said[]; readonly now: string },
): Promise<readonly ConversationEvent[]> {
  const after = events.at(-1)?.number ?? 0;
  if (!(await addShareEvents(transaction, share, { after, documents: said, now })))
    throw new Error('a conversation was written to without its lock');
  for (const one of said) {
    if (one.kind === 'confirmed') await confirmShare(transaction, share, now);
    if (one.kind === 'revoked') await revokeShare(transaction, share, now);
    if (one.kind === 'taken-back') await takeOut(transaction, share, events, one.words);
    if (one.kind === 'parts-changed') await saveShareSections(transaction, share, one.sections);
  }
  return [...events, ...said.map((one, index) => ({ ...one, number: after + index + 1, at: now }))];
}

async function takeOut(
  transaction: Queryable,
  share: string,
  events: readonly ConversationEvent[],
  number: number,
): Promise<void> {
  const written = events.find((event) => event.number === number);
  if (!written) return;
  const { number: _, at: __, ...said } = written;
  await replaceShareEvent(transaction, share, { number, document: withoutWords(said as Said) });
}
