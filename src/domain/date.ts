/** A calendar day, `YYYY-MM-DD`, proved to exist. Compares correctly as a string. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** A calendar month, `YYYY-MM`, for sources that name a month and no day. */
export type IsoMonth = string & { readonly __brand: 'IsoMonth' };

/** The first day the service holds anything for: the start of the first reformed NPQ scholarship rules. */
export const FIRST_DAY_HELD = '2021-07-01' as IsoDate;

/** The last day that can be asked for; beyond it nothing is known and a typing slip is likelier than a wish. */
export const LAST_DAY_HELD = '2035-12-31' as IsoDate;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Takes any text; gives the day it names, or `undefined` where no such day exists (`2026-02-30`, `0000-00-00`). */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!DAY.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as IsoDate;
  } catch {
    return undefined;
  }
}

/** The day `count` days after `day` (before it, where negative). */
export function addDays(day: IsoDate, count: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ days: count }).toString() as IsoDate;
}

/** The day `count` months on; the 31st becomes the month's last day where it is shorter. */
export function addMonths(day: IsoDate, count: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ months: count }).toString() as IsoDate;
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** The day of this year, month (1 to 12) and day; only for days that exist, such as those a rule names. */
export function dayOf(year: number, month: number, day: number): IsoDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() as IsoDate;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: IsoDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The day itself where it is a Monday, else the Monday before it. */
export function mondayOnOrBefore(day: IsoDate): IsoDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The day itself where it is a Monday, else the next. */
export function mondayOnOrAfter(day: IsoDate): IsoDate {
  return mondayOnOrBefore(addDays(day, 6));
}

/** Whether a start that is a day or only a month is only a month. */
export function isMonth(text: IsoDate | IsoMonth): text is IsoMonth {
  return text.length === 7;
}

export function firstDayOf(month: IsoMonth): IsoDate {
  return `${month}-01` as IsoDate;
}

/** A span of days, both ends included; `null` where an end is open or its day is not known. */
export interface Span {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** Whether `day` lies in the span, both ends included. An unknown start is taken to lie before everything held. */
export function holdsOn(span: Span, day: IsoDate): boolean {
  return (span.from === null || span.from <= day) && (span.until === null || day <= span.until);
}

/** Parts of a day for people-facing formats. */
export function partsOf(day: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
}
