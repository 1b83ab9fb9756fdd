import { postcodeBegun, postcodeIn } from './postcodes.ts';
import type { FoundSchool, SchoolIndex } from './school-index.ts';
import { SchoolScores, type Scored, type TypedWord } from './school-scores.ts';
import { schoolWords, standsFor } from './school-words.ts';
import { firstFrom } from './sorted.ts';
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
    const begun = this.index
      .urnsFrom(digits)
      .slice(0, most)
      .flatMap((urn) => this.index.byUrn.get(urn) ?? []);
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
    const places: number[] = [];
    for (let at = firstFrom(postcodes, start); places.length < most && postcodes[at]?.startsWith(start); at += 1)
      places.push(...(byPostcode.get(postcodes[at] ?? '') ?? []));
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
    const last = /[\p{L}\p{N}]$/u.test(text) ? words.length - 1 : -1;
    const typed = words.map((word, at) => this.#asTyped(word, at === last));
    const wanted = most + MORE_TO_ORDER;
    let best = this.#scores.best(typed, wanted);
    if (!best[0]?.isWhole) {
      for (const variant of this.#variantsOf(typed)) best = merged(best, this.#scores.best(variant, wanted));
      best = merged(
        best,
        this.#scores.best(
          words.map((word, at) => this.#forgiven(word, at === last)),
          wanted,
        ),
      );
    }
    return placesOf(this.#namedExactly(text, best)).slice(0, most);
  }

  /** Whoever types a whole name letter for letter wants that school before others whose names mean the same. */
  #namedExactly(text: string, best: readonly Scored[]): readonly Scored[] {
    const typed = lettersAndDigits(text);
    const raised = best.map((scored) => {
      const name = lettersAndDigits(this.index.schools[scored.place]?.name ?? '');
      return typed.startsWith(name) ? { ...scored, score: scored.score + NAMED_EXACTLY } : scored;
    });
    return raised.toSorted(inOrder);
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
    if (word.length >= 2 || isLast)
      for (const place of list.begunBy(word))
        meant.push({ word: place, sure: isLast ? SURE_OF_START : SURE_OF_START_WITHIN });
    // Of a word still being typed nobody knows yet which it will be: it is worth what the commonest is.
    const weighed = isLast ? meant.map((one) => ({ ...one, sure: 1 })) : meant;
    return { word, meant, weight: this.#weightOf(weighed) };
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
    return meant
      .filter(({ sure }) => sure === first.sure)
      .reduce((least, { word }) => Math.min(least, weights[word] ?? least), WEIGHT_OF_UNKNOWN);
  }

  /** A space left out, or one too many: the same letters as other words. */
  #variantsOf(typed: readonly TypedWord[]): readonly (readonly TypedWord[])[] {
    const { list } = this.index;
    const variants = typed.flatMap(({ word, meant }, at) => {
      const next = typed[at + 1];
      const together =
        next && list.placeOf(word + next.word) !== undefined
          ? [typed.toSpliced(at, 2, this.#asTyped(word + next.word, false))]
          : [];
      const apart =
        meant.length > 0 || word.length < 5
          ? []
          : this.#cutsOf(word, at === typed.length - 1).map((cut) => typed.toSpliced(at, 1, ...cut));
      return [...together, ...apart];
    });
    return variants.slice(0, MOST_VARIANTS);
  }

  #cutsOf(word: string, isLast: boolean): readonly (readonly TypedWord[])[] {
    const cuts = Array.from({ length: word.length - 3 }, (_, at) => [
      ...schoolWords(word.slice(0, at + 2)),
      ...schoolWords(word.slice(at + 2)),
    ]);
    const known = cuts.filter(
      (words) =>
        words.length === 2 &&
        words.every((one, at) => this.index.list.placeOf(one) !== undefined || (isLast && at === 1)),
    );
    return known
      .map((words) => words.map((one, at) => this.#asTyped(one, isLast && at === 1)))
      .filter((cut) => cut.every(({ meant }) => meant.length > 0));
  }
}

/** Found beyond those asked for, so that an exact name among them can come forward. */
const MORE_TO_ORDER = 20;
const NAMED_EXACTLY = 0.03;
const MOST_VARIANTS = 6;
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
function merged(one: readonly Scored[], other: readonly Scored[]): readonly Scored[] {
  const byPlace = new Map(one.map((scored) => [scored.place, scored]));
  for (const scored of other) {
    const held = byPlace.get(scored.place);
    if (!held || held.score < scored.score) byPlace.set(scored.place, scored);
  }
  return [...byPlace.values()].toSorted(inOrder);
}

function inOrder(a: Scored, b: Scored): number {
  return b.score - a.score || a.place - b.place;
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
