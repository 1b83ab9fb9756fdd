import { VERDICTS } from '../domain/matching/assess.ts';
import { STARTS, TIME_BANDS } from '../domain/catalogue/facets.ts';
import { OPPORTUNITY_KINDS } from '../domain/catalogue/opportunity.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';
import { ROUTE_WORDS } from '../domain/words.ts';
import { cleanQuery } from './normalise.ts';

/** The longest search that is answered; longer ones are pasted pages. */
export const LONGEST_QUERY = 200;

/** The filters in the order of the page. `verdict` is there only for someone who has answered questions. */
export const FILTERS = {
  verdict: { name: 'For you', values: VERDICTS },
  route: { name: 'Route', values: ROUTE_IDS },
  cost: { name: 'Cost to you', values: ['free'] },
  time: { name: 'Your time', values: TIME_BANDS },
  start: { name: 'When you can start', values: STARTS },
  kind: { name: 'Kind', values: OPPORTUNITY_KINDS },
} as const;
export type FilterId = keyof typeof FILTERS;
export const FILTER_IDS = Object.keys(FILTERS) as readonly FilterId[];

type Value<Id extends FilterId> = (typeof FILTERS)[Id]['values'][number];
export type Chosen = { readonly [Id in FilterId]: readonly Value<Id>[] };

/** How each value is said on its box and on the link that takes it away. */
export const VALUE_WORDS: { readonly [Id in FilterId]: Readonly<Record<Value<Id>, string>> } = {
  verdict: { open: 'Open to you', ask: 'One answer away', 'not-yet': 'Not yet', no: 'Not for you' },
  route: ROUTE_WORDS,
  cost: { free: 'Nothing to pay' },
  time: {
    'hour-a-week': 'An hour a week or less',
    'more-a-week': 'More than an hour a week',
    'one-off': 'A day or two in all',
    spread: 'Days or hours over a longer time',
    'not-published': 'Not published',
  },
  start: {
    dated: 'On a known date',
    'any-time': 'When you like',
    'school-decides': 'When your school decides',
    'not-announced': 'Not announced',
  },
  kind: {
    npq: 'NPQ',
    course: 'Course',
    role: 'Role',
    programme: 'Programme',
    membership: 'Membership or chartered status',
    activity: 'Something to do at school',
    resource: 'Reading or record',
    network: 'Network',
    masters: 'Master’s degree',
  },
};

export const SORTS = ['match', 'closing', 'name'] as const;
export type Sort = (typeof SORTS)[number];
export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  match: 'Best match',
  closing: 'Closing soonest',
  name: 'Name',
};

export interface CatalogueQuery {
  readonly q: string;
  /** Why the search cannot be answered, said at its field. */
  readonly error: string | undefined;
  readonly chosen: Chosen;
  readonly sort: Sort;
  readonly page: number;
}

/** Reads the address. What no filter offers is dropped: a mistyped or an old address still shows a list. */
export function parseCatalogueQuery(query: URLSearchParams, personal: boolean): CatalogueQuery {
  const q = cleanQuery(query.get('q') ?? '');
  const known = FILTER_IDS.map((id) => [id, id === 'verdict' && !personal ? [] : chosenFor(id, query.getAll(id))]);
  const sort = SORTS.find((one) => one === query.get('sort'));
  const page = Number(query.get('page'));
  return {
    q,
    error: q.length > LONGEST_QUERY ? `Search for fewer words: ${LONGEST_QUERY} characters at most` : undefined,
    chosen: Object.fromEntries(known) as Chosen,
    sort: sort === undefined || (sort === 'match' && q === '') ? usualSort(q) : sort,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function usualSort(q: string): Sort {
  return q === '' ? 'closing' : 'match';
}

function chosenFor(id: FilterId, given: readonly string[]): readonly string[] {
  return FILTERS[id].values.filter((value) => given.includes(value));
}

export type Pairs = readonly (readonly [name: string, value: string])[];

/** The query as an address says it, always in one order, so that the same list has one address. */
export function queryPairs({ q, chosen, sort }: CatalogueQuery): Pairs {
  return [
    ...(q === '' ? [] : [['q', q] as const]),
    ...FILTER_IDS.flatMap((id) => chosen[id].map((value) => [id, value] as const)),
    ...(sort === usualSort(q) ? [] : [['sort', sort] as const]),
  ];
}

/** The same query with one filter taken away. */
export function without({ chosen, ...query }: CatalogueQuery, id: FilterId, value: string): CatalogueQuery {
  return { ...query, chosen: { ...chosen, [id]: chosen[id].filter((one) => one !== value) } };
}

/** The same search with no filter at all. */
export function unfiltered(query: CatalogueQuery): CatalogueQuery {
  return { ...query, chosen: { verdict: [], route: [], cost: [], time: [], start: [], kind: [] } };
}
