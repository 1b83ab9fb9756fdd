import { describe, expect, test } from 'vitest';
import { anIntake, anOpportunity } from '../../../test/support/builders.ts';
import type { IsoDate } from '../date.ts';
import { comingIntakes, intakeState, judgeIntakes } from './intakes.ts';
import type { Intake } from './opportunity.ts';

const TODAY = '2026-11-23' as IsoDate;
const day = (text: string | null) => text as IsoDate;
const window = (opens: string | null, closes: string | null) => ({ opens: day(opens), closes: day(closes) });

describe('where an intake stands today', () => {
  test.each<[clause: string, intake: Partial<Intake>, state: string]>([
    ['open on the day its window opens', { window: window('2026-11-23', '2026-12-31') }, 'open'],
    ['open on the day its window closes', { window: window('2026-10-01', '2026-11-23') }, 'open'],
    ['past on the day after', { window: window('2026-10-01', '2026-11-22') }, 'past'],
    ['announced before it opens', { window: window('2026-11-24', '2026-12-31') }, 'announced'],
    [
      'with no closing day, open until it begins',
      { starts: day('2026-11-24'), window: window('2026-06-23', null) },
      'open',
    ],
    [
      'with no closing day, past on the day it begins',
      { starts: day('2026-11-23'), window: window('2026-06-23', null) },
      'past',
    ],
    [
      'with only a month, past from the first day it may have begun',
      { starts: '2026-11' as Intake['starts'] & string, window: window('2026-06-23', null) },
      'past',
    ],
    ['with nothing known, announced and no more', { starts: null, window: window(null, null) }, 'announced'],
  ])('%s', (_, intake, state) => {
    expect(intakeState(anIntake(intake), TODAY)).toBe(state);
  });
});

describe('what the intakes mean', () => {
  const judged = (...intakes: Intake[]) => judgeIntakes(anOpportunity({ when: { kind: 'intakes' }, intakes }), TODAY);

  test('an open window is met', () => {
    expect(judged(anIntake())).toMatchObject({
      outcome: 'met',
      code: 'window-open',
      because: 'The Spring 2027 intake is open.',
    });
  });

  test('an open window whose closing day is not known says so', () => {
    expect(judged(anIntake({ window: window('2026-10-01', null) }))?.because).toBe(
      'The Spring 2027 intake is open as far as we can tell; its closing day was not found.',
    );
  });

  test('a window not open yet names the day it opens', () => {
    expect(judged(anIntake({ window: window('2027-01-04', null) }))?.next).toEqual({
      change: 'applications for Spring 2027 open',
      when: '2027-01-04',
      known: 'announced',
    });
  });

  test('when the last has begun and none is announced, no day is given', () => {
    const last = anIntake({ name: 'Autumn 2026', starts: day('2026-11-01'), window: window('2026-06-23', null) });
    expect(judged(last)).toMatchObject({
      outcome: 'not-met',
      because: 'The Autumn 2026 intake has begun and the next is not announced.',
      next: { when: null, known: 'not-announced' },
    });
  });

  test('what starts when the teacher likes has nothing to judge', () => {
    expect(judgeIntakes(anOpportunity(), TODAY)).toBeUndefined();
  });

  test('where nobody has published when, the world is asked and the verdict is not moved', () => {
    const when = { kind: 'ask', words: 'Ask the hub' } as const;
    expect(judgeIntakes(anOpportunity({ when }), TODAY)).toMatchObject({
      outcome: 'unknown',
      owner: 'world',
      code: 'when-not-published',
    });
  });

  test('intakes that are not over come the soonest first', () => {
    const later = anIntake({ id: 'a-step/2027-autumn', starts: day('2027-10-01'), window: window('2027-05-01', null) });
    const past = anIntake({ id: 'a-step/2025-autumn', starts: day('2025-10-01'), window: window(null, null) });
    const coming = comingIntakes(anOpportunity({ intakes: [later, past, anIntake()] }), TODAY);
    expect(coming.map(({ id }) => id)).toEqual(['a-step/2027-spring', 'a-step/2027-autumn']);
  });
});
