import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { Opportunity, OpportunityKind } from '../catalogue/opportunity.ts';
import { RECKONED_WEEKS } from './plan-hours.ts';
import { LIMITS, type HoursBasis } from './plan.ts';
import type { Quantity } from '../quantity.ts';
import { quantityOf } from '../matching/ranking.ts';

/** How long a step lasts and what it takes in each half term. */
export interface StepLoad {
  readonly hours: readonly number[];
  readonly basis: Exclude<HoursBasis, 'yours'>;
}

/** A day out of class is a school day of about six hours; our reckoning, shown as such. */
const HOURS_A_DAY = 6;

/** What is done at a sitting or two is done within a half term, whatever its kind: two days at most. */
const HOURS_OF_A_SITTING = 12;

/** What is taken where nobody says how long: our reckoning. A role or a membership is planned for a year at a time. */
const USUAL_HALF_TERMS: Readonly<Record<OpportunityKind, number>> = {
  npq: 6,
  course: 2,
  role: 6,
  programme: 3,
  membership: 6,
  activity: 2,
  resource: 1,
  network: 6,
  masters: 18,
};

/**
 * The hours of one opportunity, half term by half term, from its figures of the day. A range, of hours or of length,
 * counts at its middle, an "at least" at its least. Hours a week are the same in each half term; any other figure is
 * spread so that it adds up. Where no number is held the hours are zeros and the basis says that they are not known.
 */
export function loadOf(opportunity: Opportunity, on: Pick<DayCatalogue, 'facts'>): StepLoad {
  const { time, total, duration } = opportunity.figures;
  const spent = quantityOf(time, on);
  const length = quantityOf(duration, on);
  const halfTerms = halfTermsOf(length) ?? halfTermsOf(spent) ?? usualLength(opportunity, spent);
  const byTime = hoursOf(spent, halfTerms, length);
  const hours = byTime ?? hoursOf(quantityOf(total, on), halfTerms, length);
  if (hours === undefined) return { hours: Array.from({ length: halfTerms }, () => 0), basis: 'not-known' };
  return {
    hours: hours.map((each) => Math.min(each, LIMITS.hoursInHalfTerm)),
    basis: byTime && isPublished(spent, length) ? 'published' : 'our-estimate',
  };
}

/** Hours over a length, both as somebody published them. Days are turned into hours by our own reckoning. */
function isPublished(spent: Quantity | undefined, length: Quantity | undefined): boolean {
  return spent?.basis === 'published' && spent.unit.startsWith('hours') && length?.basis === 'published';
}

function usualLength({ kind }: Opportunity, spent: Quantity | undefined): number {
  const hours = spent && hoursInAll(spent);
  const isSitting = hours !== undefined && hours <= HOURS_OF_A_SITTING;
  return isSitting && kind !== 'membership' ? 1 : USUAL_HALF_TERMS[kind];
}

function halfTermsOf(length: Quantity | undefined): number | undefined {
  const inOne = length && HALF_TERMS_IN[length.unit];
  return length === undefined || inOne === undefined
    ? undefined
    : Math.min(LIMITS.duration, Math.max(1, Math.ceil(middle(length) * inOne - 0.01)));
}

const HALF_TERMS_IN: Readonly<Partial<Record<Quantity['unit'], number>>> = {
  weeks: 1 / RECKONED_WEEKS,
  months: 0.5,
  'half-terms': 1,
  terms: 2,
  years: 6,
};

function hoursOf(
  spent: Quantity | undefined,
  halfTerms: number,
  length: Quantity | undefined,
): readonly number[] | undefined {
  if (!spent) return undefined;
  const value = middle(spent);
  switch (spent.unit) {
    case 'hours-a-week':
      return length?.unit === 'weeks'
        ? spread(value * middle(length), halfTerms)
        : Array.from({ length: halfTerms }, () => toHalf(value * RECKONED_WEEKS));
    case 'hours-a-year':
      return spread((value * halfTerms) / 6, halfTerms);
    case 'days-a-year':
      return spread((value * HOURS_A_DAY * halfTerms) / 6, halfTerms);
    default: {
      const inAll = hoursInAll(spent);
      return inAll === undefined ? undefined : spread(inAll, halfTerms);
    }
  }
}

/** A figure that is for the whole of a step, in hours. */
function hoursInAll(spent: Quantity): number | undefined {
  if (spent.unit === 'hours') return middle(spent);
  return spent.unit === 'days' ? middle(spent) * HOURS_A_DAY : undefined;
}

/** Half hours as even as they can be, which together are the sum to the half hour. */
function spread(sum: number, halfTerms: number): readonly number[] {
  const until = (count: number) => toHalf((sum * count) / halfTerms);
  return Array.from({ length: halfTerms }, (_, index) => until(index + 1) - until(index));
}

function middle({ min, max }: Quantity): number {
  return max === null ? min : (min + max) / 2;
}

/** Half hours: finer would claim to know what nobody does. */
function toHalf(hours: number): number {
  return Math.round(hours * 2) / 2;
}
