import type { Opportunity } from './opportunity.ts';
import { ROUTE_IDS, type RouteId } from './route.ts';

/** A stop on the map: an opportunity at a column of its home line, and the other lines that name it too. */
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

/** A route's name stands above the first columns of its line, so that no connector may run there. */
const NAME_COLUMNS = 2;

/**
 * Lays the map out from the content: a row a route, a column a stop. A stop that is on two routes takes its column on
 * every line its connector crosses, so that no label can ever lie under a connector, whatever the content says.
 */
export function layOutMap(
  routes: readonly { readonly id: RouteId; readonly stops: readonly string[] }[],
  byId: ReadonlyMap<string, Opportunity>,
): RouteMap {
  const shown = ROUTE_IDS.filter((id) => routes.some((route) => route.id === id));
  const rowOf = (id: RouteId) => shown.indexOf(id);
  const namedBy = (id: RouteId) => routes.find((route) => route.id === id)?.stops ?? [];
  const taken = shown.map(() => new Set<number>());
  const lines = shown.map((id, row) => {
    const named = namedBy(id);
    const stops = named.flatMap((name): MapStop[] => {
      const opportunity = byId.get(name);
      // A stop two routes name is drawn once, on its home line; the other line meets it there.
      if (!opportunity || opportunity.route !== id) return [];
      const alsoOn = opportunity.alsoOn.filter((other) => namedBy(other).includes(name) && rowOf(other) >= 0);
      const rows = span([row, ...alsoOn.map(rowOf)]);
      // A label beside a connector that leaves downwards reaches into the next column of its own line.
      const reach = alsoOn.some((other) => rowOf(other) > row) ? 1 : 0;
      const isTaken = (at: number) => rows.some((crossed) => taken[crossed]?.has(at)) || taken[row]?.has(at + reach);
      let column = alsoOn.length > 0 ? NAME_COLUMNS : 0;
      while (isTaken(column)) column += 1;
      for (const crossed of rows) taken[crossed]?.add(column);
      taken[row]?.add(column + reach);
      return [{ opportunity, column, alsoOn }];
    });
    return { route: id, row, stops: stops.toSorted((a, b) => a.column - b.column) };
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

function ownColumns(
  line: { readonly route: RouteId; readonly stops: readonly MapStop[] },
  lines: readonly { readonly stops: readonly MapStop[] }[],
): readonly number[] {
  const visiting = lines.flatMap((other) => other.stops.filter((stop) => stop.alsoOn.includes(line.route)));
  return [...line.stops, ...visiting].map((stop) => stop.column);
}
