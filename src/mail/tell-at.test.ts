import { expect, test } from 'vitest';
import { aTermCalendar } from '../../test/support/builders.ts';
import type { SchoolDates } from '../domain/calendar/school-time.ts';
import { tellAt } from './tell-at.ts';

const DATES: SchoolDates = { calendar: aTermCalendar(), bankHolidays: [] };

test.for([
  ['in a lesson, at the end of its half hour', '2026-11-26T10:12:30.000Z', '2026-11-26T10:30:00.000Z'],
  ['at its very beginning, at its end', '2026-11-26T10:30:00.000Z', '2026-11-26T11:00:00.000Z'],
  ['in the last half hour of the day, the next morning', '2026-11-26T16:45:00.000Z', '2026-11-27T08:00:00.000Z'],
  ['on Friday night, on Monday', '2026-11-27T21:00:00.000Z', '2026-11-30T08:00:00.000Z'],
  ['before eight, at eight', '2026-11-26T06:10:00.000Z', '2026-11-26T08:00:00.000Z'],
  ['in the summer term, by clocks in England', '2027-05-10T18:00:00.000Z', '2027-05-11T07:00:00.000Z'],
] as const)('of what came %s a teacher is told', ([, now, at]) => {
  expect(tellAt(now, DATES)).toBe(at);
});
