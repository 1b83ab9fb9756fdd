import { addDays, daysBetween, mondayOnOrBefore, weekdayOf, type IsoDate } from '../date.ts';

/** Weekdays on which nobody is taught: bank holidays, and INSET days where they are known. */
export type ClosedDays = ReadonlySet<IsoDate>;

export function isSchoolDay(day: IsoDate, closed: ClosedDays): boolean {
  return weekdayOf(day) <= 5 && !closed.has(day);
}

/** How many days are taught from one day until another, both included. */
export function countSchoolDays(from: IsoDate, until: IsoDate, closed: ClosedDays): number {
  if (until < from) return 0;
  const away = [...closed].filter((day) => from <= day && day <= until && weekdayOf(day) <= 5);
  return weekdaysBefore(addDays(until, 1)) - weekdaysBefore(from) - away.length;
}

/** Weekdays from a Monday long ago until the day before: the difference of two such counts the weekdays between. */
function weekdaysBefore(day: IsoDate): number {
  const monday = mondayOnOrBefore(day);
  const weeks = daysBetween('1900-01-01' as IsoDate, monday) / 7;
  return weeks * 5 + Math.min(daysBetween(monday, day), 5);
}

/** The `count`th day taught from `day` on: 1 is `day` itself where it is one. */
export function schoolDayFrom(day: IsoDate, count: number, closed: ClosedDays): IsoDate {
  let found = day;
  for (let left = count; ; found = addDays(found, 1)) {
    if (isSchoolDay(found, closed)) left -= 1;
    if (left <= 0) return found;
  }
}

export function lastSchoolDayBefore(day: IsoDate, closed: ClosedDays): IsoDate {
  const before = addDays(day, -1);
  return isSchoolDay(before, closed) ? before : lastSchoolDayBefore(before, closed);
}
