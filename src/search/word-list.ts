import { countBits, lettersOf, slipsBetween } from './edit-distance.ts';
import { firstFrom } from './sorted.ts';

/** A word of the index that what was typed may mean, and how surely, from 0 to 1. */
export interface Meant {
  readonly word: number;
  readonly sure: number;
}

/** All words of the index, sorted: one begins a run of those it is the start of. */
export class WordList {
  readonly words: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #letters: Int32Array;
  /** Who types letter by letter asks for the words before again and again. */
  readonly #near = new Map<string, readonly Meant[]>();

  constructor(sorted: readonly string[]) {
    this.words = sorted;
    this.#places = new Map(sorted.map((word, place) => [word, place]));
    this.#letters = Int32Array.from(sorted, lettersOf);
  }

  placeOf(word: string): number | undefined {
    return this.#places.get(word);
  }

  /** Words that begin with this one, itself left out. */
  *begunBy(start: string): Generator<number> {
    for (let place = firstFrom(this.words, start); this.words[place]?.startsWith(start); place += 1)
      if (this.words[place] !== start) yield place;
  }

  /** Words a slip of the finger away; `begun` takes the last word typed for the start of a longer one too. */
  near(typed: string, begun: boolean): readonly Meant[] {
    const most = typed.length < 3 ? 0 : typed.length < 8 ? 1 : 2;
    if (most === 0) return [];
    const key = begun ? `${typed}*` : typed;
    const kept = this.#near.get(key);
    if (kept) return kept;
    const found = this.#findNear(typed, most, begun);
    if (this.#near.size >= MOST_KEPT) this.#near.clear();
    this.#near.set(key, found);
    return found;
  }

  #findNear(typed: string, most: number, begun: boolean): readonly Meant[] {
    const letters = lettersOf(typed);
    const meant: Meant[] = [];
    for (let place = 0; place < this.words.length; place += 1) {
      const own = this.#letters[place] ?? 0;
      if (countBits(letters & ~own) > most || (!begun && countBits(own & ~letters) > most)) continue;
      const sure = this.#surely(typed, place, most, begun);
      if (sure > 0) meant.push({ word: place, sure });
    }
    return meant;
  }

  #surely(typed: string, place: number, most: number, begun: boolean): number {
    const word = this.words[place] ?? '';
    // A word of two letters is a slip away from too many.
    if (word.length < 3) return 0;
    const whole = slipsBetween(typed, word, most);
    if (whole <= most) return sureOf(typed, word, whole);
    const mayBegin = begun && typed.length >= 5 && word.length > typed.length;
    return mayBegin && slipsBetween(typed, word, 1, true) <= 1 ? SURE_OF_START_WITH_SLIP : 0;
  }
}

function sureOf(typed: string, word: string, slips: number): number {
  const strange = word[0] === typed[0] ? 0 : STRANGE_START;
  return (SURE_OF_SLIPS[slips] ?? 0) - strange - (typed.length === 3 ? SHORT : 0);
}

const SURE_OF_SLIPS = [1, 0.8, 0.55] as const;
const SURE_OF_START_WITH_SLIP = 0.55;
/** People seldom mistake the first letter. */
const STRANGE_START = 0.05;
/** Three letters are near many words. */
const SHORT = 0.2;
const MOST_KEPT = 2000;
