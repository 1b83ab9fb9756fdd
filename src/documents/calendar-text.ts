import { addDays, type IsoDate } from '../domain/date.ts';

/** One day in a calendar. It is a day and no time: no clock change and no other time zone can move it. */
export interface CalendarDay {
  /** Never used for anything else, and the same however often the day moves. */
  readonly uid: string;
  readonly day: IsoDate;
  readonly summary: string;
  readonly description: string;
  /** Grows with every change, so that a calendar knows which of two is newer. */
  readonly sequence: number;
  /** When it was last changed, an instant in UTC ISO form. */
  readonly changedAt: string;
  /** When to remind, as durations from the midnight the day begins with: `-PT15H` is nine the morning before. */
  readonly alarms: readonly string[];
  readonly isCancelled: boolean;
}

export interface CalendarText {
  readonly name: string;
  readonly days: readonly CalendarDay[];
  /** How often to ask again; only a feed has something new to give. */
  readonly refresh?: string;
}

/** A calendar as RFC 5545 writes it: lines of at most 75 octets, each ended by CRLF. */
export function calendarText({ name, days, refresh }: CalendarText): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Next Steps//Plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/London',
    ...(refresh === undefined ? [] : [`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`]),
    ...days.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return calendarLines(lines);
}

/** Lines as they stand in a calendar, long ones folded. */
export function calendarLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarDay): readonly string[] {
  const changed = inCalendarForm(event.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(event.day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A day to know of keeps nobody from being asked to a meeting.
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...event.alarms.flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(event.summary)}`,
      `TRIGGER:${trigger}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** `2026-11-22T16:05:00.000Z` as `20261122T160500Z`. */
export function inCalendarForm(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11: what would end a value or a list is escaped; a line break is written as one. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(CONTROL, '');
}

// oxlint-disable-next-line no-control-regex -- these are the very characters RFC 5545 keeps out of a text
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const OCTETS_IN_A_LINE = 75;

/** RFC 5545, 3.1: a long line goes on after CRLF and one space, and no letter is cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > OCTETS_IN_A_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}
