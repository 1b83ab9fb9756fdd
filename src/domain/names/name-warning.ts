import { KNOWN_PHRASES } from '../plain-words.ts';
import { stretchesOfNames } from './person-names.ts';
import { isPlain } from '../word-likeness.ts';

/** What a found piece of text looks like. */
export type LooksLike = 'name' | 'initials' | 'birth-date' | 'pupil-number' | 'email-address';

export interface FoundName {
  /** As it was written. */
  readonly text: string;
  readonly looksLike: LooksLike;
}

/*
 * Plans are kept without the name of any person. These are guesses by how teachers write: they find what looks like a
 * name, to warn of it and never to refuse it. Names that are also words, and rare names without a word beside them that
 * speaks of a person, get through; so every page says as well that no name belongs there.
 */

const TITLE =
  /\b(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor)\b\.?|(?:Miss|Sir|Dame))(?: (?:and|&) (?:Mr|Mrs|Ms|Miss|Dr)\b\.?)? (?=\p{Lu})(?!(?:Year|Key|Monday|Tuesday|Wednesday|Thursday|Friday)\b)(?:\p{Lu}\p{Ll}{0,2}['’])?\p{Lu}[\p{L}'’-]*(?<!['’])/gu;
const SMALL_TITLE = /\b(?:mr|mrs|ms)\b\.? [\p{L}'’-]+/gu;
const INITIALS = /(?<![\p{L}\p{N}.])\p{Lu}\.[ ]?\p{Lu}\b\.?(?:\p{Lu}\.)?(?![\p{L}\p{N}])/gu;
const ABBREVIATIONS =
  /^(?:UK|US|USA|PE|RE|DT|IT|TA|AM|PM|HE|FE|EU|PS|NB|QA|CV|GP|MA|BA|BSC|MSC|MED|PHD|EAL|SEN|ICT|PGCE|NPQ|CPD|AI|TV)$/;
const INITIAL_AND_NAME = /(?<![\p{L}\p{N}.])[B-HJ-Z]\. ?\p{Lu}\p{Ll}{2,}/gu;
const PUPIL_NUMBER = /\b[A-Z]\d{11}[\dA-Z]\b/gi;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const BIRTH_DATE = new RegExp(
  `\\b(?:d\\.?o\\.?b\\b\\.?|date of birth|born|birthday)[^.\\n\\d]{0,15}\\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?(?:\\d{1,2}|(?:${MONTH})[a-z]*)(?:[ /.-]\\d{2,4})?`,
  'gi',
);
const EMAIL_ADDRESS = /(?<![\w.])[a-z]{1,30}[._][a-z]{2,30}\d{0,4}@[\w.-]{2,60}\w/gi;

const PATTERNS: readonly (readonly [RegExp, LooksLike])[] = [
  [EMAIL_ADDRESS, 'email-address'],
  [PUPIL_NUMBER, 'pupil-number'],
  [BIRTH_DATE, 'birth-date'],
  [TITLE, 'name'],
  [SMALL_TITLE, 'name'],
  [INITIALS, 'initials'],
  [INITIAL_AND_NAME, 'name'],
];

/** Kings and saints, and whoever a school is named after. */
const RANKED =
  /\b(?:St|Saint|Queen|King|Prince|Princess|Prophet|Pope|President|Emperor|Lord|Lady|Archbishop)s?\b\.? \p{Lu}[\p{L}'’-]+(?: (?:and|&) (?:St\.? )?\p{Lu}[\p{L}'’-]+)?/gu;
const KNOWN = new RegExp(`(?<!\\p{L})(?:${KNOWN_PHRASES.join('|').replaceAll('’', "['’]")})(?!\\p{L})`, 'giu');

/** What in a text looks like the name of a pupil or of anybody else, each once, in the order of the text. */
export function findNames(text: string): readonly FoundName[] {
  const found: (FoundName & { readonly at: number })[] = [];
  let left = hidden(hidden(text, KNOWN), RANKED);
  for (const [pattern, looksLike] of PATTERNS) {
    left = left.replaceAll(pattern, (match: string, ...rest) => {
      const at = rest.find((one): one is number => typeof one === 'number') ?? 0;
      if (isOtherwise(match, looksLike)) return match;
      found.push({ text: match, looksLike, at });
      return blank(match);
    });
  }
  for (const { at, end } of stretchesOfNames(left)) found.push({ text: text.slice(at, end), looksLike: 'name', at });
  const inOrder = found.toSorted((one, other) => one.at - other.at);
  return [...new Map(inOrder.map(({ text: words, looksLike }) => [words, { text: words, looksLike }])).values()];
}

/** Subjects and countries are written with dots as well; and `Plan B. Then …` is the end of a sentence. */
function isOtherwise(match: string, looksLike: LooksLike): boolean {
  if (looksLike === 'initials') return ABBREVIATIONS.test(match.replaceAll(/[. ]/g, ''));
  const [, after] = /^\p{Lu}\. ?(\p{L}+)$/u.exec(match) ?? [];
  return after !== undefined && isPlain(after.toLowerCase());
}

function hidden(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, blank);
}

/** As long as what it stands for, so that places in the text stay the same. */
function blank(match: string): string {
  return '·'.repeat(match.length);
}

/** What is found in a text and was not in it before: nobody is warned twice of the same words. */
export function newNames(before: string, after: string): readonly FoundName[] {
  const known = new Set(findNames(before).map(({ text }) => text));
  return findNames(after).filter(({ text }) => !known.has(text));
}
