import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFact, aProfile } from '../../../test/support/builders.ts';
import { anyKeptPlan } from '../../../test/support/kept-plan-arbitrary.ts';
import { aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import { addHalfTerms, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import {
  capacityIn,
  directedHours,
  hoursAgainstCapacity,
  hoursPlanned,
  RECKONED_WEEKS,
  weeklyHours,
  type HoursIn,
} from './plan-hours.ts';
import { plannedSteps, type HoursBasis, type PlanStep } from './plan.ts';
import type { Profile } from '../matching/profile.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';

const SECOND = addHalfTerms(FIRST, 1);

function aHalfTerm(weeks: number, id: HalfTermId = FIRST): HalfTerm {
  return { id, weeks } as HalfTerm;
}

function hoursIn(weeks: number, profile: Profile, ...steps: readonly Partial<PlanStep>[]): HoursIn {
  const plan = aPlan({
    profile: aProfile(profile),
    steps: steps.map((given, index) => aStep({ id: `s${index + 1}`, ...given })),
  });
  const [found] = hoursAgainstCapacity(plan, [aHalfTerm(weeks)]);
  if (!found) throw new Error('there is a half term');
  return found;
}

describe('the hours somebody has', () => {
  test.each<[clause: string, profile: Profile, hours: number, basis: 'yours' | 'our-estimate']>([
    ['what they said, whatever it is', { hoursPerWeek: 1.5 }, 1.5, 'yours'],
    ['what they said, part-time or not', { hoursPerWeek: 3, fte: 0.4 }, 3, 'yours'],
    ['none, where they said none', { hoursPerWeek: 0 }, 0, 'yours'],
    ['two a week where a full-time teacher has not said', {}, 2, 'our-estimate'],
    ['fewer in a part-time week: three days in five', { fte: 0.6 }, 1, 'our-estimate'],
    ['fewer in a part-time week: four days in five', { fte: 0.8 }, 1.5, 'our-estimate'],
    ['never fewer than half an hour', { fte: 0.1 }, 0.5, 'our-estimate'],
  ])('%s', (_, profile, hours, basis) => {
    expect(weeklyHours(profile)).toEqual({ hours, basis });
  });

  test.each([
    [2, 7, 14],
    [2, 4.8, 9.5],
    [1, 5.8, 6],
    [0, 7, 0],
  ])('%d a week in a half term of %d weeks are %d', (hoursPerWeek, weeks, hours) => {
    expect(capacityIn({ hoursPerWeek }, { weeks })).toBe(hours);
  });
});

describe('the hours of a half term', () => {
  test('are the sum over its steps, for any plan and any half term', () => {
    fc.assert(
      fc.property(anyKeptPlan, (plan) => {
        const planned = hoursPlanned(plan);
        const inAll = plannedSteps(plan).flatMap(({ hours }) => hours);
        const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);
        expect(sum(planned.values())).toBe(sum(inAll));
        for (const [at, hours] of planned) {
          const here = plannedSteps(plan).map((step) => step.hours[at - ordinalOf(step.start)] ?? 0);
          expect(hours).toBe(sum(here));
        }
      }),
    );
  });

  test('leave out what is dropped, put off or there already', () => {
    const steps = [
      aStep({ hours: [4, 3] }),
      aStep({ id: 's2', state: 'dropped' }),
      aStep({ id: 's3', place: 'some-day', start: null }),
      aStep({ id: 's4', place: 'already-have', start: null, state: 'done' }),
      aStep({ id: 's5', state: 'done', hours: [2] }),
    ];
    expect([...hoursPlanned(aPlan({ steps }))]).toEqual([
      [ordinalOf(FIRST), 6],
      [ordinalOf(SECOND), 3],
    ]);
  });
});

describe('a half term is too full', () => {
  const yours: HoursBasis = 'yours';
  test.each<[clause: string, weeks: number, profile: Profile, steps: readonly Partial<PlanStep>[], isOver: boolean]>([
    ['with half an hour more than there is', 7, { hoursPerWeek: 2 }, [{ hours: [14.5], hoursBasis: yours }], true],
    ['not to the very hour', 7, { hoursPerWeek: 2 }, [{ hours: [14], hoursBasis: yours }], false],
    ['with two steps that fit only one by one', 7, { hoursPerWeek: 2 }, [{ hours: [8] }, { hours: [8] }], true],
    ['with anything at all, where there are no hours', 7, { hoursPerWeek: 0 }, [{ hours: [0.5] }], true],
    ['not with nothing, where there are no hours', 7, { hoursPerWeek: 0 }, [], false],
    [
      'with hours one gave oneself, short as it is',
      5,
      { hoursPerWeek: 2 },
      [{ hours: [11, 11], hoursBasis: yours }],
      true,
    ],
    ['with a course of that half term alone, short as it is', 5, { hoursPerWeek: 2 }, [{ hours: [12] }], true],
    ['not with an NPQ that fits the week, short as it is', 4.8, { hoursPerWeek: 2 }, [{ hours: [10, 10] }], false],
    ['with two NPQs in any half term', 4.8, { hoursPerWeek: 2 }, [{ hours: [10, 10] }, { hours: [10, 10] }], true],
    ['with an NPQ in a part-time week', 7, { fte: 0.6 }, [{ hours: [10, 10] }], true],
  ])('%s', (_, weeks, profile, steps, isOver) => {
    expect(hoursIn(weeks, profile, ...steps).isOver).toBe(isOver);
  });

  test('never by a step that takes as many hours a week as there are, however long the half term', () => {
    const week = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4);
    const weeks = fc.integer({ min: 15, max: 45 }).map((days) => (days * 2) / 10);
    fc.assert(
      fc.property(week, weeks, (hoursPerWeek, long) => {
        const reckoned = Math.round(hoursPerWeek * RECKONED_WEEKS * 2) / 2;
        const here = hoursIn(long, { hoursPerWeek }, { hours: [reckoned, reckoned], hoursBasis: 'published' });
        expect(here.isOver).toBe(false);
      }),
    );
  });

  test('the more so, the more there is to do', () => {
    fc.assert(
      fc.property(anyKeptPlan, fc.integer({ min: 0, max: 20 }), (plan, hours) => {
        const halfTerms = Array.from({ length: 6 }, (_, index) => aHalfTerm(6, addHalfTerms(FIRST, index)));
        const more = { ...plan, steps: [...plan.steps, aStep({ id: 's999', hours: [hours, hours] })] };
        const over = (one: typeof plan) => hoursAgainstCapacity(one, halfTerms).map(({ isOver }) => isOver);
        expect(over(more).map((isOver, index) => isOver || over(plan)[index])).toEqual(over(more));
      }),
    );
  });
});

describe('directed time', () => {
  const fact = aFact({ value: { min: 1265, max: 1265, unit: 'hours-a-year', basis: 'published' } });
  test.each<[Profile, number | undefined]>([
    [{}, 1265],
    [{ fte: 0.6 }, 759],
  ])('of somebody who told %j is %s hours a year', (profile, hours) => {
    expect(directedHours(profile, fact)).toBe(hours);
  });

  test('is not said where no figure is held', () => {
    expect(directedHours({}, undefined)).toBeUndefined();
    expect(directedHours({}, aFact({ value: 'not settled' }))).toBeUndefined();
  });
});
