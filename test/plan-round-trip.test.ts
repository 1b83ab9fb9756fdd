import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan, planText } from '../src/schemas/plan-schema.ts';
import { anyKeptPlan } from './support/kept-plan-arbitrary.ts';

function textAgain(text: string, indent?: number): string {
  const parsed = parsePlan(text);
  return parsed.ok ? planText(parsed.plan, indent) : parsed.problem;
}

test('a plan that is taken out, brought in and taken out again is the same byte for byte', () => {
  fc.assert(
    fc.property(anyKeptPlan, (plan) => {
      const kept = textAgain(planText(plan));
      const file = textAgain(kept, 2);
      expect(textAgain(file, 2)).toBe(file);
      expect(textAgain(file)).toBe(kept);
    }),
  );
});

test('nothing of a plan is lost on the way', () => {
  fc.assert(
    fc.property(anyKeptPlan, (plan) => {
      expect(parsePlan(planText(plan, 2))).toEqual({ ok: true, plan });
    }),
  );
});

test('the order in which a file names its parts makes no other plan', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, held]) => [key, reversed(held)]),
    );
  };
  fc.assert(
    fc.property(anyKeptPlan, (plan) => {
      const file = JSON.stringify(reversed(JSON.parse(planText(plan))));
      const kept = textAgain(file);
      expect(textAgain(kept)).toBe(kept);
      expect(parsePlan(file)).toEqual({ ok: true, plan });
    }),
  );
});
