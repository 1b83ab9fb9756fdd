import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChoices, type PathwayAnswer, type PathwayInstance } from '../../src/domain/pathway/pathway.ts';
import { openPlanner, type Planner } from '../../src/planning/planner.ts';

/* A hundred planning cases: the proved optimum of each that has one, and valid choices for all. */

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'pathway', name), 'utf8'));
const instances = read('instances.json') as readonly PathwayInstance[];
const optima = new Map((read('optima.json') as readonly PathwayAnswer[]).map((optimum) => [optimum.id, optimum]));

let planner: Planner;
beforeAll(() => {
  planner = openPlanner({ longestMs: Infinity });
});
afterAll(() => planner.close());

/** When the optima were made its proof took longer than anybody waited: there is nothing to compare it with. */
const unproved = instances.filter(({ id }) => !optima.has(id));

test('every case but one has a proved optimum', () => {
  expect(instances).toHaveLength(100);
  expect(unproved).toHaveLength(1);
});

test.each(instances.filter(({ id }) => optima.has(id)))(
  '$id: the four numbers are those that were proved, and the choices keep every rule',
  async (instance) => {
    const { feasible, goalEnd, value, cost, starts, chosen, unblockedBy } = await planner.ask(instance).done;
    const optimum: Partial<PathwayAnswer> = optima.get(instance.id) ?? {};
    expect({ feasible, goalEnd, value, cost, starts, unblockedBy }).toEqual({
      feasible: optimum.feasible,
      goalEnd: optimum.goalEnd ?? null,
      value: optimum.value ?? null,
      cost: optimum.cost ?? null,
      starts: optimum.starts ?? null,
      unblockedBy: optimum.unblockedBy,
    });
    expect(feasible ? checkChoices(instance, chosen) : []).toEqual([]);
  },
  180_000,
);

test('the case without a proof has a valid plan long before its own, which is no worse', async () => {
  const [instance] = unproved;
  if (!instance) throw new Error('there is one');
  const asked = planner.ask(instance);
  const best = await firstBest(asked.best);
  expect(checkChoices(instance, best?.chosen ?? [])).toEqual([]);
  expect(best?.chosen.length).toBeGreaterThan(0);
  const proved = await asked.done;
  expect(checkChoices(instance, proved.chosen)).toEqual([]);
  expect(proved.value).toBeGreaterThanOrEqual(best?.value ?? Infinity);
  // What could be gained at most was said beforehand.
  expect(best?.value).toBeGreaterThanOrEqual((1 - (best?.gap ?? 0)) * (proved.value ?? 0));
}, 180_000);

async function firstBest<T>(best: () => T | undefined): Promise<T | undefined> {
  for (let turn = 0; turn < 5000; turn += 1) {
    const found = best();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return undefined;
}
