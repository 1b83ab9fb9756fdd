import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogue, aTermCalendar } from '../../../test/support/builders.ts';
import { addDays, weekdayOf, type IsoDate } from '../date.ts';
import { BLOCKS } from './half-term.ts';
import { londonDay, londonTime } from './london.ts';
import {
  hearBy,
  isSchoolDayAt,
  isSchoolTime,
  nextSchoolTime,
  SCHOOL_HOURS,
  schoolDatesOf,
  schoolDaysAfter,
  schoolDaysBetween,
  schoolTimeFrom,
  type SchoolDates,
} from './school-time.ts';
import type { KnownYear } from './term-calendar.ts';

const day = (text: string) => text as IsoDate;

/** Autumn half term from 26 October, Christmas from 19 December; staff alone on 27 November. */
const YEAR_2026: KnownYear = {
  schoolYear: 2026,
  blocks: [
    ['2026-09-02', '2026-10-23'],
    ['2026-11-02', '2026-12-18'],
    ['2027-01-05', '2027-02-12'],
    ['2027-02-22', '2027-04-09'],
    ['2027-04-26', '2027-05-28'],
    ['2027-06-07', '2027-07-21'],
  ].map(([from = '', until = ''], index) => ({
    block: BLOCKS[index] ?? 'autumn-1',
    from: day(from),
    until: day(until),
  })),
  insetDays: [day('2026-11-27')],
  because: 'Dates of one school.',
  source: { title: 'A page of the school', url: 'https://school.example/terms', published: null },
  checkedOn: day('2026-11-23'),
  certainty: 'high',
};

const DATES: SchoolDates = {
  calendar: aTermCalendar({ years: [YEAR_2026] }),
  bankHolidays: ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31'].map(day),
};

describe('the next moment a mail may come', () => {
  test.for([
    ['in the middle of a school day is now', '2026-11-26T10:30:00.000Z', '2026-11-26T10:30:00.000Z'],
    ['at eight is now', '2026-11-26T08:00:00.000Z', '2026-11-26T08:00:00.000Z'],
    ['just before eight is eight', '2026-11-26T07:59:59.999Z', '2026-11-26T08:00:00.000Z'],
    ['just before five is now', '2026-11-26T16:59:59.999Z', '2026-11-26T16:59:59.999Z'],
    [
      'at five is no more that day; the next is for staff alone, then it is the weekend',
      '2026-11-26T17:00:00.000Z',
      '2026-11-30T08:00:00.000Z',
    ],
    ['on a Saturday is on Monday', '2026-11-21T12:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['in the evening is the next morning', '2026-11-23T21:00:00.000Z', '2026-11-24T08:00:00.000Z'],
    [
      'in the autumn half term, while clocks go back, is when it is over',
      '2026-10-23T16:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ],
    ['in the last hour of summer time is then', '2026-10-23T15:59:00.000Z', '2026-10-23T15:59:00.000Z'],
    ['in the Christmas holiday is in January', '2026-12-18T17:00:00.000Z', '2027-01-05T08:00:00.000Z'],
    [
      'on Good Friday in term is after Easter Monday, by clocks that have gone forward',
      '2027-03-26T10:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
    ],
    ['in summer is by summer time', '2027-06-08T06:00:00.000Z', '2027-06-08T07:00:00.000Z'],
    ['at five in summer is the next morning', '2027-06-08T16:00:00.000Z', '2027-06-09T07:00:00.000Z'],
    [
      'in the summer holiday is in September of a year that is estimated',
      '2027-07-22T10:00:00.000Z',
      '2027-09-06T07:00:00.000Z',
    ],
  ])('%s', ([, instant = '', next]) => {
    expect(nextSchoolTime(instant, DATES)).toBe(next);
  });

  test('the next school days are given with their hours, the first cut short', () => {
    expect(schoolTimeFrom('2026-11-26T16:30:00.000Z', 3, DATES)).toEqual([
      { from: '2026-11-26T16:30:00.000Z', until: '2026-11-26T17:00:00.000Z' },
      { from: '2026-11-30T08:00:00.000Z', until: '2026-11-30T17:00:00.000Z' },
      { from: '2026-12-01T08:00:00.000Z', until: '2026-12-01T17:00:00.000Z' },
    ]);
  });
});

describe('counting school days', () => {
  test.for([
    ['within a week', '2026-11-23', 3, '2026-11-26'],
    ['over a day for staff alone and a weekend', '2026-11-26', 1, '2026-11-30'],
    ['from a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['none is the day itself', '2026-11-21', 0, '2026-11-21'],
    ['over Christmas', '2026-12-17', 10, '2027-01-15'],
    ['over the summer holiday', '2027-07-20', 10, '2027-09-16'],
  ] as const)('%s', ([, from, count, found]) => {
    expect(schoolDaysAfter(day(from), count, DATES)).toBe(found);
  });

  test('who is asked on a Monday in term is heard from two Mondays later, one day on for a day that staff are alone', () => {
    expect(hearBy(day('2026-11-09'), DATES)).toBe('2026-11-23');
    expect(hearBy(day('2026-11-23'), DATES)).toBe('2026-12-08');
  });
});

test('the dates are those of the school, else of its district, else of England', () => {
  const england = aTermCalendar();
  const wigan = aTermCalendar({ id: 'wigan', for: { kind: 'district', district: 'wigan' } });
  const school = aTermCalendar({ id: 'a-school', for: { kind: 'school', urn: 106_410 } });
  const catalogue = aCatalogue({ termCalendars: [england, wigan, school] });
  expect(schoolDatesOf({}, catalogue).calendar).toBe(england);
  expect(schoolDatesOf({ district: 'wigan' }, catalogue).calendar).toBe(wigan);
  expect(schoolDatesOf({ district: 'wigan', setting: { kind: 'school', urn: 106_410 } }, catalogue).calendar).toBe(
    school,
  );
});

describe('whatever the moment', () => {
  const moments = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());

  test('the next school time is not before it, on a school day within the hours, and there is none between', () => {
    fc.assert(
      fc.property(moments, (instant) => {
        const next = nextSchoolTime(instant, DATES);
        expect(next >= instant).toBe(true);
        expect(isSchoolTime(next, DATES)).toBe(true);
        expect(nextSchoolTime(next, DATES)).toBe(next);
        const time = londonTime(next);
        expect(SCHOOL_HOURS.from <= time && time < SCHOOL_HOURS.until).toBe(true);
        expect(weekdayOf(londonDay(next)) <= 5 && isSchoolDayAt(DATES, londonDay(next))).toBe(true);
        for (let one = addDays(londonDay(instant), 1); one < londonDay(next); one = addDays(one, 1))
          expect(isSchoolDayAt(DATES, one)).toBe(false);
      }),
    );
  });

  test('days counted on are counted back', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 25 }), (instant, count) => {
        const from = londonDay(instant);
        const until = schoolDaysAfter(from, count, DATES);
        expect(isSchoolDayAt(DATES, until)).toBe(true);
        expect(schoolDaysBetween(from, until, DATES)).toBe(count);
      }),
    );
  });
});
