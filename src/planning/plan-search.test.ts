import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anInstance, everyPlan } from '../../test/support/pathways.ts';
import type { Choice, PathwayInstance } from '../domain/pathway/pathway.ts';
import { reduceInstance } from '../domain/pathway/pathway-reduce.ts';
import { brokenCovers, limitsOf } from './covers.ts';
import { formulate } from './formulation.ts';
import { PlanSearch } from './plan-search.ts';
import { provedBound } from './proved-bound.ts';
import type { Bounds, Relaxed } from './relaxation.ts';
import { presenceOf, searchSpace, type SearchSpace } from './search-space.ts';
import type { SparseRow } from './sparse-row.ts';
import { helpersOf, isAllowed, isProvedImpossible, placeSet, rowAgainst, shrink } from './step-sets.ts';

/* What the search rests on, each held against every plan of small instances. */

function spaceOf(instance: PathwayInstance): SearchSpace {
  return searchSpace(instance, formulate(instance, reduceInstance(instance), { capacity: true, budget: true }));
}

/** A plan as the variables that are chosen in it. */
function variablesOf(space: SearchSpace, plan: readonly Choice[]): Float64Array {
  const chosen = new Float64Array(space.width);
  for (const { id, start } of plan) {
    const step = space.steps.findIndex((one) => one.id === id);
    chosen[presenceOf(space, step)] = 1;
    chosen[(space.columnsOf[step] ?? []).find((column) => space.columns[column]?.start === start) ?? -1] = 1;
  }
  return chosen;
}

function keeps({ variables, weights, least, most }: SparseRow, chosen: Float64Array): boolean {
  const sum = variables.reduce((total, variable, index) => total + (weights[index] ?? 0) * (chosen[variable] ?? 0), 0);
  return sum >= least && sum <= most;
}

const ungoaled = anInstance('whole').map((instance) => ({ ...instance, goal: null }));
/** Hours for two steps or so. */
const narrow = ungoaled.map((instance) => ({
  ...instance,
  capacity: instance.capacity.map((hours) => 3 + (hours % 5)),
}));
/** Hundredths: of all doubles there are, most are next to nothing. */
const numbers = (min: number, max: number) =>
  fc.infiniteStream(fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100));
const taken = (count: number, stream: Iterator<number>) =>
  Float64Array.from({ length: count }, () => stream.next().value ?? 0);

