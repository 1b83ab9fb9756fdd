import { isMonth, partsOf, type IsoDate, type IsoMonth } from '../date.ts';
import { dayInWords, MONTHS } from '../day-words.ts';
import { halfTermName } from '../calendar/half-term.ts';
import { ROUTE_WORDS } from '../words.ts';
import type { Timetable, TimetableColumn, TimetableMark, TimetableRow } from './timetable.ts';

/** `Autumn 2 of 2026 to Spring 1 of 2027`, or only the one where it begins and ends in it. */
export function whenOf({ start, end }: TimetableRow): string {
  return start === end ? halfTermName(start) : `${halfTermName(start)} to ${halfTermName(end)}`;
}

/** What is to be known of a step beside its half terms, a few words each: how it stands, then the days of its intake. */
export function notesOf(row: TimetableRow): readonly string[] {
  return [...standingOf(row), ...daysOf(row.marks)];
}

/** What is said of a start for which no intake is announced. */
export const GUESS_WORDS = 'Not announced: this start is a guess';

/** How a step stands, whatever the day. */
export function standingOf(row: TimetableRow): readonly string[] {
  const { state, isGuess, areHoursKnown, bar, beganBefore, goesOnAfter } = row;
  return [
    state === 'done' && 'Done',
    state === 'under-way' && 'Under way',
    isGuess && GUESS_WORDS,
    !areHoursKnown && 'Hours not known',
    beganBefore && (bar ? 'Began before this timetable' : 'Over before this timetable begins'),
    goesOnAfter && (bar ? 'Goes on after this timetable' : 'After this timetable ends'),
  ].filter((words) => words !== false);
}

function daysOf(marks: readonly TimetableMark[]): readonly string[] {
  const [opens, closes, starts] = (['opens', 'closes', 'starts'] as const).map((kind) =>
    marks.find((mark) => mark.kind === kind),
  );
  const window =
    opens && closes
      ? [`Apply ${spanInWords(opens.on as IsoDate, closes.on as IsoDate)}`]
      : [opens, closes].flatMap((mark) => (mark ? [markWords(mark)] : []));
  return [...window, ...(starts ? [markWords(starts)] : [])];
}

/** One mark in words, for where it stands alone. */
export function markWords({ kind, on }: TimetableMark): string {
  switch (kind) {
    case 'opens':
      return `Applications open on ${inWords(on)}`;
    case 'closes':
      return `Apply by ${inWords(on)}`;
    case 'starts':
      return `Intake starts ${isMonth(on) ? 'in' : 'on'} ${inWords(on)}`;
    default:
      return kind satisfies never;
  }
}

/** A step as one sentence after another: its name, its route, its half terms and its notes. */
export function sentencesOf(row: TimetableRow): string {
  return [row.name, ROUTE_WORDS[row.route], whenOf(row), ...notesOf(row)].map((words) => `${words}.`).join(' ');
}

/** `2 November to 18 December 2026`, and whether that is an estimate. */
export function datesOf({ from, until, isEstimate }: TimetableColumn): string {
  return `${spanInWords(from, until)}${isEstimate ? ' (estimate)' : ''}`;
}

/** `15 of 13`. */
export function hoursOf({ planned, capacity }: TimetableColumn): string {
  return `${planned} of ${capacity}`;
}

/** How many hours a half term is over what there is; empty where it is not. */
export function excessOf({ planned, capacity, isOver }: TimetableColumn): string {
  return isOver ? `${planned - capacity} too many` : '';
}

/** What the hours rest on, a sentence each. */
export function hoursBasisOf({ capacityBasis, hasEstimatedHours }: Timetable): readonly string[] {
  return [
    capacityBasis === 'yours'
      ? 'The hours you have are those you told us.'
      : 'The hours you have are our estimate: you have not told us yours.',
    ...(hasEstimatedHours ? ['Some of the hours planned are our estimates.'] : []),
  ];
}

/** Where today is, in a sentence. */
export function todayInWords({ today: { day, at }, columns }: Timetable): string {
  const column = at ? columns[at.column] : undefined;
  if (column) {
    const where = `${at?.isHoliday ? 'the holiday after ' : ''}${halfTermName(column.halfTerm)}`;
    return `Today, ${dayInWords(day)}, is in ${where}.`;
  }
  const isBefore = day < (columns[0]?.from ?? day);
  return `Today, ${dayInWords(day)}, is ${isBefore ? 'before this timetable begins' : 'after this timetable ends'}.`;
}

/** The year is said once where both days are in it. */
function spanInWords(from: IsoDate, until: IsoDate): string {
  const { year, month, day } = partsOf(from);
  const begins = year === partsOf(until).year ? `${day} ${MONTHS[month - 1] ?? ''}` : dayInWords(from);
  return `${begins} to ${dayInWords(until)}`;
}

function inWords(on: IsoDate | IsoMonth): string {
  if (!isMonth(on)) return dayInWords(on);
  return `${MONTHS[Number(on.slice(5)) - 1] ?? ''} ${on.slice(0, 4)}`;
}
