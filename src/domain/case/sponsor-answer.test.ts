import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSponsorAnswer } from '../../../test/support/case-builders.ts';
import {
  caseState,
  isContradiction,
  isSameAnswer,
  mayFollow,
  type CaseEvent,
  type CaseSaid,
} from './sponsor-answer.ts';

const answered = (name = 'Jo Reed'): CaseSaid => ({ kind: 'answered', ...aSponsorAnswer({ name }) });
const events = (...said: readonly CaseSaid[]): readonly CaseEvent[] =>
  said.map((one, index) => ({ ...one, number: index + 1, at: `2026-11-${20 + index}T10:00:00.000Z` }));

test('a case waits for its sponsor until they answer, then for the teacher', () => {
  expect(caseState([])).toMatchObject({ standing: 'sponsor-answers', answer: undefined, last: 0 });
  expect(caseState(events(answered()))).toMatchObject({ standing: 'teacher-goes-on', last: 1 });
});

test('the last answer counts, and those before it are kept, the newest first', () => {
  const state = caseState(events(answered('One'), answered('Two'), answered('Three')));
  expect(state.answer?.name).toBe('Three');
  expect(state.earlier.map(({ name }) => name)).toEqual(['Two', 'One']);
});

test('once it is used it stands, until the teacher lets it be changed after all', () => {
  const used = caseState(events(answered(), { kind: 'used' }));
  expect(used).toMatchObject({ standing: 'used', usedAt: '2026-11-21T10:00:00.000Z' });
  expect(mayFollow(used, 'answered')).toBe(false);
  const reopened = caseState(events(answered(), { kind: 'used' }, { kind: 'reopened' }));
  expect(reopened).toMatchObject({ standing: 'teacher-goes-on', usedAt: undefined });
  expect(mayFollow(reopened, 'answered')).toBe(true);
});

const REMINDED: CaseSaid = { kind: 'reminded' };
const CLOSED: CaseSaid = { kind: 'closed', because: 'no-answer' };
const ASKED_AGAIN: CaseSaid = { kind: 'asked-again' };

test('a case that nobody answers is reminded of, closed, and can be asked for again: then its time is new', () => {
  const waiting = caseState(events(REMINDED, REMINDED));
  expect(waiting).toMatchObject({ standing: 'sponsor-answers', closedAt: undefined });
  expect(waiting.remindedAt).toEqual(['2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z']);
  expect(mayFollow(waiting, 'asked-again')).toBe(false);
  const closed = caseState(events(REMINDED, REMINDED, CLOSED));
  expect(closed).toMatchObject({ standing: 'closed', closedAt: '2026-11-22T10:00:00.000Z' });
  for (const kind of ['reminded', 'closed'] as const) expect(mayFollow(closed, kind)).toBe(false);
  const again = caseState(events(REMINDED, REMINDED, CLOSED, ASKED_AGAIN));
  expect(again).toMatchObject({ standing: 'sponsor-answers', remindedAt: [], closedAt: undefined });
  expect(again.askedAgain).toMatchObject({ number: 4, at: '2026-11-23T10:00:00.000Z' });
});

test('an answer that comes after the end counts, and opens it', () => {
  const closed = events(CLOSED);
  expect(mayFollow(caseState(closed), 'answered')).toBe(true);
  expect(caseState(events(CLOSED, answered()))).toMatchObject({ standing: 'teacher-goes-on', closedAt: undefined });
});

test('nobody is reminded of what they have answered, and no answer is closed', () => {
  for (const state of [caseState(events(answered())), caseState(events(answered(), { kind: 'used' }))])
    for (const kind of ['reminded', 'closed', 'asked-again'] as const) expect(mayFollow(state, kind)).toBe(false);
});

const anySaid = fc.constantFrom<CaseSaid>(
  answered('One'),
  answered('Two'),
  { kind: 'used' },
  { kind: 'reopened' },
  REMINDED,
  CLOSED,
  ASKED_AGAIN,
);

test('whatever is tried in whatever order, no answer is lost, none changes while it is used, and no reminder makes a form stale', () => {
  fc.assert(
    fc.property(fc.array(anySaid, { maxLength: 20 }), (tried) => {
      const kept: CaseSaid[] = [];
      for (const said of tried) {
        const before = caseState(events(...kept));
        if (!mayFollow(before, said.kind)) continue;
        kept.push(said);
        const after = caseState(events(...kept));
        if (before.standing === 'used' && said.kind !== 'reopened') expect(after.answer).toEqual(before.answer);
        if (said.kind === 'answered') expect(after).toMatchObject({ standing: 'teacher-goes-on', answer: said });
        expect(after.last).toBe(kept.length);
        const bears = said.kind === 'answered' || said.kind === 'used' || said.kind === 'reopened';
        expect(after.lastSaid).toBe(bears ? kept.length : before.lastSaid);
      }
      const state = caseState(events(...kept));
      const given = kept.filter(({ kind }) => kind === 'answered').length;
      expect(state.earlier.length + (state.answer ? 1 : 0)).toBe(given);
      expect(state.standing === 'sponsor-answers' || state.standing === 'closed').toBe(given === 0);
    }),
  );
});

test('two answers are the same only if every word of them is', () => {
  const one = aSponsorAnswer();
  expect(isSameAnswer(one, aSponsorAnswer())).toBe(true);
  for (const other of [
    aSponsorAnswer({ answer: 'if', words: 'x' }),
    aSponsorAnswer({ name: 'Jo' }),
    aSponsorAnswer({ role: 'governor' }),
    aSponsorAnswer({ asks: { ...one.asks, endorse: { answer: 'no', condition: '' } } }),
    aSponsorAnswer({ asks: { ...one.asks, 'pay-if-unfunded': { answer: 'if', condition: 'something else' } } }),
    aSponsorAnswer({ asks: {} }),
  ])
    expect(isSameAnswer(one, other)).toBe(false);
});

test('nobody agrees to a case and refuses to endorse it', () => {
  const asks = { endorse: { answer: 'no', condition: '' } } as const;
  expect(isContradiction(aSponsorAnswer({ asks }))).toBe(true);
  expect(isContradiction(aSponsorAnswer({ answer: 'no', asks }))).toBe(false);
  expect(isContradiction(aSponsorAnswer())).toBe(false);
});
