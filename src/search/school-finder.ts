import { postcodeBegun, postcodeIn } from './postcodes.ts';
import type { FoundSchool, SchoolIndex } from './school-index.ts';
import { SchoolScores, type Scored, type TypedWord } from './school-scores.ts';
import { isLight, schoolWords, standsFor } from './school-words.ts';
import type { Meant } from './word-list.ts';

export const MOST_FOUND = 10;
/** A search longer than this is no name of a school; what follows is passed over. */
const LONGEST_QUERY = 200;
const MOST_WORDS = 16;
/** Of the schools a name fits, those looked through for one at the postcode beside it. */
const MOST_COMPARED = 50;

/** Finds schools, open and closed, by name, postcode, URN, town, street or authority, as people type them. */
export class SchoolFinder {
  readonly index: SchoolIndex;
  readonly #scores: SchoolScores;

  constructor(index: SchoolIndex) {
    this.index = index;
    this.#scores = new SchoolScores(index);
  }

  /** Best first, no school twice, and always the same order. */
  find(query: string, most = MOST_FOUND): readonly FoundSchool[] {
    const text = query.slice(0, LONGEST_QUERY);
    const places = this.#byNumber(text, most) ?? this.#byPostcode(text, most) ?? this.#byWords(text, most);
    return places.slice(0, most).flatMap((place) => this.index.schools[place] ?? []);
  }

  school(urn: number): FoundSchool | undefined {
    const place = this.index.byUrn.get(urn);
    return place === undefined ? undefined : this.index.schools[place];
  }

  /** The schools at a postcode, written with or without its space. */
  at(postcode: string): readonly FoundSchool[] {
    return (this.index.byPostcode.get(postcode) ?? []).flatMap((place) => this.index.schools[place] ?? []);
  }

