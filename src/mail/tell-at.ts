import { nextSchoolTime, type SchoolDates } from '../domain/calendar/school-time.ts';

const HALF_HOUR_MS = 30 * 60_000;

/**
 * When a teacher is told of something that came at `now`: at the end of its half hour, or where that is not in school
 * time, when that begins next. Whatever has the same instant is told in one mail, so it serves as the key of that mail.
 */
export function tellAt(now: string, dates: SchoolDates): string {
  const { epochMilliseconds } = Temporal.Instant.from(now);
  const end = Temporal.Instant.fromEpochMilliseconds(
    epochMilliseconds - (epochMilliseconds % HALF_HOUR_MS) + HALF_HOUR_MS,
  );
  return nextSchoolTime(end.toString({ smallestUnit: 'millisecond' }), dates);
}
