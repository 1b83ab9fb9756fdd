import type { IsoDate } from '../date.ts';
import { comingIntakes } from './intakes.ts';
import { earliestStart, type Opportunity } from './opportunity.ts';

/** The steps of "closing soonest", in order; within the first two the earlier day comes first. */
const STEPS = ['closes', 'starts', 'any-time', 'not-announced', 'ended'] as const;

interface Place {
  readonly step: (typeof STEPS)[number];
  readonly day: IsoDate | null;
}

/**
 * Where an opportunity stands in "closing soonest": a known closing day, then a known start, then what can be begun at
 * any time, then what nobody has announced, then what has ended.
 */
export function closingPlace(opportunity: Opportunity, day: IsoDate): Place {
  const { exists, when } = opportunity;
  if (exists.until !== null && exists.until < day) return { step: 'ended', day: null };
  const coming = comingIntakes(opportunity, day);
  const closes = soonest(coming.map((intake) => intake.window.closes));
  if (closes !== null) return { step: 'closes', day: closes };
  const starts = soonest(coming.map(earliestStart));
  if (starts !== null) return { step: 'starts', day: starts };
  return { step: when.kind === 'ask' || when.kind === 'intakes' ? 'not-announced' : 'any-time', day: null };
}

/** "Closing soonest", a total order: equals are parted by name, then by id. */
export function byClosing(opportunities: readonly Opportunity[], day: IsoDate): readonly Opportunity[] {
  return opportunities
    .map((opportunity) => ({ opportunity, place: closingPlace(opportunity, day) }))
    .toSorted((a, b) => comparePlaces(a.place, b.place) || compareNames(a.opportunity, b.opportunity))
    .map(({ opportunity }) => opportunity);
}

export function byName(opportunities: readonly Opportunity[]): readonly Opportunity[] {
  return opportunities.toSorted(compareNames);
}

function comparePlaces(a: Place, b: Place): number {
  return STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || compareText(a.day ?? '', b.day ?? '');
}

function compareNames(a: Opportunity, b: Opportunity): number {
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function soonest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(0) ?? null
  );
}