  #byNumber(text: string, most: number): readonly number[] | undefined {
    const [, digits] = /^\W*(?:urn\W*)?(\d{3,6})\W*$/i.exec(text) ?? [];
    if (digits === undefined) return undefined;
    const exact = digits.length === 6 ? this.index.byUrn.get(Number(digits)) : undefined;
    if (exact !== undefined) return [exact];
    const begun: number[] = [];
    for (const [place, { urn }] of this.index.schools.entries()) {
      if (begun.length === most) break;
      if (String(urn).startsWith(digits)) begun.push(place);
    }
    return begun.length > 0 ? begun : undefined;
  }

  #byPostcode(text: string, most: number): readonly number[] | undefined {
    const found = postcodeIn(text);
    if (!found) {
      const begun = postcodeBegun(text);
      return begun === undefined ? undefined : this.#postcodesFrom(begun, most);
    }
    const { postcode, rest } = found;
    const here = this.index.byPostcode.get(postcode) ?? [];
    if (rest === '') return here.length > 0 ? here : this.#postcodesNear(postcode, most);
    if (here.length === 0) return this.#byWords(text, most);
    const named = this.#byWords(rest, MOST_COMPARED);
    return [...new Set([...named.filter((place) => here.includes(place)), ...here, ...named])];
  }

  /** Schools whose postcode begins so, by postcode; nothing where none does. */
  #postcodesFrom(start: string, most: number): readonly number[] | undefined {
    const { postcodes, byPostcode } = this.index;
    let [low, high] = [0, postcodes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((postcodes[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const places: number[] = [];
    for (let at = low; places.length < most && postcodes[at]?.startsWith(start); at += 1) places.push(...(byPostcode.get(postcodes[at] ?? '') ?? []));
    return places.length > 0 ? places : undefined;
  }

  /** A postcode that is no school's: schools that share its first letters, as many of them as any does. */
  #postcodesNear(postcode: string, most: number): readonly number[] | undefined {
    for (let length = postcode.length - 1; length >= postcode.length - 3; length -= 1) {
      const found = this.#postcodesFrom(postcode.slice(0, length), most);
      if (found) return found;
    }
    return undefined;
  }

  #byWords(text: string, most: number): readonly number[] {
    const words = schoolWords(text).slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    const isOpenEnded = /[a-z0-9]$/i.test(text);
    const typed = words.map((word, at) => this.#asTyped(word, isOpenEnded && at === words.length - 1));
    let best = this.#scores.best(typed, most);
    if (best[0]?.isWhole) return placesOf(best);
    for (const variant of this.#variantsOf(words)) {
      best = merged(best, this.#scores.best(variant.map((word, at) => this.#asTyped(word, at === variant.length - 1)), most), most);
    }
    best = merged(best, this.#scores.best(words.map((word, at) => this.#forgiven(word, at === words.length - 1)), most), most);
    return placesOf(best);
  }

  /** A word as it stands, and longer ones it begins. */
  #asTyped(word: string, isLast: boolean): TypedWord {
    const { list } = this.index;
    const meant: Meant[] = [];
    const exact = list.placeOf(word);
    if (exact !== undefined) meant.push({ word: exact, sure: 1 });
    for (const other of standsFor(word)) {
      const place = list.placeOf(other);
      if (place !== undefined) meant.push({ word: place, sure: SURE_OF_SHORT });
    }
    if (word.length >= 2 || isLast) for (const place of list.begunBy(word)) meant.push({ word: place, sure: isLast ? SURE_OF_START : SURE_OF_START_WITHIN });
    return { word, meant, weight: this.#weightOf(meant) };
  }

  /** The same, and words a slip of the finger away. */
  #forgiven(word: string, isLast: boolean): TypedWord {
    const plain = this.#asTyped(word, isLast);
    const known = new Set(plain.meant.map((one) => one.word));
    const near = this.index.list.near(word, isLast).filter((one) => !known.has(one.word));
    if (near.length === 0) return plain;
    const meant = [...plain.meant, ...near].toSorted((a, b) => b.sure - a.sure);
    return { word, meant, weight: this.#weightOf(meant) };
  }

  /** A word is worth what the commonest of its likeliest meanings is; one nobody knows, as much as a rare one. */
  #weightOf(meant: readonly Meant[]): number {
    const { weights } = this.index;
    const [first] = meant;
    if (!first) return WEIGHT_OF_UNKNOWN;
    return meant.filter(({ sure }) => sure === first.sure).reduce((least, { word }) => Math.min(least, weights[word] ?? least), WEIGHT_OF_UNKNOWN);
  }

  /** A space left out, or one too many: the same letters as other words. */
  *#variantsOf(words: readonly string[]): Generator<readonly string[]> {
    const { list } = this.index;
    for (const [at, word] of words.entries()) {
      const next = words[at + 1];
      if (next !== undefined && list.placeOf(word + next) !== undefined) yield words.toSpliced(at, 2, word + next);
      if (word.length < 5 || (list.placeOf(word) !== undefined && !isLight(word))) continue;
      for (let cut = 2; cut <= word.length - 2; cut += 1) {
        const [left, right] = [schoolWords(word.slice(0, cut))[0] ?? '', schoolWords(word.slice(cut))[0] ?? ''];
        if (list.placeOf(left) === undefined) continue;
        if (list.placeOf(right) !== undefined || (at === words.length - 1 && right.length >= 2)) yield words.toSpliced(at, 1, left, right);
      }
    }
  }
}

const SURE_OF_SHORT = 0.9;
const SURE_OF_START = 0.93;
const SURE_OF_START_WITHIN = 0.82;
const WEIGHT_OF_UNKNOWN = 5;

/** Below this share of what was typed, a school is no answer; and below this share of the best one's score. */
const LEAST_SCORE = 0.42;
const LEAST_SHARE = 0.55;

function placesOf(best: readonly Scored[]): readonly number[] {
  const top = best[0]?.score ?? 0;
  return best.filter(({ score }) => score >= LEAST_SCORE && score >= top * LEAST_SHARE).map(({ place }) => place);
}

/** Two lists of one search as one: each school with its better score. */
function merged(one: readonly Scored[], other: readonly Scored[], most: number): readonly Scored[] {
  const byPlace = new Map<number, Scored>();
  for (const scored of [...one, ...other]) {
    const held = byPlace.get(scored.place);
    if (!held || held.score < scored.score) byPlace.set(scored.place, scored);
  }
  return [...byPlace.values()].toSorted((a, b) => b.score - a.score || a.place - b.place).slice(0, most);
}
