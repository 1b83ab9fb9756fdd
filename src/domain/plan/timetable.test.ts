import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDay, anyPlan } from '../../../test/support/timetable-arbitrary.ts';
import { aTermCalendar, TODAY } from '../../../test/support/builders.ts';
import { aPin, aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import type { IsoDate, IsoMonth } from '../date.ts';
import { ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import { hoursPlanned } from './plan-hours.ts';
import { plannedSteps, type Pin, type Plan, type PlanStep } from './plan.ts';
import { layOutTimetable, type Timetable } from './timetable.ts';
import { halfTermsFrom, type KnownYear } from '../calendar/term-calendar.ts';

const id = (text: string) => text as HalfTermId;
const day = (text: string) => text as IsoDate;

/* From the first half term on: 2 November to 18 December 2026, 4 January to 12 February 2027, and so on. */
const YEAR_2026: KnownYear = {
  schoolYear: 2026,
  blocks: [
    { block: 'autumn-1', from: day('2026-09-02'), until: day('2026-10-23') },
    { block: 'autumn-2', from: day('2026-11-02'), until: day('2026-12-18') },
    { block: 'spring-1', from: day('2027-01-04'), until: day('2027-02-12') },
    { block: 'spring-2', from: day('2027-02-22'), until: day('2027-03-25') },
    { block: 'summer-1', from: day('2027-04-12'), until: day('2027-05-28') },
    { block: 'summer-2', from: day('2027-06-07'), until: day('2027-07-21') },
  ],
  insetDays: [],
  because: 'The council’s dates.',
  source: { title: 'A page of the council', url: 'https://www.wigan.gov.uk/terms', published: null },
  checkedOn: TODAY,
  certainty: 'high',
};
/* More than any timetable here shows. */
const HALF_TERMS = halfTermsFrom(aTermCalendar({ years: [YEAR_2026] }), [], FIRST, 40);

function laidOut(plan: Plan, today = TODAY, guesses: readonly string[] = []): Timetable {
  const checks = [{ code: 'intake-not-announced' as const, steps: guesses }];
  return layOutTimetable(plan, HALF_TERMS, today, checks);
}

function rowOf(step: Partial<PlanStep>, plan: Partial<Plan> = {}) {
  const [row] = laidOut(aPlan({ halfTerms: 6, steps: [aStep(step)], ...plan })).rows;
  if (!row) throw new Error('the step has no row');
  return row;
}

const HOURS = [8, 8, 8];

test.each([
  ['in its first column', '2026-autumn-2', { first: 0, count: 3 }, false, false],
  ['so late that it goes on after the last', '2027-summer-2', { first: 4, count: 2 }, false, true],
  ['and ends in its last', '2027-summer-1', { first: 3, count: 3 }, false, false],
  ['before it', '2026-autumn-1', { first: 0, count: 2 }, true, false],
  ['and is over before it', '2026-summer-1', null, true, false],
  ['after it', '2027-autumn-2', null, false, true],
])('a step of three half terms that starts %s', (_, start, bar, beganBefore, goesOnAfter) => {
  expect(rowOf({ start: id(start), hours: HOURS })).toMatchObject({ bar, beganBefore, goesOnAfter });
});

test('a row names the last half term of its step, also beyond the timetable', () => {
  expect(rowOf({ start: id('2027-summer-2'), hours: HOURS }).end).toBe('2027-autumn-2');
});

test('rows stand in the order of start, then end, then id as ids were given out', () => {
  const steps = [
    aStep({ id: 's10', start: id('2027-spring-1') }),
    aStep({ id: 's2', start: id('2027-spring-1') }),
    aStep({ id: 's1', start: id('2027-spring-1'), hours: HOURS }),
    aStep({ id: 's3' }),
  ];
  expect(laidOut(aPlan({ steps })).rows.map((row) => row.id)).toEqual(['s3', 's2', 's10', 's1']);
});

test('what is dropped, put off or already there has no row', () => {
  const steps = [
    aStep({ id: 's1', state: 'dropped' }),
    aStep({ id: 's2', place: 'some-day', start: null }),
    aStep({ id: 's3', place: 'already-have', start: null }),
  ];
  expect(laidOut(aPlan({ steps })).rows).toEqual([]);
});

test('a step whose intake the checks find not announced is a guess', () => {
  const plan = aPlan({ steps: [aStep({ id: 's1' }), aStep({ id: 's2' })] });
  expect(laidOut(plan, TODAY, ['s2']).rows.map(({ isGuess }) => isGuess)).toEqual([false, true]);
});

function marksOf(intake: Partial<NonNullable<Pin['intake']>>) {
  const none = { id: 'a/1', name: '1', facts: [], opens: null, closes: null, starts: null };
  return rowOf({ pin: aPin({ intake: { ...none, ...intake } }) }).marks;
}

test.each([
  ['the middle of a half term', '2026-11-25', 0, 23.5 / 47, false],
  ['its first day', '2026-11-02', 0, 0.5 / 47, false],
  ['its last day', '2026-12-18', 0, 46.5 / 47, false],
  ['the holiday after it', '2026-12-27', 0, 1, true],
  ['the last day of the timetable', '2027-10-22', 5, 46.5 / 47, false],
])('a day in %s has its column and its place in it', (_, on, column, fraction, isHoliday) => {
  const [mark] = marksOf({ closes: day(on) });
  expect(mark).toMatchObject({ kind: 'closes', on, at: { column, isHoliday } });
  expect(mark?.at.fraction).toBeCloseTo(fraction, 6);
});

test.each([['2026-11-01'], ['2027-10-23'], ['2031-01-01']])('a window that closes on %s is left out', (on) => {
  expect(marksOf({ closes: day(on) })).toEqual([]);
});

test.each([
  ['2027-03', 3 - 1, 'within a half term'],
  ['2027-01', 1, 'in a holiday: it counts for the half term after'],
  ['2027-08', 5, 'wholly in a holiday'],
  ['2026-11', 0, 'in the holiday before the timetable, its first column in the same month'],
])('an intake that starts in %s stands in column %i: its first day is %s', (month, column) => {
  const [mark] = marksOf({ starts: month as IsoMonth });
  expect(mark).toMatchObject({ kind: 'starts', on: month, at: { column, isHoliday: false } });
});

test.each([['2026-10'], ['2027-11']])('an intake that starts in %s, outside the timetable, is left out', (month) => {
  expect(marksOf({ starts: month as IsoMonth })).toEqual([]);
});

test('half terms stand in their school years, with whether their dates are estimated', () => {
  const { columns, years } = laidOut(aPlan({ halfTerms: 12 }));
  expect(years).toEqual([
    { schoolYear: 2026, first: 0, count: 5 },
    { schoolYear: 2027, first: 5, count: 6 },
    { schoolYear: 2028, first: 11, count: 1 },
  ]);
  expect(columns.map(({ isEstimate }) => isEstimate)).toEqual(columns.map((_, index) => index >= 5));
});

test('a half term with more hours than there are is over, one with as many is not', () => {
  const plan = aPlan({
    halfTerms: 3,
    profile: { hoursPerWeek: 2 },
    steps: [aStep({ hours: [14, 12.5, 9.5], hoursBasis: 'yours' })],
  });
  expect(laidOut(plan).columns.map(({ planned, capacity, isOver }) => [planned, capacity, isOver])).toEqual([
    [14, 14, false],
    [12.5, 12, true],
    [9.5, 9.5, false],
  ]);
});

test.each([
  ['2026-11-25', { column: 0, isHoliday: false }],
  ['2027-02-15', { column: 1, isHoliday: true }],
])('today, %s, has its place', (today, at) => {
  expect(laidOut(aPlan(), day(today)).today.at).toMatchObject(at);
});

test.each([['2026-10-30'], ['2029-08-01']])('today, %s, outside the timetable, has none', (today) => {
  expect(laidOut(aPlan(), day(today)).today.at).toBeNull();
});

test('every planned step has one row, whose bar stays within the timetable', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { rows, columns } = laidOut(plan);
      expect(rows.map((row) => row.id).toSorted()).toEqual(
        plannedSteps(plan)
          .map((step) => step.id)
          .toSorted(),
      );
      for (const { bar } of rows) {
        if (!bar) continue;
        expect(bar.first).toBeGreaterThanOrEqual(0);
        expect(bar.count).toBeGreaterThan(0);
        expect(bar.first + bar.count).toBeLessThanOrEqual(columns.length);
      }
    }),
  );
});

