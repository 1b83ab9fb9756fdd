import { metresBetween, type GridPlace } from '../domain/school.ts';
import { compact } from './postcodes.ts';
import type { FoundSchool, SchoolIndex } from './school-index.ts';
import { firstFrom } from './sorted.ts';

export interface Near {
  readonly school: FoundSchool;
  readonly metres: number;
}

/** Where a postcode lies, as far as the schools' own postcodes say. */
export interface PlacedPostcode {
  readonly place: GridPlace;
  /** `exact`: a school has this very postcode; else the middle of those that share its first letters, given here. */
  readonly by: 'exact' | string;
}

export interface PlaceIndex {
  /** Open schools by distance, the nearest first. */
  nearest(place: GridPlace, most: number): readonly Near[];
  placeOf(postcode: string): PlacedPostcode | undefined;
}

/** Side of a square of the grid, in metres: a town has a few schools in each. */
const SIDE = 4000;
const ROWS = 1000;
/** England is less than a thousand kilometres long. */
const FARTHEST_RING = 250;

/** Squares of open schools: the nearest are looked for from the middle outwards. */
export function makePlaceIndex({ schools, postcodes, byPostcode }: SchoolIndex): PlaceIndex {
  const squares = new Map<number, FoundSchool[]>();
  for (const school of schools) {
    if (!school.isOpen || !school.place) continue;
    const key = squareOf(school.place);
    const held = squares.get(key);
    if (held) held.push(school);
    else squares.set(key, [school]);
  }
  const placesFrom = (start: string) =>
    postcodes
      .slice(firstFrom(postcodes, start), firstFrom(postcodes, `${start}~`))
      .flatMap((postcode) => (byPostcode.get(postcode) ?? []).flatMap((at) => schools[at]?.place ?? []));
  return {
    nearest: (place, most) => nearestIn(squares, place, most),
    placeOf: (postcode) => {
      const key = compact(postcode);
      const exact = (byPostcode.get(key) ?? []).flatMap((at) => schools[at]?.place ?? []);
      if (exact[0]) return { place: middleOf(exact), by: 'exact' };
      // The sector (WA5 1), then the district (WA5): farther letters say too little.
      for (const start of [key.slice(0, -2), key.slice(0, -3)]) {
        const places = start.length < 2 ? [] : placesFrom(start);
        if (places.length > 0)
          return {
            place: middleOf(places),
            by: start.length === key.length - 2 ? `${start.slice(0, -1)} ${start.slice(-1)}` : start,
          };
      }
      return undefined;
    },
  };
}

function squareOf({ easting, northing }: GridPlace): number {
  return Math.floor(easting / SIDE) * ROWS + Math.floor(northing / SIDE);
}

function nearestIn(
  squares: ReadonlyMap<number, readonly FoundSchool[]>,
  place: GridPlace,
  most: number,
): readonly Near[] {
  const found: Near[] = [];
  for (let ring = 0; ring < FARTHEST_RING; ring += 1) {
    const there = [...ringOf(squareOf(place), ring)].flatMap((key) => squares.get(key) ?? []);
    found.push(
      ...there.flatMap((school) => (school.place ? [{ school, metres: metresBetween(place, school.place) }] : [])),
    );
    // Whatever lies in a farther ring is at least this far away.
    const within = ring * SIDE;
    if (found.filter(({ metres }) => metres <= within).length >= most) break;
  }
  return found.toSorted((a, b) => a.metres - b.metres || a.school.urn - b.school.urn).slice(0, most);
}

function* ringOf(middle: number, ring: number): Generator<number> {
  for (let east = -ring; east <= ring; east += 1) {
    const isEdge = Math.abs(east) === ring;
    for (let north = -ring; north <= ring; north += isEdge || ring === 0 ? 1 : 2 * ring)
      yield middle + east * ROWS + north;
  }
}

function middleOf(places: readonly GridPlace[]): GridPlace {
  const mean = (of: (place: GridPlace) => number) =>
    Math.round(places.reduce((sum, place) => sum + of(place), 0) / places.length);
  return { easting: mean((place) => place.easting), northing: mean((place) => place.northing) };
}
