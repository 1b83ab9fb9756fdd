import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';
import { expect, test } from 'vitest';
import type { IsoDate } from '../domain/date.ts';
import { calendarText, type CalendarDay } from './calendar-text.ts';

function aDay(given: Partial<CalendarDay> = {}): CalendarDay {
  return {
    uid: 'plan-s1-starts@next-steps',
    day: '2027-03-28' as IsoDate,
    summary: 'Starts: A step',
    description: 'A step.',
    sequence: 3,
    changedAt: '2026-11-22T16:05:00.000Z',
    alarms: [],
    isCancelled: false,
    ...given,
  };
}

const textOf = (...days: readonly CalendarDay[]) => calendarText({ name: 'My plan', days });

test('a calendar is written as RFC 5545 has it', () => {
  expect(textOf(aDay({ alarms: ['-PT15H'] })).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Next Steps//Plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:My plan',
    'X-WR-CALNAME:My plan',
    'X-WR-TIMEZONE:Europe/London',
    'BEGIN:VEVENT',
    'UID:plan-s1-starts@next-steps',
    'DTSTAMP:20261122T160500Z',
    'LAST-MODIFIED:20261122T160500Z',
    'SEQUENCE:3',
    'DTSTART;VALUE=DATE:20270328',
    'DTEND;VALUE=DATE:20270329',
    'SUMMARY:Starts: A step',
    'DESCRIPTION:A step.',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Starts: A step',
    'TRIGGER:-PT15H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a feed says how often to ask again, a file does not', () => {
  const feed = calendarText({ name: 'x', days: [], refresh: 'PT12H' });
  expect(feed).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n');
  expect(textOf()).not.toContain('PT12H');
});

test('whatever is written comes out of two other readers as it went in, and adds no line of its own', () => {
  const written = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(...INJECTIONS),
    )
    // Two readers take a carriage return, and what no text may hold, each in its own way: we write neither.
    .map((text) => text.replaceAll(NEVER_WRITTEN, '').trim());
  fc.assert(
    fc.property(written, (words) => {
      const text = textOf(aDay({ summary: `a ${words} b`, description: `a ${words} b` }));
      const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
      expect(event?.getFirstPropertyValue('summary')).toBe(`a ${words} b`);
      expect(event?.getFirstPropertyValue('description')).toBe(`a ${words} b`);
      const [other] = Object.values(sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');
      // This reader takes an escaped backslash before an n for a line break, which RFC 5545 does not.
      if (!words.includes('\\')) expect(other?.summary).toBe(`a ${words} b`);
      expect(other?.uid).toBe('plan-s1-starts@next-steps');
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(Buffer.from(text).toString()).toBe(text);
    }),
  );
});

// oxlint-disable-next-line no-control-regex -- these are the very characters that are left out
const NEVER_WRITTEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u0085\u2028\u2029\ufeff]/g;

const INJECTIONS = [
  'x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:mine',
  'a\\nb \\; \\, ; , : "',
  'ATTENDEE;CN="x":mailto:x@x.example',
  '😀'.repeat(60),
  'ŵ'.repeat(200),
];
