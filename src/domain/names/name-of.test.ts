import { expect, test } from 'vitest';
import { nameOf } from './name-of.ts';

test('whoever has given a name is called by it, wherever it stands', () => {
  expect(nameOf({ name: 'Sam Patel' })).toBe('Sam Patel');
  expect(nameOf({ name: 'Sam Patel' }, 'within')).toBe('Sam Patel');
});

test('whoever has given none is the teacher, so that no sentence speaks of nobody', () => {
  expect(nameOf({ name: '' })).toBe('The teacher');
  expect(nameOf({ name: '' }, 'within')).toBe('the teacher');
});
