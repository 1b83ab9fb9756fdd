import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTermCalendar } from '../../../test/support/builders.ts';
import { addDays, dayOf, type IsoDate } from '../date.ts';
import { BLOCKS, ordinalOf, schoolYearOf, type HalfTermId } from './half-term.ts';
import {
  calendarFor,
  halfTermOn,
  halfTermsFrom,
  halfTermsFromDay,
  holidaysBetween,
  isTeachingDay,
  type KnownYear,
} from './term-calendar.ts';

const day = (text: string) => text as IsoDate;
const id = (text: string) => text as HalfTermId;
const source = { title: 'A page of the council', url: 'https://www.wigan.gov.uk/terms', published: null };
const YEAR_2025: KnownYear = {
  schoolYear: 2025,
  blocks: [
    ['2025-09-02', '2025-10-23'],
    ['2025-11-03', '2025-12-19'],
    ['2026-01-06', '2026-02-13'],
    ['2026-02-23', '2026-04-02'],
    ['2026-04-20', '2026-05-22'],
    ['2026-06-01', '2026-07-17'],
  ].map(([from = '', until = ''], index) => ({
    block: BLOCKS[index] ?? 'autumn-1',
    from: day(from),
    until: day(until),
  })),
  insetDays: [day('2026-06-05')],
  because: 'Dates of one Wigan school; yours may differ.',
  source,
  checkedOn: day('2026-11-23'),
  certainty: 'high',
};

const england = aTermCalendar();
const wigan = aTermCalendar({ id: 'wigan', for: { kind: 'district', district: 'wigan' }, years: [YEAR_2025] });
const school = aTermCalendar({ id: 'a-school', for: { kind: 'school', urn: 106518 } });

describe('whose calendar', () => {
  test.each([
    ['the school’s own where it has one', { urn: 106518, district: 'wigan' }, school],
    ['its district’s where it has none', { urn: 143064, district: 'wigan' }, wigan],
    ['the district’s where no school is named', { district: 'wigan' }, wigan],
    ['England’s in a district without one', { urn: 143064, district: 'halton' }, england],
    ['England’s elsewhere', { district: 'elsewhere' }, england],
    ['England’s where nothing is told', {}, england],
  ] as const)('%s', (_, where, expected) => {
    expect(calendarFor([england, wigan, school], where)).toBe(expected);
  });

  test('there must be one for England', () => {
    expect(() => calendarFor([wigan], {})).toThrow('no term calendar is for England');
  });
});

