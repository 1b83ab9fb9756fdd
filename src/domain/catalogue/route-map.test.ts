import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anOpportunity } from '../../../test/support/builders.ts';
import type { Opportunity } from './opportunity.ts';
import { layOutMap, type MapStop, type RouteMap } from './route-map.ts';
import { ROUTE_IDS, type RouteId } from './route.ts';

type Laid = { readonly map: RouteMap; readonly named: ReadonlySet<string> };

const aStop = fc.record({
  route: fc.constantFrom(...ROUTE_IDS),
  alsoOn: fc.subarray([...ROUTE_IDS], { maxLength: 3 }),
});

/** Any content: stops with a home line, and lines that name some of each other's. */
const anyMap: fc.Arbitrary<Laid> = fc.array(aStop, { maxLength: 18 }).map((stops) => {
  const opportunities = stops.map(({ route, alsoOn }, place) =>
    anOpportunity({ id: `stop-${place}`, route, alsoOn: alsoOn.filter((id) => id !== route) }),
  );
  const namedBy = (id: RouteId) =>
    opportunities.filter((one) => one.route === id || one.alsoOn.includes(id)).map((one) => one.id);
  const byId = new Map(opportunities.map((one): [string, Opportunity] => [one.id, one]));
  return {
    map: layOutMap(
      ROUTE_IDS.map((id) => ({ id, stops: namedBy(id) })),
      byId,
    ),
    named: new Set(byId.keys()),
  };
});

const placed = ({ lines }: RouteMap) => lines.flatMap((line) => line.stops.map((stop) => ({ row: line.row, stop })));
const rowsOf = (row: number, { alsoOn }: MapStop) => [row, ...alsoOn.map((id) => ROUTE_IDS.indexOf(id))];

describe('the map', () => {
  test('every stop is drawn once, on its home line', () => {
    fc.assert(
      fc.property(anyMap, ({ map, named }) => {
        const drawn = placed(map).map(({ stop }) => stop.opportunity.id);
        expect(new Set(drawn)).toEqual(named);
        expect(drawn).toHaveLength(named.size);
        for (const { row, stop } of placed(map)) expect(ROUTE_IDS[row]).toBe(stop.opportunity.route);
      }),
    );
  });

  test('no label lies under a connector: no other stop stands in a column a connector runs through', () => {
    fc.assert(
      fc.property(anyMap, ({ map }) => {
        const all = placed(map);
        for (const { row, stop } of all.filter((one) => one.stop.alsoOn.length > 0)) {
          const rows = rowsOf(row, stop);
          const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
          const under = all.filter(
            (other) =>
              other.stop !== stop && other.stop.column === stop.column && other.row >= top && other.row <= bottom,
          );
          expect(under.map((other) => other.stop.opportunity.id)).toEqual([]);
        }
      }),
    );
  });

  test('no two stops share a place, and every line reaches its last stop', () => {
    fc.assert(
      fc.property(anyMap, ({ map }) => {
        const places = placed(map).map(({ row, stop }) => `${row}:${stop.column}`);
        expect(new Set(places).size).toBe(places.length);
        for (const line of map.lines) {
          const met = placed(map).filter(({ row, stop }) => rowsOf(row, stop).includes(line.row));
          expect(line.last).toBe(Math.max(-1, ...met.map(({ stop }) => stop.column)));
          expect(line.last).toBeLessThan(map.columns);
        }
      }),
    );
  });

  test('a stop that is not in the day’s catalogue is left out', () => {
    expect(placed(layOutMap([{ id: 'lead', stops: ['gone'] }], new Map()))).toEqual([]);
  });
});
