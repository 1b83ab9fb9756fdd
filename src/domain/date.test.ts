import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  firstDayOf,
  holdsOn,
  isMonth,
  mondayOnOrAfter,
  mondayOnOrBefore,
  parseIsoDate,
  weekdayOf,
  type IsoDate,
  type IsoMonth,
} from './date.ts';

const day = (text: string) => text as IsoDate;

describe('days', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', undefined],
    ['2026-02-30', undefined],
    ['0000-00-00', undefined],
    ['2026-13-01', undefined],
    ['2026-1-1', undefined],
    ['2026-11-23T09:00', undefined],
    ['', undefined],
  ])('"%s" is the day %s', (text, expected) => {
    expect(parseIsoDate(text)).toBe(expected);
  });

  test('the last of a month is clamped to a shorter one', () => {
    expect([addMonths(day('2027-01-31'), 1), addMonths(day('2028-01-31'), 1)]).toEqual(['2027-02-28', '2028-02-29']);
  });

  test('days are counted over the end of summer time as on any other day', () => {
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
    expect(daysBetween(day('2026-11-23'), day('2026-11-20'))).toBe(-3);
  });

  test('a week begins on Monday', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map((text) => weekdayOf(day(text)))).toEqual([1, 6, 7]);
  });

  test.each([
    ['a Monday itself', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['a Sunday', '2026-11-29', '2026-11-23', '2026-11-30'],
    ['the new year', '2027-01-01', '2026-12-28', '2027-01-04'],
    ['a leap day', '2028-02-29', '2028-02-28', '2028-03-06'],
  ])('the Mondays about %s', (_, text, before, after) => {
    expect([mondayOnOrBefore(day(text)), mondayOnOrAfter(day(text))]).toEqual([before, after]);
  });

  test('a day a rule names must be one there is', () => {
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
    expect(() => dayOf(2027, 2, 29)).toThrow(RangeError);
  });

  test('a start may be only a month, and then its first day counts', () => {
    expect([isMonth('2026-11' as IsoMonth), isMonth(day('2026-11-23'))]).toEqual([true, false]);
    expect(firstDayOf('2026-11' as IsoMonth)).toBe('2026-11-01');
  });

  test.each([
    ['the first day of a span', '2026-01-01', true],
    ['its last day', '2026-12-31', true],
    ['the day before', '2025-12-31', false],
    ['the day after', '2027-01-01', false],
  ])('both ends are in: %s', (_, asked, held) => {
    expect(holdsOn({ from: day('2026-01-01'), until: day('2026-12-31') }, day(asked))).toBe(held);
  });

  test('an end not known is open', () => {
    expect(holdsOn({ from: null, until: null }, day('2026-11-23'))).toBe(true);
  });
});
