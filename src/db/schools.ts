import type { IsoDate } from '../domain/date.ts';
import { isOpen, sectorOf, type School } from '../domain/school.ts';
import { findAreasByDistrict } from './hub-areas.ts';
import type { Queryable } from './open-database.ts';
import type { Schema } from './schema.ts';

type Areas = ReadonlyMap<string, readonly string[]>;

/** One school, or `undefined` where no establishment has this URN. */
export async function getSchool(db: Queryable, urn: number): Promise<School | undefined> {
  const row = await db.selectFrom('school').selectAll().where('urn', '=', urn).executeTakeFirst();
  return row && schoolOf(row, await findAreasByDistrict(db));
}

/** The school with this UKPRN; of several that share one, an open one, then the newest. */
export async function getSchoolByUkprn(db: Queryable, ukprn: number): Promise<School | undefined> {
  const rows = await db.selectFrom('school').selectAll().where('ukprn', '=', ukprn).orderBy('urn', 'desc').execute();
  const row = rows.find(isOpen) ?? rows[0];
  return row && schoolOf(row, await findAreasByDistrict(db));
}

/** Every establishment, open or not, by URN. */
export async function findSchools(db: Queryable): Promise<readonly School[]> {
  const areas = await findAreasByDistrict(db);
  const rows = await db.selectFrom('school').selectAll().orderBy('urn').execute();
  return rows.map((row) => schoolOf(row, areas));
}

/** The schools with these URNs, in order of URN; those not known are left out. */
export async function findSchoolsByUrn(db: Queryable, urns: readonly number[]): Promise<readonly School[]> {
  if (urns.length === 0) return [];
  const areas = await findAreasByDistrict(db);
  const rows = await db.selectFrom('school').selectAll().where('urn', 'in', urns).orderBy('urn').execute();
  return rows.map((row) => schoolOf(row, areas));
}

/** Which school followed which, each pair once. */
export interface SchoolLink {
  readonly predecessor: number;
  readonly successor: number;
}

export async function findSchoolLinks(db: Queryable): Promise<readonly SchoolLink[]> {
  return db
    .selectFrom('school_link')
    .select(['predecessor', 'successor'])
    .distinct()
    .orderBy('predecessor')
    .orderBy('successor')
    .execute();
}

/** The URNs that a school followed directly, and those that followed it. */
export async function findLinksOf(
  db: Queryable,
  urn: number,
): Promise<{ readonly predecessors: readonly number[]; readonly successors: readonly number[] }> {
  const rows = await db
    .selectFrom('school_link')
    .select(['predecessor', 'successor'])
    .distinct()
    .where((where) => where.or([where('predecessor', '=', urn), where('successor', '=', urn)]))
    .orderBy('predecessor')
    .orderBy('successor')
    .execute();
  return {
    predecessors: rows.filter((row) => row.successor === urn).map((row) => row.predecessor),
    successors: rows.filter((row) => row.predecessor === urn).map((row) => row.successor),
  };
}

/** Every school this one goes back to, in order of URN: a list can name one from before two conversions. */
export async function findPredecessors(db: Queryable, urn: number): Promise<readonly number[]> {
  const found = new Set<number>();
  const follow = [urn];
  for (let next = follow.pop(); next !== undefined; next = follow.pop()) {
    const { predecessors } = await findLinksOf(db, next);
    for (const one of predecessors) {
      if (one !== urn && !found.has(one)) follow.push(one);
      if (one !== urn) found.add(one);
    }
  }
  return [...found].toSorted((a, b) => a - b);
}

export async function countSchools(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('school')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function schoolOf(row: Schema['school'], areas: Areas): School {
  return {
    urn: row.urn,
    name: row.name,
    status: row.status,
    statusSaid: row.status_said,
    typeCode: row.type_code,
    typeName: row.type_name,
    phase: row.phase,
    sector: sectorOf(row.type_code, row.state_funded),
    laCode: row.la_code,
    laName: row.la_name,
    street: row.street,
    town: row.town,
    postcode: row.postcode,
    districtCode: row.district_code,
    districtName: row.district_name,
    areas: (row.district_code === null ? undefined : areas.get(row.district_code)) ?? [],
    place: row.easting === null || row.northing === null ? null : { easting: row.easting, northing: row.northing },
    ukprn: row.ukprn,
    trust: row.trust_name === null ? null : { uid: row.trust_uid, name: row.trust_name },
    ages: row.age_low === null || row.age_high === null ? null : { from: row.age_low, to: row.age_high },
    pupils: row.pupils,
    fsmPercent: row.fsm_percent,
    website: row.website,
    openedOn: row.opened_on as IsoDate | null,
    closedOn: row.closed_on as IsoDate | null,
  };
}

/** How many other schools that are open the register gives one of these hosts as their website. */
export async function countOthersWithWebsite(
  db: Queryable,
  { urn, hosts }: { readonly urn: number; readonly hosts: readonly string[] },
): Promise<number> {
  const row = await db
    .selectFrom('school')
    .select(({ fn }) => fn.countAll().as('others'))
    .where('website', 'in', hosts)
    .where('urn', '<>', urn)
    .where('status', 'in', ['open', 'closing'])
    .executeTakeFirst();
  return Number(row?.others ?? 0);
}
