import { addToCase, findCaseEvents, findEventsOfCases } from '../db/cases.ts';
import type { Reminder } from '../domain/calendar/reminder-days.ts';
import { caseState, type CaseSaid } from '../domain/case/sponsor-answer.ts';
import { openQuestion } from '../domain/case/sponsor-reminders.ts';
import { mailboxIfAny } from '../domain/mail/mail-address.ts';
import { caseClosedToSponsor, caseClosedToTeacher, caseReminderMail } from '../mail/case-reminder-mails.ts';
import type { Asked } from '../mail/reminder-parts.ts';
import { caseLink } from '../mail/share-link.ts';
import type { MailDraft } from '../mail/write-mail.ts';
import type { HeldShare, RemindedShares } from './held-share.ts';

const SAID: Readonly<Record<Reminder, CaseSaid>> = {
  first: { kind: 'reminded' },
  last: { kind: 'reminded' },
  close: { kind: 'closed', because: 'no-answer' },
};

/** Sponsors, who are asked for their answer to a case. */
export const remindedSponsors: RemindedShares = {
  kind: 'sponsor',
  askedBy: 'case',
  mayWait: async (db, shares) => {
    const said = await findEventsOfCases(db, shares);
    return shares.filter(({ id }) => caseState(said.get(id) ?? []).standing === 'sponsor-answers');
  },
  waitingIn: async (held) => {
    const { context, transaction, share, reader } = held;
    const state = caseState(await findCaseEvents(transaction, share.id));
    const question = openQuestion(state, { ...share, takesReminders: reader !== undefined });
    return (
      question && {
        question,
        note: (what) => addToCase(transaction, share.id, { after: state.last, said: SAID[what], now: context.now() }),
        drafts: (asked, what) => draftsFor(held, asked, what),
      }
    );
  },
};

async function draftsFor(
  { context, transaction, share, reader, teacher, whole }: HeldShare,
  given: Asked,
  what: Reminder,
): Promise<readonly MailDraft[]> {
  const asked = { ...given, expiresOn: share.expiresOn };
  if (what === 'close') {
    const own = mailboxIfAny(teacher);
    return [
      ...(reader ? [caseClosedToSponsor(asked, reader)] : []),
      ...(own ? [caseClosedToTeacher(asked, own, whole)] : []),
    ];
  }
  if (!reader) return [];
  return [caseReminderMail(asked, what, reader, await caseLink(transaction, context.mail.keys, share.id))];
}
