import type { Highs } from 'highs';
import type { Formulation, Presence, Row } from './formulation.ts';

/** What is to be greatest, as a weight for each column and then for each presence. */
export type Objective = readonly number[];

/** How far a solve has come: the best set of columns yet, what it is worth, and what nothing can exceed. */
export interface Incumbent {
  readonly on: readonly number[];
  readonly bound: number;
}

export interface SolveOptions {
  /** Told of each better set as it is found. */
  readonly found?: (incumbent: Incumbent) => void;
  /** A set of columns known to be possible, to begin from. */
  readonly from?: readonly number[] | undefined;
}

/** Gap and tolerances of an exact proof; one thread, since the machine has other things to do. */
const EXACT = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance: 1e-9 };

/** From about so many columns on the solver's own presolve costs more than it saves, measured on the hundred cases. */
const PRESOLVED_UP_TO = 150;

/**
 * The columns of a best set, proved by HiGHS to a gap of zero; `undefined` where no set of columns keeps all rows.
 * Throws where the solver gives up, which it never should without a limit.
 */
export function solveModel(
  highs: Highs,
  { columns, presences }: Pick<Formulation, 'columns' | 'presences'>,
  rows: readonly Row[],
  objective: Objective,
  { found, from }: SolveOptions = {},
): readonly number[] | undefined {
  const width = columns.length + presences.length;
  if (columns.length === 0) return rows.every(({ least, most }) => least <= 0 && most >= 0) ? [] : undefined;
  const model = highs.createModel(modelOf(highs, width, rows, objective));
  try {
    model.options.set({ ...EXACT, presolve: columns.length > PRESOLVED_UP_TO ? 'off' : 'on' });
    if (from) model.setSolution({ colValue: vectorOf(from, presences, columns.length) });
    model.run(found ? listening(highs, found, columns.length) : undefined);
    const status = model.getModelStatus();
    const { modelStatus } = highs.constants;
    if (status === modelStatus.infeasible) return undefined;
    if (status !== modelStatus.optimal) throw new Error(`the solver stopped with status ${status}`);
    return chosenIn(model.getSolution().colValue, columns.length);
  } finally {
    model.dispose();
  }
}

function listening(highs: Highs, found: (incumbent: Incumbent) => void, length: number) {
  return {
    [highs.constants.callbackType.mipImprovingSolution]: (event: {
      readonly data: { readonly mip_solution?: ArrayLike<number>; readonly mip_dual_bound?: number };
    }): undefined => {
      const { mip_solution: solution, mip_dual_bound: bound } = event.data;
      if (solution) found({ on: chosenIn(solution, length), bound: bound ?? Infinity });
    },
  };
}

function chosenIn(values: ArrayLike<number>, length: number): readonly number[] {
  return Array.from({ length }, (_, column) => column).filter((column) => (values[column] ?? 0) > 0.5);
}

function vectorOf(on: readonly number[], presences: readonly Presence[], length: number): Float64Array {
  const vector = new Float64Array(length + presences.length);
  for (const column of on) vector[column] = 1;
  for (const [index, { columns }] of presences.entries())
    vector[length + index] = columns.some((column) => on.includes(column)) ? 1 : 0;
  return vector;
}

function modelOf(highs: Highs, numCols: number, rows: readonly Row[], objective: Objective) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, weight] of merged(terms)) {
      indices.push(column);
      values.push(weight);
    }
    starts.push(indices.length);
  }
  return {
    numCols,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    offset: 0,
    colCost: Float64Array.from(objective),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from(rows, ({ least }) => Math.max(least, -highs.infinity)),
    rowUpper: Float64Array.from(rows, ({ most }) => Math.min(most, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
  };
}

/** The solver wants each column once in a row. */
function merged(terms: Row['terms']): readonly (readonly [number, number])[] {
  const sums = new Map<number, number>();
  for (const [column, weight] of terms) sums.set(column, (sums.get(column) ?? 0) + weight);
  return [...sums].filter(([, weight]) => weight !== 0);
}
