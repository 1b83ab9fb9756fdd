import { parseIsoDate, type IsoDate } from './domain/date.ts';

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

/** The real clock; with `pretend`, its day is held at that one (never in production). */
export function systemClock(pretend?: IsoDate): Clock {
  return {
    today: () => pretend ?? (parseIsoDate(LONDON.format(new Date())) as IsoDate),
    now: () => new Date().toISOString(),
  };
}

/** The instant so many milliseconds after another, both UTC, ISO form; less than none is before. */
export function after(instant: string, milliseconds: number): string {
  return Temporal.Instant.from(instant).add({ milliseconds }).toString({ smallestUnit: 'millisecond' });
}
