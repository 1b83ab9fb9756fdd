import type { VNode } from 'preact';
import type { Timetable, TimetableColumn } from '../domain/plan/timetable.ts';
import { columnX, HOURS, NOTE, type Drawing } from './timetable-drawing.ts';

export interface TimetableHoursProps {
  readonly timetable: Timetable;
  readonly drawing: Drawing;
  readonly top: number;
}

/** Hours planned as columns, the hours there are as a dotted line in steps, and both as numbers under them. */
export function TimetableHours({ timetable: { columns }, drawing, top }: TimetableHoursProps): VNode {
  const base = top + HOURS.space + HOURS.height;
  const most = Math.max(1, ...columns.flatMap(({ planned, capacity }) => [planned, capacity]));
  const heightOf = (hours: number) => (hours / most) * HOURS.height;
  const line = columns.map(
    ({ capacity }, index) =>
      `${index === 0 ? 'M' : 'L'}${columnX(drawing, index)} ${base - heightOf(capacity)}H${columnX(drawing, index + 1)}`,
  );
  return (
    <g aria-hidden="true">
      {columns.map((column, index) => (
        <rect
          key={column.halfTerm}
          class={`app-timetable__hours${column.isOver ? ' app-timetable__hours--over' : ''}`}
          x={columnX(drawing, index) + drawing.columnWidth * 0.22}
          y={base - heightOf(column.planned)}
          width={drawing.columnWidth * 0.56}
          height={heightOf(column.planned)}
        />
      ))}
      <path class="app-timetable__base" d={`M0 ${base}H${drawing.chartWidth}`} />
      <path class="app-timetable__capacity" d={line.join('')} />
      {columns.map((column, index) => (
        <Numbers key={column.halfTerm} column={column} x={columnX(drawing, index + 0.5)} y={base + NOTE.line + 2} />
      ))}
    </g>
  );
}

interface NumbersProps {
  readonly column: TimetableColumn;
  readonly x: number;
  readonly y: number;
}

function Numbers({ column: { planned, capacity, isOver }, x, y }: NumbersProps): VNode {
  const over = isOver ? ' app-timetable__number--over' : '';
  return (
    <>
      <text class={`app-timetable__number${over}`} x={x} y={y}>
        {planned}
      </text>
      <text class={`app-timetable__number${over}`} x={x} y={y + NOTE.line}>
        {`of ${capacity}`}
      </text>
    </>
  );
}
