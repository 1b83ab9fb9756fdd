import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aTermCalendar, TODAY } from '../../test/support/builders.ts';
import { aPlan, aStep, FIRST } from '../../test/support/plan-builders.ts';
import { anyPlan } from '../../test/support/timetable-arbitrary.ts';
import type { HalfTermId } from '../domain/calendar/half-term.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { halfTermsFrom } from '../domain/calendar/term-calendar.ts';
import { layOutTimetable } from '../domain/plan/timetable.ts';
import { columnX, drawTimetable, EDGE, NAMES_WIDTH, type Drawing } from './timetable-drawing.ts';

/** The width a page's text has; _settings.scss says it too. */
const PAGE_WIDTH = 1040;

function drawn(plan: Plan): Drawing {
  const halfTerms = halfTermsFrom(aTermCalendar(), [], plan.first, plan.halfTerms);
  return drawTimetable(layOutTimetable(plan, halfTerms, TODAY, []));
}

function withSteps(count: number): Plan {
  return aPlan({ steps: Array.from({ length: count }, (_, index) => aStep({ id: `s${index + 1}` })) });
}

test.each([
  [0, [0]],
  [1, [1]],
  [12, [12]],
  [13, [7, 6]],
  [40, [10, 10, 10, 10]],
])('%i steps stand in bands of %j', (count, bands) => {
  expect(drawn(withSteps(count)).bands.map(({ rows }) => rows.length)).toEqual(bands);
});

test('the hours stand under the last band alone', () => {
  expect(drawn(withSteps(13)).bands.map(({ hasHours }) => hasHours)).toEqual([false, true]);
});

test.each([6, 9, 12])('%i half terms fill no more than the width of the text', (halfTerms) => {
  expect(NAMES_WIDTH + drawn(aPlan({ halfTerms })).chartWidth).toBeLessThanOrEqual(PAGE_WIDTH);
});

test.each([
  [6, false],
  [7, true],
  [11, true],
  [12, true],
  [13, false],
])('whether %i half terms take up the width of the text is %j', (halfTerms, fillsPage) => {
  const drawing = drawn(aPlan({ halfTerms }));
  expect(drawing.fillsPage).toBe(fillsPage);
  if (fillsPage) expect(NAMES_WIDTH + drawing.chartWidth).toBeGreaterThan(PAGE_WIDTH - 1);
});

test('a term of which both halves are shown is named over the middle of both', () => {
  const drawing = drawn(aPlan({ halfTerms: 4 }));
  const { columnWidth } = drawing;
  expect(drawing.terms).toEqual([
    { name: 'Autumn', middle: EDGE + columnWidth / 2 },
    { name: 'Spring', middle: EDGE + 2 * columnWidth },
    { name: 'Summer', middle: EDGE + 3.5 * columnWidth },
  ]);
});

test('a school year of which one half term is shown has its name on two lines, and the rows begin lower', () => {
  const [narrow, wide] = [
    drawn(aPlan({ first: '2027-summer-2' as HalfTermId })),
    drawn(aPlan({ first: FIRST, halfTerms: 11 })),
  ];
  expect(narrow.years[0]?.lines).toEqual(['2026 to', '2027']);
  expect(wide.years[0]?.lines).toEqual(['2026 to 2027']);
  expect(narrow.head.bottom).toBeGreaterThan(wide.head.bottom);
});

test('rows follow each other without a gap and without lying on each other', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const drawing = drawn(plan);
      for (const band of drawing.bands) {
        let top = drawing.head.bottom;
        for (const row of band.rows) {
          expect(row.top).toBe(top);
          top += row.height;
        }
        expect(band.bottom).toBe(top);
        expect(band.height).toBeGreaterThan(band.bottom);
      }
      expect(columnX(drawing, plan.halfTerms) + EDGE).toBeCloseTo(drawing.chartWidth, 6);
    }),
  );
});
