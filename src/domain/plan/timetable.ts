import { addDays, addMonths, daysBetween, firstDayOf, isMonth, type IsoDate, type IsoMonth } from '../date.ts';
import { addHalfTerms, ordinalOf, schoolYearOf, type HalfTermId } from '../calendar/half-term.ts';
import type { Check, Planned } from './plan-check.ts';
import { hoursAgainstCapacity, weeklyHours, type WeeklyHours } from './plan-hours.ts';
import { plannedSteps, type Plan, type StepState } from './plan.ts';
import type { RouteId } from '../catalogue/route.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';

/** A day's place: a column, and how far through it from 0 to 1. A day of the holiday after a column stands at its 1. */
export interface Position {
  readonly column: number;
  readonly fraction: number;
  readonly isHoliday: boolean;
}

export interface TimetableColumn {
  readonly halfTerm: HalfTermId;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Nobody has published its dates. */
  readonly isEstimate: boolean;
  readonly planned: number;
  readonly capacity: number;
  readonly isOver: boolean;
}

/** Columns side by side of one school year: 2026 is that of 2026 to 2027. */
export interface TimetableYear {
  readonly schoolYear: number;
  readonly first: number;
  readonly count: number;
}

export type MarkKind = 'opens' | 'closes' | 'starts';

/** A day of the intake a step is planned for: applications open or close, or it starts. */
export interface TimetableMark {
  readonly kind: MarkKind;
  readonly on: IsoDate | IsoMonth;
  readonly at: Position;
}

export interface TimetableRow {
  readonly id: string;
  readonly name: string;
  readonly route: RouteId;
  readonly state: StepState;
  readonly start: HalfTermId;
  /** The last half term it lasts. */
  readonly end: HalfTermId;
  /** The columns it is drawn in; `null` where the whole of it lies before or after the timetable. */
  readonly bar: { readonly first: number; readonly count: number } | null;
  readonly beganBefore: boolean;
  readonly goesOnAfter: boolean;
  /** No intake is announced for its start: the half term is a guess, ours or the teacher's. */
  readonly isGuess: boolean;
  readonly areHoursKnown: boolean;
  readonly marks: readonly TimetableMark[];
}

/** A plan's timetable as it is to be drawn and said: half terms across, steps down, hours underneath. */
export interface Timetable {
  readonly columns: readonly TimetableColumn[];
  readonly years: readonly TimetableYear[];
  readonly rows: readonly TimetableRow[];
  readonly today: { readonly day: IsoDate; readonly at: Position | null };
  /** What the hours there are rest on. */
  readonly capacityBasis: WeeklyHours['basis'];
  /** Whether our own estimates are among the hours planned. */
  readonly hasEstimatedHours: boolean;
}

/** The steps for whose start no intake is announced: their half terms are guesses. */
export function guessedSteps(checks: readonly Pick<Check, 'code' | 'steps'>[]): ReadonlySet<string> {
  return new Set(checks.filter(({ code }) => code === 'intake-not-announced').flatMap(({ steps }) => steps));
}

/**
 * Lays out the timetable of a plan: `halfTerms` from its first on, at least as many as it shows; those after are left
 * out. `checks` are the plan's, and say of which steps no intake is announced.
 */
export function layOutTimetable(
  plan: Plan,
  halfTerms: readonly HalfTerm[],
  today: IsoDate,
  checks: readonly Pick<Check, 'code' | 'steps'>[],
): Timetable {
  const columns = columnsOf(plan, halfTerms.slice(0, plan.halfTerms));
  const guesses = guessedSteps(checks);
  const steps = plannedSteps(plan).toSorted(byStart);
  return {
    columns,
    years: yearsOf(columns),
    rows: steps.map((step) => rowOf(step, columns, ordinalOf(plan.first), guesses)),
    today: { day: today, at: positionOf(today, columns) },
    capacityBasis: weeklyHours(plan.profile).basis,
    hasEstimatedHours: steps.some(({ hoursBasis }) => hoursBasis === 'our-estimate'),
  };
}

