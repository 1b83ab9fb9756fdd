import type { SparseRow } from './sparse-row.ts';

/** Which variables are settled on the way down a search, and what follows from it by the rows alone. */
export interface Fixings {
  readonly lower: Uint8Array;
  readonly upper: Uint8Array;
  readonly rows: SparseRow[];
  readonly rowsOf: readonly number[][];
  /** Variables in the order they were settled; undoing goes back along it. */
  readonly trail: number[];
  /** Rows to be looked at again. */
  readonly waiting: number[];
  readonly isWaiting: boolean[];
}

export function openFixings(width: number): Fixings {
  return {
    lower: new Uint8Array(width),
    upper: new Uint8Array(width).fill(1),
    rows: [],
    rowsOf: Array.from({ length: width }, () => []),
    trail: [],
    waiting: [],
    isWaiting: [],
  };
}

export function addFixingRow(fixings: Fixings, row: SparseRow): void {
  const index = fixings.rows.push(row) - 1;
  for (const variable of row.variables) fixings.rowsOf[variable]?.push(index);
  wake(fixings, index);
}

/** Settles a variable; false where it is settled otherwise. */
export function fix(fixings: Fixings, variable: number, value: 0 | 1): boolean {
  const { lower, upper, trail, rowsOf } = fixings;
  if (lower[variable] === upper[variable]) return lower[variable] === value;
  lower[variable] = value;
  upper[variable] = value;
  trail.push(variable);
  for (const row of rowsOf[variable] as number[]) wake(fixings, row);
  return true;
}

export function isFixed({ lower, upper }: Fixings, variable: number): boolean {
  return lower[variable] === upper[variable];
}

/** Unsettles all that was settled since the trail was so long. */
export function undoTo({ lower, upper, trail }: Fixings, length: number): void {
  while (trail.length > length) {
    const variable = trail.pop() as number;
    lower[variable] = 0;
    upper[variable] = 1;
  }
}

/** Settles all that the rows leave no choice in; false where a row cannot be kept any more. */
export function propagate(fixings: Fixings): boolean {
  const { waiting, isWaiting, rows } = fixings;
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    isWaiting[index] = false;
    if (!settleBy(fixings, rows[index] as SparseRow)) {
      for (const left of waiting) isWaiting[left] = false;
      waiting.length = 0;
      return false;
    }
  }
  return true;
}

function wake({ waiting, isWaiting }: Fixings, row: number): void {
  if (isWaiting[row]) return;
  isWaiting[row] = true;
  waiting.push(row);
}

function settleBy(fixings: Fixings, row: SparseRow): boolean {
  const { lower, upper } = fixings;
  const { variables, weights, least, most } = row;
  let [smallest, greatest] = [0, 0];
  for (let index = 0; index < variables.length; index += 1) {
    const weight = weights[index] as number;
    const [low, high] = [lower[variables[index] as number] as number, upper[variables[index] as number] as number];
    smallest += weight > 0 ? weight * low : weight * high;
    greatest += weight > 0 ? weight * high : weight * low;
  }
  if (smallest > most || greatest < least) return false;
  return settleWeighty(fixings, row, most - smallest, greatest - least);
}

/** A variable of more weight than is to spare can stand only one way. */
function settleWeighty(fixings: Fixings, { variables, weights }: SparseRow, above: number, below: number): boolean {
  for (let index = 0; index < variables.length; index += 1) {
    const variable = variables[index] as number;
    if (isFixed(fixings, variable)) continue;
    const weight = weights[index] as number;
    const size = Math.abs(weight);
    if (size > above && !fix(fixings, variable, weight > 0 ? 0 : 1)) return false;
    if (size > below && !fix(fixings, variable, weight > 0 ? 1 : 0)) return false;
  }
  return true;
}
