import type { Highs } from 'highs';
import { openGoal, type Choice, type PathwayInstance } from '../domain/pathway/pathway.ts';
import { dominances } from '../domain/pathway/pathway-dominance.ts';
import { leadingTo, type ReducedStep } from '../domain/pathway/pathway-reduce.ts';
import { dominanceRows, formulate, type Column, type Formulation, type Limits, type Row } from './formulation.ts';
import { gapBetween } from './gap.ts';
import { solveModel } from './solve-model.ts';
import type { Method } from './solve-pathway.ts';

/** The whole question as rows, which HiGHS solves by itself. It takes any instance; most take it longer than the search. */
export function byRows(highs: Highs): Method {
  return {
    soonest: (instance, steps, goal, limits) => soonest(highs, instance, steps, goal, limits),
    best: (instance, steps, found) => best(highs, instance, steps, found),
  };
}

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

/** Value, cost and starts in turn, each as good as it can be with those before it held. */
function best(
  highs: Highs,
  instance: PathwayInstance,
  steps: readonly ReducedStep[],
  found: (chosen: readonly Choice[], gap: number) => void,
): readonly Choice[] | undefined {
  const goal = openGoal(instance);
  const formulation = formulate(instance, steps, { capacity: true, budget: true });
  const { columns, presences } = formulation;
  const rows = [
    ...formulation.rows,
    ...(goal === null ? [] : [chosenOnce(formulation.columnsOf.get(goal) ?? [])]),
    ...dominanceRows(formulation, dominances(steps, goal)),
  ];
  const none = columns.map(() => 0);
  const value = presences.map(({ step }) => step.value);
  const thrift = presences.map(({ step }) => -step.cost);
  const haste = columns.map(({ start }) => -start);
  let on: readonly number[] | undefined;
  for (const weights of [
    [...none, ...value],
    [...none, ...thrift],
    [...haste, ...presences.map(() => 0)],
  ]) {
    const isValue = on === undefined;
    on = solveModel(highs, formulation, rows, weights, {
      from: on,
      found: ({ on: better, bound }) =>
        found(choicesOf(columns, better), isValue ? gapBetween(reachedBy(formulation, better, weights), bound) : 0),
    });
    if (!on) return undefined;
    rows.push({
      terms: weights.map((weight, variable) => [variable, weight] as const),
      least: reachedBy(formulation, on, weights),
      most: Infinity,
    });
  }
  return choicesOf(columns, on ?? []);
}

/** What a set of columns comes to, with the presences that go with them. */
function reachedBy({ columns, presences }: Formulation, on: readonly number[], weights: readonly number[]): number {
  const chosen = new Set(on.map((column) => columns[column]?.step.id));
  const starts = on.reduce((sum, column) => sum + (weights[column] ?? 0), 0);
  return presences.reduce(
    (sum, { step }, index) => sum + (chosen.has(step.id) ? (weights[columns.length + index] ?? 0) : 0),
    starts,
  );
}

function choicesOf(columns: readonly Column[], on: readonly number[]): readonly Choice[] {
  return on.flatMap((index) => {
    const column = columns[index];
    return column ? [{ id: column.step.id, start: column.start }] : [];
  });
}