function columnsOf(plan: Plan, shown: readonly HalfTerm[]): readonly TimetableColumn[] {
  const hours = hoursAgainstCapacity(plan, shown);
  return shown.map(({ id, from, until, basis }, index) => {
    const { planned = 0, capacity = 0, isOver = false } = hours[index] ?? {};
    return {
      halfTerm: id,
      from,
      until,
      isEstimate: basis === 'estimate',
      planned,
      capacity,
      isOver,
    };
  });
}

function yearsOf(columns: readonly TimetableColumn[]): readonly TimetableYear[] {
  const years = Map.groupBy(columns, ({ halfTerm }) => schoolYearOf(halfTerm));
  return [...years].map(([schoolYear, its]) => ({
    schoolYear,
    first: columns.findIndex(({ halfTerm }) => schoolYearOf(halfTerm) === schoolYear),
    count: its.length,
  }));
}

/** The soonest start first, then the soonest end, then as the ids were given out: s2 before s10. */
function byStart(a: Planned, b: Planned): number {
  return (
    ordinalOf(a.start) - ordinalOf(b.start) ||
    a.hours.length - b.hours.length ||
    a.id.length - b.id.length ||
    (a.id < b.id ? -1 : 1)
  );
}

function rowOf(
  step: Planned,
  columns: readonly TimetableColumn[],
  firstOrdinal: number,
  guesses: ReadonlySet<string>,
): TimetableRow {
  const { id, name, route, state, start } = step;
  const begins = ordinalOf(start) - firstOrdinal;
  const ends = begins + step.hours.length;
  const first = Math.max(0, begins);
  const count = Math.min(columns.length, ends) - first;
  return {
    id,
    name,
    route,
    state,
    start,
    end: addHalfTerms(start, step.hours.length - 1),
    bar: count > 0 ? { first, count } : null,
    beganBefore: begins < 0,
    goesOnAfter: ends > columns.length,
    isGuess: guesses.has(id),
    areHoursKnown: step.hoursBasis !== 'not-known',
    marks: marksOf(step, columns),
  };
}

const MARK_KINDS: readonly MarkKind[] = ['opens', 'closes', 'starts'];

function marksOf({ pin }: Planned, columns: readonly TimetableColumn[]): readonly TimetableMark[] {
  const intake = pin?.intake;
  if (!intake) return [];
  return MARK_KINDS.flatMap((kind) => {
    const on = intake[kind];
    const at = on && (isMonth(on) ? positionOfMonth(on, columns) : positionOf(on, columns));
    return on && at ? [{ kind, on, at }] : [];
  });
}

/** Where a day lies in the timetable; `null` before its first day or after its last. */
function positionOf(day: IsoDate, columns: readonly TimetableColumn[]): Position | null {
  const column = columns.findLastIndex(({ from }) => from <= day);
  const { from, until } = columns[column] ?? {};
  if (!from || !until) return null;
  if (day > until) return column < columns.length - 1 ? { column, fraction: 1, isHoliday: true } : null;
  // The middle of the day, so that no day lies on the line between two columns.
  const fraction = (daysBetween(from, day) + 0.5) / (daysBetween(from, until) + 1);
  return { column, fraction, isHoliday: false };
}

/** A month counts from its first day of school: nothing starts in a holiday on the ground of a month's first day. */
function positionOfMonth(month: IsoMonth, columns: readonly TimetableColumn[]): Position | null {
  const firstDay = firstDayOf(month);
  const lastDay = addDays(addMonths(firstDay, 1), -1);
  const column = columns.findIndex(({ until }) => firstDay <= until);
  const { from } = columns[column] ?? {};
  if (!from || (column === 0 && lastDay < from)) return null;
  return from <= firstDay ? positionOf(firstDay, columns) : { column, fraction: 0, isHoliday: false };
}
