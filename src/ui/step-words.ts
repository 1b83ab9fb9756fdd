import { addHalfTerms, halfTermName, type HalfTermId } from '../domain/calendar/half-term.ts';
import type { HoursBasis, Owner, PinnedFigure, PlanStep, StepState } from '../domain/plan/plan.ts';
import { formatCount, formatPence, formatQuantity } from './format.ts';

/* How a step of a plan is said: on its page, in lists and in every document, in the same words. */

export const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  me: 'You',
  'line-manager': 'Your line manager',
  head: 'Your head',
  hub: 'The hub',
  provider: 'The provider',
  'somebody-else': 'Somebody else',
};

export const STATE_WORDS: Readonly<Record<StepState, string>> = {
  'to-do': 'To do',
  'under-way': 'Under way',
  done: 'Done',
  dropped: 'Dropped',
};

const BASIS_WORDS: Readonly<Record<HoursBasis, string>> = {
  published: '',
  'our-estimate': ' (our estimate)',
  yours: ' (your figure)',
  'not-known': '',
};

/** `Autumn 2 of 2026 to Spring 1 of 2027`, or one half term. */
export function spanWords(start: HalfTermId, halfTerms: number): string {
  const last = addHalfTerms(start, halfTerms - 1);
  return halfTerms === 1 ? halfTermName(start) : `${halfTermName(start)} to ${halfTermName(last)}`;
}

/** When a step is: its half terms, or the place it waits in. */
export function whenWords({ place, start, hours }: PlanStep): string {
  if (place === 'timetable' && start) return spanWords(start, hours.length);
  return place === 'some-day' ? 'Some day' : 'You already have it';
}

/** `6.5 hours a half term (our estimate)`, or what is known of them. */
export function hoursWords({ hours, hoursBasis }: Pick<PlanStep, 'hours' | 'hoursBasis'>): string {
  if (hoursBasis === 'not-known') return 'hours not published';
  const [first = 0] = hours;
  const total = hours.reduce((sum, each) => sum + each, 0);
  if (hours.every((each) => each === first))
    return `${formatCount(first, 'hour')}${hours.length > 1 ? ' a half term' : ''}${BASIS_WORDS[hoursBasis]}`;
  return `${formatCount(total, 'hour')} in all${BASIS_WORDS[hoursBasis]}`;
}

/** `nothing`, `£89`, or that nobody has said. */
export function costWords({ cost }: Pick<PlanStep, 'cost'>): string {
  if (cost === null) return 'cost not known';
  return cost === 0 ? 'no cost to you' : `${formatPence(cost)} from you`;
}

/** A figure as it stood when a step was planned by it. */
export function pinnedFigureWords(figure: PinnedFigure | undefined): string {
  if (figure === undefined) return 'Nothing was said';
  if ('unknown' in figure) return figure.unknown;
  if ('estimate' in figure) return `${formatQuantity({ ...figure.estimate, basis: 'our-estimate' })} (our estimate)`;
  if (figure.facts.length === 0) return 'Nothing was held';
  return figure.facts
    .map(({ value, statement }) =>
      value === undefined ? statement : typeof value === 'string' ? value : formatQuantity(value),
    )
    .join(', or ');
}
