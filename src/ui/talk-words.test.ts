import { expect, test } from 'vitest';
import type { HalfTermId } from '../domain/calendar/half-term.ts';
import type { IsoDate } from '../domain/date.ts';
import { seenWords, standingWords, teacherVoices, type Voices } from './talk-words.ts';

const READER: Voices = {
  to: 'reviewer',
  teacher: 'The teacher',
  teacherWithin: 'the teacher',
  reviewer: 'Jo Hall',
};
const answerBy = '2026-12-10' as IsoDate;

test.each([
  [
    '2026-12-10',
    'Waiting for Jo Hall to answer, by 10 December 2026.',
    'Waiting for you to answer, by 10 December 2026.',
  ],
  [
    '2026-12-11',
    'Waiting for Jo Hall to answer; it was hoped for by 10 December 2026.',
    'Waiting for you to answer; it was hoped for by 10 December 2026.',
  ],
])('on %s an answer is waited for in words that are true that day', (day, toTeacher, toReader) => {
  const days = { answerBy, today: day as IsoDate };
  expect(standingWords('reviewer-to-answer', teacherVoices('Jo Hall'), days)).toBe(toTeacher);
  expect(standingWords('reviewer-to-answer', READER, days)).toBe(toReader);
});

test('who acts is said within the line of a step, to either side', () => {
  const seen = {
    name: 'Mentor',
    start: '2027-spring-1' as HalfTermId,
    hours: [6],
    hoursBasis: 'published',
    owner: 'me',
  } as const;
  expect(seenWords(seen, READER)).toMatch(/ · the teacher acts\.$/);
  expect(seenWords(seen, teacherVoices('Jo Hall'))).toMatch(/ · you act\.$/);
  expect(seenWords({ ...seen, owner: 'head' }, READER)).toMatch(/ · the head acts\.$/);
});
