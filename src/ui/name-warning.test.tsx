import { expect, test } from 'vitest';
import { findNames } from '../domain/names/name-warning.ts';
import { NameWarning, nameWarningWords } from './name-warning.tsx';
import { render } from './render.ts';

test.each([
  ['I sit with Amelia Novak.', 'This looks like a name: “Amelia Novak”.'],
  ['Amelia, Noah and Mrs Whittle.', 'These look like names: “Amelia”, “Noah” and “Mrs Whittle”.'],
  [
    'J.S. and A123456789012',
    'This looks like somebody’s initials: “J.S.”. This looks like a pupil’s number: “A123456789012”.',
  ],
  [
    'Amelia, Noah, Isla, Alfie, Freya, Oscar and Ella.',
    'These look like names: “Amelia”, “Noah”, “Isla”, “Alfie”, “Freya”, “Oscar” and others.',
  ],
])('of “%s” it says: %s', (text, words) => {
  expect(nameWarningWords(findNames(text))).toBe(words);
});

test('where nothing was found there is no warning', () => {
  expect(render(<NameWarning id="x" found={[]} />)).toBe('');
});

test('what to say instead is said too', () => {
  expect(render(<NameWarning id="x" found={findNames('I sit with Amelia.')} />)).toContain('a pupil in Year 4');
});
