import { describe, expect, test } from 'vitest';
import { aDayCatalogue, anOpportunity, aProfile } from '../../../test/support/builders.ts';
import { aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { at, catalogueWith, checksOf, ofCode, said, stepBy } from '../../../test/support/plan-checking.ts';
import type { IsoDate } from '../date.ts';
import type { NpqCode } from '../catalogue/npq.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Profile } from '../matching/profile.ts';

const NOTHING = catalogueWith();
const AUTUMN = at('2026-autumn-2');

describe('what a step needs first', () => {
  const one = aStep({ name: 'One', hours: [1, 1], hoursBasis: 'yours' });
  const two = (given: Partial<PlanStep> = {}) =>
    aStep({ id: 's2', name: 'Two', hours: [1], needs: ['s1'], start: at('2027-spring-1'), ...given });
  const three = aStep({ id: 's3', name: 'Three', hours: [1, 1, 1] });

  test.each<[clause: string, steps: readonly PlanStep[], because: string, fix: string]>([
    [
      'has not ended',
      [one, two()],
      '“Two” starts before “One”, which it needs, has ended.',
      'Move “Two” to Spring 2 of 2027.',
    ],
    [
      'and what else it needs has not ended: it waits for the last',
      [one, two({ needs: ['s1', 's3', 's1'] }), three],
      '“Two” starts before “One” and “Three”, which it needs, have ended.',
      'Move “Two” to Summer 1 of 2027.',
    ],
    [
      'ends only after the timetable does',
      [{ ...one, start: at('2028-summer-2'), hours: [1, 1, 1] }, two()],
      '“Two” starts before “One”, which it needs, has ended.',
      'Put off “Two” to some day: its next chance, in Spring 1 of 2029, lies after the timetable ends.',
    ],
    [
      'was put off',
      [{ ...one, place: 'some-day', start: null }, two()],
      '“Two” needs “One” first, which is not in the timetable.',
      'Put “One” into the timetable before it, or among what you already have.',
    ],
    [
      'was dropped',
      [{ ...one, state: 'dropped' }, two()],
      '“Two” needs “One” first, which you have dropped.',
      'Put “One” into the timetable before it, or among what you already have.',
    ],
  ])('%s', (_, steps, because, fix) => {
    expect(said(checksOf(aPlan({ steps }), NOTHING).filter(({ weight }) => weight === 'clash'))).toEqual([
      [because, fix],
    ]);
  });

  test.each<[clause: string, steps: readonly PlanStep[]]>([
    ['it ends just before', [one, two({ start: at('2027-spring-2') })]],
    ['it is there already', [{ ...one, place: 'already-have', start: null, state: 'done' }, two()]],
    ['it is done sooner than planned', [{ ...one, state: 'done' }, two()]],
    ['the step is under way all the same', [one, two({ state: 'under-way' })]],
    ['the step is done', [one, two({ state: 'done' })]],
  ])('is nothing to look at where %s', (_, steps) => {
    expect(checksOf(aPlan({ steps }), NOTHING)).toEqual([]);
  });
});

describe('an NPQ that a step asks for', () => {
  const npq = (id: NpqCode, name: string) => ({ id, name, npq: id, kind: 'npq' as const });
  const on = catalogueWith(
    npq('npq-senco', 'NPQ for SENCOs'),
    npq('npq-headship', 'NPQ in Headship'),
    {
      id: 'to-facilitate',
      name: 'Facilitate',
      requirements: [{ kind: 'holds-npq', anyOf: ['npq-senco', 'npq-headship'] }],
    },
    {
      id: 'for-any',
      name: 'Any',
      requirements: [
        { kind: 'holds-npq', anyOf: ['npq-senco', 'npq-headship', 'npq-leading-literacy', 'npq-executive-leadership'] },
      ],
    },
  );
  const facilitate = stepBy(on, 'to-facilitate', { hours: [1], start: at('2027-spring-1') });
  const senco = (given: Partial<PlanStep>) => stepBy(on, 'npq-senco', { id: 's2', hours: [1, 1], ...given });
  const plan = (npqs: Profile['npqs'], ...steps: readonly PlanStep[]): Plan => {
    const { npqs: _, ...rest } = aProfile();
    return aPlan({ profile: npqs ? { ...rest, npqs } : rest, steps });
  };

  test.each<[clause: string, plan: Plan, weight: string, because: string, fix: string]>([
    [
      'is not held and not planned',
      plan([], facilitate),
      'clash',
      '“Facilitate” needs the NPQ for SENCOs or the NPQ in Headship first, and your plan has none that counts for it.',
      'Put one into the timetable before it, or among what you already have.',
    ],
    [
      'may be any of many',
      plan([], stepBy(on, 'for-any', { hours: [1] })),
      'clash',
      '“Any” needs an NPQ first, and your plan has none that counts for it.',
      'Put one into the timetable before it, or among what you already have.',
    ],
    [
      'was never asked for',
      plan(undefined, facilitate),
      'ask',
      '“Facilitate” needs the NPQ for SENCOs or the NPQ in Headship first, and you have not told us whether you have one.',
      'Put yours among what you already have, or one into the timetable before it.',
    ],
    [
      'ends later in the plan',
      plan([], facilitate, senco({})),
      'clash',
      '“Facilitate” starts before “NPQ for SENCOs”, which it needs, has ended.',
      'Move “Facilitate” to Spring 2 of 2027.',
    ],
    [
      'is said once where the teacher named it too',
      plan([], { ...facilitate, needs: ['s2'] }, senco({})),
      'clash',
      '“Facilitate” starts before “NPQ for SENCOs”, which it needs, has ended.',
      'Move “Facilitate” to Spring 2 of 2027.',
    ],
    [
      'is still being taken',
      plan([{ code: 'npq-headship', completed: '2027-03-01' as IsoDate }], facilitate),
      'clash',
      '“Facilitate” starts before you finish the NPQ in Headship, which it needs.',
      'Move “Facilitate” to Summer 1 of 2027.',
    ],
  ])('%s', (_, given, weight, because, fix) => {
    const found = checksOf(given, on).filter(({ code }) => code.includes('needs'));
    expect(found.map((one) => one.weight)).toEqual([weight]);
    expect(said(found)).toEqual([[because, fix]]);
  });

  test.each<[clause: string, plan: Plan]>([
    ['it is held', plan([{ code: 'npq-headship' }], facilitate)],
    ['it was finished', plan([{ code: 'npq-headship', completed: '2026-07-31' as IsoDate }], facilitate)],
    ['it will be finished by then', plan([{ code: 'npq-headship', completed: '2026-12-31' as IsoDate }], facilitate)],
    [
      'it is among what the teacher has',
      plan([], facilitate, senco({ place: 'already-have', start: null, state: 'done' })),
    ],
    ['it is done in the plan', plan([], facilitate, senco({ state: 'done' }))],
    ['it ends before the step starts', plan([], facilitate, senco({ hours: [1] }))],
    [
      'one of two does',
      plan([], facilitate, senco({ hours: [1] }), stepBy(on, 'npq-headship', { id: 's3', start: at('2028-spring-1') })),
    ],
    ['the step is under way', plan([], { ...facilitate, state: 'under-way' })],
  ])('is nothing to look at where %s', (_, given) => {
    expect(checksOf(given, on).filter(({ code }) => code.includes('needs'))).toEqual([]);
  });
});

describe('people a step needs', () => {
  const on = catalogueWith({
    id: 'a-role',
    name: 'A role',
    requirements: [{ kind: 'sponsor' }, { kind: 'line-manager' }],
  });
  const plan = (profile: Partial<Profile>, given: Partial<PlanStep> = {}) =>
    aPlan({ profile: aProfile(profile), steps: [stepBy(on, 'a-role', given)] });

  test('are a head who backs the teacher and a line manager who helps, until the teacher says that there are', () => {
    for (const answer of ['no', 'unsure'] as const)
      expect(said(checksOf(plan({ sponsor: answer, lineManager: answer }), on))).toEqual([
        [
          '“A role” needs a line manager or a colleague who will help, and you have not told us that you have one.',
          'Ask yours, or a colleague in their place, then say so in the settings of this plan.',
        ],
        [
          '“A role” needs your head to back you, and you have not told us that they do.',
          'Ask them in good time for Autumn 2 of 2026, then say so in the settings of this plan.',
        ],
      ]);
    expect(checksOf(plan({ sponsor: 'yes', lineManager: 'yes' }), on)).toEqual([]);
  });

  test('are governors where the teacher is the head', () => {
    const [check] = ofCode(checksOf(plan({ sponsor: 'no', role: 'headteacher' }), on), 'needs-a-sponsor');
    expect(check?.because).toBe(
      '“A role” needs your chair of governors to back you, and you have not told us that they do.',
    );
  });

  test('are asked for no more once it is under way', () => {
    expect(checksOf(plan({ sponsor: 'no', lineManager: 'no' }, { state: 'under-way' }), on)).toEqual([]);
  });
});

describe('what is offered no more', () => {
  const on = aDayCatalogue({
    opportunities: [
      anOpportunity({ id: 'ended', name: 'Ended', exists: { from: null, until: '2026-11-22' as IsoDate } }),
    ],
    aliases: new Map([['of-old', 'a-step']]),
  });

  test('is a clash while it is still to do', () => {
    expect(said(checksOf(aPlan({ steps: [stepBy(on, 'ended')] }), on))).toEqual([
      ['“Ended” is no longer offered as far as we know.', 'See what took its place, or remove it.'],
    ]);
    expect(said(checksOf(aPlan({ steps: [stepBy(on, 'never-there')] }), on))).toHaveLength(1);
  });

  test('is none where it is under way, done, or was only renamed', () => {
    for (const state of ['under-way', 'done'] as const)
      expect(checksOf(aPlan({ steps: [stepBy(on, 'ended', { state })] }), on)).toEqual([]);
    const renamed = aDayCatalogue({ opportunities: [anOpportunity()], aliases: new Map([['of-old', 'a-step']]) });
    expect(checksOf(aPlan({ steps: [stepBy(renamed, 'of-old')] }), renamed)).toEqual([]);
  });
});

test('a step has to be in the timetable to be looked at', () => {
  const on = catalogueWith({ requirements: [{ kind: 'sponsor' }] });
  const steps = [
    stepBy(on, 'a-step', { place: 'some-day', start: null }),
    stepBy(on, 'a-step', { id: 's2', place: 'already-have', start: null, state: 'done' }),
    stepBy(on, 'a-step', { id: 's3', state: 'dropped', start: AUTUMN }),
  ];
  expect(checksOf(aPlan({ profile: aProfile({ sponsor: 'no' }), steps }), on)).toEqual([]);
});
