import { halfTermName } from '../calendar/half-term.ts';
import { ROUTE_WORDS } from '../words.ts';
import { datesOf, excessOf, hoursOf, markWords, standingOf, whenOf } from './timetable-words.ts';
import type { Timetable, TimetableColumn, TimetableRow } from './timetable.ts';

/** One line of a half term's list: what happens, to which step, and what is to be known of it. */
export interface ListItem {
  readonly row: TimetableRow;
  /** `Starts`, `Ends`, `Apply by 31 December 2026`. */
  readonly what: string;
  /** Words after its name. Where a step is first met: its route, until when, and how it stands. */
  readonly notes: readonly string[];
}

/** A timetable's half term, or what lies before or after it, with all that happens there. */
export interface ListGroup {
  readonly heading: string;
  /** Only of a half term. */
  readonly dates?: string;
  readonly hours?: string;
  readonly isOver: boolean;
  readonly items: readonly ListItem[];
  /** Steps that neither start nor end here. */
  readonly goesOn: readonly TimetableRow[];
}

/** The timetable as a list by half term, for where there is no room for columns. Half terms with nothing are left out. */
export function listByHalfTerm({ columns, rows }: Timetable): readonly ListGroup[] {
  const outside = rows.filter(({ bar }) => bar === null);
  return [
    outsideGroup(
      'Before this timetable',
      outside.filter(({ beganBefore }) => beganBefore),
    ),
    ...columns.map((column, index) => columnGroup(column, index, rows)),
    outsideGroup(
      'After this timetable',
      outside.filter(({ beganBefore }) => !beganBefore),
    ),
  ].filter(({ items, goesOn }) => items.length + goesOn.length > 0);
}

function outsideGroup(heading: string, rows: readonly TimetableRow[]): ListGroup {
  const items = rows.map((row) => ({ row, what: whenOf(row), notes: introOf(row) }));
  return { heading, isOver: false, items, goesOn: [] };
}

function columnGroup(column: TimetableColumn, index: number, rows: readonly TimetableRow[]): ListGroup {
  const excess = excessOf(column);
  return {
    heading: halfTermName(column.halfTerm),
    dates: datesOf(column),
    hours: `${hoursOf(column)} hours${excess ? `: ${excess}` : ''}`,
    isOver: column.isOver,
    items: rows.flatMap((row) => [...marksIn(row, index), ...turnsIn(row, index)]),
    goesOn: rows.filter((row) => isMet(row, index) && turnsIn(row, index).length === 0),
  };
}

function isMet({ bar }: TimetableRow, index: number): boolean {
  return bar !== null && bar.first <= index && index < bar.first + bar.count;
}

function marksIn(row: TimetableRow, index: number): readonly ListItem[] {
  return row.marks
    .filter(({ at }) => at.column === index)
    .map((mark) => ({ row, what: markWords(mark), notes: mark.at.isHoliday ? ['In the holiday after'] : [] }));
}

/** Whether a step starts or ends in a column. One that began before the timetable is first met in its first column. */
function turnsIn(row: TimetableRow, index: number): readonly ListItem[] {
  const { bar, beganBefore, goesOnAfter } = row;
  if (!bar) return [];
  const starts = bar.first === index;
  const ends = bar.first + bar.count - 1 === index && !goesOnAfter;
  if (starts && ends && !beganBefore) return [{ row, what: 'Starts and ends', notes: introOf(row) }];
  const began = beganBefore ? [`Began in ${halfTermName(row.start)}`] : [];
  const notes = introOf(row, ...began, `Ends in ${halfTermName(row.end)}`);
  return [
    ...(starts ? [{ row, what: beganBefore ? 'Goes on' : 'Starts', notes }] : []),
    ...(ends ? [{ row, what: 'Ends', notes: [] }] : []),
  ];
}

function introOf(row: TimetableRow, ...when: readonly string[]): readonly string[] {
  return [ROUTE_WORDS[row.route], ...when, ...standingOf(row)];
}
