/** Words that say how someone asks and not what about. */
const STOP_WORDS = new Set(
  (
    'a about all am an and any are as at be become becoming been being by can could do does for from get getting give go going had has have how i id if ' +
    'im in into is it its ive like looking me more my of on or our out should so some than that the their them there these they this to ' +
    'up us use want was we what when where which who why will with would you your'
  ).split(' '),
);

const CONTROL = /\p{Cc}/gu;
const MARKS = /\p{M}/gu;
const POSSESSIVE = /['’‘`]s\b/gu;
const INSIDE_WORD = /['’‘`.]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** A query as it was meant: control characters out, spaces one at a time, none at the ends. */
export function cleanQuery(text: string): string {
  return text.replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
}

/** The words of a text, in lower case and without accents; `N.P.Q.` is one word, `master's` is `master`. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(POSSESSIVE, '')
    .replace(INSIDE_WORD, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * A word cut to what it shares with its other forms: `marking` and `marks`, `studies` and `study`. It stops short of
 * `-er` and `-ed`, which would make one of `master` and `mast` and lose more than they gain in so small a catalogue.
 */
export function stemOf(word: string): string {
  const single = singular(word);
  return single.length >= 7 && single.endsWith('ing') ? single.slice(0, -3) : single;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is'))
    return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}
