import type { IsoDate } from './date.ts';
import type { Sector } from './matching/profile.ts';

export const SCHOOL_STATUSES = ['open', 'closing', 'closed', 'proposed', 'unknown'] as const;
/** `closing`: open, with a proposal to close. `unknown`: no source says whether it is open. */
export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

/** One row of the register of schools (GIAS): public facts only, and of no person. */
export interface School {
  readonly urn: number;
  readonly name: string;
  readonly status: SchoolStatus;
  /** The register's own words for it. */
  readonly statusSaid: string;
  readonly typeCode: number | null;
  readonly typeName: string | null;
  readonly phase: string | null;
  readonly sector: Sector | null;
  readonly laCode: string | null;
  readonly laName: string | null;
  readonly street: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly districtCode: string | null;
  readonly districtName: string | null;
  /** The hub areas its district lies in; more than one where the district is split. */
  readonly areas: readonly string[];
  /** Metres on the national grid. */
  readonly place: GridPlace | null;
  readonly ukprn: number | null;
  readonly trust: { readonly uid: number | null; readonly name: string } | null;
  readonly ages: { readonly from: number; readonly to: number } | null;
  readonly pupils: number | null;
  readonly fsmPercent: number | null;
  readonly website: string | null;
  readonly openedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
}

/** A point on the Ordnance Survey's national grid, in metres. */
export interface GridPlace {
  readonly easting: number;
  readonly northing: number;
}

export function isOpen({ status }: Pick<School, 'status'>): boolean {
  return status === 'open' || status === 'closing';
}

/**
 * Metres between two points. On the grid that is the hypotenuse: its scale differs from the ground's by less than one
 * part in 1,200 anywhere in England (Ordnance Survey, A guide to coordinate systems in Great Britain, 2020).
 */
export function metresBetween(one: GridPlace, other: GridPlace): number {
  return Math.hypot(one.easting - other.easting, one.northing - other.northing);
}

/** Types of establishment paid for by the state (GIAS type codes; 8, non-maintained special, is not among them). */
const STATE_TYPES: ReadonlySet<number> = new Set([
  1, 2, 3, 5, 6, 7, 12, 14, 15, 18, 24, 26, 28, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 57,
]);
const INDEPENDENT_SPECIAL_TYPES: ReadonlySet<number> = new Set([8, 10]);
const INDEPENDENT_TYPE = 11;

/**
 * Who runs and pays for a school, by its GIAS type; `null` for types that are neither (universities, schools abroad).
 * A school just converted can be without a type: `said`, the merged register's own word, then decides.
 */
export function sectorOf(typeCode: number | null, said: string | null): Sector | null {
  if (typeCode === null) return said === 'likely' || said === 'Y' ? 'state' : null;
  if (STATE_TYPES.has(typeCode)) return 'state';
  if (INDEPENDENT_SPECIAL_TYPES.has(typeCode)) return 'independent-special';
  return typeCode === INDEPENDENT_TYPE ? 'independent' : null;
}
