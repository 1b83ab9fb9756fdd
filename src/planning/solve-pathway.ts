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
import { dominanceRows, formulate, type Column, type Formulation, type Limits, type Row } from './formulation.ts';
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
  const { columns, presences, columnsOf, rows } = formulation;
  const own = columnsOf.get(goal) ?? [];
  if (own.length === 0) return undefined;
  const late = [
    ...columns.map(({ step, start }) => (step.id === goal ? -(start + step.duration) : 0)),
    ...presences.map(() => 0),
  ];
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

/**
 * The most that the joined weights may come to. The solver keeps whole numbers to a billionth, so that below it no
 * rounding of its own is worth as much as one half term's later start; beyond it the three are solved in turn.
 */
const SAFE = 1e9;

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
  let on: readonly number[] | undefined;
  for (const { weights, hold } of stages(instance, formulation, steps)) {
    on = solveModel(highs, formulation, rows, weights, {
      from: on,
      found: ({ on: better, bound }) => found(progressOf(columns, better, gapOf(formulation, better, weights, bound))),
    });
    if (!on) throw new Error('a plan that is possible was not found');
    rows.push(...hold(on));
  }
  const chosen = choicesOf(columns, on ?? []);
  return { id: instance.id, feasible: true, ...numbersOf(instance, chosen), chosen };
}

interface Stage {
  readonly weights: readonly number[];
  /** What the stages after it must keep. */
  readonly hold: (on: readonly number[]) => readonly Row[];
}

/** What a step is worth by being chosen, and by starting when it does. */
interface Weights {
  readonly presence: (step: ReducedStep) => number;
  readonly start: (start: number) => number;
}

/**
 * All three in one solve, weighted so that one more of value outweighs all of cost, and one pound less all of the
 * starts; in turn where those weights would grow past what the solver keeps apart.
 */
function stages(instance: PathwayInstance, formulation: Formulation, steps: readonly ReducedStep[]): readonly Stage[] {
  const late = steps.reduce((sum, { starts }) => sum + (starts.at(-1) ?? 0), 0) + 1;
  const dear =
    Math.min(
      instance.budget,
      steps.reduce((sum, { cost }) => sum + cost, 0),
    ) + 1;
  const worth = steps.reduce((sum, { value }) => sum + value, 0);
  const isWhole = steps.every(({ value, cost }) => Number.isInteger(value) && Number.isInteger(cost));
  const stage = ({ presence, start }: Weights, hold: Stage['hold'] = () => []): Stage => ({
    weights: [
      ...formulation.columns.map((column) => start(column.start)),
      ...formulation.presences.map(({ step }) => presence(step)),
    ],
    hold,
  });
  if (isWhole && worth * late * dear < SAFE)
    return [stage({ presence: ({ value, cost }) => (value * dear - cost) * late, start: (start) => -start })];
  const valueOf = ({ value }: ReducedStep) => value;
  const costOf = ({ cost }: ReducedStep) => cost;
  return [
    stage({ presence: valueOf, start: () => 0 }, heldAt(formulation, valueOf, 'least')),
    stage({ presence: (step) => -costOf(step), start: () => 0 }, heldAt(formulation, costOf, 'most')),
    stage({ presence: () => 0, start: (start) => -start }),
  ];
}

/** A sum over what is chosen, kept at what it has come to. */
function heldAt(
  { columns, presences }: Formulation,
  of: (step: ReducedStep) => number,
  end: 'least' | 'most',
): Stage['hold'] {
  return (on) => {
    const terms = presences.map(({ step }, index) => [columns.length + index, of(step)] as const);
    const now = on.reduce((sum, column) => sum + (columns[column] ? of(columns[column].step) : 0), 0);
    return [{ terms, least: end === 'least' ? now : -Infinity, most: end === 'most' ? now : Infinity }];
  };
}

/** The share of the objective that could still be gained at most, from 0 to 1. */
function gapOf(
  { columns, presences }: Formulation,
  on: readonly number[],
  weights: readonly number[],
  bound: number,
): number {
  const chosen = new Set(on.map((column) => columns[column]?.step.id));
  const reached =
    on.reduce((sum, column) => sum + (weights[column] ?? 0), 0) +
    presences.reduce(
      (sum, { step }, index) => sum + (chosen.has(step.id) ? (weights[columns.length + index] ?? 0) : 0),
      0,
    );
  const gap = bound > 0 ? (bound - reached) / bound : 0;
  return Number.isFinite(gap) ? Math.min(1, Math.max(0, gap)) : 1;
}

function choicesOf(columns: readonly Column[], on: readonly number[]): readonly Choice[] {
  return on.flatMap((index) => {
    const column = columns[index];
    return column ? [{ id: column.step.id, start: column.start }] : [];
  });
}

function progressOf(columns: readonly Column[], on: readonly number[], gap: number): Progress {
  const chosen = on.flatMap((index) => columns[index] ?? []);
  return {
    chosen: choicesOf(columns, on),
    value: chosen.reduce((sum, { step }) => sum + step.value, 0),
    cost: chosen.reduce((sum, { step }) => sum + step.cost, 0),
    gap,
  };
}
