import type { Highs } from 'highs';
import { openGoal, type Choice, type PathwayInstance } from '../domain/pathway/pathway.ts';
import { dominances } from '../domain/pathway/pathway-dominance.ts';
import { leadingTo, type ReducedStep } from '../domain/pathway/pathway-reduce.ts';
import type { PlacedSet } from './first-plan.ts';
import { dominanceRows, formulate, type Limits } from './formulation.ts';
import { PlanSearch } from './plan-search.ts';
import { Relaxation } from './relaxation.ts';
import { presenceOf, searchSpace, type SearchSpace } from './search-space.ts';
import { gapBetween } from './gap.ts';
import type { Method } from './solve-pathway.ts';
import type { SparseRow } from './sparse-row.ts';

/** Steps decided one after the other by `PlanSearch`. It takes whole numbers only. */
export function bySearch(highs: Highs): Method {
  return {
    soonest: (instance, steps, goal, limits) => soonest(highs, instance, steps, goal, limits),
    best: (instance, steps, found) => best(highs, instance, steps, found),
  };
}

/**
 * Any way to the goal first, and then each start that is sooner in turn. Only what leads to the goal is looked at: any
 * other step takes hours and helps nothing.
 */
function soonest(
  highs: Highs,
  instance: PathwayInstance,
  steps: readonly ReducedStep[],
  goal: string,
  limits: Limits,
): number | undefined {
  const leading = leadingTo(goal, steps);
  const own = leading.find(({ id }) => id === goal);
  if (!own) return undefined;
  const reachedFrom = (starts: readonly number[]): number | undefined => {
    const fixed = leading.map((step) => (step === own ? { ...step, starts } : step));
    const space = searchSpace(instance, formulate(instance, fixed, limits));
    // The fewer hours a set takes, the likelier it can be placed.
    const aim = { worth: worthBy(space, (step) => -(space.hours[step] ?? 0)), any: true };
    const plan = searching(highs, space, goal, (search) => search.best(aim));
    return plan && choicesOf(space, plan).find(({ id }) => id === goal)?.start;
  };
  const some = reachedFrom(own.starts);
  if (some === undefined) return undefined;
  const sooner = own.starts.filter((start) => start < some).find((start) => reachedFrom([start]) !== undefined);
  return (sooner ?? some) + own.duration;
}

function best(
  highs: Highs,
  instance: PathwayInstance,
  steps: readonly ReducedStep[],
  found: (chosen: readonly Choice[], gap: number) => void,
): readonly Choice[] | undefined {
  if (steps.length === 0) return [];
  const goal = openGoal(instance);
  const formulation = formulate(instance, steps, { capacity: true, budget: true });
  const pairs = dominances(steps, goal).map((pair) => ({ ...pair, alike: false }));
  const rows = [...formulation.rows, ...dominanceRows(formulation, pairs)];
  const space = searchSpace(instance, { ...formulation, rows });
  const value = (step: number) => steps[step]?.value ?? 0;
  const valueOf = ({ set }: PlacedSet) => set.reduce((sum, step) => sum + value(step), 0);
  const tell = (plan: PlacedSet, atMost: number) => found(choicesOf(space, plan), gapBetween(valueOf(plan), atMost));
  const plan = searching(highs, space, goal, (search) => {
    const richest = search.best({ worth: worthBy(space, value), found: tell });
    if (!richest) return undefined;
    const proved = valueOf(richest);
    search.add(atLeast(space, value, proved));
    return search.best({ worth: worthOfLess(space), least: true, found: (better) => tell(better, proved) }, richest);
  });
  return plan && choicesOf(space, plan);
}

function searching<T>(highs: Highs, space: SearchSpace, goal: string | null, look: (search: PlanSearch) => T): T {
  const musts = [...space.steps.keys()].filter((step) => space.steps[step]?.id === goal);
  const search = new PlanSearch(space, musts, new Relaxation(highs, space.width, space.rows));
  try {
    return look(search);
  } finally {
    search.close();
  }
}

function worthBy(space: SearchSpace, of: (step: number) => number): Float64Array {
  const worth = new Float64Array(space.width);
  for (const step of space.steps.keys()) worth[presenceOf(space, step)] = of(step);
  return worth;
}

/** One pound less outweighs all starts together. */
function worthOfLess(space: SearchSpace): Float64Array {
  const late = space.steps.reduce((sum, { starts }) => sum + (starts.at(-1) ?? 0), 0) + 1;
  const worth = worthBy(space, (step) => -late * (space.steps[step]?.cost ?? 0));
  for (const [column, { start }] of space.columns.entries()) worth[column] = -start;
  return worth;
}

function atLeast(space: SearchSpace, of: (step: number) => number, least: number): SparseRow {
  const steps = [...space.steps.keys()].filter((step) => of(step) !== 0);
  return {
    variables: Int32Array.from(steps, (step) => presenceOf(space, step)),
    weights: Float64Array.from(steps, of),
    least,
    most: Infinity,
  };
}

function choicesOf({ steps }: SearchSpace, { set, starts }: PlacedSet): readonly Choice[] {
  return set
    .map((step, index) => ({ step, id: steps[step]?.id ?? '', start: starts[index] ?? 0 }))
    .toSorted((a, b) => a.step - b.step)
    .map(({ id, start }) => ({ id, start }));
}
