import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { anInstance, bestByHand } from '../../test/support/pathways.ts';
import { checkChoices, type PathwayAnswer, type PathwayInstance } from '../domain/pathway/pathway.ts';
import { byRows } from './solve-by-rows.ts';
import { solveBy, solvePathway, type Progress } from './solve-pathway.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as typeof loadHighs.default)();
});

type Solve = (instance: PathwayInstance, found?: (progress: Progress) => void) => PathwayAnswer;

const WAYS: readonly (readonly [string, Solve])[] = [
  ['by the search', (instance, found) => solvePathway(highs, instance, found)],
  ['by rows alone', (instance, found = () => undefined) => solveBy(byRows(highs), instance, instance, found)],
];

describe.each(WAYS)('solved %s', (_, solve) => {
  test('an instance has the four numbers that looking at every plan finds, and choices that keep every rule', () => {
    fc.assert(
      fc.property(anInstance(), (instance) => {
        const { feasible, chosen, goalEnd, value, cost, starts } = solve(instance);
        const best = bestByHand(instance);
        expect(feasible).toBe(best !== undefined);
        if (!best) return;
        expect({ goalEnd, value, cost, starts }).toEqual({ ...best, value: expect.closeTo(best.value ?? 0, 9) });
        expect(checkChoices(instance, chosen)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test('a goal out of reach is said to wait for what alone would open the way', () => {
    const unreachable = anInstance().filter((instance) => bestByHand(instance) === undefined);
    fc.assert(
      fc.property(unreachable, (instance) => {
        const capacity = bestByHand({ ...instance, capacity: instance.capacity.map(() => 1000) }) !== undefined;
        const budget = bestByHand({ ...instance, budget: 1000 }) !== undefined;
        const { feasible, unblockedBy } = solve(instance);
        expect(feasible).toBe(false);
        expect(unblockedBy).toEqual([...(capacity ? ['capacity'] : []), ...(budget ? ['budget'] : [])]);
      }),
      { numRuns: 60 },
    );
  });

  test('plans are told of on the way that keep every rule, and none could be worth more than the gap allows', () => {
    fc.assert(
      fc.property(anInstance('whole'), (instance) => {
        const told: Progress[] = [];
        const { feasible, value } = solve(instance, (progress) => told.push(progress));
        expect(told.length > 0 || !feasible || value === 0).toBe(true);
        for (const { chosen, gap, value: worth } of told) {
          expect(checkChoices(instance, chosen)).toEqual([]);
          expect(worth).toBeLessThanOrEqual(value ?? 0);
          expect(worth).toBeGreaterThanOrEqual((1 - gap) * (value ?? 0) - 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a goal ends soonest even where the way that takes fewest hours is longer', () => {
  const step = (id: string, load: readonly number[], requires: readonly string[][] = []) => ({
    id,
    load,
    requires,
    duration: load.length,
    cost: 0,
    value: 0,
    starts: [0, 1, 2, 3],
    excludes: [],
  });
  const steps = [step('slow', [1, 1]), step('fast', [6]), step('goal', [1], [['slow', 'fast']])];
  const instance = { id: 'two ways', halfTerms: 4, capacity: [6, 6, 6, 6], budget: 0, have: [], goal: 'goal', steps };
  expect(solvePathway(highs, instance)).toMatchObject({ goalEnd: 2, starts: 1 });
});

test.each([
  ['more half terms than the search can tell apart', 36, 1],
  ['hours that no unit makes whole', 30, 1 / 3],
])('%s are solved all the same', (_, halfTerms, hours) => {
  const starts = [halfTerms - 2];
  const step = { id: 'a', duration: 1, load: [hours], cost: 0, value: 1, starts, requires: [], excludes: [] };
  const capacity = Array.from({ length: halfTerms }, () => 1);
  const instance = { id: 'far', halfTerms, capacity, budget: 0, have: [], goal: 'a', steps: [step] };
  expect(solvePathway(highs, instance)).toMatchObject({ goalEnd: halfTerms - 1, starts: halfTerms - 2 });
});
