import { getAccount, type Account } from '../db/accounts.ts';
import { addToConversation, conversationFrom, findConversations, lockConversation } from '../db/conversations.ts';
import { findKindsOff } from '../db/mail.ts';
import type { Queryable } from '../db/open-database.ts';
import { getPlanById, type KeptPlan } from '../db/plans.ts';
import { findOpenShares, getShare, type Share } from '../db/shares.ts';
import { londonDay, londonInstant } from '../domain/calendar/london.ts';
import {
  isSchoolTime,
  SCHOOL_HOURS,
  schoolDatesOf,
  schoolDaysAfter,
  schoolTimeFrom,
  type SchoolDates,
} from '../domain/calendar/school-time.ts';
import { renewalsOf, type Conversation } from '../domain/conversation/conversation.ts';
import { close, type Move } from '../domain/conversation/conversation-moves.ts';
import { mailboxIfAny, type Mailbox } from '../domain/mail/mail-address.ts';
import { CLOSED_AFTER_SCHOOL_DAYS, questionOf, reminderDue, type Reminder } from '../domain/conversation/reminders.ts';
import { stepTalks } from '../domain/conversation/step-answers.ts';
import { closedToReader, closedToTeacher, reminderMail, type Asked } from '../mail/reminder-mails.ts';
import { shareLink } from '../mail/share-link.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const DONE: Result = { kind: 'done' };
const AT_ONCE = 200;
/** A mail that finds no way out in so many school days is not worth sending any more. */
const SENT_WITHIN_DAYS = 3;

/** Once a day, when schools have begun: reminds those who were asked about a plan, or closes what nobody answers. */
export const remindShares: JobHandler = {
  begin: async (_jobs, context) => async () => {
    const { db, now } = context;
    const today = londonDay(now());
    const morning = londonInstant(today, SCHOOL_HOURS.from);
    if (now() < morning) return { kind: 'wait', until: morning };
    for (let last = ''; ;) {
      const shares = await findOpenShares(db, { kind: 'line-manager', today, after: last, atMost: AT_ONCE });
      const conversations = await findConversations(db, shares);
      for (const share of shares) if (questionOf(conversations.get(share.id) ?? [])) await remind(context, share);
      last = shares.at(-1)?.id ?? '';
      if (shares.length < AT_ONCE) return DONE;
    }
  },
};

/** Everything about one share, as nobody else can change it until the transaction is done. */
interface Held {
  readonly share: Share;
  readonly whole: KeptPlan;
  readonly teacher: Account;
  readonly conversation: Conversation;
  readonly dates: SchoolDates;
  /** Where its reader takes reminders. */
  readonly reader: Mailbox | undefined;
}

/** What is said in the conversation and the mail about it are one: both are there, or neither. */
async function remind(context: JobContext, { id, plan }: Share): Promise<void> {
  const { db, mail, now } = context;
  await db.transaction().execute(async (transaction) => {
    const held = await hold(context, transaction, { id, plan });
    if (!held || !isSchoolTime(now(), held.dates)) return;
    const { conversation, share } = held;
    const waiting = { conversation, answerBy: share.answerBy, takesReminders: held.reader !== undefined };
    const today = londonDay(now());
    const due = reminderDue(waiting, today, held.dates);
    const move = due && moveFor(due, conversation, today);
    if (!due || !move || !('said' in move)) return;
    const { events } = conversation;
    const after = await addToConversation(transaction, id, { events, said: move.said, now: now() });
    const number = after.at(-1)?.number ?? 0;
    for (const draft of await draftsFor(context, transaction, { held, due, number }))
      await mail.queue(transaction, draft);
  });
}

function moveFor(due: Reminder, conversation: Conversation, today: ReturnType<typeof londonDay>): Move {
  if (due === 'close') return close(conversation, 'nobody', 'no-answer', today);
  return { said: [{ kind: 'reminded', to: 'reviewer' }] };
}

async function hold(
  { mail, on, now }: JobContext,
  transaction: Queryable,
  { id, plan }: Pick<Share, 'id' | 'plan'>,
): Promise<Held | undefined> {
  const events = await lockConversation(transaction, id);
  const share = await getShare(transaction, plan, id);
  const whole = await getPlanById(transaction, plan);
  const teacher = share && (await getAccount(transaction, share.account));
  if (!share || !whole || !teacher || teacher.deletedAt !== null) return undefined;
  const reader = mailboxIfAny(share);
  const off = reader ? await findKindsOff(transaction, mail.keys.addressId(reader)) : [];
  return {
    share,
    whole,
    teacher,
    conversation: conversationFrom(share, whole, events),
    dates: schoolDatesOf(whole.plan.profile, on(londonDay(now())).catalogue),
    reader: off.includes('reminder') ? undefined : reader,
  };
}

async function draftsFor(
  { mail, now }: JobContext,
  transaction: Queryable,
  { held, due, number }: { readonly held: Held; readonly due: Reminder; readonly number: number },
) {
  const { share, conversation, dates, reader, teacher, whole } = held;
  const { shared, events } = conversation;
  const today = londonDay(now());
  const soonest = schoolDaysAfter(today, CLOSED_AFTER_SCHOOL_DAYS, dates);
  const closesOn = schoolDaysAfter(share.answerBy, CLOSED_AFTER_SCHOOL_DAYS, dates);
  const asked: Asked = {
    share: share.id,
    event: number,
    teacher,
    reviewer: share.name,
    askedOn: londonDay(questionOf(events)?.at ?? share.createdAt),
    answerBy: share.answerBy,
    steps: stepTalks(shared, events).filter(({ waitsFor }) => waitsFor === 'reviewer').length,
    isReaderTold: reader !== undefined,
    closesOn: closesOn > soonest ? closesOn : soonest,
    within: schoolTimeFrom(now(), SENT_WITHIN_DAYS, dates),
  };
  if (due !== 'close') {
    const link = await shareLink(transaction, mail.keys, share.id, renewalsOf(events));
    return reader ? [reminderMail(asked, due, reader, link)] : [];
  }
  const own = mailboxIfAny(teacher);
  return [...(reader ? [closedToReader(asked, reader)] : []), ...(own ? [closedToTeacher(asked, own, whole)] : [])];
}
