import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTermCalendar } from '../../../test/support/builders.ts';
import { addDays, type IsoDate } from '../date.ts';
import { closesOn, nextReminder, reminderDue, REMINDERS_AT_MOST, type OpenQuestion } from './reminder-days.ts';
import { isSchoolDayAt, schoolDaysAfter, type SchoolDates } from './school-time.ts';

const day = (text: string) => text as IsoDate;
const DATES: SchoolDates = { calendar: aTermCalendar(), bankHolidays: [] };

function aQuestion(given: Partial<OpenQuestion> = {}): OpenQuestion {
  return {
    askedOn: day('2026-11-09'),
    answerBy: day('2026-11-23'),
    remindedOn: [],
    takesReminders: true,
    ...given,
  };
}

describe('who was asked on Monday 9 November 2026, for an answer by Monday 23 November', () => {
  test.for([
    ['is reminded when half of the ten school days are over', [], 'first', '2026-11-16'],
    ['is reminded for the last time on the last day', ['2026-11-16'], 'last', '2026-11-23'],
    ['is not reminded two days running where the first time was late', ['2026-11-24'], 'last', '2026-11-26'],
    ['is left in peace five school days later', ['2026-11-16', '2026-11-23'], 'close', '2026-11-30'],
    [
      'has five school days from the last mail, where that was late',
      ['2026-11-16', '2026-11-26'],
      'close',
      '2026-12-03',
    ],
  ] as const)('%s', ([, remindedOn, what, from]) => {
    const question = aQuestion({ remindedOn: remindedOn.map(day) });
    expect(nextReminder(question, DATES)).toEqual({ what, from });
    expect(reminderDue(question, addDays(day(from), -1), DATES)).toBeUndefined();
    expect(reminderDue(question, day(from), DATES)).toBe(what);
  });

  test.for([[[]], [['2026-11-16']]] as const)(
    'and takes no reminders (any more) gets none after %j: only the end',
    ([remindedOn]) => {
      const question = aQuestion({ takesReminders: false, remindedOn: remindedOn.map(day) });
      expect(nextReminder(question, DATES)).toEqual({ what: 'close', from: '2026-11-30' });
    },
  );

  test('is told in the last reminder the very day on which it is closed', () => {
    const question = aQuestion({ remindedOn: [day('2026-11-16'), day('2026-11-25')] });
    expect(nextReminder(question, DATES)).toEqual({ what: 'close', from: closesOn(question, DATES) });
  });
});

test('half term and holidays are no school days: neither their time nor their peace runs in them', () => {
  const question = aQuestion({ askedOn: day('2026-12-16'), answerBy: day('2027-01-13') });
  const { from } = nextReminder(question, DATES);
  expect(from >= '2027-01-04').toBe(true);
  expect(isSchoolDayAt(DATES, from)).toBe(true);
});

test('over any days on which it is looked at, and any school days to answer in: two reminders at most, one end, in order', () => {
  const looks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(looks, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 300 }), (gaps, count, offset) => {
      const askedOn = addDays(day('2026-09-07'), offset);
      const answerBy = schoolDaysAfter(askedOn, count, DATES);
      const done: { readonly what: string; readonly on: IsoDate }[] = [];
      let today = askedOn;
      for (const gap of gaps) {
        today = addDays(today, gap);
        if (!isSchoolDayAt(DATES, today) || done.at(-1)?.what === 'close') continue;
        const remindedOn = done.map(({ on }) => on);
        const what = reminderDue(aQuestion({ askedOn, answerBy, remindedOn }), today, DATES);
        if (what !== undefined) done.push({ what, on: today });
      }
      expect(done.map(({ what }) => what)).toEqual(['first', 'last', 'close'].slice(0, done.length));
      expect(done.filter(({ what }) => what !== 'close').length).toBeLessThanOrEqual(REMINDERS_AT_MOST);
      for (const [index, { what, on }] of done.entries()) {
        const before = done[index - 1]?.on ?? askedOn;
        expect(on > before).toBe(true);
        if (what === 'last') expect(on >= schoolDaysAfter(before, 2, DATES)).toBe(true);
        if (what === 'close') expect(on >= schoolDaysAfter(before, 5, DATES)).toBe(true);
        if (what !== 'first') expect(on >= answerBy).toBe(true);
      }
    }),
  );
});
