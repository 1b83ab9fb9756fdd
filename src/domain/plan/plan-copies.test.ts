import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyKeptPlan } from '../../../test/support/kept-plan-arbitrary.ts';
import { aPin, aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';
import { ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import { COPIES, copyOf, type CopyKind } from './plan-copies.ts';
import { LIMITS } from './plan.ts';

const STEPS = [
  aStep({ pin: aPin() }),
  aStep({ id: 's2', needs: ['s1'] }),
  aStep({ id: 's3', state: 'under-way' }),
  aStep({ id: 's4', state: 'done' }),
  aStep({ id: 's5', state: 'dropped' }),
  aStep({ id: 's6', place: 'some-day', start: null }),
];

describe('a copy', () => {
  test.each<[CopyKind, title: string, start: string, halfTerms: number]>([
    ['as-it-is', 'My plan, copy', '2026-autumn-2', 12],
    ['half-term', 'My plan, if I wait half a term', '2027-spring-1', 13],
    ['term', 'My plan, if I wait a term', '2027-spring-2', 14],
    ['year', 'My plan, if I wait a year', '2027-autumn-2', 18],
  ])('%s moves what is still to do, and nothing else', (kind, title, start, halfTerms) => {
    const copy = copyOf(aPlan({ steps: STEPS }), kind);
    expect([copy.title, copy.halfTerms]).toEqual([title, halfTerms]);
    expect(copy.steps).toEqual(STEPS.map((step, index) => (index < 2 ? { ...step, start } : step)));
  });

  test.each([
    ['is cut to what a title may have', 'x'.repeat(80), `${'x'.repeat(74)}, copy`],
    ['is cut between letters and not inside one', `${'x'.repeat(73)}😀 and more`, `${'x'.repeat(73)}, copy`],
    ['has no space before its comma', `${'x'.repeat(73)} and more`, `${'x'.repeat(73)}, copy`],
  ])('a long title %s', (_, title, expected) => {
    expect(copyOf(aPlan({ title }), 'as-it-is').title).toBe(expected);
  });

  test('of a copy of a copy can still be read, however long one waits', () => {
    let plan = aPlan({ steps: STEPS });
    for (let count = 0; count < 20; count += 1) plan = copyOf(plan, 'year');
    expect(parsePlan(planText(plan))).toEqual({ ok: true, plan });
    expect(plan.halfTerms).toBe(LIMITS.halfTerms.most);
    expect(plan.steps[0]?.start).toBe('2035-autumn-2' as HalfTermId);
  });

  test('can be read whatever it was copied from; it never changes what is done, nor the order of what is to do', () => {
    fc.assert(
      fc.property(anyKeptPlan, fc.constantFrom(...COPIES), (plan, kind) => {
        const copy = copyOf(plan, kind);
        expect(parsePlan(planText(copy))).toEqual({ ok: true, plan: copy });
        const settled = (one: typeof plan) => one.steps.filter(({ state }) => state !== 'to-do');
        expect(settled(copy)).toEqual(settled(plan));
        const shifts = plan.steps.flatMap(({ state, start }, index) => {
          const now = copy.steps[index]?.start;
          return state === 'to-do' && start && now ? [ordinalOf(now) - ordinalOf(start)] : [];
        });
        expect(new Set(shifts).size).toBeLessThanOrEqual(1);
        const { title: _, halfTerms: __, steps: ___, goals, ...rest } = copy;
        expect(plan).toMatchObject(rest);
        expect(goals.map(({ text }) => text)).toEqual(plan.goals.map(({ text }) => text));
      }),
    );
  });
});
