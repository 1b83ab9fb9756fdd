/** The share of a bound that is not reached, from 0 to 1. */
export function gapBetween(reached: number, bound: number): number {
  const gap = bound > 0 ? (bound - reached) / bound : 0;
  return Number.isFinite(gap) ? Math.min(1, Math.max(0, gap)) : 1;
}
