import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { Opportunity } from '../domain/catalogue/opportunity.ts';
import { profileFrom } from '../domain/matching/answers.ts';
import { assessAll } from '../domain/matching/assess.ts';
import type { Told } from '../domain/matching/told-query.ts';
import type { CatalogueQuery } from './catalogue-query.ts';
import { countsOf, narrowed, rowsOf, sorted, type Counts, type Row } from './narrow.ts';
import { search, suggestionFor, type Reading } from './search.ts';

/** What a search of the catalogue finds: the list its page shows, and what an alert replays. */
export interface CatalogueList {
  /** All that the filters leave, in order, of `found` that the search found. */
  readonly rows: readonly Row[];
  readonly found: number;
  readonly counts: Counts;
  readonly ended: readonly Opportunity[];
  readonly readings: readonly Reading[];
  readonly suggestion: string | undefined;
}

export function catalogueList(
  on: DayCatalogue,
  told: Pick<Told, 'answers' | 'personal'>,
  query: CatalogueQuery,
): CatalogueList {
  const answerable = query.error === undefined;
  const found =
    answerable && query.q !== ''
      ? search(on, query.q)
      : { opportunities: answerable ? on.opportunities : [], ended: [], readings: [] };
  const assessed = told.personal ? assessAll(on.opportunities, profileFrom(told.answers), on.day) : [];
  const rows = rowsOf(
    sorted(found.opportunities, query.sort, on.day),
    on,
    new Map(assessed.map((one) => [one.opportunity.id, one])),
  );
  return {
    rows: narrowed(rows, query.chosen),
    found: found.opportunities.length,
    counts: countsOf(rows, query.chosen),
    ended: found.ended,
    readings: found.readings,
    suggestion: found.opportunities.length === 0 && answerable ? suggestionFor(on, query.q) : undefined,
  };
}
