import { FIELD_BITS, FIELDS, type SchoolIndex } from './school-index.ts';
import type { Meant } from './word-list.ts';

/** One word typed, what it may mean, and what it is worth. */
export interface TypedWord {
  readonly word: string;
  readonly meant: readonly Meant[];
  readonly weight: number;
}

export interface Scored {
  readonly place: number;
  /** From 0 to about 1: the share of what was typed that the school answers, and a little for how much of its name that is. */
  readonly score: number;
  /** Whether every word typed was found. */
  readonly isWhole: boolean;
}

/** What a word is worth by where it stands; by the bits of FIELDS, the best of them counts. */
const WORTH = Float32Array.from({ length: 1 << FIELD_BITS }, (_, fields) =>
  fields & FIELDS.name
    ? 1
    : fields & FIELDS.outward
      ? 0.95
      : fields & FIELDS.town
        ? 0.92
        : fields & FIELDS.authority
          ? 0.88
          : fields & FIELDS.street
            ? 0.85
            : 0.75,
);
const FIELD_MASK = (1 << FIELD_BITS) - 1;
/** What covering the whole of a school's name adds. */
const FIT = 0.16;
/** A word worth less than this is in every tenth name or so. */
const WEIGHT_OF_SHARED = 1.3;
/** A closed school stands behind its open namesake, and not behind much else. */
const CLOSED = 0.01;

/** Adds up, for every school, what each word typed finds in it. Its arrays are used again for each search. */
export class SchoolScores {
  readonly #index: SchoolIndex;
  readonly #sums: Float32Array;
  readonly #fits: Float32Array;
  readonly #found: Uint8Array;
  readonly #seen: Uint8Array;
  readonly #touched: Int32Array;
  #count = 0;

  constructor(index: SchoolIndex) {
    const schools = index.schools.length;
    this.#index = index;
    this.#sums = new Float32Array(schools);
    this.#fits = new Float32Array(schools);
    this.#found = new Uint8Array(schools);
    this.#seen = new Uint8Array(schools);
    this.#touched = new Int32Array(schools);
  }

  /** The best schools for these words, best first; those equal in the order of the index. */
  best(typed: readonly TypedWord[], most: number): readonly Scored[] {
    // What tells schools apart goes first; words that thousands of names share then only add to what it found.
    const telling = typed.toSorted((a, b) => b.weight - a.weight);
    for (const [at, word] of telling.entries())
      this.#add(word, at + 1, this.#count > 0 && word.weight < WEIGHT_OF_SHARED);
    const total = typed.reduce((sum, { weight }) => sum + weight, 0);
    const best = this.#pick(total, typed.length, most);
    this.#clear();
    return best;
  }

  #add({ meant, weight }: TypedWord, position: number, onlyToFound: boolean): void {
    const { postings, weights } = this.#index;
    for (const { word, sure } of meant) {
      const posting = postings[word] as Uint32Array;
      const own = (weights[word] ?? 0) * sure;
      const worth = weight * sure;
      for (let at = 0; at < posting.length; at += 1) {
        const entry = posting[at] as number;
        const place = entry >>> FIELD_BITS;
        // What a word most surely means comes first and counts alone.
        const seen = this.#seen[place];
        if (seen === position || (onlyToFound && seen === 0)) continue;
        if (seen === 0) this.#touched[this.#count++] = place;
        this.#seen[place] = position;
        const fields = entry & FIELD_MASK;
        this.#sums[place] = (this.#sums[place] as number) + worth * (WORTH[fields] as number);
        this.#found[place] = (this.#found[place] as number) + 1;
        if (fields & FIELDS.name) this.#fits[place] = (this.#fits[place] as number) + own;
      }
    }
  }

  #pick(total: number, words: number, most: number): readonly Scored[] {
    const best: Scored[] = [];
    let least = -1;
    for (let at = 0; at < this.#count; at += 1) {
      const place = this.#touched[at] as number;
      const score = this.#scoreOf(place, total);
      if (best.length === most && score < least) continue;
      insert(best, { place, score, isWhole: this.#found[place] === words }, most);
      least = best.at(-1)?.score ?? -1;
    }
    return best;
  }

  #scoreOf(place: number, total: number): number {
    const { nameWeights, schools } = this.#index;
    const fit = Math.min(1, (this.#fits[place] as number) / Math.max(0.1, nameWeights[place] as number));
    const score =
      (this.#sums[place] as number) / Math.max(0.01, total) + FIT * fit - (schools[place]?.isOpen ? 0 : CLOSED);
    // Sums in another order differ in their last digits, which must not decide an order.
    return Math.round(score * 1000) / 1000;
  }

  #clear(): void {
    for (let at = 0; at < this.#count; at += 1) {
      const place = this.#touched[at] as number;
      this.#sums[place] = this.#fits[place] = this.#found[place] = this.#seen[place] = 0;
    }
    this.#count = 0;
  }
}

function insert(best: Scored[], one: Scored, most: number): void {
  let at = best.length;
  while (at > 0 && isBefore(one, best[at - 1] as Scored)) at -= 1;
  if (at >= most) return;
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}

function isBefore(a: Scored, b: Scored): boolean {
  return a.score > b.score || (a.score === b.score && a.place < b.place);
}
