import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lettersOf } from './font-letters.ts';

function held(font: string, text: string): string {
  const letters = lettersOf(readFileSync(join(import.meta.dirname, 'fonts', font)));
  return [...text].filter((letter) => letters.has(letter.codePointAt(0) ?? 0)).join('');
}

// Each font's own documentation says what it holds.
test.each([
  ['AtkinsonHyperlegibleNext_400Regular.ttf', 'Aéŵ£½яא😀', 'Aéŵ£½'],
  ['AtkinsonHyperlegibleNext_700Bold.ttf', 'Aéŵ£½я', 'Aéŵ£½'],
  ['DejaVuSans.ttf', 'AяΩאع✓→中😀', 'AяΩאع✓→😀'],
  ['NotoEmoji_400Regular.ttf', 'A🧑👩🚀я', '🧑👩🚀'],
])('%s holds of %s just %s', (font, text, kept) => {
  expect(held(font, text)).toBe(kept);
});

test('what is no font is an error, not a font without letters', () => {
  expect(() => lettersOf(new Uint8Array(64))).toThrow('no table cmap');
});
