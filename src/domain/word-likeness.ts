import { GIVEN_NAMES, NAMES_MID_SENTENCE, NAMES_WHEN_CAPITAL, NAMES_WITH_CUE } from './names/given-names.ts';
import { BODY_WORDS, CAPITAL_WORDS, PLACE_WORDS, PLAIN_WORDS } from './plain-words.ts';

/** What a word is taken for: the surest sign that it is a name first. */
type Likeness = 'given' | 'when-capital' | 'mid-sentence' | 'with-cue' | 'unknown' | 'plain';

export interface Word {
  /** Without the ending `’s`. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly like: Likeness;
  readonly isCapital: boolean;
  /** It begins a sentence or a line, so that its capital says nothing. */
  readonly begins: boolean;
  /** It ends in `’s`. */
  readonly belongs: boolean;
}

const WORD = /(?<![\p{L}\p{N}@_])\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*(?![\p{N}@_])/gu;
const BEGINS = /(?:^|[.!?…:;]["'”’)\]]*\s+|\n\W*|["“‘([•–]\s*|\d[.)]\s+)$/u;

/** The words of a text in their order; numbers and what is joined to them are none. */
export function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const [written] = match;
    const bare = written.replace(/['’]s$/, '');
    const begins = end === 0 || BEGINS.test(text.slice(end, match.index));
    end = match.index + written.length;
    const isCapital = startsLikeName(bare);
    return {
      text: bare,
      at: match.index,
      end: match.index + bare.length,
      like: likenessOf(bare, isCapital),
      isCapital,
      begins,
      belongs: bare !== written,
    };
  });
}

/** A capital and then small letters: `Amy`, `Ella-Mae`, `O’Neill`, `McAvoy`, but not `DfE` or `SENCO`. */
function startsLikeName(word: string): boolean {
  return /^(?:(?:Ma?c|[OD]['’])?\p{Lu}[\p{Ll}\p{M}]+)(?:['’-]\p{L}[\p{Ll}\p{M}]*)*$/u.test(word);
}

function likenessOf(written: string, isCapital: boolean): Likeness {
  const word = bareLetters(written);
  if (isGiven(word, written, isCapital)) return 'given';
  if (!isCapital) return 'plain';
  if (NAMES_WHEN_CAPITAL.has(word)) return 'when-capital';
  if (NAMES_MID_SENTENCE.has(word)) return 'mid-sentence';
  if (NAMES_WITH_CUE.has(word)) return 'with-cue';
  return word.split(/['-]/).some(isPlain) ? 'plain' : 'unknown';
}

/** Abbreviations have up to four capitals; a name typed in capitals is told from them only when it is longer. */
function isGiven(word: string, written: string, isCapital: boolean): boolean {
  if (written.length < 3 || (!isCapital && /^\p{Lu}{2,4}$/u.test(written))) return false;
  const parts = word.split('-');
  if (parts.length === 1) return GIVEN_NAMES.has(word);
  return GIVEN_NAMES.has(parts[0] ?? '') || (isCapital && /-\p{Lu}/u.test(written) && !parts.some(isPlain));
}

/** Small letters without accents, every apostrophe alike: as the lists have a word. */
export function bareLetters(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

const DERIVED = /(?:ation|ition|sion|ment|ness|ship|ity|ical|ology|ism|ists?|ful|less|[ai]ble|ative|i[sz]ed|i[sz]ing)$/;
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?:es|ed|ers?|ors?|ees?|ing|ly)$/, ''],
  [/(?:es|ed|ers?|ors?|ing)$/, 'e'],
  [/(.)\1(?:ed|er|ers|ing)$/, '$1'],
  [/ied$/, 'y'],
  [/s$/, ''],
];

/** Whether a word in small letters is an ordinary one, a place, a subject or the like, with any ending. */
export function isPlain(word: string): boolean {
  const known = (one: string) =>
    PLAIN_WORDS.has(one) || CAPITAL_WORDS.has(one) || BODY_WORDS.has(one) || PLACE_WORDS.has(one);
  return (
    known(word) ||
    (word.length > 6 && DERIVED.test(word)) ||
    ENDINGS.some(([ending, instead]) => ending.test(word) && known(word.replace(ending, instead)))
  );
}
