/** The half terms a step may start in are the bits of one number; past thirty they do not all fit. */
export const MOST_HALF_TERMS = 30;

/** The lowest bit that is set, of at least one. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** The highest bit that is set, of at least one. */
export function highest(bits: number): number {
  return 31 - Math.clz32(bits);
}

/** How many bits are set. */
export function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Bits 0 to `last`; none below 0, and all there are from 30 on. */
export function upTo(last: number): number {
  if (last < 0) return 0;
  return last >= MOST_HALF_TERMS ? -1 : (1 << (last + 1)) - 1;
}

/** The bits of a list of half terms. */
export function bitsOf(halfTerms: readonly number[]): number {
  return halfTerms.reduce((bits, halfTerm) => bits | (1 << halfTerm), 0);
}
