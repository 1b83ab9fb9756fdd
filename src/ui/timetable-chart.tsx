import type { VNode } from 'preact';
import { dayInWords } from '../domain/day-words.ts';
import { halfTermName } from '../domain/calendar/half-term.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { columnX, positionX, type Band, type Drawing } from './timetable-drawing.ts';
import { TimetableBar } from './timetable-bar.tsx';
import { TimetableHead } from './timetable-head.tsx';
import { TimetableHours } from './timetable-hours.tsx';

export interface TimetableChartProps {
  readonly timetable: Timetable;
  readonly drawing: Drawing;
  readonly band: Band;
  readonly href?: ((step: string) => string) | undefined;
}

/** The right side of a band: half terms across, a bar to each step, today, and under the last band the hours. */
export function TimetableChart({ timetable, drawing, band, href }: TimetableChartProps): VNode {
  return (
    <>
      <g aria-hidden="true">
        <TimetableHead timetable={timetable} drawing={drawing} />
        <Ground timetable={timetable} drawing={drawing} band={band} />
        <Today timetable={timetable} drawing={drawing} band={band} />
      </g>
      {band.rows.map((drawn) => (
        <TimetableBar key={drawn.row.id} drawn={drawn} drawing={drawing} href={href} />
      ))}
      {band.hasHours && <TimetableHours timetable={timetable} drawing={drawing} top={band.bottom} />}
    </>
  );
}

/** Every other column on a panel; each knows its half term, for whoever drags a bar over it. */
function Ground({ timetable, drawing, band }: Omit<TimetableChartProps, 'href'>): VNode {
  const { columnWidth, chartWidth, head } = drawing;
  return (
    <>
      {timetable.columns.map(({ halfTerm }, index) => (
        <rect
          key={halfTerm}
          class={`app-timetable__column${index % 2 === 1 ? ' app-timetable__column--second' : ''}`}
          x={columnX(drawing, index)}
          y={head.bottom}
          width={columnWidth}
          height={band.bottom - head.bottom}
          data-half-term={halfTerm}
        >
          <title>{halfTermName(halfTerm)}</title>
        </rect>
      ))}
      {band.rows.map(({ row, top }) => (
        <path key={row.id} class="app-timetable__hairline" d={`M0 ${top}H${chartWidth}`} />
      ))}
    </>
  );
}

/** A line behind the bars, its words in a strip of their own above all rows. */
function Today({ timetable, drawing, band }: Omit<TimetableChartProps, 'href'>): VNode | null {
  const { day, at } = timetable.today;
  if (!at) return null;
  const x = positionX(drawing, at);
  const isLeft = x < drawing.chartWidth / 2;
  const top = drawing.head.bottom - 6;
  return (
    <>
      <path class="app-timetable__today" d={`M${x} ${top}V${band.bottom}`} />
      <text
        class="app-timetable__today-name"
        x={x + (isLeft ? -4 : 4)}
        y={top - 5}
        text-anchor={isLeft ? 'start' : 'end'}
      >
        {`Today, ${dayInWords(day)}`}
      </text>
    </>
  );
}
