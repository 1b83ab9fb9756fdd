import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { LIMITS, type Pin } from './plan.ts';
import type { Quantity } from '../quantity.ts';
import { quantityOf } from '../matching/ranking.ts';

/**
 * What an opportunity costs the teacher over all of its half terms, in whole pence; `null` where no sum is held. A
 * range counts at its upper end: money that was not planned for hurts more than money left over.
 */
export function costToTeacher(
  { figures }: Opportunity,
  halfTerms: number,
  on: Pick<DayCatalogue, 'facts'>,
): number | null {
  return costOver(quantityOf(figures.costToYou, on), halfTerms);
}

/** The same by the figures a step was planned by: a step that costs something else was changed by its teacher. */
export function costWhenPinned({ figures: { costToYou } }: Pin, halfTerms: number): number | null {
  if (!costToYou || 'unknown' in costToYou) return null;
  if ('estimate' in costToYou) return costOver(costToYou.estimate, halfTerms);
  const value = costToYou.facts[0]?.value;
  return costOver(typeof value === 'object' ? value : undefined, halfTerms);
}

function costOver(cost: Omit<Quantity, 'basis'> | undefined, halfTerms: number): number | null {
  const times = cost && PAYMENTS[cost.unit]?.(halfTerms);
  return cost === undefined || times === undefined ? null : Math.min(LIMITS.pence, (cost.max ?? cost.min) * times);
}

/** How often a sum of each unit falls due. */
const PAYMENTS: Readonly<Partial<Record<Quantity['unit'], (halfTerms: number) => number>>> = {
  pence: () => 1,
  'pence-a-year': (halfTerms) => Math.ceil(halfTerms / 6),
  'pence-a-month': (halfTerms) => halfTerms * 2,
};
