import { londonDay } from '../domain/calendar/london.ts';
import { weekdayOf, type IsoDate } from '../domain/date.ts';
import { formatDay, formatInstant } from './format.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Thursday 3 December 2026` */
export function dayWithWeekday(day: IsoDate): string {
  return `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${formatDay(day)}`;
}

/** `Thursday 3 December 2026 at 15:30`, as clocks in England show it. */
export function meetingWords(startsAt: string): string {
  return `${WEEKDAYS[weekdayOf(londonDay(startsAt)) - 1] ?? ''} ${formatInstant(startsAt)}`;
}
