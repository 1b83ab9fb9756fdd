import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import type { IsoDate } from './domain/date.ts';
import { londonDay } from './domain/calendar/london.ts';

test.for(['2023-07-01', '2026-11-23', '2031-02-28'])('pretending %s, what happens now happens that day', (day) => {
  const clock = systemClock(day as IsoDate);
  expect(clock.today()).toBe(day);
  const [now, real] = [clock.now(), systemClock().now()];
  expect(now.slice(11, 16)).toBe(real.slice(11, 16));
  // An hour of summer time apart, the instant just before midnight belongs to the next day.
  if (!/T(?:22|23|00|01)/.test(real)) expect(londonDay(now)).toBe(day);
});

test('pretending nothing, today is the day of now', () => {
  const clock = systemClock();
  expect(clock.today()).toBe(londonDay(clock.now()));
});

test('pretending a day, time goes on', async () => {
  const clock = systemClock('2026-11-23' as IsoDate);
  const before = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now() > before).toBe(true);
});
