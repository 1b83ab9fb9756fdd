import type { Highs } from 'highs';
import {
  numbersOf,
  openGoal,
  type Choice,
  type PathwayAnswer,
  type PathwayInstance,
  type Relaxation,
} from '../domain/pathway.ts';
import { leadingTo, reduceInstance, type ReducedStep } from '../domain/pathway-reduce.ts';
import { dominances } from '../domain/pathway-dominance.ts';
import { dominanceRows, formulate, type Column, type Limits, type Row } from './formulation.ts';
import { solveModel } from './solve-model.ts';

/** The best found so far, and how much of its worth could at most be gained: from 0 to 1. */
export interface Progress {
  readonly chosen: readonly Choice[];
  readonly value: number;
  readonly cost: number;
  readonly gap: number;
}

const ALL_LIMITS: Limits = { capacity: true, budget: true };

/**
 * The best plan of an instance, in the model's order: goal soonest, then value, then cost, then starts. Each stage is
 * proved before the next, which starts from its answer. `found` is told of each better plan on the way.
 */
export function solvePathway(
  highs: Highs,
  instance: PathwayInstance,
  found: (progress: Progress) => void = () => undefined,
): PathwayAnswer {
  const goal = openGoal(instance);
  const steps = reduceInstance(instance);
  if (goal === null) return best(highs, instance, steps, found);
  const goalEnd = soonest(highs, instance, steps, goal, ALL_LIMITS);
  if (goalEnd === undefined) return unreachable(highs, instance, goal);
  const fixed = steps.map((step) =>
    step.id === goal ? { ...step, starts: step.starts.filter((start) => start + step.duration === goalEnd) } : step,
  );
  return best(highs, instance, fixed, found);
}

/** When the goal can end at the soonest. Only what leads to it is looked at: any other step takes hours and helps nothing. */
function soonest(
  highs: Highs,
  instance: PathwayInstance,
  steps: readonly ReducedStep[],
  goal: string,
  limits: Limits,
): number | undefined {
  const formulation = formulate(instance, leadingTo(goal, steps), limits);
  const { columns, columnsOf, rows } = formulation;
  const own = columnsOf.get(goal) ?? [];
  if (own.length === 0) return undefined;
  const late = columns.map(({ step, start }) => (step.id === goal ? -(start + step.duration) : 0));
  const on = solveModel(highs, formulation, [...rows, chosenOnce(own)], late);
  const reached = on?.flatMap((column) => (own.includes(column) ? (columns[column] ?? []) : []))[0];
  return reached && reached.start + reached.step.duration;
}

const chosenOnce = (columns: readonly number[]): Row => ({
  terms: columns.map((column) => [column, 1] as const),
  least: 1,
  most: 1,
});

/** More hours than any sum of steps takes, and more money. */
const PLENTY = 1e9;

function unreachable(highs: Highs, instance: PathwayInstance, goal: string): PathwayAnswer {
  const reaches = (limits: Limits): boolean => {
    const eased = {
      ...instance,
      capacity: limits.capacity ? instance.capacity : instance.capacity.map(() => PLENTY),
      budget: limits.budget ? instance.budget : PLENTY,
    };
    return soonest(highs, eased, reduceInstance(eased), goal, limits) !== undefined;
  };
  const unblockedBy: Relaxation[] = [
    ...(reaches({ capacity: false, budget: true }) ? (['capacity'] as const) : []),
    ...(reaches({ capacity: true, budget: false }) ? (['budget'] as const) : []),
  ];
  return {
    id: instance.id,
    feasible: false,
    goalEnd: null,
    value: null,
    cost: null,
    starts: null,
    chosen: [],
    unblockedBy,
  };
}

/** Past this a weight could drown what the solver's own rounding is worth: value and starts are then solved in turn. */
const SAFE = 1e7;

