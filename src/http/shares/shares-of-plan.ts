import { conversationFrom, findConversations } from '../../db/conversations.ts';
import { findShares, type Share } from '../../db/shares.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Services } from '../../services.ts';
import type { PlanVisit } from '../plan/plan-visit.ts';

/** A share with its conversation, as its owner sees it. */
export interface SharedWith {
  readonly share: Share;
  readonly conversation: Conversation;
}

/** With whom a plan is talked about, the newest first; nobody where the visitor is not signed in as its owner. */
export async function sharesOfPlan({ db }: Services, { kept, owner }: PlanVisit): Promise<readonly SharedWith[]> {
  if (!owner) return [];
  const shares = (await findShares(db, kept.id)).filter(({ kind }) => kind === 'line-manager');
  const conversations = await findConversations(db, shares);
  return shares.map((share) => ({
    share,
    conversation: conversationFrom(share, kept, conversations.get(share.id) ?? []),
  }));
}