describe('half terms', () => {
  test('published ones are as published, with staff days and bank holidays taken off', () => {
    const [spring2, summer1, summer2] = halfTermsFrom(wigan, [], id('2026-spring-2'), 3);
    expect(spring2).toEqual({
      id: '2026-spring-2',
      from: '2026-02-23',
      until: '2026-04-02',
      teachingDays: 29,
      weeks: 5.8,
      basis: 'published',
      because: 'Dates of one Wigan school; yours may differ.',
      source,
      checkedOn: '2026-11-23',
    });
    expect([summer1?.teachingDays, summer2?.teachingDays]).toEqual([24, 34]);
  });

  test('the year after the last published one is an estimate and says by what', () => {
    const [published, estimated] = halfTermsFrom(wigan, [], id('2026-summer-2'), 2);
    expect([published?.basis, estimated?.basis]).toEqual(['published', 'estimate']);
    expect(estimated).toMatchObject({
      id: '2026-autumn-1',
      from: '2026-09-02',
      until: '2026-10-23',
      teachingDays: 38,
      weeks: 7.6,
    });
    expect(estimated?.because).toBe('Estimated by the council’s principles.');
  });

  test('a bank holiday that was moved or added is taken off as published', () => {
    const days = (published: IsoDate[]) => halfTermsFrom(england, published, id('2026-autumn-1'), 1)[0]?.teachingDays;
    expect([days([]), days([day('2026-09-21')])]).toEqual([38, 37]);
  });

  test('of a year without a half term nothing can be said', () => {
    const broken = aTermCalendar({ years: [{ ...YEAR_2025, blocks: YEAR_2025.blocks.slice(0, 5) }] });
    expect(() => halfTermsFrom(broken, [], id('2026-summer-2'), 1)).toThrow('2026-summer-2');
  });

  test.each([
    ['a day in it', '2026-11-23', '2026-autumn-2'],
    ['its first day', '2026-11-02', '2026-autumn-2'],
    ['its last day', '2026-12-18', '2026-autumn-2'],
    ['Christmas: the next to begin', '2026-12-25', '2027-spring-1'],
    ['the new year', '2027-01-01', '2027-spring-1'],
    ['the summer holiday', '2026-08-12', '2026-autumn-1'],
    ['a leap day', '2028-02-29', '2028-spring-2'],
  ])('half terms begin with the one that holds %s', (_, text, expected) => {
    expect(halfTermsFromDay(wigan, [], day(text), 9).map((halfTerm) => halfTerm.id)).toHaveLength(9);
    expect(halfTermsFromDay(wigan, [], day(text), 1)[0]?.id).toBe(expected);
  });

  test('after the last of a list there is none', () => {
    const halfTerms = halfTermsFrom(wigan, [], id('2026-autumn-1'), 2);
    expect(halfTermOn(halfTerms, day('2026-12-18'))?.id).toBe('2026-autumn-2');
    expect(halfTermOn(halfTerms, day('2026-12-19'))).toBeUndefined();
  });

  test('through the years they follow each other, each year with the days the law asks for', () => {
    fc.assert(
      fc.property(fc.constantFrom(england, wigan), fc.integer({ min: 2021, max: 2034 }), (calendar, year) => {
        const halfTerms = halfTermsFrom(calendar, [], id(`${year}-autumn-1`), 12);
        const numbers = halfTerms.map((halfTerm) => ordinalOf(halfTerm.id));
        expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
        const ends = halfTerms.flatMap(({ from, until }) => [from, until]);
        expect(ends).toEqual(ends.toSorted());
        for (const of of Map.groupBy(halfTerms, (halfTerm) => schoolYearOf(halfTerm.id)).values()) {
          const taught = of.reduce((sum, halfTerm) => sum + halfTerm.teachingDays, 0);
          expect(taught >= 185 && taught <= 196, `${taught} days`).toBe(true);
        }
        for (const { id: name, from } of halfTerms) expect(from.slice(0, 4)).toBe(name.slice(0, 4));
      }),
      { numRuns: 30 },
    );
  });
});

describe('teaching days and holidays', () => {
  test.each([
    ['a Monday in a block', '2026-11-23', true],
    ['a Saturday', '2026-11-21', false],
    ['the autumn half term', '2026-10-27', false],
    ['a bank holiday in a block', '2027-05-03', false],
    ['a day for staff inside a block', '2026-06-05', false],
    ['the day before it', '2026-06-04', true],
    ['Christmas Day', '2026-12-25', false],
    ['August', '2026-08-12', false],
    ['the last day of the summer term', '2026-07-17', true],
    ['the day after', '2026-07-20', false],
  ])('%s', (_, text, taught) => {
    expect(isTeachingDay(wigan, [], day(text))).toBe(taught);
  });

  test('the days that are taught are those the half terms count', () => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(dayOf(2027, 9, 1), index));
    const counted = halfTermsFrom(england, [], id('2027-autumn-1'), 6).reduce((sum, one) => sum + one.teachingDays, 0);
    expect(days.filter((one) => isTeachingDay(england, [], one))).toHaveLength(counted);
  });

  test('holidays reach from the day after one half term to the day before the next', () => {
    const holidays = holidaysBetween(halfTermsFrom(wigan, [], id('2026-autumn-1'), 3));
    expect(holidays).toEqual([
      { after: '2026-autumn-1', from: '2026-10-24', until: '2026-11-01' },
      { after: '2026-autumn-2', from: '2026-12-19', until: '2027-01-04' },
    ]);
    expect(holidaysBetween([])).toEqual([]);
  });
});
