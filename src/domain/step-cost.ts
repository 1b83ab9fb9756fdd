import type { DayCatalogue } from './catalogue.ts';
import type { Opportunity } from './opportunity.ts';
import type { Quantity } from './quantity.ts';
import { quantityOf } from './ranking.ts';

/**
 * What an opportunity costs the teacher over all of its half terms, in whole pence; `null` where no sum is held. A
 * range counts at its upper end: money that was not planned for hurts more than money left over.
 */
export function costToTeacher(
  { figures }: Opportunity,
  halfTerms: number,
  on: Pick<DayCatalogue, 'facts'>,
): number | null {
  const cost = quantityOf(figures.costToYou, on);
  const times = cost && PAYMENTS[cost.unit]?.(halfTerms);
  return cost === undefined || times === undefined ? null : (cost.max ?? cost.min) * times;
}

/** How often a sum of each unit falls due. */
const PAYMENTS: Readonly<Partial<Record<Quantity['unit'], (halfTerms: number) => number>>> = {
  pence: () => 1,
  'pence-a-year': (halfTerms) => Math.ceil(halfTerms / 6),
  'pence-a-month': (halfTerms) => halfTerms * 2,
};
