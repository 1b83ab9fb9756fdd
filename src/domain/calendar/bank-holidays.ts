import { addDays, dayOf, mondayOnOrAfter, mondayOnOrBefore, partsOf, weekdayOf, type IsoDate } from '../date.ts';
import type { Source } from '../catalogue/fact.ts';

/** One bank holiday of England and Wales, as published. */
export interface BankHoliday {
  readonly day: IsoDate;
  readonly name: string;
  readonly source: Source;
  readonly checkedOn: IsoDate;
}

const DAYS = new WeakMap<readonly BankHoliday[], readonly IsoDate[]>();

/** Their days alone: for one list always the same array, so that what follows from them can be kept by it. */
export function daysOf(bankHolidays: readonly BankHoliday[]): readonly IsoDate[] {
  const days = DAYS.get(bankHolidays) ?? bankHolidays.map(({ day }) => day);
  DAYS.set(bankHolidays, days);
  return days;
}

/**
 * Easter Sunday of a year by the Gregorian computus, in the form J. M. Oudin gave it (1940): the Sunday after the
 * fourteenth day of the church's moon.
 */
export function easterSunday(year: number): IsoDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((century - 17) / 25);
  const epact = (century - Math.floor(century / 4) - Math.floor((century - correction) / 3) + 19 * golden + 15) % 30;
  const early = 1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11);
  const moon = epact - Math.floor(epact / 28) * early;
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(dayOf(year, 3, 28), moon - weekday);
}

/**
 * The bank holidays a year of England and Wales will have if nothing is moved or added, for years whose list is not
 * published: by the Banking and Financial Dealings Act 1971, with New Year's Day and the first Monday in May as
 * proclaimed each year since 1978. A day at a weekend is kept on the next weekday that is free.
 */
export function expectedBankHolidays(year: number): readonly IsoDate[] {
  const easter = easterSunday(year);
  const christmas = nextWorkingDay(dayOf(year, 12, 25), []);
  return [
    nextWorkingDay(dayOf(year, 1, 1), []),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(dayOf(year, 5, 1)),
    mondayOnOrBefore(dayOf(year, 5, 31)),
    mondayOnOrBefore(dayOf(year, 8, 31)),
    christmas,
    nextWorkingDay(dayOf(year, 12, 26), [christmas]),
  ];
}

function nextWorkingDay(day: IsoDate, taken: readonly IsoDate[]): IsoDate {
  return weekdayOf(day) > 5 || taken.includes(day) ? nextWorkingDay(addDays(day, 1), taken) : day;
}

/**
 * The bank holidays of the years from `first` to `last`: the published ones of every year of which any is published,
 * else those to be expected.
 */
export function bankHolidaysOf(published: readonly IsoDate[], first: number, last: number): ReadonlySet<IsoDate> {
  const listed = Map.groupBy(published, (day) => partsOf(day).year);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return new Set(years.flatMap((year) => listed.get(year) ?? expectedBankHolidays(year)));
}
