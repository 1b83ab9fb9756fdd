import type { KeptPlan } from '../../db/plans.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Move } from '../../domain/conversation/conversation-moves.ts';
import { takePart, type Taken } from '../../http/shares/take-part.ts';
import { answeredMail } from '../../mail/share-mails.ts';
import type { Services } from '../../services.ts';
import type { TalkVisit } from './talk-visit.ts';

/** The reviewer's part, with the mail that tells the teacher of it. */
export function reviewerPart(
  services: Services,
  { share, owner, kept }: TalkVisit,
  move: (conversation: Conversation, whole: KeptPlan) => Move,
): Promise<Taken> {
  return takePart(services, {
    share,
    move,
    also: async (transaction, { said }) => {
      if (said.every(({ kind }) => kind === 'confirmed' || kind === 'taken-back')) return;
      const plan = { folder: kept.folder, number: kept.number };
      await services.mail.queue(transaction, answeredMail(share, { owner, plan, now: services.clock.now() }));
    },
  });
}
