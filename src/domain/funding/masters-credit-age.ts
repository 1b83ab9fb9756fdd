import { addDays, addMonths, firstDayOf, type IsoDate, type IsoMonth } from '../date.ts';
import type { Fact } from '../catalogue/fact.ts';

/**
 * Whether an award is still young enough to count. A teacher tells the month; the award has a day. So there are two
 * days: until the first it counts whatever the day of the award, after the last it does not.
 */
export type AgeFinding =
  /** We hold no limit of this university's. */
  | { readonly kind: 'not-held' }
  /** There is a limit, and the month was not told. */
  | { readonly kind: 'not-told' }
  | {
      readonly kind: 'counts' | 'hangs-on-its-day' | 'too-old';
      readonly surelyUntil: IsoDate;
      readonly atMostUntil: IsoDate;
    };

/**
 * Judges an award finished in a month by the facts about a university's age limit. The limit is counted to the day of
 * the application: no fact says whether a university counts to that day or to the start of the course.
 */
export function judgeAge(limits: readonly Fact[], finished: IsoMonth | undefined, day: IsoDate): AgeFinding {
  const months = leastMonths(limits);
  if (months === undefined) return { kind: 'not-held' };
  if (finished === undefined) return { kind: 'not-told' };
  const first = firstDayOf(finished);
  const last = addDays(addMonths(first, 1), -1);
  const surelyUntil = addMonths(first, months);
  const atMostUntil = addMonths(last, months);
  const kind = day <= surelyUntil ? 'counts' : day <= atMostUntil ? 'hangs-on-its-day' : 'too-old';
  return { kind, surelyUntil, atMostUntil };
}

/** Where sources differ the shortest is gone by: whoever keeps to it is late by none of them. */
function leastMonths(limits: readonly Fact[]): number | undefined {
  const months = limits.flatMap(({ value }) => {
    if (typeof value !== 'object' || value.max === null) return [];
    if (value.unit === 'years') return [Math.floor(value.max * 12)];
    return value.unit === 'months' ? [Math.floor(value.max)] : [];
  });
  return months.length === 0 ? undefined : Math.min(...months);
}
