import type { VNode } from 'preact';
import { markWords, sentencesOf } from '../domain/plan/timetable-words.ts';
import type { TimetableMark, TimetableRow } from '../domain/plan/timetable.ts';
import { BAR_Y, columnX, EDGE, MARKS_Y, positionX, type DrawnRow, type Drawing } from './timetable-drawing.ts';
import { MARK_SHAPES } from './timetable-shapes.ts';

const HALF = 6;
const RING = 7.5;
/** From a bar's ends to its columns' sides. */
const INSET = 4;
/** Half of what can be pointed at, seized and seen to have the focus. */
const HIT = 15;

export interface TimetableBarProps {
  readonly drawn: DrawnRow;
  readonly drawing: Drawing;
  readonly href?: ((step: string) => string) | undefined;
}

/** One step as a bar in its route's colour, and above it the days of its intake. The bar is a link to its page. */
export function TimetableBar({ drawn, drawing, href }: TimetableBarProps): VNode {
  const { row, top } = drawn;
  const bar = <Bar row={row} y={top + BAR_Y} drawing={drawing} />;
  return (
    <g class={`app-route--${row.route}`}>
      <Marks row={row} y={top + MARKS_Y} drawing={drawing} />
      {href ? (
        <a
          class="app-timetable__step"
          href={href(row.id)}
          aria-label={sentencesOf(row)}
          data-step={row.id}
          data-column={row.bar?.first}
        >
          {bar}
        </a>
      ) : (
        bar
      )}
    </g>
  );
}

interface PartProps {
  readonly row: TimetableRow;
  readonly y: number;
  readonly drawing: Drawing;
}

function Bar({ row, y, drawing }: PartProps): VNode {
  const { left, right } = endsOf(row, drawing);
  const kind = row.isGuess ? ' app-timetable__bar--guess' : '';
  return (
    <>
      <rect class="app-timetable__hit" x={left - 4} y={y - HIT} width={right - left + 8} height={2 * HIT} rx={4} />
      {row.bar && (
        <rect
          class={`app-timetable__bar${kind}`}
          x={left}
          y={y - HALF}
          width={right - left}
          height={2 * HALF}
          rx={HALF}
        />
      )}
      {row.beganBefore && <path class="app-timetable__arrow" d={`M2 ${y}l10 -9v18z`} />}
      {(row.goesOnAfter || isAfter(row)) && (
        <path class="app-timetable__arrow" d={`M${drawing.chartWidth - 2} ${y}l-10 -9v18z`} />
      )}
      {row.bar && !row.beganBefore && !row.isGuess && (
        <circle class="app-timetable__ring" cx={left + RING - 1} cy={y} r={RING} />
      )}
    </>
  );
}

function isAfter({ bar, beganBefore }: TimetableRow): boolean {
  return bar === null && !beganBefore;
}

/** Up to the arrow where a step reaches over the timetable's end; only the arrow's room where all of it lies beyond. */
function endsOf(row: TimetableRow, drawing: Drawing): { readonly left: number; readonly right: number } {
  const { bar, beganBefore, goesOnAfter } = row;
  const end = drawing.chartWidth;
  if (!bar) return beganBefore ? { left: 4, right: EDGE } : { left: end - EDGE, right: end - 4 };
  return {
    left: beganBefore ? EDGE - 3 : columnX(drawing, bar.first) + INSET,
    right: goesOnAfter ? end - EDGE + 3 : columnX(drawing, bar.first + bar.count) - INSET,
  };
}

function Marks({ row, y, drawing }: PartProps): VNode {
  const [opens, closes] = (['opens', 'closes'] as const).map((kind) => row.marks.find((mark) => mark.kind === kind));
  return (
    <g aria-hidden="true">
      {opens && closes && (
        <path
          class="app-timetable__window"
          d={`M${positionX(drawing, opens.at)} ${y}H${positionX(drawing, closes.at)}`}
        />
      )}
      {row.marks.map((mark) => (
        <path
          key={mark.kind}
          class={`app-timetable__mark app-timetable__mark--${mark.kind}`}
          d={shapeOf(mark, y, drawing)}
        >
          <title>{markWords(mark)}</title>
        </path>
      ))}
    </g>
  );
}

function shapeOf({ kind, at }: TimetableMark, y: number, drawing: Drawing): string {
  return `M${positionX(drawing, at)} ${y}${MARK_SHAPES[kind]}`;
}
