import { bankHolidaysOf } from './bank-holidays.ts';
import { addDays, partsOf, type IsoDate } from '../date.ts';
import type { Certainty, Source } from '../catalogue/fact.ts';
import { addHalfTerms, blockOf, halfTermIn, schoolYearOf, type HalfTermId } from './half-term.ts';
import type { District } from '../matching/profile.ts';
import { countSchoolDays, isSchoolDay, type ClosedDays } from './teaching-days.ts';
import { estimateBlocks, type BlockDates, type TermPrinciples } from './term-principles.ts';

/** A school year whose dates somebody has published. */
export interface KnownYear {
  /** 2025 for 2025 to 2026. */
  readonly schoolYear: number;
  /** All six, in order: each with its first and last day for pupils. */
  readonly blocks: readonly BlockDates[];
  /** Days inside the blocks on which pupils do not come. */
  readonly insetDays: readonly IsoDate[];
  /** Whose dates they are, in a sentence for a page. */
  readonly because: string;
  readonly source: Source;
  readonly checkedOn: IsoDate;
  readonly certainty: Certainty;
}

/** How the years nobody has published are estimated. */
export interface TermEstimates {
  readonly principles: TermPrinciples;
  /** By whose principles, in a sentence for a page. */
  readonly because: string;
  readonly source: Source;
  readonly checkedOn: IsoDate;
}

/** Whom a calendar is for: one school, a district of the hub's area, or everywhere in England that has no other. */
export type CalendarFor =
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'district'; readonly district: Exclude<District, 'elsewhere'> }
  | { readonly kind: 'england' };

export interface TermCalendar {
  readonly id: string;
  /** Whose calendar it is, as a heading has it: `Wigan`. */
  readonly name: string;
  readonly for: CalendarFor;
  /** The years that are known, the earliest first. */
  readonly years: readonly KnownYear[];
  readonly estimates: TermEstimates;
}

/** One teaching block of one year in one place. */
export interface HalfTerm {
  readonly id: HalfTermId;
  /** Its first day for pupils. */
  readonly from: IsoDate;
  /** Its last day for pupils. */
  readonly until: IsoDate;
  readonly teachingDays: number;
  /** Teaching days divided by five, to one decimal. */
  readonly weeks: number;
  readonly basis: 'published' | 'estimate';
  /** Whose dates they are, or by which principles they were estimated. */
  readonly because: string;
  readonly source: Source;
  readonly checkedOn: IsoDate;
}

/** The school's own calendar, else its district's, else England's. Content without England's is refused when read. */
export function calendarFor(
  calendars: readonly TermCalendar[],
  where: { readonly urn?: number | undefined; readonly district?: District | undefined },
): TermCalendar {
  const found =
    calendars.find(({ for: whom }) => whom.kind === 'school' && whom.urn === where.urn) ??
    calendars.find(({ for: whom }) => whom.kind === 'district' && whom.district === where.district) ??
    calendars.find(({ for: whom }) => whom.kind === 'england');
  if (!found) throw new Error('no term calendar is for England');
  return found;
}

/**
 * `count` half terms from `first` on, in order. `bankHolidays` are the published ones; in years of which none is
 * published the usual ones are taken.
 */
export function halfTermsFrom(
  calendar: TermCalendar,
  bankHolidays: readonly IsoDate[],
  first: HalfTermId,
  count: number,
): readonly HalfTerm[] {
  return Array.from({ length: count }, (_, index) => {
    const id = addHalfTerms(first, index);
    return halfTermOf(id, schoolYearIn(calendar, bankHolidays, schoolYearOf(id)));
  });
}

/** `count` half terms from the one that holds `day`, or from the next to begin where it falls in a holiday. */
export function halfTermsFromDay(
  calendar: TermCalendar,
  bankHolidays: readonly IsoDate[],
  day: IsoDate,
  count: number,
): readonly HalfTerm[] {
  const first = halfTermIn(partsOf(day).year - 1, 'spring-1');
  const now = halfTermOn(halfTermsFrom(calendar, bankHolidays, first, 7), day);
  return now ? halfTermsFrom(calendar, bankHolidays, now.id, count) : [];
}

