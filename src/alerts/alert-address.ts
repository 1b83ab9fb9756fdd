import { answersQuery, readTold, type Told } from '../domain/matching/told-query.ts';
import { parseCatalogueQuery, queryPairs, type CatalogueQuery } from '../search/catalogue-query.ts';
import { urlsCarrying } from '../urls.ts';

/** What an alert follows, read from an address: a search of the catalogue, or what is open to somebody. */
export type Followed =
  | { readonly page: 'opportunities'; readonly told: Told; readonly query: CatalogueQuery }
  | { readonly page: 'results'; readonly told: Told };

export type FollowedPage = Followed['page'];

/** Reads what is asked of one of the two pages, as the page itself reads it. */
export function followedBy(page: FollowedPage, search: URLSearchParams): Followed {
  const told = readTold((key) => search.getAll(key));
  return page === 'results' ? { page, told } : { page, told, query: parseCatalogueQuery(search, told.personal) };
}

/** The same from an address that `addressOf` made. */
export function followedAt(address: string): Followed {
  const [path = '', search = ''] = address.split('?');
  return followedBy(path === '/results' ? 'results' : 'opportunities', new URLSearchParams(search));
}

/** The page's address in the one form it has, however it was asked for; always about today. */
export function addressOf(followed: Followed): string {
  const urls = urlsCarrying({ answers: answersQuery(followed.told) });
  return followed.page === 'results' ? urls.results() : urls.opportunities(queryPairs(followed.query));
}
