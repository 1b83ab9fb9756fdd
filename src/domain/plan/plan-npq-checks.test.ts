import { describe, expect, test } from 'vitest';
import { anIntake, aProfile } from '../../../test/support/builders.ts';
import { aPlan } from '../../../test/support/plan-builders.ts';
import { at, catalogueWith, checksOf, ofCode, pressed, said, stepBy } from '../../../test/support/plan-checking.ts';
import type { IsoDate } from '../date.ts';
import { addHalfTerms } from '../calendar/half-term.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import type { PlanStep } from './plan.ts';
import type { Profile } from '../matching/profile.ts';

const ONE_AT_A_TIME = 'One NPQ at a time is as much as anybody should plan.';
const autumn = anIntake({ id: 'x', starts: '2026-11-01' as IsoDate, window: { opens: null, closes: null } });
const npq = (id: string): Partial<Opportunity> => ({
  id,
  name: id.toUpperCase(),
  kind: 'npq',
  npq: 'npq-senco',
  when: { kind: 'intakes' },
  intakes: [autumn],
});
const ON = catalogueWith(
  npq('a'),
  npq('b'),
  npq('c'),
  { id: 'any', name: 'At any time', kind: 'npq', npq: 'npq-senco' },
  {
    id: 'coaching',
    name: 'Coaching',
    kind: 'programme',
    npq: 'npq-early-headship-coaching-offer',
  },
);
const A_YEAR = [1, 1, 1, 1, 1, 1];

function step(number: number, id: string, start: string, given: Partial<PlanStep> = {}): PlanStep {
  return stepBy(ON, id, { id: `s${number}`, start: at(start), hours: A_YEAR, ...given });
}

function atOnce(steps: readonly PlanStep[], profile: Partial<Profile> = {}) {
  return ofCode(checksOf(aPlan({ profile: aProfile(profile), steps, halfTerms: 18 }), ON), 'two-npqs-at-once');
}

describe('two NPQs at once', () => {
  test.each<[clause: string, steps: readonly PlanStep[], because: string, fix: string]>([
    [
      'are a clash, and the later waits for an autumn after the other',
      [step(1, 'a', '2027-autumn-2'), step(2, 'b', '2028-spring-1')],
      `“B” and “A” would run at the same time. ${ONE_AT_A_TIME}`,
      'Move “B” to Autumn 2 of 2028.',
    ],
    [
      'of one start: the one added later waits',
      [step(2, 'b', '2027-autumn-2'), step(1, 'a', '2027-autumn-2')],
      `“B” and “A” would run at the same time. ${ONE_AT_A_TIME}`,
      'Move “B” to Autumn 2 of 2028.',
    ],
    [
      'of which one is under way: the other waits, whichever is the later',
      [step(1, 'a', '2026-autumn-2'), step(2, 'b', '2027-spring-1', { state: 'under-way' })],
      `“B” and “A” would run at the same time. ${ONE_AT_A_TIME}`,
      'Move “A” to Autumn 2 of 2028.',
    ],
    [
      'that are both under way are for the providers',
      [step(1, 'a', '2026-autumn-2', { state: 'under-way' }), step(2, 'b', '2027-spring-1', { state: 'under-way' })],
      `“B” and “A” would run at the same time. ${ONE_AT_A_TIME}`,
      'Ask both providers whether one of them could be put off.',
    ],
    [
      'with a third after them: the one that moves finds a place free of both',
      [step(1, 'a', '2026-autumn-2'), step(2, 'b', '2027-spring-1'), step(3, 'c', '2027-autumn-2')],
      `“B” and “A” would run at the same time. ${ONE_AT_A_TIME}`,
      'Move “B” to Autumn 2 of 2028.',
    ],
  ])('%s', (_, steps, because, fix) => {
    expect(said(atOnce(steps))[0]).toEqual([because, fix]);
  });

  test('never moves one into the past', () => {
    const steps = [step(1, 'a', '2026-autumn-2', { hours: [1, 1] }), step(2, 'any', '2027-spring-1', { hours: [1] })];
    const plan = aPlan({ steps, halfTerms: 18 });
    expect(said(ofCode(checksOf(plan, ON, '2028-01-20' as IsoDate), 'two-npqs-at-once'))[0]?.[1]).toBe(
      'Move “At any time” to Spring 1 of 2028.',
    );
  });

  test('is said of the one that the teacher is taking already', () => {
    const taking = { npqs: [{ code: 'npq-senco' as const, completed: '2028-03-01' as IsoDate }] };
    expect(said(atOnce([step(1, 'a', '2027-autumn-2')], taking))).toEqual([
      [`“A” would start before you finish the NPQ for SENCOs. ${ONE_AT_A_TIME}`, 'Move “A” to Autumn 2 of 2028.'],
    ]);
    expect(atOnce([step(1, 'a', '2028-autumn-2')], taking)).toEqual([]);
  });

  test.each<[clause: string, steps: readonly PlanStep[]]>([
    ['one follows the other', [step(1, 'a', '2026-autumn-2'), step(2, 'b', '2027-autumn-2')]],
    ['one is done', [step(1, 'a', '2026-autumn-2', { state: 'done' }), step(2, 'b', '2027-spring-1')]],
    ['one is dropped', [step(1, 'a', '2026-autumn-2', { state: 'dropped' }), step(2, 'b', '2027-spring-1')]],
    [
      'one is coaching for a new head, which is no NPQ',
      [step(1, 'a', '2026-autumn-2'), step(2, 'coaching', '2027-spring-1')],
    ],
  ])('is none where %s', (_, steps) => {
    expect(atOnce(steps)).toEqual([]);
  });

  test('three of them come apart by pressing what is offered', () => {
    let plan = aPlan({
      halfTerms: 30,
      steps: ['a', 'b', 'c'].map((id, index) => step(index + 1, id, addHalfTerms(at('2027-autumn-2'), index))),
    });
    let presses = 0;
    for (let [check] = ofCode(checksOf(plan, ON), 'two-npqs-at-once'); check; presses += 1) {
      plan = pressed(plan, check.fix, ON);
      [check] = ofCode(checksOf(plan, ON), 'two-npqs-at-once');
    }
    expect(presses).toBe(2);
    expect(plan.steps.map(({ start }) => start)).toEqual(['2027-autumn-2', '2029-autumn-2', '2028-autumn-2']);
  });
});
