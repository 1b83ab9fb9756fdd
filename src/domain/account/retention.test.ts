import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, type IsoDate } from '../date.ts';
import {
  dueFor,
  FIRST_WARNING_DAYS,
  keptUntil,
  lookedAtFrom,
  SECOND_WARNING_DAYS,
  UNUSED_MONTHS,
  type Use,
} from './retention.ts';

const day = (text: string) => text as IsoDate;
const anyDay = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2026-01-01'), count));

/** What is done on one day, as the job does it. */
function after(use: Use, today: IsoDate): Use | 'ended' {
  switch (dueFor(use, today)) {
    case 'first-warning':
      return { ...use, warnedOn: today, warnedAgainOn: null };
    case 'second-warning':
      return { ...use, warnedAgainOn: today };
    case 'end':
      return 'ended';
    default:
      return use;
  }
}

describe('an account nobody uses', () => {
  test('is warned thirty and seven days before two years are over, and ends on the day after', () => {
    const use: Use = { usedOn: day('2026-11-23'), warnedOn: null, warnedAgainOn: null };
    const dues = ['2028-10-23', '2028-10-24'].map((today) => dueFor(use, day(today)));
    expect(dues).toEqual(['nothing', 'first-warning']);
    const warned: Use = { ...use, warnedOn: day('2028-10-24') };
    expect(keptUntil(warned)).toBe('2028-11-23');
    expect(['2028-11-15', '2028-11-16'].map((today) => dueFor(warned, day(today)))).toEqual([
      'nothing',
      'second-warning',
    ]);
    const again: Use = { ...warned, warnedAgainOn: day('2028-11-16') };
    expect(['2028-11-23', '2028-11-24'].map((today) => dueFor(again, day(today)))).toEqual(['nothing', 'end']);
  });

  test('never ends before its time, nor before both warnings have had theirs, however seldom the job runs', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }),
        (usedOn, gaps) => {
          let use: Use = { usedOn, warnedOn: null, warnedAgainOn: null };
          let today = usedOn;
          for (const gap of gaps) {
            today = addDays(today, gap);
            const next = after(use, today);
            if (next === 'ended') {
              expect(today > addMonths(usedOn, UNUSED_MONTHS)).toBe(true);
              expect(daysBetween(use.warnedOn ?? today, today)).toBeGreaterThan(FIRST_WARNING_DAYS - 1);
              expect(daysBetween(use.warnedAgainOn ?? today, today)).toBeGreaterThan(SECOND_WARNING_DAYS);
              return;
            }
            use = next;
            expect(keptUntil(use) >= addMonths(usedOn, UNUSED_MONTHS)).toBe(true);
          }
        },
      ),
    );
  });

  test('that is looked at every day has ended a day after its two years', () => {
    fc.assert(
      fc.property(anyDay, (usedOn) => {
        let use: Use = { usedOn, warnedOn: null, warnedAgainOn: null };
        const last = addMonths(usedOn, UNUSED_MONTHS);
        for (let today = addDays(last, -40); today <= last; today = addDays(today, 1)) {
          const next = after(use, today);
          expect(next).not.toBe('ended');
          if (next !== 'ended') use = next;
        }
        expect(dueFor(use, addDays(last, 1))).toBe('end');
      }),
      { numRuns: 50 },
    );
  });

  test('is among those looked at whenever anything is due', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1000 }), (usedOn, count) => {
        const today = addDays(usedOn, count);
        const isDue = dueFor({ usedOn, warnedOn: null, warnedAgainOn: null }, today) !== 'nothing';
        expect(!isDue || usedOn < lookedAtFrom(today)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
