import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTermCalendar } from '../../../test/support/builders.ts';
import { aConversation, aPlanOf, asked } from '../../../test/support/talk-builders.ts';
import { londonInstant, type ClockTime } from '../calendar/london.ts';
import { isSchoolDayAt, schoolDaysAfter, type SchoolDates } from '../calendar/school-time.ts';
import { addDays, type IsoDate } from '../date.ts';
import { close } from './conversation-moves.ts';
import type { ConversationEvent, Said } from './conversation-event.ts';
import { REMINDERS_AT_MOST, nextReminder, reminderDue, type Waiting } from './reminders.ts';
import { seenOf, stepsToAnswer } from './step-answers.ts';

const day = (text: string) => text as IsoDate;
const DATES: SchoolDates = { calendar: aTermCalendar(), bankHolidays: [] };
const PLAN = aPlanOf('s1', 's2');
const SHARED = aConversation(PLAN, []).shared;

/** What happened on which day, at noon. */
function onDays(...happened: readonly (readonly [string, Said])[]): readonly ConversationEvent[] {
  return happened.map(([on, said], index) => ({
    ...said,
    number: index + 1,
    at: londonInstant(day(on), '12:00' as ClockTime),
  }));
}

function waiting(events: readonly ConversationEvent[], given: Partial<Waiting> = {}): Waiting {
  return {
    conversation: { ...aConversation(PLAN, events), expiresOn: day('2027-12-31') },
    answerBy: day('2026-11-23'),
    takesReminders: true,
    ...given,
  };
}

function answered(id: string): Said {
  const step = stepsToAnswer(SHARED).find((one) => one.id === id);
  if (!step) throw new Error('no such step');
  return { kind: 'answered', step: id, outcome: 'agree', reason: '', seen: seenOf(step, []) };
}

const ASKED = asked(SHARED);
const REMINDED: Said = { kind: 'reminded', to: 'reviewer' };
const CONFIRMED: Said = { kind: 'confirmed' };
const CLOSED: Said = { kind: 'closed', by: 'nobody', because: 'no-answer' };

describe('who was asked on Monday 9 November 2026, for an answer by Monday 23 November', () => {
  test.for([
    ['is reminded when half of the ten school days are over', [['2026-11-09', ASKED]], 'first', '2026-11-16'],
    [
      'is reminded for the last time on the last day',
      [
        ['2026-11-09', ASKED],
        ['2026-11-16', REMINDED],
      ],
      'last',
      '2026-11-23',
    ],
    [
      'is not reminded two days running where the first time was late',
      [
        ['2026-11-09', ASKED],
        ['2026-11-24', REMINDED],
      ],
      'last',
      '2026-11-26',
    ],
    [
      'is left in peace five school days later',
      [
        ['2026-11-09', ASKED],
        ['2026-11-16', REMINDED],
        ['2026-11-23', REMINDED],
      ],
      'close',
      '2026-11-30',
    ],
    [
      'has five school days from the last mail, where that was late',
      [
        ['2026-11-09', ASKED],
        ['2026-11-16', REMINDED],
        ['2026-11-26', REMINDED],
      ],
      'close',
      '2026-12-03',
    ],
    [
      'is reminded of a new question as of the first',
      [
        ['2026-10-05', ASKED],
        ['2026-10-12', REMINDED],
        ['2026-10-19', REMINDED],
        ['2026-11-02', CLOSED],
        ['2026-11-09', { kind: 'asked-again', by: 'teacher', steps: [] }],
      ],
      'first',
      '2026-11-16',
    ],
  ] as const)('%s', ([, happened, what, from]) => {
    expect(nextReminder(waiting(onDays(...happened)), DATES)).toEqual({ what, from });
  });

  test('and takes no reminders gets none; only the end is told, to the teacher', () => {
    const asking = waiting(onDays(['2026-11-09', ASKED]), { takesReminders: false });
    expect(nextReminder(asking, DATES)).toEqual({ what: 'close', from: '2026-11-30' });
  });

  test.for([
    ['confirmed, and waits', [CONFIRMED], 'first'],
    ['answered some of it', [CONFIRMED, answered('s1')], 'first'],
    ['answered all of it', [CONFIRMED, answered('s1'), answered('s2')], undefined],
    [
      'said that it is not for them',
      [{ kind: 'closed', by: 'reviewer', because: 'not-me' }, { kind: 'revoked' }],
      undefined,
    ],
    ['was told that it is closed', [CLOSED], undefined],
    ['answered some of it after it was closed', [CONFIRMED, CLOSED, answered('s1')], undefined],
    ['was asked for another by the teacher', [{ kind: 'stand-in', name: 'Jo' }, { kind: 'revoked' }], undefined],
  ] as const)('and %s', ([, more, due]) => {
    const events = onDays(['2026-11-09', ASKED], ...more.map((said) => ['2026-11-10', said] as const));
    expect(reminderDue(waiting(events), day('2026-11-17'), DATES)).toBe(due);
  });

  test('is not reminded once the link’s last day is over', () => {
    const asking = waiting(onDays(['2026-11-09', ASKED]));
    const ended = { ...asking, conversation: { ...asking.conversation, expiresOn: day('2026-11-15') } };
    expect(reminderDue(ended, day('2026-11-17'), DATES)).toBeUndefined();
  });
});

test('over any days on which it is looked at, and any school days to answer in: two reminders at most, one end, in order', () => {
  const looks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(looks, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 300 }), (gaps, count, offset) => {
      const start = addDays(day('2026-09-07'), offset);
      const answerBy = schoolDaysAfter(start, count, DATES);
      const events: ConversationEvent[] = [...onDays([start, ASKED])];
      const done: { readonly what: string; readonly on: IsoDate }[] = [];
      let today = start;
      for (const gap of gaps) {
        today = addDays(today, gap);
        const asking = waiting(events, { answerBy });
        const what = isSchoolDayAt(DATES, today) ? reminderDue(asking, today, DATES) : undefined;
        if (what === undefined) continue;
        const move = what === 'close' ? close(asking.conversation, 'nobody', 'no-answer', today) : { said: [REMINDED] };
        if (!('said' in move)) throw new Error('it could not be closed');
        for (const said of move.said)
          events.push({ ...said, number: events.length + 1, at: londonInstant(today, '09:00' as ClockTime) });
        done.push({ what, on: today });
      }
      expect(done.map(({ what }) => what)).toEqual(['first', 'last', 'close'].slice(0, done.length));
      expect(events.filter(({ kind }) => kind === 'reminded').length).toBeLessThanOrEqual(REMINDERS_AT_MOST);
      expect(new Set(done.map(({ on }) => on)).size).toBe(done.length);
      for (const { what, on } of done) if (what !== 'first') expect(on >= answerBy).toBe(true);
      for (const { what, on } of done) if (what === 'first') expect(on > start).toBe(true);
    }),
  );
});
