import type { KeptPlan } from '../../db/plans.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Move } from '../../domain/conversation/conversation-moves.ts';
import { schoolDatesOf } from '../../domain/calendar/school-time.ts';
import { makeMove } from '../../http/shares/make-move.ts';
import { answeredMail } from '../../mail/share-mails.ts';
import { tellAt } from '../../mail/tell-at.ts';
import type { Services } from '../../services/services.ts';
import type { TalkVisit } from './talk-visit.ts';

/** Makes the reviewer's move, with the mail that tells the teacher of it. */
export function reviewerMove(
  services: Services,
  { share, owner, kept, visit }: TalkVisit,
  move: (conversation: Conversation, whole: KeptPlan) => Move,
): Promise<Move> {
  return makeMove(services, {
    share,
    move,
    also: async (transaction, { said }) => {
      if (said.every(({ kind }) => kind === 'confirmed' || kind === 'taken-back')) return;
      const plan = { folder: kept.folder, number: kept.number };
      const at = tellAt(services.clock.now(), schoolDatesOf(kept.plan.profile, visit.on.catalogue));
      await services.mail.queue(transaction, answeredMail(share, { owner, plan, at }));
    },
  });
}
