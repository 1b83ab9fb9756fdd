import { expect, test } from 'vitest';
import type { ListChange } from '../domain/alerts/list-changes.ts';
import type { Listed } from '../domain/alerts/listed.ts';
import { digestSubject } from './digest.ts';

const FIGURES = { 'Your time': '', 'Cost to you': '', School: '' } as const;
const listed = (id: string): Listed => ({ id, name: id, verdict: null, intakes: [], figures: FIGURES });
const is = (kind: 'new' | 'gone', id: string): ListChange => ({ kind, of: listed(id) });

test('a change in two of the lists is counted once', () => {
  const both = [is('new', 'reading-mentor'), is('gone', 'ect-mentor')];
  expect(digestSubject([{ changes: both }, { changes: both }])).toBe('2 changes in what you follow');
  expect(digestSubject([{ changes: [is('new', 'a')] }, { changes: [is('new', 'a'), is('gone', 'a')] }])).toBe(
    '2 changes in what you follow',
  );
  expect(digestSubject([{ changes: [is('new', 'a')] }])).toBe('1 change in what you follow');
});
