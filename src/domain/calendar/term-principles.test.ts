import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidaysOf, expectedBankHolidays } from './bank-holidays.ts';
import { addDays, dayOf, daysBetween, weekdayOf, type IsoDate } from '../date.ts';
import { BLOCKS } from './half-term.ts';
import { countSchoolDays, isSchoolDay } from './teaching-days.ts';
import {
  AUTUMN_HALF_TERMS,
  EASTER_BREAKS,
  estimateBlocks,
  SPRING_HALF_TERMS,
  type TermPrinciples,
} from './term-principles.ts';

/** As Wigan Council publishes them. */
const WIGAN: TermPrinciples = {
  autumnInsetDays: 1,
  autumnHalfTerm: 'last-full-week-of-october',
  christmas: 'two-weeks-from-christmas-week',
  springInsetDays: 1,
  springHalfTerm: 'third-full-week-of-february',
  easter: 'near-early-april-with-easter',
  summerHalfTerm: 'week-of-last-monday-of-may',
  pupilDays: 190,
  leastDaysInPartWeek: 3,
};
const WARRINGTON: TermPrinciples = { ...WIGAN, autumnInsetDays: 2, leastDaysInPartWeek: 2 };
const ENGLAND: TermPrinciples = { ...WIGAN, autumnHalfTerm: 'week-of-29-october', leastDaysInPartWeek: 2 };
const SALFORD: TermPrinciples = {
  ...WIGAN,
  autumnInsetDays: 0,
  springInsetDays: 0,
  easter: 'first-two-weeks-of-april',
};

const estimate = (principles: TermPrinciples, year: number) =>
  estimateBlocks(principles, year, bankHolidaysOf([], year, year + 1));

/** Each end of each block that lies elsewhere than published, as days later (+) or earlier (-). */
function differences(principles: TermPrinciples, year: number, published: string): readonly string[] {
  const days = published.split(' ') as IsoDate[];
  return estimate(principles, year).flatMap(({ block, from, until }, index) =>
    [['from', from, days[index * 2]] as const, ['until', until, days[index * 2 + 1]] as const].flatMap(
      ([end, ours, theirs = ours]) => {
        const late = daysBetween(theirs, ours);
        return late === 0 ? [] : [`${block} ${end} ${late > 0 ? '+' : ''}${late}`];
      },
    ),
  );
}

