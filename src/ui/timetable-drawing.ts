import { blockName } from '../domain/calendar/half-term.ts';
import { notesOf } from '../domain/plan/timetable-words.ts';
import type { Position, Timetable, TimetableRow } from '../domain/plan/timetable.ts';
import { ROUTE_WORDS } from '../domain/words.ts';
import { REGULAR, wrapText } from './wrap-text.ts';

/** Drawing units, sixteen to a rem: where things stand in the timetable's picture. */
export const NAMES_WIDTH = 244;
/** Room at both sides of the columns, for arrows and for marks on the first and last days. */
export const EDGE = 14;
export const NAME = { size: 16, line: 19 };
export const NOTE = { size: 14, line: 17 };
/** From the top of a row to the middle of its marks, and of its bar. */
export const MARKS_Y = 13;
export const BAR_Y = 33;
/** The chart of hours, from its top to its base, and with its numbers and space above. */
export const HOURS = { space: 18, height: 88, whole: 150 };

const NAMES_GAP = 14;
const ROW_PADDING = 12;
const LEAST_ROW = 50;
/** Twelve columns fill a page's text, eighteen a wide window; more scroll. */
const COLUMN = { least: 61, most: 112, all: 768 };
/** More rows than this stand in several bands, each with the half terms on top: none is far from its column's name. */
const MOST_ROWS = 12;

export interface DrawnRow {
  readonly row: TimetableRow;
  readonly top: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly notes: readonly string[];
}

export interface DrawnYear {
  readonly lines: readonly string[];
  readonly from: number;
  readonly until: number;
}

/** `Autumn`, over the middle of those of its half terms that are shown. */
export interface DrawnTerm {
  readonly name: string;
  readonly middle: number;
}

/** Rows that stand together under one line of half terms; the last has the hours below. */
export interface Band {
  readonly rows: readonly DrawnRow[];
  readonly bottom: number;
  readonly height: number;
  readonly hasHours: boolean;
}

export interface Drawing {
  readonly columnWidth: number;
  readonly chartWidth: number;
  /** As wide as a page's text: a little less room shrinks it, where more columns would scroll. */
  readonly fillsPage: boolean;
  readonly years: readonly DrawnYear[];
  readonly terms: readonly DrawnTerm[];
  /** Base lines of the words above the columns; the rows begin at `bottom`. */
  readonly head: { readonly year: number; readonly term: number; readonly dates: number; readonly bottom: number };
  readonly bands: readonly Band[];
}

/** Works out where everything in a timetable's picture stands, in bands of at most `mostRows`. */
export function drawTimetable(timetable: Timetable, mostRows = MOST_ROWS): Drawing {
  const { columns, rows } = timetable;
  const columnWidth = Math.min(COLUMN.most, Math.max(COLUMN.least, COLUMN.all / columns.length));
  const years = timetable.years.map(({ schoolYear, first, count }) => ({
    lines: count === 1 ? [`${schoolYear} to`, `${schoolYear + 1}`] : [`${schoolYear} to ${schoolYear + 1}`],
    from: EDGE + first * columnWidth,
    until: EDGE + (first + count) * columnWidth,
  }));
  const year = 16 + (Math.max(...years.map(({ lines }) => lines.length)) - 1) * NAME.line;
  const [term, dates] = [year + 30, year + 66];
  const bottom = dates + NOTE.line * (columns.some(({ isEstimate }) => isEstimate) ? 2 : 1) + 32;
  return {
    columnWidth,
    chartWidth: columns.length * columnWidth + 2 * EDGE,
    fillsPage: columnWidth > COLUMN.least && columnWidth < COLUMN.most,
    years,
    terms: termsOf(timetable, columnWidth),
    head: { year, term, dates, bottom },
    bands: bandsOf(rows, mostRows, bottom),
  };
}

function termsOf({ columns }: Timetable, columnWidth: number): readonly DrawnTerm[] {
  return columns.flatMap(({ halfTerm }, index) => {
    const [name = '', half] = blockName(halfTerm).split(' ');
    // Half terms follow each other, so that a second half has its first before it, but for the timetable's own first.
    if (half === '2' && index > 0) return [];
    const isWhole = half === '1' && index < columns.length - 1;
    return [{ name, middle: EDGE + (index + (isWhole ? 1 : 0.5)) * columnWidth }];
  });
}

function bandsOf(rows: readonly TimetableRow[], mostRows: number, top: number): readonly Band[] {
  const count = Math.max(1, Math.ceil(rows.length / mostRows));
  const each = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, index) => {
    const drawn = stack(rows.slice(index * each, (index + 1) * each), top);
    const last = drawn.at(-1);
    const bottom = last ? last.top + last.height : top;
    const hasHours = index === count - 1;
    return { rows: drawn, bottom, height: bottom + (hasHours ? HOURS.whole : 1), hasHours };
  });
}

function stack(rows: readonly TimetableRow[], from: number): readonly DrawnRow[] {
  let top = from;
  return rows.map((row) => {
    const drawn = { row, top, ...wordsOf(row) };
    top += drawn.height;
    return drawn;
  });
}

function wordsOf(row: TimetableRow): Pick<DrawnRow, 'height' | 'name' | 'notes'> {
  const width = NAMES_WIDTH - NAMES_GAP;
  const name = wrapText(row.name, { width, size: NAME.size, lines: 3 });
  const notes = [ROUTE_WORDS[row.route], ...notesOf(row)].flatMap((note) =>
    wrapText(note, { width, size: NOTE.size * REGULAR, lines: 2 }),
  );
  const height = name.length * NAME.line + notes.length * NOTE.line + ROW_PADDING;
  return { height: Math.max(LEAST_ROW, height), name, notes };
}

export function columnX({ columnWidth }: Drawing, index: number): number {
  return EDGE + index * columnWidth;
}

export function positionX(drawing: Drawing, { column, fraction }: Position): number {
  return columnX(drawing, column + fraction);
}
