import { addToConversation, conversationFrom, findConversation, findConversations } from '../db/conversations.ts';
import { londonDay } from '../domain/calendar/london.ts';
import type { Reminder } from '../domain/calendar/reminder-days.ts';
import { renewalsOf, type Conversation } from '../domain/conversation/conversation.ts';
import type { Said } from '../domain/conversation/conversation-event.ts';
import { openQuestion, questionOf } from '../domain/conversation/reminders.ts';
import { stepTalks } from '../domain/conversation/step-answers.ts';
import { mailboxIfAny } from '../domain/mail/mail-address.ts';
import { closedToReader, closedToTeacher, reminderMail } from '../mail/reminder-mails.ts';
import type { Asked } from '../mail/reminder-parts.ts';
import { shareLink } from '../mail/share-link.ts';
import type { MailDraft } from '../mail/write-mail.ts';
import type { HeldShare, RemindedShares } from './held-share.ts';

const SAID: Readonly<Record<Reminder, Said>> = {
  first: { kind: 'reminded', to: 'reviewer' },
  last: { kind: 'reminded', to: 'reviewer' },
  close: { kind: 'closed', by: 'nobody', because: 'no-answer' },
};

/** Line managers, who are asked about the steps of a plan. */
export const remindedManagers: RemindedShares = {
  kind: 'line-manager',
  askedBy: 'shared',
  mayWait: async (db, shares) => {
    const conversations = await findConversations(db, shares);
    return shares.filter(({ id }) => questionOf(conversations.get(id) ?? []));
  },
  waitingIn: async (held) => {
    const { context, transaction, share, whole, reader } = held;
    const conversation = conversationFrom(share, whole, await findConversation(transaction, share.id));
    const terms = { answerBy: share.answerBy, takesReminders: reader !== undefined };
    const question = openQuestion(conversation, terms, londonDay(context.now()));
    return (
      question && {
        question,
        note: async (what) => {
          const { events } = conversation;
          const said = [SAID[what]];
          const after = await addToConversation(transaction, share.id, { events, said, now: context.now() });
          return after.at(-1)?.number ?? 0;
        },
        drafts: (asked, what) => draftsFor(held, conversation, asked, what),
      }
    );
  },
};

async function draftsFor(
  { context, transaction, share, reader, teacher, whole }: HeldShare,
  { shared, events }: Conversation,
  asked: Asked,
  what: Reminder,
): Promise<readonly MailDraft[]> {
  if (what === 'close') {
    const own = mailboxIfAny(teacher);
    return [...(reader ? [closedToReader(asked, reader)] : []), ...(own ? [closedToTeacher(asked, own, whole)] : [])];
  }
  if (!reader) return [];
  const steps = stepTalks(shared, events).filter(({ waitsFor }) => waitsFor === 'reviewer').length;
  const link = await shareLink(transaction, context.mail.keys, share.id, renewalsOf(events));
  return [reminderMail({ ...asked, steps }, what, reader, link)];
}