test('a bar covers the half terms of its step that the timetable shows, and no other', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { rows, columns } = laidOut(plan);
      for (const { bar, start, end } of rows) {
        const lasts = columns.flatMap(({ halfTerm }, index) =>
          ordinalOf(start) <= ordinalOf(halfTerm) && ordinalOf(halfTerm) <= ordinalOf(end) ? [index] : [],
        );
        expect(Array.from({ length: bar?.count ?? 0 }, (_, index) => (bar?.first ?? 0) + index)).toEqual(lasts);
      }
    }),
  );
});

test('the hours of a column are those planned for its half term', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const planned = hoursPlanned(plan);
      for (const column of laidOut(plan).columns) {
        expect(column.planned).toBe(planned.get(ordinalOf(column.halfTerm)) ?? 0);
        if (column.isOver) expect(column.planned).toBeGreaterThan(column.capacity);
      }
    }),
  );
});

test('marks and today lie within the timetable, on the days they say', () => {
  fc.assert(
    fc.property(anyPlan, aDay, (plan, today) => {
      const { rows, columns, today: shown } = laidOut(plan, today);
      const marked = rows.flatMap(({ marks }) => marks);
      for (const { at, on } of [...marked, ...(shown.at ? [{ at: shown.at, on: today }] : [])]) {
        const column = columns[at.column];
        if (!column) throw new Error('a mark has no column');
        expect(at.fraction).toBeGreaterThanOrEqual(0);
        expect(at.fraction).toBeLessThanOrEqual(1);
        if (on.length === 7) continue;
        expect(column.from <= on).toBe(true);
        expect(on > column.until).toBe(at.isHoliday);
        expect(at.fraction === 1).toBe(at.isHoliday);
      }
    }),
  );
});

test('a later day never stands further left', () => {
  fc.assert(
    fc.property(aDay, aDay, (one, other) => {
      const [sooner, later] = one < other ? [one, other] : [other, one];
      const [left, right] = [sooner, later].map((today) => laidOut(aPlan(), today).today.at);
      if (left && right) expect(left.column + left.fraction).toBeLessThanOrEqual(right.column + right.fraction);
    }),
  );
});

test('school years take up the columns one after another, all of them', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { years, columns } = laidOut(plan);
      const taken = years.flatMap(({ first, count }) => Array.from({ length: count }, (_, index) => first + index));
      expect(taken).toEqual([...columns.keys()]);
    }),
  );
});

test('the same plan is laid out the same, whatever order its steps stand in', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(laidOut({ ...plan, steps: plan.steps.toReversed() })).toEqual(laidOut(plan));
    }),
  );
});
