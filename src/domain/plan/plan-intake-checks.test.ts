import { describe, expect, test } from 'vitest';
import { aDayCatalogue, anIntake, anOpportunity } from '../../../test/support/builders.ts';
import { aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { at, checksOf, pressed, said, stepBy } from '../../../test/support/plan-checking.ts';
import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import type { Intake } from '../catalogue/opportunity.ts';
import { copyOf } from './plan-copies.ts';
import type { Plan, PlanStep } from './plan.ts';

const LAST = anIntake({
  id: 'npq/2026-autumn',
  name: 'Autumn 2026',
  starts: '2026-11-01' as IsoDate,
  window: { opens: null, closes: null },
});
const SPRING = anIntake({ id: 'npq/2027-spring', name: 'Spring 2027', starts: '2027-02-01' as IsoDate });
const AUTUMN = anIntake({
  id: 'npq/2027-autumn',
  name: 'Autumn 2027',
  starts: '2027-10-11' as IsoDate,
  window: { opens: '2027-05-04' as IsoDate, closes: '2027-09-17' as IsoDate },
});

function on(...intakes: readonly Intake[]): DayCatalogue {
  return aDayCatalogue({
    opportunities: [
      anOpportunity({
        id: 'npq',
        name: 'NPQ',
        when: { kind: 'intakes' },
        intakes,
        firstStep: 'Ask [your head](/about) what they think.',
      }),
    ],
  });
}

/** A plan with the NPQ in a half term, by an intake or by a guess. */
function planned(start: string, intake?: Intake, more: readonly PlanStep[] = []): Plan {
  const step = stepBy(on(LAST, SPRING, AUTUMN), 'npq', { start: at(start), hours: [1] }, intake?.id);
  return aPlan({ steps: [step, ...more] });
}

const UNTIL_THEN = 'Until then: ask your head what they think.';
const NONE_YET = `Ask the hub to tell you when one is. ${UNTIL_THEN}`;

describe('the intake of a step', () => {
  test.each<[clause: string, plan: Plan, on: DayCatalogue, weight: string, because: string, fix: string]>([
    [
      'is not announced for the half term it was guessed for',
      planned('2027-autumn-2'),
      on(LAST),
      'ask',
      'No intake of “NPQ” is announced for Autumn 2 of 2027: that half term is a guess.',
      NONE_YET,
    ],
    [
      'was withdrawn, and there is no other',
      planned('2027-spring-1', SPRING),
      on(LAST),
      'ask',
      'No intake of “NPQ” is announced for Spring 1 of 2027: that half term is a guess.',
      NONE_YET,
    ],
    [
      'has begun, and the step still stands there',
      planned('2026-autumn-2', LAST),
      on(LAST),
      'clash',
      'The Autumn 2026 intake of “NPQ” can no longer be applied for.',
      'If you have a place, mark it as under way; if not, plan it for a later half term.',
    ],
    [
      'has begun, and the step was moved to a later year',
      planned('2027-autumn-2', LAST),
      on(LAST),
      'ask',
      'No intake of “NPQ” is announced for Autumn 2 of 2027: that half term is a guess.',
      NONE_YET,
    ],
    [
      'starts later than the step',
      planned('2026-autumn-2', SPRING),
      on(LAST, SPRING),
      'clash',
      'The Spring 2027 intake of “NPQ” starts in Spring 1 of 2027, not in Autumn 2 of 2026.',
      'Move “NPQ” to Spring 1 of 2027.',
    ],
    [
      'starts a little sooner than the step',
      planned('2027-spring-2', SPRING),
      on(LAST, SPRING),
      'clash',
      'The Spring 2027 intake of “NPQ” starts in Spring 1 of 2027, not in Spring 2 of 2027.',
      'Move “NPQ” to Spring 1 of 2027.',
    ],
    [
      'was guessed for another half term than the one that is announced now',
      planned('2027-autumn-2'),
      on(LAST, SPRING, { ...AUTUMN, window: { opens: null, closes: null } }),
      'clash',
      'The Autumn 2027 intake of “NPQ” starts in Autumn 1 of 2027, not in Autumn 2 of 2027.',
      'Move “NPQ” to Autumn 1 of 2027.',
    ],
    [
      'was guessed for the half term in which one is announced now',
      planned('2027-spring-1'),
      on(LAST, SPRING),
      'note',
      'The Spring 2027 intake of “NPQ” is announced for Spring 1 of 2027, where you have it.',
      'Plan “NPQ” by that intake.',
    ],
    [
      'cannot be applied for yet',
      planned('2027-autumn-1', AUTUMN),
      on(LAST, AUTUMN),
      'note',
      'Applications for the Autumn 2027 intake of “NPQ” open on 4 May 2027.',
      UNTIL_THEN,
    ],
    [
      'lies after the timetable ends',
      { ...planned('2027-summer-2', AUTUMN), halfTerms: 5 },
      on(LAST, AUTUMN),
      'clash',
      'The Autumn 2027 intake of “NPQ” starts in Autumn 1 of 2027, not in Summer 2 of 2027.',
      'Put off “NPQ” to some day: its next chance, in Autumn 1 of 2027, lies after the timetable ends.',
    ],
  ])('%s', (_, plan, catalogue, weight, because, fix) => {
    const checks = checksOf(plan, catalogue).filter(({ code }) => code !== 'runs-past-the-timetable');
    expect(checks.map((check) => check.weight)).toEqual([weight]);
    expect(said(checks)).toEqual([[because, fix]]);
  });

  test.each<[clause: string, plan: Plan, on: DayCatalogue]>([
    ['it starts with the step and can be applied for', planned('2027-spring-1', SPRING), on(LAST, SPRING)],
    [
      'the step is under way',
      { ...planned('2026-autumn-2', LAST), steps: [{ ...stepBy(on(LAST), 'npq', { state: 'under-way' }, LAST.id) }] },
      on(LAST),
    ],
    ['there is none, and the step begins when one likes', aPlan({ steps: [aStep()] }), on(LAST)],
  ])('is nothing to look at where %s', (_, plan, catalogue) => {
    expect(checksOf(plan, catalogue)).toEqual([]);
  });

  test('that the teacher chose comes before another of the same half term', () => {
    const january = anIntake({ id: 'npq/2027-january', name: 'January 2027', starts: '2027-01-11' as IsoDate });
    expect(checksOf(planned('2027-spring-1', SPRING), on(january, SPRING))).toEqual([]);
  });

  test('closes before what the step needs has ended: ask', () => {
    const need = aStep({ id: 's2', name: 'One', start: at('2027-summer-1'), hours: [1, 1] });
    const late = { ...AUTUMN, window: { opens: null, closes: '2027-06-30' as IsoDate } };
    const plan = planned('2027-autumn-1', AUTUMN, [need]);
    const waiting = {
      ...plan,
      steps: plan.steps.map((step) => (step.id === 's1' ? { ...step, needs: ['s2'] } : step)),
    };
    expect(said(checksOf(waiting, on(late)))).toEqual([
      [
        'Applications for the Autumn 2027 intake of “NPQ” close on 30 June 2027, before “One”, which it needs, has ended.',
        'Ask whoever runs it whether you can apply before then.',
      ],
    ]);
    expect(checksOf(waiting, on({ ...late, window: { opens: null, closes: '2027-09-01' as IsoDate } }))).toEqual([]);
  });

  test('is taken with one press, and then there is nothing left to look at', () => {
    const plan = planned('2027-spring-1');
    const [check] = checksOf(plan, on(SPRING));
    const taken = check ? pressed(plan, check.fix, on(SPRING)) : plan;
    expect(taken.steps[0]?.pin?.intake?.name).toBe('Spring 2027');
    expect(checksOf(taken, on(SPRING))).toEqual([]);
  });

  test('is a guess in a copy that waits a year, and not an intake of the wrong year', () => {
    const waiting = copyOf(planned('2027-spring-1', SPRING), 'year');
    expect(said(checksOf(waiting, on(SPRING)))).toEqual([
      ['No intake of “NPQ” is announced for Spring 1 of 2028: that half term is a guess.', NONE_YET],
    ]);
  });

  test('says what to do meanwhile without a figure, or else in general', () => {
    const withFigure = aDayCatalogue({
      opportunities: [
        anOpportunity({ id: 'npq', name: 'NPQ', when: { kind: 'intakes' }, firstStep: 'Read {{npq-length}}.' }),
      ],
    });
    expect(said(checksOf(planned('2027-spring-1'), withFigure))[0]?.[1]).toBe(
      'Ask the hub to tell you when one is. Keep something else ready for then.',
    );
  });
});
