import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anInstance, bestByHand, everyPlan } from '../../../test/support/pathways.ts';
import { dominances } from './pathway-dominance.ts';
import { openGoal } from './pathway.ts';
import { reduceInstance } from './pathway-reduce.ts';
import { inWholeNumbers } from './pathway-whole.ts';

test('what is taken away beforehand is in no plan', () => {
  fc.assert(
    fc.property(anInstance(), (instance) => {
      const left = new Map(reduceInstance(instance).map(({ id, starts }) => [id, starts]));
      for (const plan of everyPlan(instance)) for (const { id, start } of plan) expect(left.get(id)).toContain(start);
    }),
    { numRuns: 250 },
  );
});

test('a best plan is left where the worse of a pair waits for the better', () => {
  fc.assert(
    fc.property(anInstance(), (instance) => {
      const pairs = dominances(reduceInstance(instance), openGoal(instance));
      fc.pre(pairs.length > 0);
      const plans = everyPlan(instance);
      const waiting = plans.filter((plan) => {
        const startOf = (one: string) => plan.find(({ id }) => id === one)?.start;
        return pairs.every(({ better, worse, alike }) => {
          const [first, second] = [startOf(better), startOf(worse)];
          return second === undefined || (first !== undefined && (!alike || first <= second));
        });
      });
      const [best, left] = [bestByHand(instance, plans), bestByHand(instance, waiting)];
      expect(left).toEqual(best && { ...best, value: expect.closeTo(best.value ?? 0, 9) });
    }),
    { numRuns: 150 },
  );
});

test('steps never wait for each other in a ring', () => {
  const step = (id: string, ...requires: string[][]) => ({
    id,
    duration: 1,
    load: [1],
    cost: 0,
    value: 1,
    starts: id === 'z' ? [0] : [1, 2],
    requires,
    excludes: [],
  });
  const steps = [step('j', ['z']), step('k', ['z'], ['i', 'z']), step('i', ['z']), step('z')];
  const pairs = dominances(steps, null).map(({ better, worse }) => `${better} before ${worse}`);
  expect(pairs).toEqual(['i before j', 'j before k']);
});

test('in whole numbers the same plans are possible and in the same order', () => {
  fc.assert(
    fc.property(anInstance('whole'), fc.constantFrom(1, 0.5, 0.25, 0.1), (whole, unit) => {
      const finer = {
        ...whole,
        capacity: whole.capacity.map((hours) => hours * unit),
        budget: whole.budget * unit,
        steps: whole.steps.map((step) => ({
          ...step,
          value: step.value * unit,
          cost: step.cost * unit,
          load: step.load.map((hours) => hours * unit),
        })),
      };
      const again = inWholeNumbers(finer);
      if (!again) throw new Error('tenths and quarters have a unit');
      const amounts = [
        again.budget,
        ...again.capacity,
        ...again.steps.flatMap(({ load, value, cost }) => [...load, value, cost]),
      ];
      expect(amounts.every(Number.isInteger)).toBe(true);
      expect(everyPlan(again)).toEqual(everyPlan(whole));
    }),
    { numRuns: 60 },
  );
});

test('thirds have no unit, nor has what is no number or less than nothing', () => {
  const instance = (hours: number) => ({
    id: 'one',
    halfTerms: 1,
    capacity: [hours],
    budget: 0,
    have: [],
    goal: null,
    steps: [],
  });
  expect([1 / 3, Number.NaN, -1, Infinity].map((hours) => inWholeNumbers(instance(hours)))).toEqual(
    Array.from({ length: 4 }),
  );
});
