import type { VNode } from 'preact';
import type { Timetable } from '../domain/plan/timetable.ts';
import { TimetableChart } from './timetable-chart.tsx';
import { NAMES_WIDTH, NOTE, type Band, type Drawing } from './timetable-drawing.ts';
import { TimetableNames } from './timetable-names.tsx';
import { legendOf, SAMPLE, type LegendEntry } from './timetable-shapes.ts';
import { roughWidth } from './wrap-text.ts';

const LEGEND_LINE = 22;
const GAP = 6;

export interface TimetableSheetProps {
  readonly timetable: Timetable;
  readonly drawing: Drawing;
  readonly band: Band;
  /** CSS for the classes: a drawing that leaves the page has no stylesheet beside it. */
  readonly css: string;
}

/** One band of the timetable as a drawing of its own, names and chart together, its legend below the last. */
export function TimetableSheet({ timetable, drawing, band, css }: TimetableSheetProps): VNode {
  const width = NAMES_WIDTH + drawing.chartWidth;
  const legend = band.hasHours ? placeLegend(legendOf(timetable), width) : [];
  const height = band.height + (legend.length > 0 ? LEGEND_LINE * (1 + (legend.at(-1)?.line ?? 0)) + GAP : 0);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <style>{css}</style>
      <svg width={NAMES_WIDTH} height={band.height} viewBox={`0 0 ${NAMES_WIDTH} ${band.height}`}>
        <TimetableNames drawing={drawing} band={band} />
      </svg>
      <g transform={`translate(${NAMES_WIDTH} 0)`}>
        <TimetableChart timetable={timetable} drawing={drawing} band={band} />
      </g>
      {legend.map(({ entry, x, line }) => (
        <g key={entry.words} transform={`translate(${x} ${band.height + LEGEND_LINE * line})`}>
          <path class={`app-timetable__${entry.kind}`} d={entry.path} />
          <text x={SAMPLE.width + GAP} y={SAMPLE.height - 4}>
            {entry.words}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Placed {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly line: number;
}

/** The entries one after another, in as many lines as they need. */
function placeLegend(entries: readonly LegendEntry[], width: number): readonly Placed[] {
  let [x, line] = [0, 0];
  return entries.map((entry) => {
    const room = SAMPLE.width + roughWidth(entry.words, NOTE.size) + 3 * GAP;
    if (x + room > width) [x, line] = [0, line + 1];
    const placed = { entry, x, line };
    x += room;
    return placed;
  });
}
