import type { Letters } from './font-letters.ts';

/** Nearly every text there is: nothing in it is wanting in any font of ours, or turns a line round. */
const PLAIN = /^[\n\u0020-\u007e£‘’“”–…]*$/;

/**
 * What is no letter: control characters, which PDF/UA-1 refuses, and marks that turn the reading direction of what
 * follows; at the end of a name they would turn our own words too.
 */
// oxlint-disable-next-line no-control-regex -- these are the very characters that are left out
const NO_LETTERS = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Joiners, selectors and the like: they shape what stands beside them and need no glyph of their own. */
const SHAPING = /^\p{Default_Ignorable_Code_Point}$/u;

/** What leaves something to be seen: UA-1 refuses a heading without, such as a name of nothing but invisible marks. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Stands for a letter that no font of ours holds, so that it is missed and does not stop the whole document. */
const UNKNOWN = '□';

/**
 * Signs that one letter is made of: the longest of any language, and of any picture people send, has fewer. Typst needs
 * memory by the square of them: a hundred thousand marks on one letter take gigabytes.
 */
const LONGEST_LETTER = 16;

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

function mapLetters(text: string, change: (letter: string) => string): string {
  const legible = text.replaceAll(NO_LETTERS, '').replaceAll('\t', ' ');
  return [...graphemes.segment(legible)]
    .map(({ segment }) => (/^\s+$/.test(segment) ? segment : change(shortened(segment))))
    .join('');
}

function shortened(letter: string): string {
  return letter.length <= LONGEST_LETTER ? letter : [...letter].slice(0, LONGEST_LETTER).join('');
}

/**
 * Gives a function from any text to one that can be set with these fonts: a letter none of them holds becomes a square,
 * with the marks that belong to it. Everything else stays as it was written.
 */
export function printableWith(fonts: readonly Letters[]): (text: string) => string {
  const isHeld = (letter: string) => {
    const codes = [...letter].filter((one) => !SHAPING.test(one)).map((one) => one.codePointAt(0) ?? 0);
    return fonts.some((font) => codes.every((code) => font.has(code)));
  };
  return (text) => {
    if (PLAIN.test(text)) return text;
    const set = mapLetters(text, (letter) => (isHeld(letter) ? letter : UNKNOWN));
    return SEEN.test(set) || text.trim() === '' ? set : UNKNOWN;
  };
}

/** Marks that stand on the letter before them, and what only shapes its neighbours. */
const ATTACHED = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;

/**
 * The same for a picture as SVG, where Typst takes no letter from a second font and sets no letter of two parts. Marks
 * are left out, and an ellipsis stands for as many letters as cannot be set. Goes by code points and no further: a mark
 * at the start of a text must not take hold of the markup before it.
 */
export function drawableWith(font: Letters): (svg: string) => string {
  const drawn = (letter: string) => {
    if (ATTACHED.test(letter)) return '';
    return font.has(letter.codePointAt(0) ?? 0) || /\s/.test(letter) ? letter : '…';
  };
  return (svg) =>
    PLAIN.test(svg)
      ? svg
      : svg
          .replaceAll(NO_LETTERS, '')
          .replaceAll(/[^\n -~]/gu, drawn)
          .replaceAll(/…+/g, '…');
}
