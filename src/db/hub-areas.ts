import type { HubArea } from '../domain/catalogue/hub-area.ts';
import type { Queryable } from './open-database.ts';
import type { Schema } from './schema.ts';

export interface District {
  readonly code: string;
  readonly name: string;
  readonly laCode: string;
  readonly laName: string;
  readonly region: string;
  readonly areas: readonly string[];
}

export async function findHubAreas(db: Queryable): Promise<readonly HubArea[]> {
  const rows = await db.selectFrom('hub_area').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    area: row.code,
    region: row.region,
    hub: row.hub_name,
    website: row.website,
    email: row.email,
    phone: row.phone,
    leadSchool: { urn: row.lead_school_urn, name: row.lead_school_name, trust: row.lead_trust_name },
    districts: JSON.parse(row.districts) as string[],
  }));
}

/** The areas each district lies in, by the district's code, in the order of the official list. */
export async function findAreasByDistrict(db: Queryable): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('district_area')
    .innerJoin('hub_area', 'hub_area.code', 'district_area.area_code')
    .select(['district_area.district_code', 'district_area.area_code'])
    .orderBy('hub_area.position')
    .orderBy('district_area.district_code')
    .execute();
  const byDistrict = Map.groupBy(rows, (row) => row.district_code);
  return new Map([...byDistrict].map(([code, found]) => [code, found.map((row) => row.area_code)]));
}

/** Puts these areas and districts in the place of all that are held. Call it inside a transaction. */
export async function replaceHubAreas(
  transaction: Queryable,
  areas: readonly HubArea[],
  districts: readonly District[],
): Promise<void> {
  await transaction.deleteFrom('district_area').execute();
  await transaction.deleteFrom('district').execute();
  await transaction.deleteFrom('hub_area').execute();
  await transaction.insertInto('hub_area').values(areas.map(areaRow)).execute();
  await transaction.insertInto('district').values(districts.map(districtRow)).execute();
  const served = districts.flatMap(({ code, areas: codes }) =>
    codes.map((area) => ({ district_code: code, area_code: area })),
  );
  await transaction.insertInto('district_area').values(served).execute();
}

function areaRow(one: HubArea, position: number): Schema['hub_area'] {
  return {
    code: one.area,
    region: one.region,
    hub_name: one.hub,
    website: one.website,
    email: one.email,
    phone: one.phone,
    lead_school_urn: one.leadSchool.urn,
    lead_school_name: one.leadSchool.name,
    lead_trust_name: one.leadSchool.trust,
    districts: JSON.stringify(one.districts),
    position,
  };
}

function districtRow({ code, name, laCode, laName, region }: District): Schema['district'] {
  return { code, name, la_code: laCode, la_name: laName, region };
}

/** Districts that lie in more than one area, with the areas in the order of the official list. */
export async function findSplitDistricts(
  db: Queryable,
): Promise<readonly { readonly name: string; readonly areas: readonly string[] }[]> {
  const split = [...(await findAreasByDistrict(db))].filter(([, areas]) => areas.length > 1);
  const codes = split.map(([code]) => code);
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('district')
    .select(['code', 'name'])
    .where('code', 'in', codes)
    .orderBy('name')
    .execute();
  const areasOf = new Map(split);
  return rows.map(({ code, name }) => ({ name, areas: areasOf.get(code) ?? [] }));
}
