import { describe, expect, test } from 'vitest';
import { anIntake, aProfile } from '../../../test/support/builders.ts';
import { aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { at, catalogueWith, checksOf, stepBy } from '../../../test/support/plan-checking.ts';
import type { IsoDate } from '../date.ts';
import { saidTogether } from './plan-checks-together.ts';
import type { Plan } from './plan.ts';

const ON = catalogueWith(
  { id: 'a-role', name: 'A role', requirements: [{ kind: 'sponsor' }] },
  {
    id: 'a-course',
    name: 'A course',
    when: { kind: 'intakes' },
    intakes: [anIntake({ starts: '2027-01-20' as IsoDate })],
  },
);

describe('the checks of a plan', () => {
  test('are none for an empty plan, or one that fits', () => {
    expect(checksOf(aPlan(), ON)).toEqual([]);
    expect(checksOf(aPlan({ steps: [aStep()] }), ON)).toEqual([]);
  });

  test('say first what cannot happen, then what to ask, then what is good to know; each in the order of the half terms', () => {
    const plan = aPlan({
      profile: aProfile({ sponsor: 'no', hoursPerWeek: 2 }),
      halfTerms: 6,
      steps: [
        aStep({ id: 's1', start: at('2027-autumn-1'), hours: [1, 1] }),
        stepBy(ON, 'a-role', { id: 's10', start: at('2027-summer-1'), hours: [1] }),
        stepBy(ON, 'a-role', { id: 's9', start: at('2027-summer-1'), hours: [1] }),
        stepBy(ON, 'a-role', { id: 's3', hours: [20], hoursBasis: 'yours' }),
        stepBy(ON, 'a-course', { id: 's4', start: at('2027-spring-2'), hours: [1] }, 'a-step/2027-spring'),
        aStep({ id: 's5', start: at('2027-spring-1'), needs: ['s3', 's4'], hours: [1] }),
      ],
    });
    expect(checksOf(plan, ON).map(({ weight, code, steps }) => [weight, code, steps[0]])).toEqual([
      ['clash', 'too-many-hours', 's3'],
      ['clash', 'starts-before-what-it-needs', 's5'],
      ['clash', 'not-when-the-intake-starts', 's4'],
      ['ask', 'needs-a-sponsor', 's3'],
      ['ask', 'needs-a-sponsor', 's9'],
      ['ask', 'needs-a-sponsor', 's10'],
      ['note', 'runs-past-the-timetable', 's1'],
    ]);
  });
});

describe('said together', () => {
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  const on = catalogueWith({
    id: 'an-npq',
    name: 'NPQ',
    when: { kind: 'intakes' },
    requirements: [{ kind: 'sponsor' }, { kind: 'line-manager' }],
  });
  const plan = (count: number): Plan =>
    aPlan({
      profile: aProfile({ sponsor: 'no', lineManager: 'no' }),
      halfTerms: 3,
      steps: names
        .slice(0, count)
        .map((name, index) =>
          stepBy(on, 'an-npq', { id: `s${index + 1}`, name, hours: [0, 0, 0, 0], hoursBasis: 'not-known' }),
        ),
    });
  const together = (given: Plan) => saidTogether(checksOf(given, on), given);

  test('is what one errand mends for several steps', () => {
    expect(checksOf(plan(2), on)).toHaveLength(10);
    expect(together(plan(2)).map(({ because, fix }) => [because, fix.words])).toEqual([
      [
        'No intake of “One” or “Two” is announced yet: their half terms are guesses.',
        'Ask the hub to tell you when one is. Keep something else ready for then.',
      ],
      [
        '“One” and “Two” need a line manager or a colleague who will help, and you have not told us that you have one.',
        'Ask yours, or a colleague in their place, then say so in the settings of this plan.',
      ],
      [
        '“One” and “Two” need your head to back you, and you have not told us that they do.',
        'Ask them in good time for Autumn 2 of 2026, then say so in the settings of this plan.',
      ],
      [
        'Nobody has published how many hours “One” and “Two” take, so they count for none.',
        'Ask whoever runs it, and put in your own figure.',
      ],
      [
        '“One” and “Two” go on after the timetable ends.',
        'Show more half terms in the settings if you want to see the end.',
      ],
    ]);
  });

  test('leaves a check of one step as it is', () => {
    expect(together(plan(1))).toEqual(checksOf(plan(1), on));
  });

  test('names three of many', () => {
    expect(together(plan(4))[2]?.because).toMatch(/^“One”, “Two”, “Three” and “Four” need/);
    expect(together(plan(6))[2]?.because).toMatch(/^“One”, “Two”, “Three” and 3 other steps need/);
    expect(together(plan(6))[2]?.steps).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
  });

  test('never takes clashes together, nor one’s own actions with what others publish', () => {
    const given = aPlan({
      steps: [
        aStep({ id: 's1', name: 'Mine', hours: [0], hoursBasis: 'not-known' }),
        stepBy(ON, 'a-role', { id: 's2', hours: [0], hoursBasis: 'not-known' }),
        aStep({ id: 's3', name: 'Long', hours: [1, 1] }),
        aStep({ id: 's4', name: 'Next', needs: ['s3'], hours: [1] }),
        aStep({ id: 's5', name: 'Last', needs: ['s3'], hours: [1] }),
      ],
    });
    const checks = checksOf(given, ON);
    expect(checks.map(({ code }) => code)).toEqual([
      'starts-before-what-it-needs',
      'starts-before-what-it-needs',
      'hours-not-known',
      'hours-not-known',
    ]);
    expect(saidTogether(checks, given)).toEqual(checks);
  });
});
