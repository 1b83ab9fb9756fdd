import type { DayCatalogue } from './catalogue.ts';
import type { Opportunity, OpportunityKind } from './opportunity.ts';
import type { HoursBasis } from './plan.ts';
import type { Quantity } from './quantity.ts';
import { quantityOf } from './ranking.ts';

/** How long a step lasts and what it takes in each half term. */
export interface StepLoad {
  readonly hours: readonly number[];
  readonly basis: Exclude<HoursBasis, 'yours'>;
}

/** Teaching weeks in half a term: 39 in a year of six. */
const WEEKS = 6.5;
/** A day out of class is a school day of about six hours; our reckoning, shown as such. */
const HOURS_A_DAY = 6;

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
 * The hours of one opportunity, half term by half term, from its figures of the day. A range counts at its middle, an
 * "at least" at its least. Where no number is held the hours are zeros and the basis says that they are not known.
 */
export function loadOf(opportunity: Opportunity, on: Pick<DayCatalogue, 'facts'>): StepLoad {
  const { time, total, duration } = opportunity.figures;
  const length = quantityOf(duration, on);
  const halfTerms = halfTermsOf(length) ?? usualLength(opportunity, quantityOf(time, on));
  const spent = quantityOf(time, on);
  const each = spent && hoursEach(spent, halfTerms);
  const inAll = quantityOf(total, on);
  const known = each ?? (inAll && hoursEach(inAll, halfTerms));
  if (known === undefined) return { hours: zeros(halfTerms), basis: 'not-known' };
  const isPublished = length?.basis === 'published' && spent?.basis === 'published' && each !== undefined;
  return { hours: zeros(halfTerms).map(() => known), basis: isPublished ? 'published' : 'our-estimate' };
}

/** A single sitting is done within a half term, whatever its kind. */
function usualLength({ kind }: Opportunity, time: Quantity | undefined): number {
  const isShort = time !== undefined && (time.unit === 'hours' || time.unit === 'days') && middle(time) <= 20;
  return isShort && kind !== 'membership' ? 1 : USUAL_HALF_TERMS[kind];
}

function halfTermsOf(length: Quantity | undefined): number | undefined {
  if (!length) return undefined;
  const value = length.max ?? length.min;
  const inOne = HALF_TERMS_IN[length.unit];
  return inOne === undefined ? undefined : Math.min(42, Math.max(1, Math.ceil(value * inOne - 0.01)));
}

const HALF_TERMS_IN: Readonly<Partial<Record<Quantity['unit'], number>>> = {
  weeks: 1 / WEEKS,
  months: 0.5,
  'half-terms': 1,
  terms: 2,
  years: 6,
};

function hoursEach(spent: Quantity, halfTerms: number): number | undefined {
  const value = middle(spent);
  switch (spent.unit) {
    case 'hours-a-week':
      return toHalf(value * WEEKS);
    case 'hours-a-year':
      return toHalf(value / 6);
    case 'hours':
      return toHalf(value / halfTerms);
    case 'days':
      return toHalf((value * HOURS_A_DAY) / halfTerms);
    case 'days-a-year':
      return toHalf((value * HOURS_A_DAY) / 6);
    default:
      return undefined;
  }
}

function middle({ min, max }: Quantity): number {
  return max === null ? min : (min + max) / 2;
}

/** Half hours: finer would claim to know what nobody does. */
function toHalf(hours: number): number {
  return Math.round(hours * 2) / 2;
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}
