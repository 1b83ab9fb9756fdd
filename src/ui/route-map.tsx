import type { VNode } from 'preact';
import type { MapLine, RouteMap } from '../domain/catalogue/route-map.ts';
import { ROUTE_IDS, type RouteId } from '../domain/catalogue/route.ts';

/** Drawing units; the picture scales to its column, so these are proportions and not pixels. */
const STATION = { x: 78, r: 20 };
const NAME_X = 232;
const FIRST_X = 262;
const COLUMN = 134;
const ROW = 98;
const TOP = 46;
const LABEL = 19;
const MOST_LINES = 3;

export interface RouteMapProps {
  readonly map: RouteMap;
  readonly names: Readonly<Partial<Record<RouteId, string>>>;
  /** Shown under the map while a line is hovered or focused. */
  readonly about: Readonly<Partial<Record<RouteId, string>>>;
  readonly href: (route: RouteId) => string;
  readonly stopHref: (id: string) => string;
}

/**
 * The six routes as lines from one station, drawn from the content. Every line and every stop is a link with a name;
 * the list under it says the same in words.
 */
export function RouteMapPicture({ map, names, about, href, stopHref }: RouteMapProps): VNode {
  const width = FIRST_X + map.columns * COLUMN;
  const height = TOP + (map.lines.length - 1) * ROW + 92;
  const middle = TOP + ((map.lines.length - 1) * ROW) / 2;
  return (
    <svg
      class="app-map__drawing app-map__drawing--across"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="Map of the routes"
      data-module="route-map"
    >
      {map.lines.map((line) => (
        <a
          key={line.route}
          href={href(line.route)}
          class={`app-map__route app-route--${line.route}`}
          aria-label={`${names[line.route] ?? ''}. ${about[line.route] ?? ''}`}
        >
          <path class="app-map__hit" d={pathOf(line, middle)} />
          <path class="app-map__line" d={pathOf(line, middle)} />
          <text class="app-map__name" x={NAME_X + 26} y={yOf(line.row) - 13}>
            {names[line.route]}
          </text>
          <text class="app-map__about" x={STATION.x / 2} y={height - 8} aria-hidden="true">
            {about[line.route]}
          </text>
        </a>
      ))}
      {map.lines.map((line) => (
        <Connectors key={line.route} line={line} map={map} />
      ))}
      {map.lines.flatMap((line) =>
        line.stops.map((stop) => (
          <Stop key={stop.opportunity.id} line={line} stop={stop} href={stopHref(stop.opportunity.id)} />
        )),
      )}
      <circle class="app-map__station" cx={STATION.x} cy={middle} r={STATION.r} />
      <text class="app-map__station-name" x={STATION.x} y={middle + 44} text-anchor="middle">
        <tspan x={STATION.x}>Your specialist</tspan>
        <tspan x={STATION.x} dy="20">
          NPQ
        </tspan>
      </text>
    </svg>
  );
}

function Stop({
  line,
  stop,
  href,
}: {
  readonly line: MapLine;
  readonly stop: MapLine['stops'][number];
  readonly href: string;
}): VNode {
  const [x, y] = [xOf(stop.column), yOf(line.row)];
  const words = wrap(stop.opportunity.name);
  // A connector that leaves downwards would cut the label in two: such a label stands beside it.
  const isBeside = stop.alsoOn.some((other) => ROUTE_IDS.indexOf(other) > ROUTE_IDS.indexOf(line.route));
  const labelX = isBeside ? x + 10 : x;
  return (
    <a href={href} aria-label={stop.opportunity.name}>
      <circle class="app-map__stop" cx={x} cy={y} r={stop.alsoOn.length > 0 ? 9 : 7.5} />
      <text class="app-map__label" x={labelX} y={y + 27} text-anchor={isBeside ? 'start' : 'middle'} aria-hidden="true">
        {words.map((word, index) => (
          <tspan key={word} x={labelX} dy={index === 0 ? 0 : 16}>
            {`${word} `}
          </tspan>
        ))}
      </text>
    </a>
  );
}

function Connectors({ line, map }: { readonly line: MapLine; readonly map: RouteMap }): VNode {
  return (
    <g aria-hidden="true">
      {line.stops.flatMap((stop) =>
        stop.alsoOn.map((other) => {
          const row = map.lines.find((candidate) => candidate.route === other)?.row ?? line.row;
          const x = xOf(stop.column);
          return (
            <g key={`${stop.opportunity.id} ${other}`}>
              <path class="app-map__link" d={`M${x} ${yOf(line.row)}V${yOf(row)}`} />
              <circle class="app-map__stop" cx={x} cy={yOf(row)} r={9} />
            </g>
          );
        }),
      )}
    </g>
  );
}

function xOf(column: number): number {
  return FIRST_X + (column + 0.5) * COLUMN;
}

function yOf(row: number): number {
  return TOP + row * ROW;
}

/** From the station, a smooth bend to the line's own row, then straight to just past its last stop. */
function pathOf(line: MapLine, middle: number): string {
  const y = yOf(line.row);
  const end = xOf(Math.max(line.last, 0)) + 58;
  return `M${STATION.x + STATION.r} ${middle}H${STATION.x + 52}C${NAME_X - 40} ${middle} ${NAME_X - 60} ${y} ${NAME_X + 20} ${y}H${end}`;
}

/** Lines that fit a column; past the third a name is cut, its whole being the link's own. */
function wrap(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LABEL) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}…`];
}
