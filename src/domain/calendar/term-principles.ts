import { easterSunday } from './bank-holidays.ts';
import { addDays, dayOf, daysBetween, mondayOnOrAfter, mondayOnOrBefore, type IsoDate } from '../date.ts';
import type { Block } from './half-term.ts';
import { countSchoolDays, lastSchoolDayBefore, schoolDayFrom, type ClosedDays } from './teaching-days.ts';

/*
 * How a council sets its school year, for years it has not announced. The kinds are those of Wigan Council's "School
 * working pattern principles" (https://www.wigan.gov.uk/Resident/Education/Schools/School-Term-Dates.aspx, checked
 * 2026-11-23) and, where other areas choose otherwise, theirs. A full week is Monday to Friday: Wigan so counted 27 to
 * 31 October 2025.
 */

/** Wigan's and Salford's wording; or the later week that most areas we saw took in 2024 (28 October to 1 November). */
export const AUTUMN_HALF_TERMS = ['last-full-week-of-october', 'week-of-29-october'] as const;
export const SPRING_HALF_TERMS = ['second-full-week-of-february', 'third-full-week-of-february'] as const;
/** The last Monday in May is the spring bank holiday, unless it is moved for a jubilee. */
export const SUMMER_HALF_TERMS = ['week-of-last-monday-of-may'] as const;
/**
 * Wigan's: the two weeks nearest the first two of April that take in the Easter bank holidays. Salford's: the first two
 * full weeks of April wherever Easter falls
 * (https://www.salford.gov.uk/schools-and-learning/school-holidays/information-on-school-term-dates/, checked
 * 2026-11-25).
 */
export const EASTER_BREAKS = ['near-early-april-with-easter', 'first-two-weeks-of-april'] as const;
/** Two weeks from the Monday of the week in which Christmas Day is. */
export const CHRISTMAS_BREAKS = ['two-weeks-from-christmas-week'] as const;

/** The closed list of what must be known of an area to estimate a school year in it. */
export interface TermPrinciples {
  /** Days for staff alone at the start of September, before pupils come. */
  readonly autumnInsetDays: number;
  readonly autumnHalfTerm: (typeof AUTUMN_HALF_TERMS)[number];
  readonly christmas: (typeof CHRISTMAS_BREAKS)[number];
  /** Days for staff alone after Christmas. */
  readonly springInsetDays: number;
  readonly springHalfTerm: (typeof SPRING_HALF_TERMS)[number];
  readonly easter: (typeof EASTER_BREAKS)[number];
  readonly summerHalfTerm: (typeof SUMMER_HALF_TERMS)[number];
  /** Days in a year on which pupils are taught; the summer term ends on the last of them. */
  readonly pupilDays: number;
  /** A week in which the year begins or ends has at least so many days for pupils, from 1 to 5. */
  readonly leastDaysInPartWeek: number;
}

/** A teaching block's first and last day for pupils. */
export interface BlockDates {
  readonly block: Block;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The six blocks of the school year that begins in `year`, by an area's principles. `closed` are the bank holidays. */
export function estimateBlocks(principles: TermPrinciples, year: number, closed: ClosedDays): readonly BlockDates[] {
  const begins = firstDayForPupils(principles, year, closed);
  const autumn = mondayOfAutumnHalfTerm(principles.autumnHalfTerm, year);
  const christmas = mondayOnOrBefore(dayOf(year, 12, 25));
  const spring = mondayOfSpringHalfTerm(principles.springHalfTerm, year + 1);
  const easter = mondayOfEasterBreak(principles.easter, year + 1);
  const summer = mondayOnOrBefore(dayOf(year + 1, 5, 31));
  const back = (monday: IsoDate, weeks: number, insetDays = 0) =>
    schoolDayFrom(addDays(monday, weeks * 7), insetDays + 1, closed);
  const until = (monday: IsoDate) => lastSchoolDayBefore(monday, closed);
  const before: readonly BlockDates[] = [
    { block: 'autumn-1', from: begins, until: until(autumn) },
    { block: 'autumn-2', from: back(autumn, 1), until: until(christmas) },
    { block: 'spring-1', from: back(christmas, 2, principles.springInsetDays), until: until(spring) },
    { block: 'spring-2', from: back(spring, 1), until: until(easter) },
    { block: 'summer-1', from: back(easter, 2), until: until(summer) },
  ];
  const taught = before.reduce((sum, block) => sum + countSchoolDays(block.from, block.until, closed), 0);
  const from = back(summer, 1);
  return [...before, { block: 'summer-2', from, until: lastDay(principles, from, taught, closed) }];
}

/** Staff come on the first working days of September and pupils after them; on Monday where too little of a week is left. */
function firstDayForPupils(principles: TermPrinciples, year: number, closed: ClosedDays): IsoDate {
  const day = schoolDayFrom(dayOf(year, 9, 1), principles.autumnInsetDays + 1, closed);
  const friday = addDays(mondayOnOrBefore(day), 4);
  return countSchoolDays(day, friday, closed) >= principles.leastDaysInPartWeek
    ? day
    : schoolDayFrom(addDays(friday, 1), 1, closed);
}

/** The day on which the year's days are all taught, or a little later where its last week would be too short. */
function lastDay(principles: TermPrinciples, from: IsoDate, taught: number, closed: ClosedDays): IsoDate {
  const day = schoolDayFrom(from, principles.pupilDays - taught, closed);
  const enough = schoolDayFrom(mondayOnOrBefore(day), principles.leastDaysInPartWeek, closed);
  return day < enough ? enough : day;
}

function mondayOfAutumnHalfTerm(rule: TermPrinciples['autumnHalfTerm'], year: number): IsoDate {
  switch (rule) {
    case 'last-full-week-of-october':
      return mondayOnOrBefore(dayOf(year, 10, 27));
    case 'week-of-29-october':
      return mondayOnOrBefore(dayOf(year, 10, 29));
    default:
      return rule satisfies never;
  }
}

function mondayOfSpringHalfTerm(rule: TermPrinciples['springHalfTerm'], year: number): IsoDate {
  const first = mondayOnOrAfter(dayOf(year, 2, 1));
  switch (rule) {
    case 'second-full-week-of-february':
      return addDays(first, 7);
    case 'third-full-week-of-february':
      return addDays(first, 14);
    default:
      return rule satisfies never;
  }
}

/** The break may begin with Good Friday, hold Easter in its middle or end with Easter Monday: whichever is nearest. */
function mondayOfEasterBreak(rule: TermPrinciples['easter'], year: number): IsoDate {
  const early = mondayOnOrAfter(dayOf(year, 4, 1));
  switch (rule) {
    case 'first-two-weeks-of-april':
      return early;
    case 'near-early-april-with-easter': {
      const easterMonday = addDays(easterSunday(year), 1);
      const away = (monday: IsoDate) => Math.abs(daysBetween(early, monday));
      return [easterMonday, addDays(easterMonday, -7), addDays(easterMonday, -14)].reduce((nearest, monday) =>
        away(monday) < away(nearest) ? monday : nearest,
      );
    }
    default:
      return rule satisfies never;
  }
}
