import type { IsoDate } from '../date.ts';

const LONDON = 'Europe/London';

/** A time of day as clocks in England show it, `HH:MM`. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

/** Takes any text; gives the time of day it names, or `undefined` where there is none (`24:00`, `9:30`). */
export function parseClockTime(text: string): ClockTime | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : undefined;
}

/** The day an instant (UTC, ISO form) falls on in England. */
export function londonDay(instant: string): IsoDate {
  return inLondon(instant).toPlainDate().toString() as IsoDate;
}

/** The time of day that clocks in England show at an instant; seconds are left off. */
export function londonTime(instant: string): ClockTime {
  return inLondon(instant).toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime;
}

/**
 * The instant at which clocks in England show this time on this day. A time that the change to summer time skips is
 * taken an hour later; one that the change back shows twice is the first.
 */
export function londonInstant(day: IsoDate, time: ClockTime): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
}

function inLondon(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON);
}
