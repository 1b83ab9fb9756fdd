import { isOpen, type GridPlace } from '../domain/school.ts';
import { findAreasByDistrict } from './hub-areas.ts';
import type { Queryable } from './open-database.ts';

/** The few columns of a school by which people look for it. */
export interface FinderSchool {
  readonly urn: number;
  readonly name: string;
  readonly street: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly localAuthority: string | null;
  readonly district: string | null;
  readonly areas: readonly string[];
  readonly isOpen: boolean;
  readonly place: GridPlace | null;
}

const COLUMNS = [
  'urn',
  'name',
  'status',
  'street',
  'town',
  'postcode',
  'la_name',
  'district_code',
  'district_name',
  'easting',
  'northing',
] as const;
const NO_AREAS: readonly string[] = [];

/**
 * Every school, some at a time in order of URN, so that whoever reads them can answer requests in between. Names of
 * places come again and again: each is kept once.
 */
export async function* eachFinderSchool(db: Queryable, atOnce: number): AsyncGenerator<readonly FinderSchool[]> {
  const areas = await findAreasByDistrict(db);
  const names = new Map<string, string>();
  const once = (name: string | null): string | null => {
    if (name === null) return null;
    const kept = names.get(name);
    if (kept === undefined) names.set(name, name);
    return kept ?? name;
  };
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('school')
      .select(COLUMNS)
      .where('urn', '>', after)
      .orderBy('urn')
      .limit(atOnce)
      .execute();
    yield rows.map((row) => ({
      urn: row.urn,
      name: row.name,
      street: row.street,
      town: once(row.town),
      postcode: row.postcode,
      localAuthority: once(row.la_name),
      district: once(row.district_name),
      areas: (row.district_code === null ? undefined : areas.get(row.district_code)) ?? NO_AREAS,
      isOpen: isOpen(row),
      place: row.easting === null || row.northing === null ? null : { easting: row.easting, northing: row.northing },
    }));
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.urn ?? Number.MAX_SAFE_INTEGER;
  }
}
