import { describe, expect, test } from 'vitest';
import { aConversation, aPlanOf, asked } from '../../../test/support/talk-builders.ts';
import { londonInstant, type ClockTime } from '../calendar/london.ts';
import type { IsoDate } from '../date.ts';
import type { ConversationEvent, Said } from './conversation-event.ts';
import { openQuestion } from './reminders.ts';
import { seenOf, stepsToAnswer } from './step-answers.ts';

const day = (text: string) => text as IsoDate;
const PLAN = aPlanOf('s1', 's2');
const SHARED = aConversation(PLAN, []).shared;
const TERMS = { answerBy: day('2026-11-23'), takesReminders: true };
const TODAY = day('2026-11-25');

/** What happened on which day, at noon. */
function onDays(...happened: readonly (readonly [string, Said])[]): readonly ConversationEvent[] {
  return happened.map(([on, said], index) => ({
    ...said,
    number: index + 1,
    at: londonInstant(day(on), '12:00' as ClockTime),
  }));
}

function questionIn(events: readonly ConversationEvent[], expiresOn = '2027-12-31') {
  return openQuestion({ ...aConversation(PLAN, events), expiresOn: day(expiresOn) }, TERMS, TODAY);
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
const WAITS = { askedOn: '2026-11-09', remindedOn: [], ...TERMS };

describe('who was asked on Monday 9 November 2026', () => {
  test.for([
    ['has not opened it, and is waited for', [], true],
    ['confirmed, and is waited for', [CONFIRMED], true],
    ['answered some of it, and is waited for', [CONFIRMED, answered('s1')], true],
    ['answered all of it', [CONFIRMED, answered('s1'), answered('s2')], false],
    [
      'said that it is not for them',
      [{ kind: 'closed', by: 'reviewer', because: 'not-me' }, { kind: 'revoked' }],
      false,
    ],
    ['was told that it is closed', [CLOSED], false],
    ['answered some of it after it was closed', [CONFIRMED, CLOSED, answered('s1')], false],
    ['was asked for another by the teacher', [{ kind: 'stand-in', name: 'Jo' }, { kind: 'revoked' }], false],
  ] as const)('and %s', ([, more, waits]) => {
    const events = onDays(['2026-11-09', ASKED], ...more.map((said) => ['2026-11-10', said] as const));
    expect(questionIn(events)).toEqual(waits ? WAITS : undefined);
  });

  test('was reminded on the days on which they were', () => {
    const events = onDays(['2026-11-09', ASKED], ['2026-11-16', REMINDED], ['2026-11-23', REMINDED]);
    expect(questionIn(events)).toEqual({ ...WAITS, remindedOn: ['2026-11-16', '2026-11-23'] });
  });

  test('and asked again after the end is waited for anew, with no reminder counted', () => {
    const events = onDays(
      ['2026-10-05', ASKED],
      ['2026-10-12', REMINDED],
      ['2026-11-02', CLOSED],
      ['2026-11-09', { kind: 'asked-again', by: 'teacher', steps: [] }],
    );
    expect(questionIn(events)).toEqual(WAITS);
  });

  test('is not waited for once the link’s last day is over', () => {
    expect(questionIn(onDays(['2026-11-09', ASKED]), '2026-11-24')).toBeUndefined();
  });
});
