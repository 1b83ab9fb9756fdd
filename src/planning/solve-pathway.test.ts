import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  checkChoices,
  numbersOf,
  openGoal,
  type Choice,
  type PathwayAnswer,
  type PathwayInstance,
  type PathwayStep,
} from '../domain/pathway.ts';
import { dominances } from '../domain/pathway-dominance.ts';
import { reduceInstance } from '../domain/pathway-reduce.ts';
import { solvePathway } from './solve-pathway.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as typeof loadHighs.default)();
});

const T = 4;
const IDS = ['a', 'b', 'c', 'd', 'e'];

/** Small enough that every set of choices can be looked at, and as tangled as anything. */
const anyStep = (id: string): fc.Arbitrary<PathwayStep> =>
  fc
    .record({
      duration: fc.integer({ min: 1, max: 3 }),
      hours: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
      cost: fc.constantFrom(0, 0, 3, 5, 8),
      // A half makes the weights no whole numbers: value, cost and starts are then solved in turn.
      value: fc.constantFrom(0, 1, 2, 3, 5, 2.5),
      starts: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      requires: fc.array(fc.subarray([...IDS, 'x'], { minLength: 1, maxLength: 2 }), { maxLength: 1 }),
      excludes: fc.subarray(IDS, { maxLength: 1 }),
      group: fc.constantFrom(undefined, undefined, 'npq'),
    })
    .map(({ hours, group, excludes, ...step }) => ({
      id,
      ...step,
      load: hours.slice(0, step.duration),
      excludes: excludes.filter((one) => one !== id),
      ...(group === undefined ? {} : { group }),
    }));

const anyInstance: fc.Arbitrary<PathwayInstance> = fc.record({
  id: fc.constant('made'),
  halfTerms: fc.constant(T),
  capacity: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: T, maxLength: T }),
  budget: fc.integer({ min: 0, max: 20 }),
  have: fc.subarray(['a', 'x'], { maxLength: 1 }),
  goal: fc.constantFrom(null, null, ...IDS),
  steps: fc.tuple(...IDS.map(anyStep)),
});

/** Every set of choices there is, judged by the rules and by nothing of the solver's. */
function bestByHand(instance: PathwayInstance): ReturnType<typeof numbersOf> | undefined {
  return bestWhere(instance, () => true);
}

function isBetter(a: ReturnType<typeof numbersOf>, b: ReturnType<typeof numbersOf>): boolean {
  const key = ({ goalEnd, value, cost, starts }: typeof a) => [goalEnd ?? 0, -(value ?? 0), cost ?? 0, starts ?? 0];
  const [one, other] = [key(a), key(b)];
  const at = one.findIndex((number, index) => number !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

const numbers = ({ goalEnd, value, cost, starts }: PathwayAnswer) => ({ goalEnd, value, cost, starts });

describe('the exact model', () => {
  test('finds what looking at every plan finds, and its choices keep every rule', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const answer = solvePathway(highs, instance);
        const best = bestByHand(instance);
        expect(answer.feasible).toBe(best !== undefined);
        if (best) expect(numbers(answer)).toEqual(best);
        if (best) expect(checkChoices(instance, answer.chosen)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test('says of a goal out of reach which single limit is in the way', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const answer = solvePathway(highs, instance);
        fc.pre(!answer.feasible);
        const capacity = bestByHand({ ...instance, capacity: instance.capacity.map(() => 1000) }) !== undefined;
        const budget = bestByHand({ ...instance, budget: 1000 }) !== undefined;
        expect(answer.unblockedBy).toEqual([...(capacity ? ['capacity'] : []), ...(budget ? ['budget'] : [])]);
      }),
      { numRuns: 60 },
    );
  });

  test('what is taken away beforehand is in no plan', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const left = new Map(reduceInstance(instance).map(({ id, starts }) => [id, starts]));
        const only = {
          ...instance,
          steps: instance.steps.map((step) => ({ ...step, starts: left.get(step.id) ?? [] })),
        };
        expect(bestByHand(only)).toEqual(bestByHand(instance));
      }),
      { numRuns: 250 },
    );
  });

  test('a best plan is left where the worse of a pair waits for the better', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const goal = openGoal(instance);
        const pairs = dominances(reduceInstance(instance), goal);
        fc.pre(pairs.length > 0);
        const best = bestByHand(instance);
        const waiting = bestWhere(instance, (chosen) =>
          pairs.every(
            ({ better, worse }) => !chosen.some(({ id }) => id === worse) || chosen.some(({ id }) => id === better),
          ),
        );
        expect(waiting).toEqual(best);
      }),
      { numRuns: 150 },
    );
  });

  test('tells of plans that keep every rule while it looks', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        solvePathway(highs, instance, ({ chosen, gap }) => {
          expect(checkChoices(instance, chosen)).toEqual([]);
          expect(gap).toBeGreaterThanOrEqual(0);
          expect(gap).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 60 },
    );
  });
});

function bestWhere(instance: PathwayInstance, holds: (chosen: readonly Choice[]) => boolean) {
  let best: ReturnType<typeof numbersOf> | undefined;
  const look = (index: number, chosen: readonly Choice[]): void => {
    const step = instance.steps[index];
    if (!step) {
      if (!holds(chosen) || checkChoices(instance, chosen).length > 0) return;
      const now = numbersOf(instance, chosen);
      if (!best || isBetter(now, best)) best = now;
      return;
    }
    look(index + 1, chosen);
    for (const start of step.starts) look(index + 1, [...chosen, { id: step.id, start }]);
  };
  look(0, []);
  return best;
}
