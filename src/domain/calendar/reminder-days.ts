import type { IsoDate } from '../date.ts';
import { schoolDaysAfter, schoolDaysBetween, type SchoolDates } from './school-time.ts';

/*
 * Who is asked for an answer is reminded twice and then left in peace: when half of their time is over, on the last day
 * of it, and some days later it is closed kindly. Asked again, they have their time anew.
 */

/** How many school days after the day an answer was said to come it is closed. */
export const CLOSED_AFTER_SCHOOL_DAYS = 5;

/** Between two mails about one question, also where the first was late: nobody is reminded two days running. */
const LEAST_DAYS_BETWEEN = 2;

export const REMINDERS_AT_MOST = 2;

/** What is to be done about a question that waits: it is reminded of for the first or the last time, or closed. */
export type Reminder = 'first' | 'last' | 'close';

/** A question that is not answered yet, whoever was asked and whatever about. */
export interface OpenQuestion {
  readonly askedOn: IsoDate;
  readonly answerBy: IsoDate;
  /** The days on which they were reminded since, in order. */
  readonly remindedOn: readonly IsoDate[];
  /** Who takes no reminders is not written to; whoever asked still hears of the end. */
  readonly takesReminders: boolean;
}

/** What comes next where nobody answers, and the first day on which it may. */
export function nextReminder(
  question: OpenQuestion,
  dates: SchoolDates,
): { readonly what: Reminder; readonly from: IsoDate } {
  const { askedOn, answerBy, remindedOn, takesReminders } = question;
  const last = remindedOn.at(-1);
  if (takesReminders && last === undefined) return { what: 'first', from: halfWay(askedOn, answerBy, dates) };
  if (takesReminders && last !== undefined && remindedOn.length < REMINDERS_AT_MOST)
    return { what: 'last', from: later(answerBy, schoolDaysAfter(last, LEAST_DAYS_BETWEEN, dates)) };
  return { what: 'close', from: closesOn(question, dates) };
}

/** What is due on a day. */
export function reminderDue(question: OpenQuestion, today: IsoDate, dates: SchoolDates): Reminder | undefined {
  const next = nextReminder(question, dates);
  return next.from <= today ? next.what : undefined;
}

/** The day on which it is closed where nobody answers, if no more reminders come before. */
export function closesOn({ answerBy, remindedOn, takesReminders }: OpenQuestion, dates: SchoolDates): IsoDate {
  const closes = schoolDaysAfter(answerBy, CLOSED_AFTER_SCHOOL_DAYS, dates);
  const last = remindedOn.at(-1);
  if (!takesReminders || last === undefined) return closes;
  return later(closes, schoolDaysAfter(last, CLOSED_AFTER_SCHOOL_DAYS, dates));
}

/** Half of the school days from the question to its answer, the shorter half where they are odd; the next day at least. */
function halfWay(asked: IsoDate, answerBy: IsoDate, dates: SchoolDates): IsoDate {
  return schoolDaysAfter(asked, Math.max(1, Math.floor(schoolDaysBetween(asked, answerBy, dates) / 2)), dates);
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
