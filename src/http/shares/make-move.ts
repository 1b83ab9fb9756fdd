import { addToConversation, conversationFrom, findConversation, lockConversation } from '../../db/conversations.ts';
import type { Queryable } from '../../db/open-database.ts';
import { getPlanById, type KeptPlan } from '../../db/plans.ts';
import { getShare, type Share } from '../../db/shares.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Move } from '../../domain/conversation/conversation-moves.ts';
import type { Said } from '../../domain/conversation/conversation-event.ts';
import type { Services } from '../../services/services.ts';
import { Gone } from '../problems.ts';

/** A share's conversation as it stands, about the plan as it stands. */
export async function conversationOf(db: Queryable, share: Share, whole: KeptPlan): Promise<Conversation> {
  return conversationFrom(share, whole, await findConversation(db, share.id));
}

/** One side's move, and what goes with it. */
export interface Making {
  /** The share that is spoken in. */
  readonly share: Pick<Share, 'id' | 'plan'>;
  /** Decides by the conversation as nobody else can change it any more, and the whole plan as it is then. */
  readonly move: (conversation: Conversation, whole: KeptPlan) => Move;
  /** What is done in the same transaction where something was added: a mail that it causes. */
  readonly also?: (transaction: Queryable, added: Added) => Promise<void>;
}

/** What a move added, and the conversation with it. */
export interface Added {
  readonly share: Share;
  readonly said: readonly Said[];
  readonly conversation: Conversation;
}

/**
 * Makes a move in a conversation, in one transaction that nobody else can come between: of two who answer at once both
 * are heard. Gives the move as it was made then. Throws Gone where the plan or the share went meanwhile.
 */
export async function makeMove({ db, clock }: Services, { share: at, move, also }: Making): Promise<Move> {
  return db.transaction().execute(async (transaction) => {
    const events = await lockConversation(transaction, at.id);
    const share = await getShare(transaction, at.plan, at.id);
    const whole = await getPlanById(transaction, at.plan);
    if (!share || !whole) throw new Gone(WENT);
    const conversation = conversationFrom(share, whole, events);
    const made = move(conversation, whole);
    if ('refused' in made || made.said.length === 0) return made;
    const after = await addToConversation(transaction, share.id, { events, said: made.said, now: clock.now() });
    await also?.(transaction, { share, said: made.said, conversation: { ...conversation, events: after } });
    return made;
  });
}

const WENT = {
  title: 'This plan is not there any more',
  what: 'It was deleted while you had it open, and what you wrote was not kept. Whoever shared it with you can bring it back within thirty days.',
};
