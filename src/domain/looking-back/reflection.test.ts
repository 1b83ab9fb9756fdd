import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDayCatalogue, aProfile } from '../../../test/support/builders.ts';
import { anyKeptPlan } from '../../../test/support/kept-plan-arbitrary.ts';
import { aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import { addHalfTerms, type HalfTermId } from '../calendar/half-term.ts';
import { addDays, daysBetween, type IsoDate } from '../date.ts';
import { halfTermsOf } from '../plan/plan-start.ts';
import type { Plan } from '../plan/plan.ts';
import {
  parsePromptKey,
  reflectionPrompts,
  REFLECTION_QUESTIONS,
  promptsDue,
  startOfUse,
  WEEKS,
  type PromptKey,
} from './reflection.ts';

const day = (text: string) => text as IsoDate;
const on = aDayCatalogue();
const MADE = day('2026-11-23');
const startOf = (plan: Plan, made = MADE) => startOfUse(plan, halfTermsOf(plan, on), made);
const asked = (plan: Plan, made = MADE) => reflectionPrompts(plan, halfTermsOf(plan, on), made);
const spring = '2027-spring-1' as HalfTermId;

test('use begins with the half term in which the first step starts', () => {
  const plan = aPlan({
    steps: [aStep({ id: 's1', start: addHalfTerms(spring, 2) }), aStep({ id: 's2', start: spring })],
  });
  expect(startOf(plan)).toBe(halfTermsOf(plan, on).find(({ id }) => id === spring)?.from);
});

test('a step that was dropped, and one that is put off, begin nothing', () => {
  const steps = [
    aStep({ id: 's1', state: 'dropped' }),
    aStep({ id: 's2', place: 'some-day', start: null }),
    aStep({ id: 's3', start: spring }),
  ];
  expect(startOf(aPlan({ steps }))).toBe(startOf(aPlan({ steps: [aStep({ start: spring })] })));
});

test('with nothing in the timetable it begins with the NPQ that was completed last', () => {
  const npqs = [
    { code: 'npq-leading-literacy', completed: day('2027-01-31') },
    { code: 'npq-leading-teaching', completed: day('2026-12-18') },
  ] as const;
  expect(startOf(aPlan({ profile: aProfile({ npqs }) }))).toBe('2027-01-31');
});

test('a plan made after that is used from the day it is made', () => {
  expect(startOf(aPlan({ steps: [aStep({ start: FIRST })] }), day('2026-12-01'))).toBe('2026-12-01');
});

test('a step that began before the timetable does is as if it began with the plan', () => {
  expect(startOf(aPlan({ steps: [aStep({ start: addHalfTerms(FIRST, -3) })] }))).toBe(MADE);
});

test('a plan that nobody has begun asks nothing', () => {
  expect(asked(aPlan({ profile: aProfile({ npqs: [] }) }))).toEqual([]);
});

test('it asks two, six and twelve weeks in, and at the ends of half terms that lie far enough from these', () => {
  const plan = aPlan({ steps: [aStep({ start: FIRST })], halfTerms: 5 });
  expect(asked(plan).map(({ key, dueOn, phase }) => [key, dueOn, phase])).toEqual([
    ['2-weeks', '2026-12-07', 'deliver'],
    ['2026-autumn-2', '2026-12-18', 'deliver'],
    ['6-weeks', '2027-01-04', 'deliver'],
    ['12-weeks', '2027-02-15', 'deliver'],
    ['2027-spring-2', halfTermsOf(plan, on)[2]?.until, 'sustain'],
    ['2027-summer-1', halfTermsOf(plan, on)[3]?.until, 'sustain'],
    ['2027-summer-2', halfTermsOf(plan, on)[4]?.until, 'sustain'],
  ]);
});

test.each([
  ['2-weeks', '2-weeks'],
  ['12-weeks', '12-weeks'],
  ['2026-autumn-2', '2026-autumn-2'],
  ['3-weeks', undefined],
  ['2026-autumn-3', undefined],
  ['../2-weeks', undefined],
  ['', undefined],
])('%j names the prompt %s', (text, key) => {
  expect(parsePromptKey(text)).toBe(key);
});

test('nobody is asked twice within ten days, and all three of the weeks are asked', () => {
  fc.assert(
    fc.property(anyKeptPlan, fc.integer({ min: 0, max: 900 }), (plan, days) => {
      const prompts = asked(plan, addDays(MADE, days));
      if (prompts.length === 0) return;
      const gaps = prompts.slice(1).map(({ dueOn }, index) => daysBetween(prompts[index]?.dueOn ?? dueOn, dueOn));
      expect(Math.min(...gaps)).toBeGreaterThan(10);
      expect(prompts.filter(({ key }) => key.endsWith('weeks'))).toHaveLength(WEEKS.length);
      expect(new Set(prompts.map(({ key }) => key)).size).toBe(prompts.length);
    }),
  );
});

test('at most one waits; each that has fallen due waits, has passed or was answered; none is asked early', () => {
  const answered = fc.subarray<PromptKey>(['2-weeks', '6-weeks', '12-weeks', spring, addHalfTerms(spring, 2)]);
  fc.assert(
    fc.property(anyKeptPlan, fc.integer({ min: -20, max: 900 }), answered, (plan, days, keys) => {
      const prompts = asked(plan);
      const today = addDays(MADE, days);
      const done = new Set(keys);
      const { due, next, passed } = promptsDue(prompts, done, today);
      for (const one of [...passed, ...(due ? [due] : [])]) {
        expect(one.dueOn <= today).toBe(true);
        expect(done.has(one.key)).toBe(false);
      }
      const fallen = prompts.filter(({ dueOn }) => dueOn <= today);
      const counted = passed.length + (due ? 1 : 0) + fallen.filter(({ key }) => done.has(key)).length;
      expect(counted).toBe(fallen.length);
      if (due) expect(due).toBe(fallen.at(-1));
      if (next) expect(next.dueOn > today && !done.has(next.key)).toBe(true);
    }),
  );
});

test('a skip or an answer ends the waiting at once', () => {
  const plan = aPlan({ steps: [aStep({ start: FIRST })] });
  const today = day('2026-12-08');
  expect(promptsDue(asked(plan), new Set(), today).due?.key).toBe('2-weeks');
  expect(promptsDue(asked(plan), new Set<PromptKey>(['2-weeks']), today).due).toBeUndefined();
});

test('there are four questions, what was tried first and what comes next last', () => {
  expect(REFLECTION_QUESTIONS).toEqual(['tried', 'changed', 'know', 'next']);
});
