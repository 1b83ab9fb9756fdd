import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughWidth, wrapText } from './wrap-text.ts';

const MEASURE = { width: 230, size: 16, lines: 3 };

/* As Chromium sets the house type in bold at 16 px, measured 25 November 2026. */
test.each([
  ['2026 to 2027', 101.8],
  ['Summer 2', 76.4],
  ['27.5 of 19.5', 86.8],
  ['Spring 1', 60.9],
])('"%s" is taken to be a little wider than it is', (text, width) => {
  expect(roughWidth(text, 16)).toBeGreaterThanOrEqual(width);
  expect(roughWidth(text, 16)).toBeLessThan(width * 1.08);
});

test('a short text is one line', () => {
  expect(wrapText('Mentor a trainee', MEASURE)).toEqual(['Mentor a trainee']);
});

test('a long text breaks between words', () => {
  expect(wrapText('Facilitate the NPQ in Leading Behaviour and Culture', MEASURE)).toEqual([
    'Facilitate the NPQ in Leading',
    'Behaviour and Culture',
  ]);
});

test('what does not fit the lines there are is cut, and says so', () => {
  const name = 'Join the governing body of another school in the trust as a co-opted governor for teaching';
  const lines = wrapText(name, MEASURE);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/…$/);
});

test('a word that is longer than a line is cut within it', () => {
  const [line = '', ...others] = wrapText('x'.repeat(100), MEASURE);
  expect(line).toMatch(/^x+…$/);
  expect(others).toEqual([]);
});

test('no line is wider than there is room, and none is lost but by dots', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120, unit: 'grapheme' }), (text) => {
      const lines = wrapText(text, MEASURE);
      expect(lines.length).toBeLessThanOrEqual(MEASURE.lines);
      for (const line of lines) expect(roughWidth(line, MEASURE.size)).toBeLessThanOrEqual(MEASURE.width);
      if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).toBe(text);
    }),
  );
});
