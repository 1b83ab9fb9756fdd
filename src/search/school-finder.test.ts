import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testApp, type TestApp } from '../../test/support/test-app.ts';
import type { Finding } from '../services/finder-source.ts';
import type { SchoolFinder } from './school-finder.ts';

const file = fileURLToPath(new URL('../../test/judged-schools.json', import.meta.url));
const Judged = z.object({ query: z.string(), kind: z.string(), typo: z.boolean(), urn: z.number().int() });
const { queries } = z.object({ queries: z.array(Judged) }).parse(JSON.parse(readFileSync(file, 'utf8')));

let service: TestApp;
let finding: Finding;
let finder: SchoolFinder;
beforeAll(async () => {
  service = await testApp();
  finding = await service.services.finder.whenReady();
  ({ finder } = finding);
}, 60_000);
afterAll(() => service.close());

const urnsOf = (query: string) => finder.find(query).map(({ urn }) => urn);
const first = (query: string) => finder.find(query)[0]?.name;

/** What was asked for, and what was measured when the finder was made. */
const WANTED = 0.99;

describe('schools as people type them', () => {
  test('the judged set is large, and a third of it has a slip of the finger', () => {
    expect(queries.length).toBeGreaterThanOrEqual(400);
    expect(queries.filter(({ typo }) => typo).length * 3).toBeGreaterThanOrEqual(queries.length);
    expect(queries.filter(({ urn }) => !finder.school(urn))).toEqual([]);
  });

  test('the school that was meant is among the first five', () => {
    const missed = queries.filter(({ query, urn }) => !urnsOf(query).slice(0, 5).includes(urn));
    const share = 1 - missed.length / queries.length;
    console.log(
      `School finder: ${queries.length - missed.length} of ${queries.length} in the first five, ${(100 * share).toFixed(2)} %`,
    );
    console.table(
      missed.map(({ query, kind, urn }) => ({
        query,
        kind,
        wanted: finder.school(urn)?.name,
        first: first(query) ?? 'nothing',
      })),
    );
    expect(share).toBeGreaterThanOrEqual(WANTED);
  });
});

describe('the finder', () => {
  test.for([
    ['Saint Benedicts RC warrington', "St Benedict's Catholic Primary School"],
    ['aspull c of e', 'St David Haigh and Aspull CofE Primary School'],
    ['evelin street', 'Evelyn Street Primary Academy and Nursery'],
    ['wa51bd', 'Evelyn Street Primary Academy and Nursery'],
    ['wa5 ibd', 'Evelyn Street Primary Academy and Nursery'],
    ['URN: 143064', 'Evelyn Street Primary Academy and Nursery'],
    ['castlehill st philips', "Castle Hill St Philip's CofE Primary School"],
    ['newton west park leigh', 'Newton Westpark Primary School'],
  ] as const)('"%s" means %s', ([query, name]) => {
    expect(first(query)).toBe(name);
  });

  test('a closed school is found, and leads to what took its place', () => {
    const [closed] = finder.find('Bewsey Lodge Primary School').filter(({ isOpen }) => !isOpen);
    expect(closed).toMatchObject({ urn: 110971, successors: [151978] });
    expect(urnsOf('Bewsey Lodge Primary School').slice(0, 2)).toContain(151978);
  });

  test('of two schools of one name and place the open one comes first', () => {
    const culcheth = finder
      .find('Culcheth Community Primary School')
      .filter(({ name }) => name === 'Culcheth Community Primary School');
    expect(culcheth.map(({ isOpen }) => isOpen)).toEqual([true, false]);
  });

  test('a name nobody has finds nothing, and an empty search nothing', () => {
    expect(['zzzzqqqq xxyyzz', '', ' ', '🙂', '--'].map(urnsOf)).toEqual([[], [], [], [], []]);
  });

  test('any search gives at most ten schools, none twice, the same each time', () => {
    const words = fc.constantFrom(
      'st',
      'marys',
      'primary',
      'wigan',
      'rc',
      'c of e',
      "king's",
      'WA5',
      '143',
      'academy',
      'the',
      '&',
      'hihg',
      's',
      'church of england',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(words, { maxLength: 8 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const found = urnsOf(query);
        expect(found.length).toBeLessThanOrEqual(10);
        expect(new Set(found).size).toBe(found.length);
        expect(urnsOf(query)).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  test('asking for fewer gives the beginning of the same list', () => {
    for (const { query } of queries.slice(0, 60))
      expect(finder.find(query, 3).map(({ urn }) => urn)).toEqual(urnsOf(query).slice(0, 3));
  });
});

describe('places', () => {
  test('the nearest schools are those that measuring every one finds', () => {
    const open = finder.index.schools.flatMap(({ urn, isOpen, place }) => (isOpen && place ? [{ urn, place }] : []));
    fc.assert(
      fc.property(
        fc.integer({ min: 140_000, max: 640_000 }),
        fc.integer({ min: 20_000, max: 640_000 }),
        (easting, northing) => {
          const measured = open.map(({ urn, place }) => ({
            urn,
            metres: Math.hypot(place.easting - easting, place.northing - northing),
          }));
          const nearest = measured.toSorted((a, b) => a.metres - b.metres || a.urn - b.urn).slice(0, 5);
          expect(finding.places.nearest({ easting, northing }, 5).map(({ school }) => school.urn)).toEqual(
            nearest.map(({ urn }) => urn),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a postcode that is no school’s lies where the schools that share its beginning lie', () => {
    expect(finding.places.placeOf('WA5 1BD')?.by).toBe('exact');
    expect(finding.places.placeOf('WA51ZZ')?.by).toBe('WA5 1');
    expect(finding.places.placeOf('ZZ9 9ZZ')).toBeUndefined();
  });
});
