import fc from 'fast-check';
import { addDays, type IsoDate, type IsoMonth } from '../../src/domain/date.ts';
import { addHalfTerms } from '../../src/domain/calendar/half-term.ts';
import { PLACES, STEP_STATES, type Plan, type PlanStep } from '../../src/domain/plan/plan.ts';
import { ROUTE_IDS } from '../../src/domain/catalogue/route.ts';
import { TODAY } from './builders.ts';
import { aPin, aPlan, aStep, FIRST } from './plan-builders.ts';

/** A day from a year before the tests' day to six years after it. */
export const aDay: fc.Arbitrary<IsoDate> = fc.integer({ min: -365, max: 2190 }).map((days) => addDays(TODAY, days));

const aDayOrMonth = fc.oneof(
  aDay,
  aDay.map((day) => day.slice(0, 7) as IsoMonth),
);

const anyStep: fc.Arbitrary<PlanStep> = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 100 }),
    route: fc.constantFrom(...ROUTE_IDS),
    place: fc.constantFrom('timetable' as const, ...PLACES),
    state: fc.constantFrom(...STEP_STATES),
    shift: fc.integer({ min: -9, max: 30 }),
    hours: fc.array(
      fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
      { minLength: 1, maxLength: 42 },
    ),
    hoursBasis: fc.constantFrom('published' as const, 'our-estimate' as const, 'yours' as const),
    intake: fc.option(
      fc.record({
        starts: fc.option(aDayOrMonth),
        opens: fc.option(aDay),
        closes: fc.option(aDay),
      }),
    ),
  })
  .map(({ shift, intake, place, ...step }) =>
    aStep({
      ...step,
      place,
      start: place === 'timetable' ? addHalfTerms(FIRST, shift) : null,
      pin: intake && aPin({ intake: { id: 'a-step/2027', name: '2027', facts: [], ...intake } }),
    }),
  );

/** Any plan of up to 14 steps: before, in and after a timetable of any length. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    steps: fc.array(anyStep, { maxLength: 14 }),
    halfTerms: fc.integer({ min: 3, max: 30 }),
    hoursPerWeek: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
  })
  .map(({ steps, halfTerms, hoursPerWeek }) =>
    aPlan({
      steps: steps.map((step, index) => ({ ...step, id: `s${index + 1}` })),
      halfTerms,
      profile: hoursPerWeek === undefined ? {} : { hoursPerWeek },
    }),
  );