/** Value, cost and starts, each as good as it can be with those before it held. */
function best(
  highs: Highs,
  instance: PathwayInstance,
  steps: readonly ReducedStep[],
  found: (progress: Progress) => void,
): PathwayAnswer {
  const goal = openGoal(instance);
  const formulation = formulate(instance, steps, ALL_LIMITS);
  const { columns } = formulation;
  const rows = [
    ...formulation.rows,
    ...(goal === null ? [] : [chosenOnce(formulation.columnsOf.get(goal) ?? [])]),
    ...dominanceRows(formulation, dominances(steps, goal)),
  ];
  const stage = stages(columns, steps);
  let on: readonly number[] | undefined;
  for (const { objective, hold, isNeeded } of stage) {
    if (on && !isNeeded(on)) {
      rows.push(...hold(on));
      continue;
    }
    on = solveModel(highs, formulation, rows, columns.map(objective), {
      from: on,
      found: ({ on: better, bound }) => found(progressOf(columns, better, columns.map(objective), bound)),
    });
    if (!on) throw new Error('a plan that is possible was not found');
    rows.push(...hold(on));
  }
  const chosen = choicesOf(columns, on ?? []);
  return { id: instance.id, feasible: true, ...numbersOf(instance, chosen), chosen };
}

interface Stage {
  readonly objective: (column: Column) => number;
  /** Whether it could still better a set of columns. */
  readonly isNeeded: (on: readonly number[]) => boolean;
  /** What the stages after it must keep. */
  readonly hold: (on: readonly number[]) => readonly Row[];
}

/**
 * Value with starts as the tie-break in one solve where the weights allow it, then cost where any is paid. An equal
 * value at less cost may start later, so after cost the starts are solved once more.
 */
function stages(columns: readonly Column[], steps: readonly ReducedStep[]): readonly Stage[] {
  const latest = steps.reduce((sum, { starts }) => sum + (starts.at(-1) ?? 0), 0) + 1;
  const worth = steps.reduce((sum, { value }) => sum + value, 0);
  const isWhole = steps.every(({ value, cost }) => Number.isInteger(value) && Number.isInteger(cost));
  const canJoin = isWhole && worth * latest < SAFE;
  const total = (on: readonly number[], of: (column: Column) => number) =>
    on.reduce((sum, index) => sum + (columns[index] ? of(columns[index]) : 0), 0);
  const held = (of: (column: Column) => number, isLeast: boolean) => (on: readonly number[]) => {
    const terms = columns.flatMap((column, index) => (of(column) === 0 ? [] : [[index, of(column)] as const]));
    const now = total(on, of);
    return terms.length === 0 ? [] : [{ terms, least: isLeast ? now : -Infinity, most: isLeast ? Infinity : now }];
  };
  const costOf = ({ step }: Column) => step.cost;
  const valueOf = ({ step }: Column) => step.value;
  const canJoinCost = canJoin && steps.reduce((sum, { cost }) => sum + cost, 0) * latest < SAFE;
  let isBettered = false;
  return [
    {
      objective: (column) => (canJoin ? column.step.value * latest - column.start : column.step.value),
      isNeeded: () => true,
      hold: held(valueOf, true),
    },
    {
      objective: (column) => (canJoinCost ? -(column.step.cost * latest + column.start) : -column.step.cost),
      isNeeded: (on) => (isBettered = total(on, costOf) > 0),
      hold: held(costOf, false),
    },
    {
      objective: ({ start }) => -start,
      // Joined to the last stage that was solved, the starts are the least already; where nothing is paid the cost is held.
      isNeeded: () => (isBettered ? !canJoinCost : !canJoin),
      hold: () => [],
    },
  ];
}

function choicesOf(columns: readonly Column[], on: readonly number[]): readonly Choice[] {
  return on.flatMap((index) => {
    const column = columns[index];
    return column ? [{ id: column.step.id, start: column.start }] : [];
  });
}

function progressOf(
  columns: readonly Column[],
  on: readonly number[],
  objective: readonly number[],
  bound: number,
): Progress {
  const reached = on.reduce((sum, index) => sum + (objective[index] ?? 0), 0);
  const chosen = on.flatMap((index) => columns[index] ?? []);
  const gap = bound > 0 ? Math.min(1, Math.max(0, (bound - reached) / bound)) : 0;
  return {
    chosen: choicesOf(columns, on),
    value: chosen.reduce((sum, { step }) => sum + step.value, 0),
    cost: chosen.reduce((sum, { step }) => sum + step.cost, 0),
    gap: Number.isFinite(gap) ? gap : 1,
  };
}
