import type { PathwayInstance } from '../domain/pathway/pathway.ts';
import type { ReducedStep } from '../domain/pathway/pathway-reduce.ts';
import type { Formulation } from './formulation.ts';
import { sparseRow, type SparseRow } from './sparse-row.ts';

/**
 * An instance with everything numbered: a step by its place in the list, a start by its column. A set of steps is a list
 * of their numbers. Hours, pounds and worth are whole numbers.
 */
export interface SearchSpace {
  readonly steps: readonly ReducedStep[];
  readonly capacity: readonly number[];
  readonly budget: number;
  /** Hours a step takes in all. */
  readonly hours: readonly number[];
  /** For each step and each choice it requires, the steps that meet it. */
  readonly ways: readonly (readonly (readonly number[])[])[];
  readonly barred: readonly ReadonlySet<number>[];
  readonly columns: readonly { readonly step: number; readonly start: number }[];
  readonly columnsOf: readonly (readonly number[])[];
  /** What is to be chosen: columns, and after them for each step whether it is chosen at all. */
  readonly width: number;
  readonly rows: readonly SparseRow[];
}

/** The variable that says whether a step is chosen. */
export function presenceOf({ columns }: Pick<SearchSpace, 'columns'>, step: number): number {
  return columns.length + step;
}

/** Numbers what was formulated, with the rows given beside it. */
export function searchSpace(instance: PathwayInstance, formulation: Formulation): SearchSpace {
  const steps = formulation.presences.map(({ step }) => step);
  const numbers = new Map(steps.map(({ id }, index) => [id, index]));
  const numbered = (ids: readonly string[]) => ids.flatMap((id) => numbers.get(id) ?? []);
  const barred = steps.map(() => new Set<number>());
  for (const [step, { excludes }] of steps.entries())
    for (const other of numbered(excludes)) {
      barred[step]?.add(other);
      barred[other]?.add(step);
    }
  return {
    steps,
    barred,
    capacity: instance.capacity,
    budget: instance.budget,
    hours: steps.map(({ load }) => load.reduce((sum, each) => sum + each, 0)),
    ways: steps.map(({ requires }) => requires.map(numbered)),
    columns: formulation.columns.map(({ step, start }) => ({ step: numbers.get(step.id) as number, start })),
    columnsOf: formulation.presences.map(({ columns }) => columns),
    width: formulation.columns.length + steps.length,
    rows: formulation.rows.map(sparseRow),
  };
}
