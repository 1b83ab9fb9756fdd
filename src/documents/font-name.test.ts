import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { underOwnName } from './font-name.ts';
import { openCompiler } from './typst-compiler.ts';

const FONTS = join(import.meta.dirname, 'fonts');
const files = readdirSync(FONTS).filter((name) => name.endsWith('.ttf'));

test.each(files)('%s loses nothing but the spaces in its family name', (name) => {
  const before = readFileSync(join(FONTS, name));
  const after = underOwnName(before);
  const changed = [...after.entries()].filter(([at, byte]) => byte !== before[at]);
  expect(after.length).toBe(before.length);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every(([at, byte]) => before[at] === 0x20 && byte === 0x5f)).toBe(true);
});

test.each([
  ['Atkinson_Hyperlegible_Next', 'Letters'],
  // Only the plain face of this family has the letter; a machine may have its bold face, which has not.
  ['DejaVu_Sans', '\u{1d7e2}'],
  ['Noto_Emoji', '😀'],
])('bold words in %s are set in our own file, whatever the machine has', (family, words) => {
  const markup = `#set document(title: "x")
#set text(font: "${family}", fallback: false, lang: "en", weight: "bold")
#json(bytes(sys.inputs.data)).words`;
  expect(openCompiler().pdf(markup, { words }).length).toBeGreaterThan(0);
});
