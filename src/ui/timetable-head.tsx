import type { VNode } from 'preact';
import { partsOf, type IsoDate } from '../domain/date.ts';
import { MONTHS } from '../domain/day-words.ts';
import { blockName } from '../domain/calendar/half-term.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { columnX, NAME, NOTE, type Drawing, type DrawnYear } from './timetable-drawing.ts';

export interface TimetableHeadProps {
  readonly timetable: Timetable;
  readonly drawing: Drawing;
}

/** The half terms over a band's columns: school years, terms, and each half's first and last day. */
export function TimetableHead({ timetable, drawing }: TimetableHeadProps): VNode {
  const { head, years, terms } = drawing;
  return (
    <>
      {years.map((year) => (
        <Year key={year.from} year={year} y={head.year} />
      ))}
      {terms.map(({ name, middle }) => (
        <text key={middle} class="app-timetable__term" x={middle} y={head.term}>
          {name}
        </text>
      ))}
      {timetable.columns.map(({ halfTerm, from, until, isEstimate }, index) => {
        const middle = columnX(drawing, index + 0.5);
        return (
          <g key={halfTerm}>
            <text class="app-timetable__term" x={middle} y={head.term + NOTE.line}>
              {blockName(halfTerm).slice(-1)}
            </text>
            {[shortDay(from), shortDay(until), ...(isEstimate ? ['estimate'] : [])].map((line, at) => (
              <text key={line} class="app-timetable__dates" x={middle} y={head.dates + at * NOTE.line}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}

function Year({ year: { lines, from, until }, y }: { readonly year: DrawnYear; readonly y: number }): VNode {
  return (
    <>
      <text class="app-timetable__year" x={from + 2} y={y - (lines.length - 1) * NAME.line}>
        {lines.map((line, index) => (
          <tspan key={line} x={from + 2} dy={index === 0 ? 0 : NAME.line}>
            {`${line} `}
          </tspan>
        ))}
      </text>
      <path class="app-timetable__rule" d={`M${from + 2} ${y + 9}H${until - 2}`} />
    </>
  );
}

/** `2 Nov`: the year stands above. */
function shortDay(day: IsoDate): string {
  const { month, day: dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]?.slice(0, 3) ?? ''}`;
}
