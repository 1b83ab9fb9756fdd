import { describe, expect, test } from 'vitest';
import { aDayCatalogue, anIntake, anOpportunity } from '../../../test/support/builders.ts';
import { aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { stepFrom, takeFresh, type Edit } from './plan-edits.ts';
import { pinOf } from './plan-pins.ts';
import { stepOf, type Plan, type PlanStep } from './plan.ts';

function first(edit: Edit): PlanStep | undefined {
  if ('refused' in edit) throw new Error(edit.refused);
  return stepOf(edit.plan, 's1');
}

describe('what the catalogue says of a step', () => {
  const membership = anOpportunity({
    id: 'a-membership',
    name: 'A membership',
    kind: 'membership',
    figures: {
      ...anOpportunity().figures,
      time: { estimate: { min: 12, max: 12, unit: 'hours-a-year' }, because: 'A guess.' },
      costToYou: { estimate: { min: 4000, max: 5000, unit: 'pence-a-year' }, because: 'A guess.' },
    },
  });
  const before = aDayCatalogue({ opportunities: [membership] });
  const dearer = anOpportunity({
    ...membership,
    name: 'The membership',
    figures: {
      ...membership.figures,
      time: { estimate: { min: 24, max: 24, unit: 'hours-a-year' }, because: 'A guess.' },
      costToYou: { estimate: { min: 6000, max: 6000, unit: 'pence-a-year' }, because: 'A guess.' },
    },
  });
  const now = aDayCatalogue({ opportunities: [dearer], version: 'now' });
  const step = stepFrom(membership, undefined, { id: 's1', place: 'timetable', start: FIRST }, before);

  test('makes a step of it', () => {
    expect(step).toMatchObject({
      name: 'A membership',
      phase: 'sustain',
      hours: [2, 2, 2, 2, 2, 2],
      hoursBasis: 'our-estimate',
      cost: 5000,
      owner: 'me',
      state: 'to-do',
      start: FIRST,
    });
    const role = anOpportunity({ when: { kind: 'school-decides', words: 'When the school appoints' } });
    expect(stepFrom(role, undefined, { id: 's1', place: 'already-have', start: FIRST }, before)).toMatchObject({
      phase: 'deliver',
      owner: 'head',
      state: 'done',
      start: null,
    });
  });

  test.each<[clause: string, given: Partial<PlanStep>, expected: Partial<PlanStep>]>([
    ['all of it', {}, { name: 'The membership', hours: [4, 4, 4, 4, 4, 4], cost: 6000 }],
    [
      'not in place of hours the teacher gave',
      { hours: [1], hoursBasis: 'yours' },
      { hours: [1], hoursBasis: 'yours' },
    ],
    ['not in place of a cost the teacher gave', { cost: 100 }, { cost: 100, hours: [4, 4, 4, 4, 4, 4] }],
    ['not in place of a cost the teacher says nobody knows', { cost: null }, { cost: null }],
    ['a cost, beside hours the teacher gave', { hoursBasis: 'yours' }, { cost: 6000, hours: [2, 2, 2, 2, 2, 2] }],
    ['not in place of a name the teacher gave', { name: 'My club' }, { name: 'My club' }],
    [
      'without touching state, needs or note',
      { state: 'under-way', note: 'Ask Tuesday.' },
      { state: 'under-way', note: 'Ask Tuesday.' },
    ],
  ])('is taken where asked: %s', (_, given, expected) => {
    const edit = takeFresh(aPlan({ steps: [{ ...step, ...given }] }), 's1', now);
    expect(first(edit)).toMatchObject({ ...expected, pin: { catalogue: 'now', name: 'The membership' } });
    expect(edit).toMatchObject({ said: 'Took what is known now of “The membership”.' });
  });

  test('is not taken where there is nothing newer, nothing left, or nothing it came from', () => {
    const plan = aPlan({ steps: [step] });
    expect(takeFresh(plan, 's1', before)).toEqual({ refused: 'There is nothing newer to take.' });
    expect(takeFresh(plan, 's1', aDayCatalogue())).toEqual({
      refused: '“A membership” is not offered any more: there is nothing newer to take.',
    });
    expect(takeFresh(aPlan({ steps: [aStep()] }), 's1', now)).toEqual({
      refused: 'That step is not in this plan any more.',
    });
  });

  describe('of a course with intakes', () => {
    const course = anOpportunity({ id: 'a-course', name: 'A course', when: { kind: 'intakes' } });
    const spring = anIntake({ id: 'a-course/2027-spring', starts: '2027-01-20' as IsoDate });
    const summer = anIntake({ id: 'a-course/2027-summer', name: 'Summer 2027', starts: '2027-06-10' as IsoDate });
    const withIntakes = (...intakes: (typeof spring)[]): DayCatalogue =>
      aDayCatalogue({ opportunities: [{ ...course, intakes }] });
    const planned = (start: HalfTermId | null, pinned?: typeof spring) =>
      aPlan({
        steps: [
          aStep({
            place: start === null ? 'some-day' : 'timetable',
            start,
            pin: pinOf(course, pinned, withIntakes(...(pinned ? [pinned] : []))),
          }),
        ],
      });

    test.each<[clause: string, plan: Plan, on: DayCatalogue, intake: string | undefined]>([
      [
        'the intake that was announced for its half term',
        planned('2027-summer-2' as HalfTermId),
        withIntakes(spring, summer),
        summer.id,
      ],
      [
        'the one of the half term it was moved to',
        planned('2027-summer-2' as HalfTermId, spring),
        withIntakes(spring, summer),
        summer.id,
      ],
      [
        'the one it had, which is changed',
        planned('2027-spring-1' as HalfTermId, spring),
        withIntakes({ ...spring, name: 'New year' }),
        spring.id,
      ],
      [
        'none, where its own is withdrawn',
        planned('2027-spring-1' as HalfTermId, spring),
        withIntakes(summer),
        undefined,
      ],
    ])('takes %s', (_, plan, on, intake) => {
      expect(first(takeFresh(plan, 's1', on))?.pin?.intake?.id).toBe(intake);
    });

    test.each<[clause: string, plan: Plan]>([
      ['another half term', planned('2027-spring-2' as HalfTermId)],
      ['some day', planned(null)],
    ])('takes no intake for a step of %s', (_, plan) => {
      expect(takeFresh(plan, 's1', withIntakes(spring, summer))).toEqual({
        refused: 'There is nothing newer to take.',
      });
    });
  });
});
