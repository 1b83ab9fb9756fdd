import type { Near, PlaceIndex } from '../../search/place-index.ts';
import { postcodeIn, spaced } from '../../search/postcodes.ts';
import type { SchoolFinder } from '../../search/school-finder.ts';
import type { FoundSchool } from '../../search/school-index.ts';

/** The longest search that is answered; longer ones are pasted pages. */
export const LONGEST_QUERY = 200;
export const MOST_LISTED = 10;

/** A school found, and the schools that took its place. */
export interface Listed {
  readonly school: FoundSchool;
  readonly successors: readonly FoundSchool[];
}

export type Search =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'named'; readonly found: readonly Listed[] }
  /** Schools at a postcode, and the nearest beside it; `by` is how much of the postcode its place is known from. */
  | {
      readonly kind: 'postcode';
      readonly postcode: string;
      readonly by: string;
      readonly at: readonly Listed[];
      readonly nearest: readonly Near[];
    };

export interface Finding {
  readonly finder: SchoolFinder;
  readonly places: PlaceIndex;
}

export function searchSchools({ finder, places }: Finding, query: string): Search {
  const found = postcodeIn(query);
  const place = found?.rest === '' ? places.placeOf(found.postcode) : undefined;
  if (!found || !place)
    return { kind: 'named', found: finder.find(query, MOST_LISTED).map((school) => listed(finder, school)) };
  const at = finder.at(found.postcode);
  const here = new Set(at.map(({ urn }) => urn));
  const nearest = places.nearest(place.place, MOST_LISTED + at.length).filter(({ school }) => !here.has(school.urn));
  return {
    kind: 'postcode',
    postcode: spaced(found.postcode),
    by: place.by,
    at: at.map((school) => listed(finder, school)),
    nearest: nearest.slice(0, Math.max(0, MOST_LISTED - at.length)),
  };
}

function listed(finder: SchoolFinder, school: FoundSchool): Listed {
  return { school, successors: school.isOpen ? [] : school.successors.flatMap((urn) => finder.school(urn) ?? []) };
}
