import { londonDay } from '../calendar/london.ts';
import { schoolDaysAfter, schoolDaysBetween, type SchoolDates } from '../calendar/school-time.ts';
import type { IsoDate } from '../date.ts';
import { standingOf, type Conversation } from './conversation.ts';
import type { ConversationEvent } from './conversation-event.ts';

/*
 * A reader who is asked about a plan is reminded twice and then left in peace: when half of their time is over, on the
 * last day of it, and some days later the conversation is closed kindly. Asked again, they have their time anew.
 */

/** How many school days after the day an answer was said to come the conversation is closed. */
export const CLOSED_AFTER_SCHOOL_DAYS = 5;

/** Between two mails about one question, also where the first was late: nobody is reminded two days running. */
const LEAST_DAYS_BETWEEN = 2;

export const REMINDERS_AT_MOST = 2;

/** What is to be done about a question that waits: it is reminded of for the first or the last time, or closed. */
export type Reminder = 'first' | 'last' | 'close';

/** What of a share is needed to say when to remind. */
export interface Waiting {
  readonly conversation: Conversation;
  readonly answerBy: IsoDate;
  /** Whether its reader takes reminders. Who does not is not written to; the teacher still hears of the end. */
  readonly takesReminders: boolean;
}

/** What is due on a day. Nothing is, once the reader has answered or the conversation is over, whatever the day. */
export function reminderDue(waiting: Waiting, today: IsoDate, dates: SchoolDates): Reminder | undefined {
  const standing = standingOf(waiting.conversation, today);
  if (standing !== 'reviewer-to-open' && standing !== 'reviewer-to-answer') return undefined;
  const next = nextReminder(waiting, dates);
  return next && next.from <= today ? next.what : undefined;
}

/**
 * What comes next where nobody answers, and the first day on which it may. Undefined before anything was asked, and once
 * the question was closed: a late answer to some of it is welcome, and no reason to close it again.
 */
export function nextReminder(
  { conversation: { events }, answerBy, takesReminders }: Waiting,
  dates: SchoolDates,
): { readonly what: Reminder; readonly from: IsoDate } | undefined {
  const question = questionOf(events);
  if (!question) return undefined;
  const since = events.filter(({ number }) => number > question.number);
  const reminded = since.filter(({ kind }) => kind === 'reminded');
  const last = reminded.at(-1);
  const rested = (days: number) => (last ? schoolDaysAfter(londonDay(last.at), days, dates) : answerBy);
  const close = { what: 'close', from: schoolDaysAfter(answerBy, CLOSED_AFTER_SCHOOL_DAYS, dates) } as const;
  if (!takesReminders) return close;
  if (reminded.length === 0) return { what: 'first', from: halfWay(londonDay(question.at), answerBy, dates) };
  if (reminded.length < REMINDERS_AT_MOST) return { what: 'last', from: later(answerBy, rested(LEAST_DAYS_BETWEEN)) };
  return { ...close, from: later(close.from, rested(CLOSED_AFTER_SCHOOL_DAYS)) };
}

/** What a reader was asked last. Undefined before that, and once the question was closed: it is not waited for then. */
export function questionOf(events: readonly ConversationEvent[]): ConversationEvent | undefined {
  const last = events.findLast(({ kind }) => kind === 'asked' || kind === 'asked-again' || kind === 'closed');
  return last?.kind === 'closed' ? undefined : last;
}

/** Half of the school days from the question to its answer, the shorter half where they are odd; the next day at least. */
function halfWay(asked: IsoDate, answerBy: IsoDate, dates: SchoolDates): IsoDate {
  return schoolDaysAfter(asked, Math.max(1, Math.floor(schoolDaysBetween(asked, answerBy, dates) / 2)), dates);
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
