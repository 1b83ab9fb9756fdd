import type { IsoDate } from '../../src/domain/date.ts';
import type { HalfTermId } from '../../src/domain/calendar/half-term.ts';
import type { Pin, Plan, PlanStep } from '../../src/domain/plan/plan.ts';
import { aProfile } from './builders.ts';

/** The half term that the tests' day is in. */
export const FIRST = '2026-autumn-2' as HalfTermId;

/** A plan of two school years from the half term of the tests' day, with nothing in it. */
export function aPlan(given: Partial<Plan> = {}): Plan {
  return {
    title: 'My plan',
    profile: aProfile(),
    first: FIRST,
    halfTerms: 12,
    goals: [],
    steps: [],
    stepsMade: 1000,
    answers: {},
    ...given,
  };
}

/** An action of one's own in the first half term: eight hours, no cost, needing nothing. */
export function aStep(given: Partial<PlanStep> = {}): PlanStep {
  return {
    id: 's1',
    name: 'A step',
    route: 'share',
    phase: 'deliver',
    place: 'timetable',
    start: FIRST,
    hours: [8],
    hoursBasis: 'our-estimate',
    cost: 0,
    owner: 'me',
    state: 'to-do',
    needs: [],
    note: '',
    pin: null,
    ...given,
  };
}

/** What a step relied on, with an intake whose window and start are known to the day. */
export function aPin(given: Partial<Pin> = {}): Pin {
  return {
    opportunity: 'a-step',
    catalogue: 'test',
    on: '2026-11-23' as IsoDate,
    name: 'A step',
    summary: 'Something a teacher can do next.',
    figures: {},
    intake: {
      id: 'a-step/2027-spring',
      name: 'Spring 2027',
      starts: '2027-01-20' as IsoDate,
      opens: '2026-10-25' as IsoDate,
      closes: '2026-12-31' as IsoDate,
      facts: [],
    },
    until: null,
    ...given,
  };
}