test('every plan keeps every row', () => {
  fc.assert(
    fc.property(ungoaled, (instance) => {
      const space = spaceOf(instance);
      for (const plan of everyPlan(instance))
        for (const row of space.rows) expect(keeps(row, variablesOf(space, plan))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('no plan is worth more than the bound that any prices prove', () => {
  fc.assert(
    fc.property(ungoaled, numbers(-3, 3), numbers(-5, 5), (instance, prices, worths) => {
      const space = spaceOf(instance);
      const worth = taken(space.width, worths);
      const limits = { lower: new Uint8Array(space.width), upper: new Uint8Array(space.width).fill(1) };
      const { bound } = provedBound(space.rows, taken(space.rows.length, prices), worth, limits);
      for (const plan of everyPlan(instance)) {
        const value = variablesOf(space, plan).reduce((sum, is, variable) => sum + is * (worth[variable] ?? 0), 0);
        expect(value).toBeLessThanOrEqual(bound);
      }
    }),
    { numRuns: 100 },
  );
});

test('prices that fit prove the very best', () => {
  // At most one of two, worth 3 and 2: at a price of 2 the bound is 3, at none it is 5.
  const row = { variables: Int32Array.of(0, 1), weights: Float64Array.of(1, 1), least: -Infinity, most: 1 };
  const limits = { lower: new Uint8Array(2), upper: new Uint8Array(2).fill(1) };
  const boundAt = (price: number) => provedBound([row], [price], [3, 2], limits).bound;
  expect([boundAt(2), boundAt(0), boundAt(-1)]).toEqual([3, 5, 5].map((bound) => expect.closeTo(bound, 9)));
});

test('every plan keeps the covers that fractions break', () => {
  let made = 0;
  fc.assert(
    fc.property(narrow, numbers(0.6, 1), (instance, shares) => {
      const space = spaceOf(instance);
      const rows = brokenCovers(limitsOf(space), taken(space.width, shares));
      made += rows.length;
      for (const plan of everyPlan(instance))
        for (const row of rows) expect(keeps(row, variablesOf(space, plan))).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect(made).toBeGreaterThan(10);
});

test('every plan keeps the row against a set that cannot be placed, and the set alone does not', () => {
  let made = 0;
  fc.assert(
    fc.property(ungoaled, fc.boolean(), fc.infiniteStream(fc.boolean()), (instance, hasHelp, isIn) => {
      const space = spaceOf(instance);
      const set = [...space.steps.keys()].filter(() => isIn.next().value);
      const open = new Uint8Array(space.width).fill(1);
      const helpers = hasHelp ? helpersOf(space, set) : new Set<number>();
      fc.pre(placeSet(space, set, { open, absent: helpers }).starts === undefined);
      const row = rowAgainst(space, shrink(space, { set, helpers: [...helpers] }, open));
      made += 1;
      const alone = new Float64Array(space.width);
      for (const step of set) alone[presenceOf(space, step)] = 1;
      expect(keeps(row, alone)).toBe(false);
      for (const plan of everyPlan(instance)) expect(keeps(row, variablesOf(space, plan))).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect(made).toBeGreaterThan(10);
});

test('a set is allowed where nothing in it bars another and the budget pays for it', () => {
  const step = (id: string, cost: number, excludes: readonly string[] = []) => ({
    id,
    cost,
    excludes,
    duration: 1,
    load: [1],
    value: 1,
    starts: [0, 1, 2],
    requires: [],
  });
  const steps = [step('a', 2), step('b', 2, ['a']), step('c', 2)];
  const space = spaceOf({ id: 'x', halfTerms: 3, capacity: [1, 1, 1], budget: 4, have: [], goal: null, steps });
  const allowed = [[0], [0, 2], [1, 2], [0, 1], [0, 1, 2]].filter((set) => isAllowed(space, set));
  expect(allowed).toEqual([[0], [0, 2], [1, 2]]);
});

test('nothing is proved by tries that run out', () => {
  const step = (id: string, hours: number) => ({
    id,
    load: [hours],
    duration: 1,
    cost: 0,
    value: 1,
    starts: [0, 1],
    requires: [],
    excludes: [],
  });
  const steps = [step('a', 3), step('b', 2), step('c', 3), step('d', 2), step('e', 1)];
  const space = spaceOf({ id: 'x', halfTerms: 2, capacity: [5, 5], budget: 0, have: [], goal: null, steps });
  const options = { open: new Uint8Array(space.width).fill(1), absent: new Set<number>() };
  const proves = (set: readonly number[], tries: number) => isProvedImpossible(space, set, { ...options, tries });
  expect([proves([0, 1, 2, 3, 4], 0), proves([0, 1, 2, 3, 4], 99), proves([0, 1, 2, 3], 99)]).toEqual([
    false,
    true,
    false,
  ]);
});

/** A solver that never knows anything, or answers with chance fractions and a bound that chance prices prove. */
class Clueless implements Bounds {
  readonly #space: SearchSpace;
  readonly #chance: Iterator<number> | undefined;
  readonly #rows: SparseRow[];
  #worth = new Float64Array(0);

  constructor(space: SearchSpace, chance?: Iterator<number>) {
    this.#space = space;
    this.#chance = chance;
    this.#rows = [...space.rows];
  }
  aim(worth: Float64Array<ArrayBuffer>): void {
    this.#worth = worth;
  }
  add(row: SparseRow): void {
    this.#rows.push(row);
  }
  solve(limits: { readonly lower: Uint8Array; readonly upper: Uint8Array }): Relaxed {
    const nothing = new Float64Array(this.#space.width);
    if (!this.#chance) return { status: 'unsure', bound: Infinity, reduced: nothing, values: nothing };
    const prices = taken(this.#rows.length, this.#chance);
    const values = taken(this.#space.width, this.#chance).map((share, variable) =>
      Math.min(limits.upper[variable] ?? 1, Math.max(limits.lower[variable] ?? 0, Math.round(share * 3) / 2)),
    );
    return { status: 'solved', values, ...provedBound(this.#rows, prices, this.#worth, limits) };
  }
  close(): void {
    this.#worth = new Float64Array(0);
  }
}

test.each([
  ['knows nothing', false],
  ['answers by chance', true],
])('the search is exact where the solver %s', (_, byChance) => {
  fc.assert(
    fc.property(ungoaled, numbers(0, 1), (instance, chance) => {
      const space = spaceOf(instance);
      fc.pre(space.steps.length > 0);
      const worth = new Float64Array(space.width);
      for (const [step, { value }] of space.steps.entries()) worth[presenceOf(space, step)] = value;
      const search = new PlanSearch(space, [], new Clueless(space, byChance ? chance : undefined));
      const found = search.best({ worth });
      const values = everyPlan(instance).map((plan) =>
        plan.reduce((sum, { id }) => sum + (instance.steps.find((step) => step.id === id)?.value ?? 0), 0),
      );
      expect(found?.set.reduce((sum, step) => sum + (space.steps[step]?.value ?? 0), 0)).toBe(Math.max(...values));
    }),
    { numRuns: 150 },
  );
});