describe('estimated school years', () => {
  // First and last days for pupils of six blocks, as the pages named in content/*/term-calendars.yaml have them.
  test.each<[string, TermPrinciples, number, string, string[]]>([
    [
      'Wigan (Aspull Church Primary), 2023 to 2024: two staff days in September, none in January',
      WIGAN,
      2023,
      '2023-09-05 2023-10-19 2023-10-30 2023-12-22 2024-01-08 2024-02-16 2024-02-26 2024-03-28 2024-04-15 2024-05-23 2024-06-03 2024-07-19',
      ['autumn-1 from -1', 'autumn-1 until +1', 'spring-1 from +1', 'summer-1 until +1', 'summer-2 until -2'],
    ],
    [
      'Wigan (Aspull Church Primary), 2024 to 2025: a staff day in May',
      WIGAN,
      2024,
      '2024-09-03 2024-10-18 2024-10-28 2024-12-20 2025-01-07 2025-02-14 2025-02-24 2025-04-04 2025-04-22 2025-05-22 2025-06-02 2025-07-18',
      ['summer-1 until +1', 'summer-2 until -1'],
    ],
    [
      'Wigan (Aspull Church Primary), 2025 to 2026: a staff day in October',
      WIGAN,
      2025,
      '2025-09-02 2025-10-23 2025-11-03 2025-12-19 2026-01-06 2026-02-13 2026-02-23 2026-04-02 2026-04-20 2026-05-22 2026-06-01 2026-07-17',
      ['autumn-1 until +1', 'summer-2 until -1'],
    ],
    [
      'Warrington (Chapelford Village Primary), 2023 to 2024: half terms a week from Wigan’s, an early Christmas',
      WARRINGTON,
      2023,
      '2023-09-06 2023-10-27 2023-11-06 2023-12-20 2024-01-04 2024-02-09 2024-02-19 2024-03-28 2024-04-15 2024-05-24 2024-06-03 2024-07-19',
      [
        'autumn-1 from -1',
        'autumn-1 until -7',
        'autumn-2 from -7',
        'autumn-2 until +2',
        'spring-1 from +5',
        'spring-1 until +7',
        'spring-2 from +7',
        'summer-2 until -1',
      ],
    ],
    [
      'Warrington (Chapelford Village Primary), 2024 to 2025: day for day',
      WARRINGTON,
      2024,
      '2024-09-04 2024-10-18 2024-10-28 2024-12-20 2025-01-07 2025-02-14 2025-02-24 2025-04-04 2025-04-22 2025-05-23 2025-06-02 2025-07-18',
      [],
    ],
    [
      'Cheshire West (Wincham Community Primary), 2025 to 2026, beside Halton: staff days inside the blocks end it later',
      WIGAN,
      2025,
      '2025-09-03 2025-10-24 2025-11-03 2025-12-19 2026-01-06 2026-02-13 2026-02-23 2026-04-01 2026-04-20 2026-05-22 2026-06-02 2026-07-22',
      ['autumn-1 from -1', 'spring-2 until +1', 'summer-2 from -1', 'summer-2 until -6'],
    ],
    [
      'Buckinghamshire (Widmer End), 2026 to 2027: an illustration of England elsewhere',
      ENGLAND,
      2026,
      '2026-09-03 2026-10-23 2026-11-02 2026-12-18 2027-01-05 2027-02-12 2027-02-22 2027-03-25 2027-04-12 2027-05-28 2027-06-07 2027-07-21',
      ['autumn-1 from -1', 'summer-2 until -5'],
    ],
  ])('%s', (_, principles, year, published, known) => {
    expect(differences(principles, year, published)).toEqual(known);
  });

  test.each<[number, string]>([
    [
      2026,
      '2026-09-02 2026-10-23 2026-11-02 2026-12-18 2027-01-05 2027-02-12 2027-02-22 2027-03-25 2027-04-12 2027-05-28 2027-06-07 2027-07-16',
    ],
    [
      2027,
      '2027-09-06 2027-10-22 2027-11-01 2027-12-17 2028-01-05 2028-02-18 2028-02-28 2028-03-31 2028-04-18 2028-05-26 2028-06-05 2028-07-20',
    ],
    [
      2028,
      '2028-09-04 2028-10-20 2028-10-30 2028-12-22 2029-01-09 2029-02-16 2029-02-26 2029-03-29 2029-04-16 2029-05-25 2029-06-04 2029-07-18',
    ],
  ])('the year from %i in Wigan, worked out by hand from its principles', (year, days) => {
    expect(differences(WIGAN, year, days)).toEqual([]);
  });

  test.each([
    ['Good Friday is before the two weeks', 2025, '2026-04-02', '2026-04-20'],
    ['Easter is in the middle of the two weeks', 2022, '2023-03-31', '2023-04-17'],
    ['Easter Monday is after the two weeks', 2024, '2025-04-04', '2025-04-22'],
    ['Easter is in March', 2026, '2027-03-25', '2027-04-12'],
  ])('the Easter break takes in the bank holidays where %s', (_, year, last, back) => {
    const ends = estimate(WIGAN, year);
    expect([ends[3]?.until, ends[4]?.from]).toEqual([last, back]);
  });

  test('Salford closes for the first two weeks of April and for Easter Monday beside', () => {
    const blocks = estimate(SALFORD, 2026);
    expect([blocks[3]?.until, blocks[4]?.from]).toEqual(['2027-04-02', '2027-04-19']);
    const closed = new Set(expectedBankHolidays(2027));
    expect(countSchoolDays('2027-03-22' as IsoDate, '2027-04-02' as IsoDate, closed)).toBe(8);
  });

  test('too short a first week is left out: pupils come on the Monday after', () => {
    expect(estimate(WIGAN, 2027)[0]?.from).toBe('2027-09-06');
    expect(estimate({ ...WIGAN, leastDaysInPartWeek: 2 }, 2027)[0]?.from).toBe('2027-09-02');
  });

  test('too short a last week is made longer', () => {
    const [last, longer] = [1, 3].map(
      (least) => estimate({ ...WARRINGTON, leastDaysInPartWeek: least }, 2026)[5]?.until,
    );
    expect([last, longer]).toEqual(['2027-07-19', '2027-07-21']);
  });

  const anyPrinciples: fc.Arbitrary<TermPrinciples> = fc.record({
    autumnInsetDays: fc.integer({ min: 0, max: 3 }),
    autumnHalfTerm: fc.constantFrom(...AUTUMN_HALF_TERMS),
    christmas: fc.constant('two-weeks-from-christmas-week' as const),
    springInsetDays: fc.integer({ min: 0, max: 2 }),
    springHalfTerm: fc.constantFrom(...SPRING_HALF_TERMS),
    easter: fc.constantFrom(...EASTER_BREAKS),
    summerHalfTerm: fc.constant('week-of-last-monday-of-may' as const),
    pupilDays: fc.constantFrom(189, 190, 191),
    leastDaysInPartWeek: fc.integer({ min: 1, max: 3 }),
  });

  test('by any principles, in any year: six blocks in order, none begins or ends on a day nobody is taught', () => {
    fc.assert(
      fc.property(anyPrinciples, fc.integer({ min: 2020, max: 2060 }), (principles, year) => {
        const closed = bankHolidaysOf([], year, year + 1);
        const blocks = estimateBlocks(principles, year, closed);
        expect(blocks.map(({ block }) => block)).toEqual(BLOCKS);
        const ends = blocks.flatMap(({ from, until }) => [from, until]);
        expect(ends).toEqual(ends.toSorted());
        expect(new Set(ends).size).toBe(12);
        expect(ends.filter((day) => !isSchoolDay(day, closed))).toEqual([]);
        expect(dayOf(year, 9, 1) <= (ends[0] ?? '') && (ends[11] ?? '') <= dayOf(year + 1, 7, 31)).toBe(true);
        const taught = blocks.reduce((sum, { from, until }) => sum + countSchoolDays(from, until, closed), 0);
        expect(taught).toBeGreaterThanOrEqual(principles.pupilDays);
        expect(taught).toBeLessThan(principles.pupilDays + principles.leastDaysInPartWeek);
      }),
    );
  });
});

describe('school days', () => {
  test('are counted as if one went through them day by day', () => {
    const start = dayOf(2026, 1, 1);
    fc.assert(
      fc.property(fc.nat(1500), fc.integer({ min: -5, max: 300 }), (offset, length) => {
        const from = addDays(start, offset);
        const until = addDays(from, length);
        const closed = bankHolidaysOf([], 2026, 2031);
        const days = Array.from({ length: Math.max(0, length + 1) }, (_, index) => addDays(from, index));
        const taught = days.filter((day) => weekdayOf(day) <= 5 && !closed.has(day));
        expect(countSchoolDays(from, until, closed)).toBe(taught.length);
      }),
    );
  });

  test('a closed day at a weekend is not taken away twice', () => {
    const closed = new Set(['2026-11-21', '2026-11-23'] as IsoDate[]);
    expect(countSchoolDays('2026-11-20' as IsoDate, '2026-11-24' as IsoDate, closed)).toBe(2);
  });
});
