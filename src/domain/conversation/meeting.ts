import { londonInstant, parseClockTime, type ClockTime } from '../calendar/london.ts';
import { schoolDaysAfter, SCHOOL_HOURS, type SchoolDates } from '../calendar/school-time.ts';
import type { IsoDate } from '../date.ts';

export const MEETING_MINUTES = 10;

/** Days ahead that are offered: within these each lesson of a timetable of two weeks comes round. */
const OFFERED_DAYS = 10;
const STEP_MINUTES = 15;

/** The days on which the ten minutes can be: school days, from the next on. */
export function offeredDays(today: IsoDate, dates: SchoolDates): readonly IsoDate[] {
  return Array.from({ length: OFFERED_DAYS }, (_, index) => schoolDaysAfter(today, index + 1, dates));
}

/** The times at which they can begin: each quarter of an hour, so that they end within the school's hours. */
export function offeredTimes(): readonly ClockTime[] {
  const [from, until] = [minutesOf(SCHOOL_HOURS.from), minutesOf(SCHOOL_HOURS.until)];
  const count = Math.floor((until - MEETING_MINUTES - from) / STEP_MINUTES) + 1;
  return Array.from({ length: count }, (_, index) => timeOf(from + index * STEP_MINUTES));
}

/** After lessons, which is when most can. */
export const USUAL_TIME = '15:30' as ClockTime;

/** The instant a day and a time that were offered name; undefined for any other. */
export function meetingAt(
  { day, time }: { readonly day: string; readonly time: string },
  { today, dates }: { readonly today: IsoDate; readonly dates: SchoolDates },
): string | undefined {
  const on = offeredDays(today, dates).find((one) => one === day);
  const at = parseClockTime(time);
  return on !== undefined && at !== undefined && offeredTimes().includes(at) ? londonInstant(on, at) : undefined;
}

function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): ClockTime {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as ClockTime;
}
