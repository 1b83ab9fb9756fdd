import { describe, expect, test } from 'vitest';
import { aDayCatalogue, aFact, anOpportunity, aProfile, TODAY } from '../../../test/support/builders.ts';
import { aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { at, catalogueWith, checksOf, pressed, said, stepBy } from '../../../test/support/plan-checking.ts';
import type { IsoDate } from '../date.ts';
import type { Plan, PlanStep } from './plan.ts';

const NOTHING = catalogueWith();

describe('what a step rests on', () => {
  const fee = (until: string) =>
    aDayCatalogue({
      facts: [aFact({ until: until as IsoDate })],
      opportunities: ['costToYou', 'costToSchool', 'income'].map((figure) =>
        anOpportunity({
          id: figure,
          name: 'A course',
          figures: { ...anOpportunity().figures, [figure]: { fact: 'a-fee' } },
        }),
      ),
    });
  const plan = (on: ReturnType<typeof fee>, id: string, given: Partial<PlanStep> = {}) =>
    aPlan({ steps: [stepBy(on, id, { hours: [1, 1], ...given })] });

  test.each([
    ['costToYou', 'What “A course” costs you is known only until 31 January 2027, and it would run on after that.'],
    [
      'costToSchool',
      'What “A course” costs your school is known only until 31 January 2027, and it would run on after that.',
    ],
    [
      'income',
      'The money your school gets for “A course” is known only until 31 January 2027, and it would run on after that.',
    ],
  ])('ends before the step does: %s', (id, because) => {
    const on = fee('2027-01-31');
    expect(said(checksOf(plan(on, id), on))).toEqual([
      [because, 'Ask whoever runs it what holds after that before you count on it.'],
    ]);
    expect(checksOf(plan(on, id, { hours: [1] }), on)).toEqual([]);
    expect(checksOf(plan(on, id, { state: 'done' }), on)).toEqual([]);
    expect(checksOf(plan(on, id, { state: 'under-way' }), on)).toHaveLength(1);
  });

  test('is what is known today, and not what was known when the step was planned', () => {
    const before = fee('2027-01-31');
    expect(checksOf(plan(before, 'income'), fee('2028-01-31'))).toEqual([]);
  });

  test('may be the opportunity itself', () => {
    const on = catalogueWith({ name: 'A course', exists: { from: null, until: '2027-01-31' as IsoDate } });
    expect(said(checksOf(plan(on, 'a-step'), on))).toEqual([
      [
        '“A course” is offered until 31 January 2027, and would run on after that.',
        'Ask whoever runs it what holds after that before you count on it.',
      ],
    ]);
  });
});

describe('the timetable itself', () => {
  const later = '2027-03-01' as IsoDate;

  test.each<
    [clause: string, given: Partial<Plan>, step: Partial<PlanStep>, today: IsoDate, because: string, fix: string]
  >([
    [
      'has passed the start of what is still to do',
      {},
      {},
      later,
      '“A step” was to start in Autumn 2 of 2026, and is still marked as to do.',
      'Move “A step” to Spring 2 of 2027.',
    ],
    [
      'has passed it, and a holiday is near',
      {},
      {},
      '2027-03-20' as IsoDate,
      '“A step” was to start in Autumn 2 of 2026, and is still marked as to do.',
      'Move “A step” to Summer 1 of 2027.',
    ],
    [
      'begins only later',
      { first: at('2027-autumn-1') },
      {},
      TODAY,
      '“A step” is planned for Autumn 2 of 2026, before the timetable begins.',
      'Move “A step” to Autumn 1 of 2027.',
    ],
    [
      'is over',
      { halfTerms: 3 },
      {},
      '2028-03-01' as IsoDate,
      '“A step” was to start in Autumn 2 of 2026, and is still marked as to do.',
      'Let the timetable begin with a later half term, in the settings of this plan.',
    ],
    [
      'ends before the step does',
      { halfTerms: 3 },
      { hours: [1, 1, 1, 1] },
      TODAY,
      '“A step” goes on after the timetable ends, until Summer 1 of 2027.',
      'Show more half terms in the settings if you want to see the end.',
    ],
    [
      'ends before the step does, long as a timetable can be',
      { halfTerms: 30 },
      { hours: Array.from({ length: 31 }, () => 1) },
      TODAY,
      '“A step” goes on after the timetable ends, until Autumn 2 of 2031.',
      'Nothing has to be done: no timetable shows more than five years.',
    ],
  ])('%s', (_, given, step, today, because, fix) => {
    const plan = aPlan({ steps: [aStep({ hours: [1], ...step })], ...given });
    expect(said(checksOf(plan, NOTHING, today))).toEqual([[because, fix]]);
  });

  test('passes nothing that is under way or done', () => {
    for (const state of ['under-way', 'done'] as const)
      expect(checksOf(aPlan({ steps: [aStep({ state })] }), NOTHING, later)).toEqual([]);
  });

  test('says of what is late only that it has to move', () => {
    const on = catalogueWith({ name: 'Late', requirements: [{ kind: 'sponsor' }] });
    const plan = aPlan({
      profile: aProfile({ sponsor: 'no' }),
      steps: [stepBy(on, 'a-step', { needs: ['s2'] }), aStep({ id: 's2', hours: [1, 1, 1, 1], name: 'Two' })],
    });
    const late = checksOf(plan, on, later).filter(({ steps }) => steps[0] === 's1');
    expect(late.map(({ code }) => code)).toEqual(['starts-in-the-past']);
    const [check] = late;
    const moved = check ? pressed(plan, check.fix, on) : plan;
    expect(
      checksOf(moved, on, later)
        .filter(({ steps }) => steps[0] === 's1')
        .map(({ code }) => code),
    ).toEqual(['starts-before-what-it-needs', 'needs-a-sponsor']);
  });
});

describe('hours that are not known', () => {
  test.each<[clause: string, step: PlanStep, because: string, fix: string]>([
    [
      'to anybody',
      stepBy(catalogueWith({ name: 'A role' }), 'a-step', { hours: [0], hoursBasis: 'not-known' }),
      'Nobody has published how many hours “A role” takes, so it counts for none.',
      'Ask whoever runs it, and put in your own figure.',
    ],
    [
      'because the teacher has not said',
      aStep({ name: 'My club', hours: [0], hoursBasis: 'not-known' }),
      'You have not said how many hours “My club” takes, so it counts for none.',
      'Put in a figure of your own.',
    ],
  ])('%s', (_, step, because, fix) => {
    const on = catalogueWith({ name: 'A role' });
    expect(said(checksOf(aPlan({ steps: [step] }), on))).toEqual([[because, fix]]);
    expect(checksOf(aPlan({ steps: [{ ...step, state: 'done' }] }), on)).toEqual([]);
  });
});
