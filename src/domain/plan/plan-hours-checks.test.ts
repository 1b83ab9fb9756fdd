import { describe, expect, test } from 'vitest';
import { aProfile } from '../../../test/support/builders.ts';
import { aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import { at, catalogueWith, checksOf, ofCode, pressed, said, stepBy } from '../../../test/support/plan-checking.ts';
import type { IsoDate } from '../date.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Profile } from '../matching/profile.ts';

const ON = catalogueWith({ id: 'npq', name: 'NPQ', when: { kind: 'intakes' } });

/** Seven weeks of two hours are fourteen in the first half term; in the ones after it there are 11.5, 9.5, 13.5 and 12. */
function plan(
  steps: readonly Partial<PlanStep>[],
  profile: Partial<Profile> = { hoursPerWeek: 2 },
  more: Partial<Plan> = {},
): Plan {
  return aPlan({
    profile: aProfile(profile),
    steps: steps.map((given, index) =>
      aStep({ id: `s${index + 1}`, name: `Step ${index + 1}`, hoursBasis: 'yours', ...given }),
    ),
    ...more,
  });
}

function tooFull(given: Plan, today?: IsoDate) {
  return ofCode(checksOf(given, ON, today), 'too-many-hours');
}

describe('a half term that is too full', () => {
  test.each<[clause: string, plan: Plan, because: string, fix: string]>([
    [
      'is eased by moving the smallest step that is enough to where there is room',
      plan([{ hours: [10] }, { hours: [8] }]),
      'Autumn 2 of 2026 is too full: 18 hours, and you have 14.',
      'Move “Step 2” to Spring 1 of 2027.',
    ],
    [
      'passes over half terms without room',
      plan([{ hours: [10, 10] }, { hours: [6] }]),
      'Autumn 2 of 2026 is too full: 16 hours, and you have 14.',
      'Move “Step 2” to Spring 2 of 2027.',
    ],
    [
      'spares what other steps wait for',
      plan([{ hours: [10] }, { hours: [8] }, { start: at('2027-spring-1'), needs: ['s2'], hours: [1] }]),
      'Autumn 2 of 2026 is too full: 18 hours, and you have 14.',
      'Move “Step 1” to Spring 1 of 2027.',
    ],
    [
      'moves nothing past what waits for it',
      plan([
        { hours: [10], state: 'under-way' },
        { hours: [8] },
        { start: at('2027-spring-1'), needs: ['s2'], hours: [1] },
      ]),
      'Autumn 2 of 2026 is too full: 18 hours, and you have 14.',
      'Put off “Step 2” to some day: it alone takes 8 hours.',
    ],
    [
      'spares what is on a route the teacher wants',
      plan(
        [
          { hours: [10], route: 'lead' },
          { hours: [8], route: 'share' },
        ],
        { hoursPerWeek: 2, aims: ['share'] },
      ),
      'Autumn 2 of 2026 is too full: 18 hours, and you have 14.',
      'Move “Step 1” to Spring 1 of 2027.',
    ],
    [
      'is eased by putting off what has no room anywhere',
      plan([{ hours: [10] }, { hours: [20] }]),
      'Autumn 2 of 2026 is too full: 30 hours, and you have 14.',
      'Put off “Step 2” to some day: it alone takes 20 hours.',
    ],
    [
      'is eased first by the largest, where no step alone is enough',
      plan([{ hours: [15] }, { hours: [20] }, { hours: [16] }]),
      'Autumn 2 of 2026 is too full: 51 hours, and you have 14.',
      'Put off “Step 2” to some day: it alone takes 20 hours.',
    ],
    [
      'is the teacher’s to ease, where everything is under way',
      plan([{ hours: [20], state: 'under-way' }]),
      'Autumn 2 of 2026 is too full: 20 hours, and you have 14.',
      'Give it more hours a week in the settings, or take longer over what is under way.',
    ],
    [
      'is said once with those that follow it, by the fullest of them',
      plan([{ hours: [15, 15, 15] }]),
      'Autumn 2 of 2026 to Spring 2 of 2027 are too full, Spring 2 of 2027 the most: 15 hours, and you have 9.5.',
      'Put off “Step 1” to some day: it alone takes 15 hours.',
    ],
    [
      'is said once with those that follow it, though other steps make them so',
      plan([{ hours: [15] }, { start: at('2027-spring-1'), hours: [12] }]),
      'Autumn 2 of 2026 to Spring 1 of 2027 are too full, Autumn 2 of 2026 the most: 15 hours, and you have 14.',
      'Put off “Step 1” to some day: it alone takes 15 hours.',
    ],
    [
      'of a teacher with no hours at all',
      plan([{ hours: [1] }], { hoursPerWeek: 0 }),
      'Autumn 2 of 2026 is too full: 1 hour, and you have 0.',
      'Put off “Step 1” to some day: it alone takes 1 hour.',
    ],
    [
      'is only reckoned, where the teacher has not said how many hours there are',
      plan([{ hours: [9] }], { fte: 0.6 }),
      'Autumn 2 of 2026 is too full: 9 hours, and we reckon with 7 until you say in the settings how many you have.',
      'Put off “Step 1” to some day: it alone takes 9 hours.',
    ],
  ])('%s', (_, given, because, fix) => {
    expect(said(tooFull(given))).toEqual([[because, fix]]);
  });

  test('names the steps in it, and the half term it begins with', () => {
    const [check] = tooFull(plan([{ hours: [8] }, { hours: [8] }, { start: at('2027-spring-1') }, { hours: [0] }]));
    expect(check).toMatchObject({ weight: 'clash', steps: ['s1', 's2'], halfTerm: FIRST });
  });

  test('apart from another is said apart', () => {
    const apart = plan([{ hours: [15] }, { start: at('2027-spring-2'), hours: [12] }]);
    expect(tooFull(apart).map(({ halfTerm }) => halfTerm)).toEqual(['2026-autumn-2', '2027-spring-2']);
  });

  test('is past mending once it is over', () => {
    const full = plan([{ hours: [20, 20], state: 'done' }]);
    expect(tooFull(full, '2027-01-20' as IsoDate).map(({ halfTerm }) => halfTerm)).toEqual(['2027-spring-1']);
    expect(tooFull(full, '2027-03-01' as IsoDate)).toEqual([]);
  });

  test('is not looked at after the timetable’s end', () => {
    expect(tooFull(plan([{ start: at('2027-summer-1'), hours: [50] }], { hoursPerWeek: 2 }, { halfTerms: 3 }))).toEqual(
      [],
    );
  });

  test('moves no step that has dated intakes: it waits for some day', () => {
    const npq = stepBy(ON, 'npq', { hours: [8], hoursBasis: 'yours' });
    const given = plan([{}, { hours: [9] }]);
    const [check] = tooFull({
      ...given,
      steps: [npq, aStep({ id: 's2', hours: [9], state: 'under-way', hoursBasis: 'yours' })],
    });
    expect(check?.fix.act).toEqual({ kind: 'some-day', step: 's1' });
  });

  test('is eased by one press where one step is enough, and no other half term is made too full by it', () => {
    const given = plan([{ hours: [10, 10] }, { hours: [6, 3] }, { start: at('2027-summer-1'), hours: [12] }]);
    const [check] = tooFull(given);
    expect(check && tooFull(pressed(given, check.fix, ON))).toEqual([]);
  });
});
