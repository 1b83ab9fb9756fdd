import { addDays, addMonths, type IsoDate } from '../date.ts';
import { DELETED_KEPT_DAYS } from '../plan/plan.ts';

/*
 * How long an account is kept that nobody uses. Two years outlast what keeps a teacher away and lets them come back:
 * a year of leave, a post abroad, a career break; and they outlast most plans, which end within that time. What nobody
 * has wanted for longer is a risk to its owner and of use to no one.
 */
export const UNUSED_MONTHS = 24;
/** A school's mail is read again after a summer of six weeks only by half of this; hence the second warning. */
export const FIRST_WARNING_DAYS = 30;
export const SECOND_WARNING_DAYS = 7;

/** For how long a deleted or closed account can be brought back, as a deleted plan can. */
export const CLOSED_KEPT_DAYS = DELETED_KEPT_DAYS;

/** How long a link that confirms a new address can be used: the time to look into another mailbox. */
export const ADDRESS_CHANGE_MINUTES = 60;

/** An account as far as it decides how long it is kept. */
export interface Use {
  /** The last day it was used. */
  readonly usedOn: IsoDate;
  /** When its owner was warned since then, for the first and for the second time. */
  readonly warnedOn: IsoDate | null;
  readonly warnedAgainOn: IsoDate | null;
}

/** The last day an account stays open without being used: never before both warnings have had their time. */
export function keptUntil({ usedOn, warnedOn, warnedAgainOn }: Use): IsoDate {
  const days = [
    addMonths(usedOn, UNUSED_MONTHS),
    ...(warnedOn ? [addDays(warnedOn, FIRST_WARNING_DAYS)] : []),
    ...(warnedAgainOn ? [addDays(warnedAgainOn, SECOND_WARNING_DAYS)] : []),
  ];
  return days.toSorted().at(-1) ?? usedOn;
}

/** What is due for an account that has not been used: nothing, the first warning, the second, or its end. */
export type Due = 'nothing' | 'first-warning' | 'second-warning' | 'end';

/** What to do about an account today. It ends the day after `keptUntil`, and never without both warnings. */
export function dueFor(use: Use, today: IsoDate): Due {
  const until = keptUntil(use);
  if (use.warnedOn === null) return today >= addDays(until, -FIRST_WARNING_DAYS) ? 'first-warning' : 'nothing';
  if (use.warnedAgainOn === null) return today >= addDays(until, -SECOND_WARNING_DAYS) ? 'second-warning' : 'nothing';
  return today > until ? 'end' : 'nothing';
}

/** Accounts used on or after this day need no look. */
export function lookedAtFrom(today: IsoDate): IsoDate {
  return addDays(addMonths(today, -UNUSED_MONTHS), FIRST_WARNING_DAYS + MONTHS_DIFFER_BY);
}

/** Months are not equally long: a day that comes two years after some day may come back to another. */
const MONTHS_DIFFER_BY = 3;

/** How long it stays known that a mail of some kind was sent, and what became of it. */
export const MAIL_FATE_KEPT_DAYS = 90;
/** How long mail that was written to files on the service's own machine can be read there. */
export const MAIL_FILES_KEPT_DAYS = 30;

/** How long a browser stays signed in: a teacher who looks in once a half term is, a machine left at a school is not. */
export const SESSION_DAYS = 60;
/** How long it is known that a link to sign in was sent, and how often somebody tried. */
export const SIGN_IN_TRACES_HOURS = 24;
