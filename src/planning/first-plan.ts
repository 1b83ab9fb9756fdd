import type { SearchSpace } from './search-space.ts';
import { helpersOf, isAllowed, placeSet } from './step-sets.ts';

/** A set of steps and where they were placed. */
export interface PlacedSet {
  readonly set: readonly number[];
  readonly starts: readonly number[];
}

/** Ways to a need are followed so far down: no one plans through more steps than that. */
const DEEPEST = 6;
/** A step that takes more tries to place with the others is left out. */
const TRIES = 500;

/**
 * A plan found by taking steps one after the other, in the order given, each with what it needs, for as long as
 * everything taken can be placed. Seldom the best, and always valid; `from` is taken first.
 */
export function firstPlan(
  space: SearchSpace,
  open: Uint8Array,
  order: readonly number[],
  from: PlacedSet = { set: [], starts: [] },
): PlacedSet {
  let plan = from;
  const rank = new Map(order.map((step, index) => [step, index]));
  for (const step of order) {
    if (plan.set.includes(step)) continue;
    const set = withNeeds(space, rank, plan.set, step, DEEPEST);
    if (!set || !isAllowed(space, set)) continue;
    const { starts } = placeSet(space, set, { open, absent: helpersOf(space, set), tries: TRIES });
    if (starts) plan = { set, starts };
  }
  return plan;
}

/** The set with a step and, for each need that nothing in it meets, the way that comes first in the order. */
function withNeeds(
  space: SearchSpace,
  rank: ReadonlyMap<number, number>,
  set: readonly number[],
  step: number,
  depth: number,
): readonly number[] | undefined {
  if (set.includes(step)) return set;
  if (depth === 0 || !rank.has(step) || set.some((other) => space.barred[step]?.has(other))) return undefined;
  let taken: readonly number[] | undefined = [...set, step];
  for (const choice of space.ways[step] ?? []) {
    const before: readonly number[] = taken;
    if (choice.some((way) => before.includes(way))) continue;
    taken = choice
      .toSorted((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity))
      .reduce<readonly number[] | undefined>(
        (found, way) => found ?? withNeeds(space, rank, before, way, depth - 1),
        undefined,
      );
    if (!taken) return undefined;
  }
  return taken;
}