/** The half term holding the day, or the next to begin when it falls in a holiday; `undefined` after the last. */
export function halfTermOn(halfTerms: readonly HalfTerm[], day: IsoDate): HalfTerm | undefined {
  return halfTerms.find((halfTerm) => day <= halfTerm.until);
}

/** Whether pupils are taught on a day: within a block, on a weekday, no bank holiday and no INSET day that is known. */
export function isTeachingDay(calendar: TermCalendar, bankHolidays: readonly IsoDate[], day: IsoDate): boolean {
  const { year, month } = partsOf(day);
  const { blocks, closed } = schoolYearIn(calendar, bankHolidays, month < SCHOOL_YEAR_BEGINS ? year - 1 : year);
  return isSchoolDay(day, closed) && blocks.some((block) => block.from <= day && day <= block.until);
}

/** August: some areas of England open before September, and none closes for the summer as late as this. */
const SCHOOL_YEAR_BEGINS = 8;

/** The days between two half terms that follow each other, weekends included: both ends are in the holiday. */
export interface Holiday {
  readonly after: HalfTermId;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The holidays that lie between half terms in order; none before the first or after the last. */
export function holidaysBetween(halfTerms: readonly HalfTerm[]): readonly Holiday[] {
  return halfTerms.slice(1).map((next, index) => {
    const { id, until } = halfTerms[index] ?? next;
    return { after: id, from: addDays(until, 1), until: addDays(next.from, -1) };
  });
}

interface SchoolYear {
  readonly blocks: readonly BlockDates[];
  readonly closed: ClosedDays;
  readonly basis: HalfTerm['basis'];
  readonly because: string;
  readonly source: Source;
  readonly checkedOn: IsoDate;
  /** Those of its half terms that have been asked for. */
  readonly halfTerms: Map<HalfTermId, HalfTerm>;
}

/** School years once worked out, for as long as their calendar and its bank holidays are in memory. */
const YEARS = new WeakMap<TermCalendar, WeakMap<readonly IsoDate[], Map<number, SchoolYear>>>();

function schoolYearIn(calendar: TermCalendar, published: readonly IsoDate[], schoolYear: number): SchoolYear {
  const byHolidays = YEARS.get(calendar) ?? new WeakMap<readonly IsoDate[], Map<number, SchoolYear>>();
  const years = byHolidays.get(published) ?? new Map<number, SchoolYear>();
  const year = years.get(schoolYear) ?? workOutYear(calendar, published, schoolYear);
  YEARS.set(calendar, byHolidays);
  byHolidays.set(published, years);
  years.set(schoolYear, year);
  return year;
}

function workOutYear(calendar: TermCalendar, published: readonly IsoDate[], schoolYear: number): SchoolYear {
  const bankHolidays = bankHolidaysOf(published, schoolYear, schoolYear + 1);
  const known = calendar.years.find((year) => year.schoolYear === schoolYear);
  const halfTerms = new Map<HalfTermId, HalfTerm>();
  if (known) {
    const closed = new Set([...bankHolidays, ...known.insetDays]);
    return { ...known, closed, basis: 'published', halfTerms };
  }
  const { principles, because, source, checkedOn } = calendar.estimates;
  const blocks = estimateBlocks(principles, schoolYear, bankHolidays);
  return { blocks, closed: bankHolidays, basis: 'estimate', because, source, checkedOn, halfTerms };
}

function halfTermOf(id: HalfTermId, year: SchoolYear): HalfTerm {
  const halfTerm = year.halfTerms.get(id) ?? workOutHalfTerm(id, year);
  year.halfTerms.set(id, halfTerm);
  return halfTerm;
}

function workOutHalfTerm(id: HalfTermId, year: SchoolYear): HalfTerm {
  const dates = year.blocks.find(({ block }) => block === blockOf(id));
  if (!dates) throw new Error(`the calendar has no dates for ${id}`);
  const { from, until } = dates;
  const teachingDays = countSchoolDays(from, until, year.closed);
  const { basis, because, source, checkedOn } = year;
  return { id, from, until, teachingDays, weeks: (teachingDays * 2) / 10, basis, because, source, checkedOn };
}
