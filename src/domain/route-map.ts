import type { Opportunity } from './opportunity.ts';
import { ROUTE_IDS, type RouteId } from './route.ts';

/** A stop on the map: an opportunity at a column of its home line, and the other lines it is also on. */
export interface MapStop {
  readonly opportunity: Opportunity;
  readonly column: number;
  readonly alsoOn: readonly RouteId[];
}

export interface MapLine {
  readonly route: RouteId;
  readonly row: number;
  readonly stops: readonly MapStop[];
  /** The last column in use on this line, interchanges from other lines included; -1 where none is. */
  readonly last: number;
}

export interface RouteMap {
  readonly lines: readonly MapLine[];
  readonly columns: number;
}

/**
 * Lays the map out from the content: a row a route, a column a stop. A stop that is on two routes takes its column on
 * every line its connector crosses, so that no label can ever lie under a connector, whatever the content says.
 */
export function layOutMap(routes: readonly { readonly id: RouteId; readonly stops: readonly string[] }[], byId: ReadonlyMap<string, Opportunity>): RouteMap {
  const shown = ROUTE_IDS.filter((id) => routes.some((route) => route.id === id));
  const rowOf = (id: RouteId) => shown.indexOf(id);
  const taken = shown.map(() => new Set<number>());
  const lines = shown.map((id, row) => {
    const named = routes.find((route) => route.id === id)?.stops ?? [];
    let column = -1;
    const stops = named.flatMap((name): MapStop[] => {
      const opportunity = byId.get(name);
      // A stop two routes name is drawn once, on its home line; the other line meets it there.
      if (!opportunity || opportunity.route !== id) return [];
      const alsoOn = opportunity.alsoOn.filter((other) => rowOf(other) >= 0);
      const rows = span([row, ...alsoOn.map(rowOf)]);
      column += 1;
      while (rows.some((crossed) => taken[crossed]?.has(column))) column += 1;
      for (const crossed of rows) taken[crossed]?.add(column);
      return [{ opportunity, column, alsoOn }];
    });
    return { route: id, row, stops };
  });
  return {
    lines: lines.map((line) => ({ ...line, last: Math.max(-1, ...ownColumns(line, lines)) })),
    columns: 1 + Math.max(-1, ...taken.flatMap((columns) => [...columns])),
  };
}

function span(rows: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...rows), Math.max(...rows)];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

function ownColumns(line: { readonly route: RouteId; readonly stops: readonly MapStop[] }, lines: readonly { readonly stops: readonly MapStop[] }[]): readonly number[] {
  const visiting = lines.flatMap((other) => other.stops.filter((stop) => stop.alsoOn.includes(line.route)));
  return [...line.stops, ...visiting].map((stop) => stop.column);
}
