import { isStopWord, stemOf, wordsOf } from './normalise.ts';
import { SYNONYMS, type Synonym } from './synonyms.ts';

/** One thing that was asked for: what was typed, and other ways of naming it. */
export interface Concept {
  readonly typed: string;
  readonly ways: readonly { readonly text: string; readonly weight: number }[];
}

const SAME = 0.9;
const NEAR = 0.35;
/** More words than anybody means; the rest of a pasted page is left out. */
const MOST_WORDS = 24;

const key = (words: readonly string[]) => words.map(stemOf).join(' ');
const FORMS: ReadonlyMap<string, Synonym> = new Map(
  SYNONYMS.flatMap((synonym) => synonym.forms.map((form) => [key(wordsOf(form)), synonym] as const)),
);
const LONGEST_FORM = Math.max(...[...FORMS.keys()].map((form) => form.split(' ').length));

/** The things a query asks for, in its order. Names of several words are found first, the longest before the shorter. */
export function conceptsIn(query: string): readonly Concept[] {
  const words = wordsOf(query).slice(0, MOST_WORDS);
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const length = formAt(words, at);
    const typed = words.slice(at, at + Math.max(length, 1)).join(' ');
    if (length > 0) concepts.push(named(typed, FORMS.get(key(wordsOf(typed)))));
    else if (!isStopWord(typed)) concepts.push(named(typed, undefined));
    at += Math.max(length, 1);
  }
  const seen = new Set<string>();
  return concepts.filter(({ typed }) => !seen.has(key(wordsOf(typed))) && seen.add(key(wordsOf(typed))));
}

/** How many words, from `at` on, are a known name; 0 where none is. */
function formAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_FORM, words.length - at); length > 0; length -= 1) {
    if (FORMS.has(key(words.slice(at, at + length)))) return length;
  }
  return 0;
}

function named(typed: string, synonym: Synonym | undefined): Concept {
  const own = key(wordsOf(typed));
  const same = (synonym?.forms ?? [])
    .filter((form) => key(wordsOf(form)) !== own)
    .map((text) => ({ text, weight: SAME }));
  const near = (synonym?.near ?? []).map((text) => ({ text, weight: NEAR }));
  return { typed, ways: [{ text: typed, weight: 1 }, ...same, ...near] };
}
