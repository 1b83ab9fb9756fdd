import type { Quantity } from '../quantity.ts';

/** Pence, from the least to the most. */
export interface Pence {
  readonly min: number;
  readonly max: number;
}

/** What a school's own sum is made of. What is absent is not known, and is left out of the sum and said to be. */
export interface SchoolCostInput {
  /** Example prices for the whole course; none where there is no fee to pay. */
  readonly fees: readonly Quantity[];
  readonly years: number;
  readonly daysAYear: { readonly min: number; readonly max: number } | undefined;
  readonly dayCost: Pence | undefined;
  readonly travelAYear: number | undefined;
  readonly income: Pence | undefined;
}

export interface SchoolCost {
  readonly fee: Pence;
  readonly cover: Pence | undefined;
  readonly travel: Pence | undefined;
  readonly income: Pence | undefined;
  /** Year by year, the fee and what comes to the school in the first. Below zero the school is left with money. */
  readonly net: readonly Pence[];
}

const NOTHING: Pence = { min: 0, max: 0 };

export function schoolCost({ fees, years, daysAYear, dayCost, travelAYear, income }: SchoolCostInput): SchoolCost {
  const fee = feeRange(fees);
  const cover = daysAYear && dayCost && { min: daysAYear.min * dayCost.min, max: daysAYear.max * dayCost.max };
  const travel = travelAYear === undefined ? undefined : { min: travelAYear, max: travelAYear };
  const everyYear = plus(cover ?? NOTHING, travel ?? NOTHING);
  const net = Array.from({ length: Math.max(1, years) }, (_, year) =>
    year === 0 ? minus(plus(everyYear, fee), income ?? NOTHING) : everyYear,
  );
  return { fee, cover, travel, income, net };
}

/** Several prices are examples of one fee: it lies somewhere between them. */
function feeRange(fees: readonly Quantity[]): Pence {
  if (fees.length === 0) return NOTHING;
  return { min: Math.min(...fees.map(({ min }) => min)), max: Math.max(...fees.map(({ min, max }) => max ?? min)) };
}

/** What comes to the school, where the fact's unit says how it adds up; otherwise it is shown and not counted. */
export function incomeOf(
  value: Quantity | string | undefined,
  told: { readonly hours?: number | undefined; readonly days?: number | undefined },
): Pence | undefined {
  if (value === undefined || typeof value === 'string' || value.max === null) return undefined;
  const range = { min: value.min, max: value.max };
  switch (value.unit) {
    case 'pence':
    case 'pence-a-year':
      return range;
    case 'pence-an-hour':
      return told.hours === undefined ? undefined : times(range, told.hours);
    case 'pence-a-day':
      return told.days === undefined ? undefined : times(range, told.days);
    default:
      return undefined;
  }
}

const times = ({ min, max }: Pence, by: number): Pence => ({ min: Math.round(min * by), max: Math.round(max * by) });
const plus = (a: Pence, b: Pence): Pence => ({ min: a.min + b.min, max: a.max + b.max });
/** The least cost is with the most income. */
const minus = (a: Pence, b: Pence): Pence => ({ min: a.min - b.max, max: a.max - b.min });
