import type { SparseRow } from './sparse-row.ts';

/** What nothing within the limits can be worth more than, and by how much each variable moves it. */
export interface ProvedBound {
  readonly bound: number;
  /** What is left of each variable's worth once the rows are paid for. */
  readonly reduced: Float64Array;
}

/** A sum of a few thousand numbers in double precision is off by less than this share of their sizes. */
const ROUNDING = 1e-12;

/**
 * The bound that prices on the rows prove. Any prices prove one (weak duality): whatever keeps a row pays at most
 * price × the row's limit, so no plan is worth more than all limits at their price and what each variable is worth beyond
 * what it pays. So nothing hangs on how exactly the solver worked out the prices; only the sum here must be right, and
 * what rounding could have taken from it is added.
 */
export function provedBound(
  rows: readonly SparseRow[],
  prices: ArrayLike<number>,
  worth: ArrayLike<number>,
  { lower, upper }: { readonly lower: Uint8Array; readonly upper: Uint8Array },
): ProvedBound {
  const reduced = Float64Array.from(worth);
  let bound = 0;
  let size = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as SparseRow;
    const price = prices[index] ?? 0;
    const limit = price > 0 ? row.most : row.least;
    if (price === 0 || !Number.isFinite(limit)) continue;
    bound += price * limit;
    size += Math.abs(price * limit) + pay(reduced, row, price);
  }
  for (let variable = 0; variable < reduced.length; variable += 1) {
    const left = reduced[variable] as number;
    const most = left > 0 ? left * (upper[variable] as number) : left * (lower[variable] as number);
    bound += most;
    size += Math.abs(most);
  }
  return { bound: bound + size * ROUNDING, reduced };
}

function pay(reduced: Float64Array, { variables, weights }: SparseRow, price: number): number {
  let size = 0;
  for (let index = 0; index < variables.length; index += 1) {
    const variable = variables[index] as number;
    const paid = price * (weights[index] as number);
    reduced[variable] = (reduced[variable] as number) - paid;
    size += Math.abs(paid);
  }
  return size;
}
