import type { VNode } from 'preact';
import { BAR_Y, HOURS, NAME, NAMES_WIDTH, NOTE, type Band, type DrawnRow, type Drawing } from './timetable-drawing.ts';

export interface TimetableNamesProps {
  readonly drawing: Drawing;
  readonly band: Band;
  readonly href?: ((step: string) => string) | undefined;
}

/**
 * The left side of a band: each step's name, route and notes, level with its bar. What is cut off here stands whole
 * in the bar's own link, which is the one that is announced and reached by keyboard.
 */
export function TimetableNames({ drawing, band, href }: TimetableNamesProps): VNode {
  return (
    <>
      <Lines class="app-timetable__note" lines={['First day', 'Last day']} y={drawing.head.dates} step={NOTE.line} />
      {band.rows.map((drawn) => (
        <g key={drawn.row.id}>
          <path class="app-timetable__hairline" d={`M0 ${drawn.top}H${NAMES_WIDTH}`} />
          {href ? (
            <a href={href(drawn.row.id)} tabIndex={-1}>
              <Name drawn={drawn} />
            </a>
          ) : (
            <Name drawn={drawn} />
          )}
          <Lines class="app-timetable__note" lines={drawn.notes} y={notesY(drawn)} step={NOTE.line} />
        </g>
      ))}
      {band.hasHours && <HoursName y={band.bottom + HOURS.space + HOURS.height} />}
    </>
  );
}

function Name({ drawn }: { readonly drawn: DrawnRow }): VNode {
  return <Lines class="app-timetable__name" lines={drawn.name} y={drawn.top + BAR_Y - 10} step={NAME.line} />;
}

function notesY({ top, name }: DrawnRow): number {
  return top + BAR_Y - 10 + (name.length - 1) * NAME.line + NOTE.line + 1;
}

function HoursName({ y }: { readonly y: number }): VNode {
  return (
    <>
      <path class="app-timetable__base" d={`M0 ${y}H${NAMES_WIDTH}`} />
      <text class="app-timetable__name" x={0} y={y + NOTE.line + 2}>
        Hours planned
      </text>
      <text class="app-timetable__note" x={0} y={y + 2 * NOTE.line + 2}>
        of the hours you have
      </text>
    </>
  );
}

interface LinesProps {
  readonly class: string;
  readonly lines: readonly string[];
  readonly y: number;
  readonly step: number;
}

function Lines({ class: kind, lines, y, step }: LinesProps): VNode {
  return (
    <text class={kind} x={0} y={y}>
      {lines.map((line, index) => (
        <tspan key={index} x={0} dy={index === 0 ? 0 : step}>
          {`${line} `}
        </tspan>
      ))}
    </text>
  );
}
