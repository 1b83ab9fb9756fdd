import type { Assessment, Verdict } from '../domain/matching/assess.ts';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import { byClosing, byName } from '../domain/catalogue/closing-order.ts';
import { isFree, startOf, timeBand } from '../domain/catalogue/facets.ts';
import type { Opportunity } from '../domain/catalogue/opportunity.ts';
import { FILTER_IDS, FILTERS, type Chosen, type FilterId, type Sort } from './catalogue-query.ts';

/** An opportunity with every filter value it answers to. */
export interface Row {
  readonly opportunity: Opportunity;
  readonly verdict: Verdict | undefined;
  readonly values: Readonly<Record<FilterId, readonly string[]>>;
}

export function rowsOf(
  opportunities: readonly Opportunity[],
  on: DayCatalogue,
  assessed: ReadonlyMap<string, Assessment>,
): readonly Row[] {
  return opportunities.map((opportunity) => {
    const verdict = assessed.get(opportunity.id)?.verdict;
    return {
      opportunity,
      verdict,
      values: {
        verdict: verdict === undefined ? [] : [verdict],
        route: [opportunity.route, ...opportunity.alsoOn],
        cost: isFree(opportunity, on) ? ['free'] : [],
        time: [timeBand(opportunity, on)],
        start: [startOf(opportunity, on.day)],
        kind: [opportunity.kind],
      },
    };
  });
}

/** What is left by the filters: any of a filter's values will do, every filter must agree. */
export function narrowed(rows: readonly Row[], chosen: Chosen): readonly Row[] {
  return rows.filter((row) => FILTER_IDS.every((id) => agrees(row, id, chosen[id])));
}

function agrees(row: Row, id: FilterId, wanted: readonly string[]): boolean {
  return wanted.length === 0 || row.values[id].some((value) => wanted.includes(value));
}

export type Counts = Readonly<Record<FilterId, Readonly<Record<string, number>>>>;

/** For each value, how many of the list would answer to it with the other filters as they are. */
export function countsOf(rows: readonly Row[], chosen: Chosen): Counts {
  const counted = FILTER_IDS.map((id) => {
    const rest = narrowed(rows, { ...chosen, [id]: [] });
    return [
      id,
      Object.fromEntries(
        FILTERS[id].values.map((value) => [value, rest.filter((row) => row.values[id].includes(value)).length]),
      ),
    ];
  });
  return Object.fromEntries(counted) as Counts;
}

/** The order of the page; best match is the order they were found in. */
export function sorted(found: readonly Opportunity[], sort: Sort, day: DayCatalogue['day']): readonly Opportunity[] {
  if (sort === 'match') return found;
  return sort === 'closing' ? byClosing(found, day) : byName(found);
}
