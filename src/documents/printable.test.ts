import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawableWith, printableWith } from './printable.ts';

const lettersIn = (text: string) => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
const printable = printableWith([lettersIn('abcé '), lettersIn('яж\u0301')]);

test.each([
  ['abc', 'abc', 'is left alone'],
  ['яж', 'яж', 'is held by another font'],
  ['я\u0301', 'я\u0301', 'is a letter with a mark, both in one font'],
  ['中b', '□b', 'has a letter no font holds'],
  ['中\u0301b', '□b', 'loses the mark with the letter it stands on'],
  ['a\u202ebc', 'abc', 'no longer turns what follows'],
  ['я\tя', 'я я', 'has a space where a tab stood'],
  ['я\nя', 'я\nя', 'keeps its lines'],
  ['я\u0000\ufeffя', 'яя', 'holds nothing that is no letter at all'],
  ['\udc00', '□', 'is half a letter'],
  ['\u202e\u2066', '□', 'is a name of nothing that can be seen'],
  ['\u200b\u00ad', '□', 'is nothing to be seen either'],
  [`я${'\u0301'.repeat(5000)}b`, `я${'\u0301'.repeat(15)}b`, 'is a letter with more marks than any has'],
])('%j comes out as %j: it %s', (text, out) => {
  expect(printable(text)).toBe(out);
});

test.each([
  ['abc', 'abc'],
  ['e\u0301é', 'eé'],
  ['я\u0301a', '…a'],
  ['<text>\u0338a</text>', '<text>a</text>'],
  ['中文 я', '… …'],
])('in a picture %j comes out as %j', (text, out) => {
  expect(drawableWith(lettersIn('aé'))(text)).toBe(out);
});

test('printing what was printed changes nothing', () => {
  const whole = printableWith([lettersIn('abc□')]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(whole(whole(text))).toBe(whole(text));
    }),
  );
});
