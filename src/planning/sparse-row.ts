import type { Row } from './formulation.ts';

/** `least ≤ sum of weight × variable ≤ most`, each variable once. */
export interface SparseRow {
  readonly variables: Int32Array;
  readonly weights: Float64Array;
  readonly least: number;
  readonly most: number;
}

export function sparseRow({ terms, least, most }: Row): SparseRow {
  const sums = new Map<number, number>();
  for (const [variable, weight] of terms) sums.set(variable, (sums.get(variable) ?? 0) + weight);
  const kept = [...sums].filter(([, weight]) => weight !== 0);
  return {
    variables: Int32Array.from(kept, ([variable]) => variable),
    weights: Float64Array.from(kept, ([, weight]) => weight),
    least,
    most,
  };
}
