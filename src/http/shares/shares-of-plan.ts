import { conversationFrom, findConversations } from '../../db/conversations.ts';
import { findShares, type Share } from '../../db/shares.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { isLive } from '../../domain/conversation/share.ts';
import type { Services } from '../../services/services.ts';
import type { PlanVisit } from '../plan/plan-visit.ts';

/** A share with its conversation, as a list shows it: without the words, and with nothing of one that has ended. */
export interface SharedWith {
  readonly share: Share;
  readonly conversation: Conversation;
}

/** With whom a plan is talked about, the newest first; nobody where the visitor is not signed in as its owner. */
export async function sharesOfPlan(
  { db }: Services,
  { kept, owner, visit }: PlanVisit,
): Promise<readonly SharedWith[]> {
  if (!owner) return [];
  const shares = (await findShares(db, kept.id)).filter(({ kind }) => kind === 'line-manager');
  const live = shares.filter((share) => isLive(share, visit.today));
  const conversations = await findConversations(db, live);
  return shares.map((share) => ({
    share,
    conversation: conversationFrom(share, kept, conversations.get(share.id) ?? []),
  }));
}
