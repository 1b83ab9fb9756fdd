import type { DayCatalogue } from './catalogue.ts';
import { closingPlace } from './closing-order.ts';
import type { IsoDate } from '../date.ts';
import type { Opportunity } from './opportunity.ts';
import type { Quantity } from '../quantity.ts';
import { quantityOf } from '../matching/ranking.ts';

/** How much time an opportunity takes, as far as its unit lets it be compared; each falls in exactly one. */
export const TIME_BANDS = ['hour-a-week', 'more-a-week', 'one-off', 'spread', 'not-published'] as const;
export type TimeBand = (typeof TIME_BANDS)[number];

/** A one-off takes no more than two working days. */
const ONE_OFF: Readonly<Partial<Record<Quantity['unit'], number>>> = { hours: 14, days: 2 };

/** Hours a week are never reckoned from hours in all: how someone spreads them is theirs to say. */
export function timeBand(opportunity: Opportunity, on: Pick<DayCatalogue, 'facts'>): TimeBand {
  const { time } = opportunity.figures;
  if ('unknown' in time) return 'not-published';
  const quantity = quantityOf(time, on);
  if (!quantity) return 'fact' in time && on.facts.has(time.fact) ? 'spread' : 'not-published';
  const most = quantity.max ?? Infinity;
  if (quantity.unit === 'hours-a-week') return most <= 1 ? 'hour-a-week' : 'more-a-week';
  return most <= (ONE_OFF[quantity.unit] ?? 0) ? 'one-off' : 'spread';
}

export const STARTS = ['dated', 'any-time', 'school-decides', 'not-announced'] as const;
export type Start = (typeof STARTS)[number];

/** When an opportunity can be started, in the fewest kinds that help someone choose. */
export function startOf(opportunity: Opportunity, day: IsoDate): Start {
  if (opportunity.when.kind === 'school-decides') return 'school-decides';
  const { step } = closingPlace(opportunity, day);
  if (step === 'closes' || step === 'starts') return 'dated';
  return step === 'any-time' ? 'any-time' : 'not-announced';
}

/** Whether it is known to cost the teacher nothing. */
export function isFree(opportunity: Opportunity, on: Pick<DayCatalogue, 'facts'>): boolean {
  return quantityOf(opportunity.figures.costToYou, on)?.max === 0;
}
