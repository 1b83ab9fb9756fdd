import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../date.ts';
import { londonDay, londonInstant, londonTime, parseClockTime, type ClockTime } from './london.ts';

const day = (text: string) => text as IsoDate;
const time = (text: string) => text as ClockTime;

describe('time in England', () => {
  test.for([
    ['in winter', '2026-11-26', '08:00', '2026-11-26T08:00:00.000Z'],
    ['in summer', '2026-07-01', '08:00', '2026-07-01T07:00:00.000Z'],
    ['the day before clocks go forward', '2027-03-27', '16:15', '2027-03-27T16:15:00.000Z'],
    ['the day they go forward', '2027-03-28', '16:15', '2027-03-28T15:15:00.000Z'],
    ['in the hour that is skipped', '2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
    ['the day before they go back', '2026-10-24', '16:15', '2026-10-24T15:15:00.000Z'],
    ['the day they go back', '2026-10-25', '16:15', '2026-10-25T16:15:00.000Z'],
    ['in the hour that comes twice', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ])('%s, %s at %s is %s', ([, on = '', at = '', instant]) => {
    expect(londonInstant(day(on), time(at))).toBe(instant);
  });

  test('half past midnight in summer is the next day, though by UTC it is not', () => {
    expect(londonDay('2026-07-01T23:30:00.000Z')).toBe('2026-07-02');
    expect(londonTime('2026-07-01T23:30:00.000Z')).toBe('00:30');
    expect(londonDay('2026-12-01T23:30:00.000Z')).toBe('2026-12-01');
  });

  test.for(['08:00', '00:00', '23:59'])('%s is a time of day', (text) => {
    expect(parseClockTime(text)).toBe(text);
  });

  test.for(['24:00', '8:00', '08:60', '08:00:00', ' 08:00', '', '08.00'])('%j is none', (text) => {
    expect(parseClockTime(text)).toBeUndefined();
  });

  test('what a clock shows is read back, but in the hour that is skipped', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2021-07-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (any, hour, minute) => {
          const on = day(any.toISOString().slice(0, 10));
          const at = time(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
          const instant = londonInstant(on, at);
          expect([londonDay(instant), londonTime(instant)]).toEqual([on, at]);
        },
      ),
    );
  });
});
