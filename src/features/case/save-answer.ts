import { schoolDatesOf } from '../../domain/calendar/school-time.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import { caseState, mayFollow, type CaseSaid, type SponsorAnswer } from '../../domain/case/sponsor-answer.ts';
import { addToCase, lockCase } from '../../db/cases.ts';
import type { ShareVisit } from '../../http/shares/share-visit.ts';
import { tellAt } from '../../mail/tell-at.ts';
import type { Services } from '../../services/services.ts';
import { urlsOfPlan } from '../../urls.ts';

/**
 * Keeps an answer to a form that knew of everything until event `lastSaid`, and tells the teacher that there is one, not
 * what it says: in one mail, however often the answer is changed until it goes. False where
 * something that bears on it was said in between: nothing is kept then.
 */
export async function saveAnswer(
  { db, clock, mail }: Services,
  { share, owner, kept, visit }: ShareVisit,
  { lastSaid, value }: { readonly lastSaid: number; readonly value: SponsorAnswer },
): Promise<boolean> {
  const said: CaseSaid = { kind: 'answered', ...value };
  const now = clock.now();
  const at = tellAt(now, schoolDatesOf(kept.plan.profile, visit.on.catalogue));
  return db.transaction().execute(async (transaction) => {
    const state = caseState(await lockCase(transaction, share.id));
    if (state.lastSaid !== lastSaid || !mayFollow(state, 'answered')) return false;
    await addToCase(transaction, share.id, { after: state.last, said, now });
    const answers = urlsOfPlan({ key: kept.folder, number: kept.number }).caseAnswers(share);
    const isFirst = state.answer === undefined;
    await mail.queue(transaction, {
      kind: 'case-answer',
      key: `${share.id}/${at}`,
      notBefore: at,
      to: mailboxOf(owner),
      subject: isFirst ? 'Your sponsor has answered' : 'Your sponsor has answered again',
      body: [
        {
          kind: 'paragraph',
          text: `Your sponsor has ${isFirst ? 'answered your case' : 'changed the answer to your case'}. What they said is on your own page. If you are not signed in, it asks you to.`,
        },
        { kind: 'link', text: 'Read the answer', href: answers },
      ],
    });
    return true;
  });
}
