import type { Catalogue } from '../catalogue/catalogue.ts';
import { addDays, type IsoDate } from '../date.ts';
import type { Profile } from '../matching/profile.ts';
import { daysOf } from './bank-holidays.ts';
import { londonDay, londonInstant, type ClockTime } from './london.ts';
import { calendarFor, isTeachingDay, type TermCalendar } from './term-calendar.ts';

/*
 * When a mail that nobody is waiting for may reach somebody at a school: between eight and five on days on which pupils
 * are taught there. Evenings, weekends, bank holidays, holidays and INSET days that are known are left in peace.
 *
 * A calendar has dates for every year, published or estimated from its area's principles, and so have bank holidays:
 * there is no day of which it cannot be said whether it is one. An estimate can be wrong by a week at a half term.
 */

/** The hours of a school day in which a mail may come; the last is no longer one of them. */
export const SCHOOL_HOURS = { from: '08:00' as ClockTime, until: '17:00' as ClockTime } as const;

/** The dates a school keeps. */
export interface SchoolDates {
  readonly calendar: TermCalendar;
  /** Those that are published; in other years the usual ones are taken. */
  readonly bankHolidays: readonly IsoDate[];
}

/** The dates of the school that somebody named, else of their district, else what is usual in England. */
export function schoolDatesOf(
  { setting, district }: Pick<Profile, 'setting' | 'district'>,
  { termCalendars, bankHolidays }: Pick<Catalogue, 'termCalendars' | 'bankHolidays'>,
): SchoolDates {
  return {
    calendar: calendarFor(termCalendars, { urn: setting?.urn, district }),
    bankHolidays: daysOf(bankHolidays),
  };
}

export function isSchoolDayAt({ calendar, bankHolidays }: SchoolDates, day: IsoDate): boolean {
  return isTeachingDay(calendar, bankHolidays, day);
}

/** From an instant until just before another, both UTC, ISO form. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** The hours of a day in which a mail may come, if it is a school day. */
export function schoolHoursOf(day: IsoDate): Stretch {
  return { from: londonInstant(day, SCHOOL_HOURS.from), until: londonInstant(day, SCHOOL_HOURS.until) };
}

/** Whether a mail may come at this instant. */
export function isSchoolTime(instant: string, dates: SchoolDates): boolean {
  return nextSchoolTime(instant, dates) === instant;
}

/** The first instant, this one or later, at which a mail may come. */
export function nextSchoolTime(instant: string, dates: SchoolDates): string {
  const [first] = schoolTimeFrom(instant, 1, dates);
  if (!first) throw new Error('no school day was asked for');
  return first.from;
}

/** The hours of the next `count` school days in which a mail may come, from this instant on: the first may be cut short. */
export function schoolTimeFrom(instant: string, count: number, dates: SchoolDates): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = londonDay(instant); stretches.length < count; day = addDays(day, 1)) {
    const { from, until } = schoolHoursOf(day);
    if (instant < until && isSchoolDayAt(dates, day)) stretches.push({ from: from < instant ? instant : from, until });
  }
  return stretches;
}

/** The `count`th school day after a day: 1 is the next. */
export function schoolDaysAfter(day: IsoDate, count: number, dates: SchoolDates): IsoDate {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, 1);
    if (isSchoolDayAt(dates, found)) left -= 1;
  }
  return found;
}

/** How many school days lie after one day and until another, which counts if it is one. */
export function schoolDaysBetween(day: IsoDate, until: IsoDate, dates: SchoolDates): number {
  let count = 0;
  for (let one = addDays(day, 1); one <= until; one = addDays(one, 1)) if (isSchoolDayAt(dates, one)) count += 1;
  return count;
}

/**
 * In how many school days somebody who is asked about a plan is expected to answer. Timetables run over one week or
 * two: in ten school days each free lesson and each meeting comes round at least once, whoever is asked. Training
 * providers give a sponsor five for a form; a conversation takes two people's time.
 */
export const ANSWER_WITHIN_SCHOOL_DAYS = 10;

/** By when somebody who is asked today will be heard from. */
export function hearBy(today: IsoDate, dates: SchoolDates): IsoDate {
  return schoolDaysAfter(today, ANSWER_WITHIN_SCHOOL_DAYS, dates);
}
