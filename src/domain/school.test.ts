import { expect, test } from 'vitest';
import { hubFor, type HubArea } from './catalogue/hub-area.ts';
import { isOpen, metresBetween, sectorOf } from './school.ts';

test.each([
  // Known points of the grid: Big Ben and the Tower of London; the town halls of Wigan and Warrington.
  ['Big Ben to the Tower', { easting: 530268, northing: 179545 }, { easting: 533605, northing: 180539 }, 3482],
  ['a place to itself', { easting: 359067, northing: 387819 }, { easting: 359067, northing: 387819 }, 0],
  ['three along and four up', { easting: 400000, northing: 400000 }, { easting: 403000, northing: 404000 }, 5000],
])('metres from %s', (_, one, other, metres) => {
  expect(Math.round(metresBetween(one, other))).toBe(metres);
  expect(metresBetween(other, one)).toBe(metresBetween(one, other));
});

test.each([
  [1, null, 'state'],
  [18, null, 'state'],
  [34, null, 'state'],
  [8, null, 'independent-special'],
  [10, null, 'independent-special'],
  [11, null, 'independent'],
  [29, null, null],
  [30, null, null],
  [null, 'likely', 'state'],
  [null, 'unknown', null],
  [11, 'likely', 'independent'],
] as const)('type %s, called "%s", is of sector %s', (type, said, sector) => {
  expect(sectorOf(type, said)).toBe(sector);
});

test('a school that is proposed to close is open still', () => {
  expect(
    (['open', 'closing', 'closed', 'proposed', 'unknown'] as const).filter((status) => isOpen({ status })),
  ).toEqual(['open', 'closing']);
});

test('one area settles the hub; several are candidates; none is no answer', () => {
  const hub = (area: string): HubArea => ({
    area,
    region: 'R',
    hub: `Hub ${area}`,
    website: null,
    email: null,
    phone: null,
    leadSchool: { urn: 100_000, name: 'S', trust: null },
    districts: [],
  });
  const known = new Map(['WM9', 'WM10'].map((area) => [area, hub(area)]));
  expect(hubFor(['WM9'], known)).toEqual({ settled: hub('WM9'), candidates: [hub('WM9')] });
  expect(hubFor(['WM9', 'WM10'], known)).toEqual({ settled: null, candidates: [hub('WM9'), hub('WM10')] });
  expect(hubFor([], known)).toEqual({ settled: null, candidates: [] });
});
