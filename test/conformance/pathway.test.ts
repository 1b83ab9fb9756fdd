import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChoices, type PathwayAnswer, type PathwayInstance } from '../../src/domain/pathway.ts';
import { openPlanner, type Planner } from '../../src/planning/planner.ts';

/* A hundred planning cases: the proved optimum of each that has one, and valid choices for all. */

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'pathway', name), 'utf8'));
const instances = read('instances.json') as readonly PathwayInstance[];
const optima = new Map((read('optima.json') as readonly PathwayAnswer[]).map((optimum) => [optimum.id, optimum]));

let planner: Planner;
beforeAll(() => {
  planner = openPlanner();
});
afterAll(() => planner.close());

/** Its own proof took longer than anybody waited; a valid plan is asked of it, and no optimum is known. */
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

test('the case without a proof has a valid plan long before its end', async () => {
  const [instance] = unproved;
  if (!instance) throw new Error('there is one');
  const own = openPlanner();
  const asked = own.ask(instance);
  asked.done.catch(() => undefined);
  try {
    const best = await firstBest(asked.best);
    expect(checkChoices(instance, best?.chosen ?? [])).toEqual([]);
    expect(best?.chosen.length).toBeGreaterThan(0);
    expect(best?.gap).toBeGreaterThanOrEqual(0);
  } finally {
    await own.close();
  }
}, 60_000);

async function firstBest<T>(best: () => T | undefined): Promise<T | undefined> {
  for (let turn = 0; turn < 500; turn += 1) {
    const found = best();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}
