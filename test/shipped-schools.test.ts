import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEligibilityLists, findEntries, findListsNaming } from '../src/db/eligibility.ts';
import { findAreasByDistrict } from '../src/db/hub-areas.ts';
import { findImportRuns } from '../src/db/imports.ts';
import { countSchools, findPredecessors, findSchools, getSchool } from '../src/db/schools.ts';
import type { IdentifierType, ListVintage } from '../src/domain/funding/funding-codes.ts';
import { hubFor } from '../src/domain/catalogue/hub-area.ts';
import { isOpen, type School } from '../src/domain/school.ts';
import { importSchools } from '../src/imports/import-schools.ts';
import { loadShipped } from '../src/imports/shipped-data.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { EXTRACT, LATER } from './support/register.ts';
import { testApp, type TestApp } from './support/test-app.ts';

let test_: TestApp;
let schools: readonly School[];

beforeAll(async () => {
  test_ = await testApp();
  await test_.services.schools.whenReady();
  schools = await findSchools(test_.services.db);
});
afterAll(() => test_.close());

test('the register that ships: every school, and the lists of three intakes', async () => {
  expect(schools).toHaveLength(26_795);
  const lists = await findEligibilityLists(test_.services.db);
  expect(lists.map(({ list, vintage, entries }) => `${list} ${vintage} ${entries}`)).toEqual([
    'childminder 2025-autumn 25301',
    'disadvantaged-early-years 2025-autumn 13670',
    'la-nursery 2024-autumn 343',
    'la-nursery 2025-autumn 379',
    'la-nursery 2025-spring 313',
    'pp50-further-education 2024-autumn 285',
    'pp50-further-education 2025-autumn 1184',
    'pp50-further-education 2025-spring 1184',
    'pp50-school 2024-autumn 11285',
    'pp50-school 2025-autumn 11152',
    'pp50-school 2025-spring 11131',
    'rise 2025-autumn 367',
  ]);
});

test('the hub’s own area has as many open state schools as the hub says', () => {
  const own = schools.filter(
    (one) => one.areas.includes('NW2') && isOpen(one) && (one.sector === 'state' || one.typeCode === 8),
  );
  const inDistrict = (name: string) => own.filter((one) => one.districtName === name).length;
  expect({ Halton: inDistrict('Halton'), Warrington: inDistrict('Warrington'), Wigan: inDistrict('Wigan') })
    .toMatchInlineSnapshot(`
    {
      "Halton": 67,
      "Warrington": 91,
      "Wigan": 134,
    }
  `);
});

test('each of the 87 areas has a hub, a lead school that is known, and schools', async () => {
  const { hubAreas } = test_.services.schools.current();
  expect(hubAreas.size).toBe(87);
  const served = new Set(schools.flatMap((one) => one.areas));
  const known = new Set(schools.map((one) => one.urn));
  for (const { area, hub, leadSchool, districts } of hubAreas.values()) {
    expect(served, area).toContain(area);
    expect(known, area).toContain(leadSchool.urn);
    expect(hub.length, area).toBeGreaterThan(3);
    expect(districts.length, area).toBeGreaterThan(0);
  }
});

test('the hub is settled for all districts but the four that are split', async () => {
  const areas = await findAreasByDistrict(test_.services.db);
  const split = [...areas].filter(([, codes]) => codes.length > 1);
  const name = (code: string) => schools.find((one) => one.districtCode === code)?.districtName;
  expect(Object.fromEntries(split.map(([code, codes]) => [name(code), codes]))).toEqual({
    Birmingham: ['WM9', 'WM10'],
    Cornwall: ['SW8', 'SW11'],
    'East Suffolk': ['EE6', 'EE10'],
    'North Yorkshire': ['YH3', 'YH8', 'YH10'],
  });
  expect(new Set([...areas.values()].flat()).size).toBe(87);
  const { hubAreas } = test_.services.schools.current();
  const halton = schools.find((one) => one.districtName === 'Halton');
  expect(hubFor(halton?.areas ?? [], hubAreas).settled?.hub).toBe('Generate Teaching Hub');
});

test('only schools without a district in England are without a hub', () => {
  const without = schools.filter((one) => one.areas.length === 0);
  expect(without.every((one) => one.districtCode === null)).toBe(true);
});

const ALL_THREE = ['2024-autumn', '2025-autumn', '2025-spring'];

