import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, someOf } from './cut.ts';

test.each([
  ['short', 10, 'short'],
  ['One two three four five', 20, 'One two three four…'],
  ['Onetwothreefour', 6, 'Onetw…'],
  ['😀😀😀😀', 4, '😀😀😀😀'],
  ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2, '👩‍👩‍👧…'],
])('%j cut at %i letters is %j', (text, most, out) => {
  expect(cut(text, most)).toBe(out);
});

test('what is cut is never longer than asked for, and begins as the whole does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, most) => {
      const out = cut(text, most);
      expect([...new Intl.Segmenter('en-GB').segment(out)].length).toBeLessThanOrEqual(Math.max(most, 1));
      expect(text.startsWith(out.replace(/…$/, ''))).toBe(true);
    }),
  );
});

test.each([
  [['A'], 2, 'A'],
  [['A', 'B'], 2, 'A; B'],
  [['A', 'B', 'C', 'D'], 2, 'A; B and 2 more'],
])('of %j at most %i are named', (items, most, out) => {
  expect(someOf(items, most)).toBe(out);
});
