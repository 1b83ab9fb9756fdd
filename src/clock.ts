import { daysBetween, parseIsoDate, type IsoDate } from './domain/date.ts';

/** The only source of "now". */
export interface Clock {
  /** Today in England. */
  today(): IsoDate;
  /** This instant, UTC, ISO form. */
  now(): string;
}

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The real clock; with `pretend`, its day is held at that one (never in production) and its instants are as many days
 * away as it was when the clock was made: what is saved is saved on the day that is pretended.
 */
export function systemClock(pretend?: IsoDate): Clock {
  const londonToday = () => parseIsoDate(LONDON.format(new Date())) as IsoDate;
  const away = pretend === undefined ? 0 : daysBetween(londonToday(), pretend) * DAY_MS;
  return {
    today: () => pretend ?? londonToday(),
    now: () => new Date(Date.now() + away).toISOString(),
  };
}

const DAY_MS = 86_400_000;

/** The instant so many times 24 hours after another, both UTC, ISO form; less than none is before. */
export function daysAfter(instant: string, days: number): string {
  return after(instant, days * DAY_MS);
}

/** The instant so many milliseconds after another, both UTC, ISO form; less than none is before. */
export function after(instant: string, milliseconds: number): string {
  return Temporal.Instant.from(instant).add({ milliseconds }).toString({ smallestUnit: 'millisecond' });
}