/** Looked up by hand in DfE's lists, 23 November 2026. */
const KNOWN: readonly (readonly [
  urn: number,
  name: string,
  district: string,
  lists: Readonly<Record<string, readonly string[]>>,
])[] = [
  [143064, 'Evelyn Street Primary Academy and Nursery', 'Warrington', { 'pp50-school': ALL_THREE }],
  [
    142899,
    'UTC Warrington',
    'Warrington',
    { 'pp50-school': ALL_THREE, 'pp50-further-education': ['2025-autumn', '2025-spring'] },
  ],
  [111189, 'Newchurch Community Primary School', 'Warrington', { 'pp50-school': ['2024-autumn', '2025-spring'] }],
  [110996, 'Stockton Heath Primary School', 'Warrington', {}],
  [
    136185,
    'Ormiston Bolingbroke Academy',
    'Halton',
    { 'pp50-school': ALL_THREE, rise: ['2025-autumn'], 'pp50-further-education': ['2025-autumn', '2025-spring'] },
  ],
  [111320, "St Clement's Catholic Primary School", 'Halton', { 'pp50-school': ['2025-autumn'] }],
  [130622, 'Riverside College Halton', 'Halton', { 'pp50-further-education': ['2025-autumn', '2025-spring'] }],
  [144519, 'Dean Trust Wigan', 'Wigan', { 'pp50-school': ALL_THREE, rise: ['2025-autumn'] }],
  [106397, 'Hindley Nursery School', 'Wigan', { 'la-nursery': ALL_THREE }],
  [106538, "St Mary's Catholic High School", 'Wigan', { 'pp50-further-education': ['2025-autumn', '2025-spring'] }],
  [106405, "Mab's Cross Primary School", 'Wigan', {}],
  [137072, 'Hylands School', 'Chelmsford', { 'pp50-school': ALL_THREE, rise: ['2025-autumn'] }],
  [111988, 'Flushing School', 'Cornwall', { 'pp50-school': ['2025-spring'] }],
  [100001, 'City of London School for Girls', 'City of London', {}],
];

test.each(KNOWN)('%i %s, %s, is on the lists it was found on by hand', async (urn, name, district, lists) => {
  const { db } = test_.services;
  const school = await getSchool(db, urn);
  expect(school).toMatchObject({ name, districtName: district });
  const naming = [
    ...(await findListsNaming(db, 'urn', String(urn))),
    ...(school?.ukprn ? await findListsNaming(db, 'ukprn', String(school.ukprn)) : []),
  ];
  const found = Object.groupBy(naming, (one) => one.list);
  expect(
    Object.fromEntries(Object.entries(found).map(([list, versions]) => [list, versions.map((one) => one.vintage)])),
  ).toEqual(lists);
});

test('a school that converted leads back to the one a list names', async () => {
  const { db } = test_.services;
  expect(await getSchool(db, 110971)).toMatchObject({ name: 'Bewsey Lodge Primary School', status: 'closed' });
  expect(await findPredecessors(db, 151978)).toEqual([110971]);
  expect(await findListsNaming(db, 'urn', '151978')).toEqual([]);
  expect(await findListsNaming(db, 'urn', '110971')).toHaveLength(3);
});

test('what is in memory says of every entry what the database says', async () => {
  const { isOn, held } = test_.services.schools.current().eligibility;
  for (const { list, vintage } of held) {
    const entries = await findEntries(test_.services.db, { list, vintage });
    const asked = entries.filter((one) => one.type !== 'urn-or-ofsted-urn');
    expect(
      asked.filter((one) => isOn(list, one.type as IdentifierType, one.identifier, vintage as ListVintage) !== 'yes'),
      `${list} ${vintage}`,
    ).toEqual([]);
    expect(isOn(list, 'urn', '999998', vintage as ListVintage), `${list} ${vintage}`).toBe('no');
  }
});

forBothDatabases('shipped data', (open) => {
  test('is loaded once, and never over what somebody imported', async () => {
    await using held = await open('shipped');
    const { db } = held;
    await loadShipped(db, LATER);
    expect(await findImportRuns(db)).toHaveLength(1);
    await importSchools(db, [EXTRACT], { now: LATER });
    await db.deleteFrom('import_run').where('kind', '=', 'shipped').execute();
    await loadShipped(db, LATER);
    expect(await getSchool(db, 100000)).toMatchObject({ street: "St James's Passage", pupils: 276 });
    expect(await countSchools(db)).toBeGreaterThan(26_795);
  });
});
