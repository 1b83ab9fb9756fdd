import type { GridPlace } from '../domain/school.ts';
import { compact } from './postcodes.ts';
import { hyphenatedWords, schoolWords, weightOf } from './school-words.ts';
import { WordList } from './word-list.ts';

/** What is kept in memory of each school: enough to find it and to name it in a list. */
export interface FoundSchool {
  readonly urn: number;
  readonly name: string;
  readonly street: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly localAuthority: string | null;
  readonly district: string | null;
  readonly isOpen: boolean;
  /** The hub areas its district lies in. */
  readonly areas: readonly string[];
  readonly place: GridPlace | null;
  /** Who followed it, and who followed those. */
  readonly successors: readonly number[];
}

/** Where a word stands, as bits; a word can stand in several places of one school. */
export const FIELDS = { name: 1, former: 2, town: 4, street: 8, authority: 16, outward: 32 } as const;
export const FIELD_BITS = 6;

export interface SchoolIndex {
  /** In the order of ties: open before closed, then the service's own hub area, then by name, then by URN. */
  readonly schools: readonly FoundSchool[];
  readonly list: WordList;
  /** For each word its schools, each `place << FIELD_BITS | fields`. */
  readonly postings: readonly Uint32Array[];
  readonly weights: Float32Array;
  /** The weight of all words of each school's name. */
  readonly nameWeights: Float32Array;
  readonly byUrn: ReadonlyMap<number, number>;
  /** The URNs that begin with these digits, in order. */
  urnsFrom(digits: string): readonly number[];
  /** Places of schools by postcode, written without its space; its keys sorted. */
  readonly byPostcode: ReadonlyMap<string, readonly number[]>;
  readonly postcodes: readonly string[];
}

const AT_ONCE = 500;

/** Makes the index some schools at a time: `pause` lets requests be answered in between. */
export async function makeSchoolIndex(
  rows: readonly FoundSchool[],
  ownArea: string,
  pause: () => Promise<void>,
): Promise<SchoolIndex> {
  const schools = rows.toSorted(inOrderFrom(ownArea));
  const byUrn = new Map(schools.map((school, place) => [school.urn, place]));
  await pause();
  const { held, names } = await wordsHeld(schools, formerNamesOf(schools, byUrn), pause);
  const list = new WordList([...held.keys()].toSorted());
  await pause();
  const postings = list.words.map((word) => Uint32Array.from(held.get(word) ?? []));
  const weights = Float32Array.from(list.words, (word, place) =>
    weightOf(word, postings[place]?.length ?? 0, schools.length),
  );
  const nameWeights = Float32Array.from(names, (words) =>
    words.reduce((sum, word) => sum + (weights[list.placeOf(word) ?? -1] ?? 0), 0),
  );
  await pause();
  const byPostcode = postcodesOf(schools);
  const postcodes = [...byPostcode.keys()].toSorted();
  return { schools, list, postings, weights, nameWeights, byUrn, urnsFrom: urnsOf(schools), byPostcode, postcodes };
}

interface WordsHeld {
  /** For each word its schools, with the fields it stands in. */
  readonly held: ReadonlyMap<string, readonly number[]>;
  readonly names: readonly (readonly string[])[];
}

async function wordsHeld(
  schools: readonly FoundSchool[],
  formerNames: ReadonlyMap<number, readonly string[]>,
  pause: () => Promise<void>,
): Promise<WordsHeld> {
  const held = new Map<string, number[]>();
  const names: (readonly string[])[] = [];
  const wordsOfPlace = remembered(schoolWords);
  for (const [place, school] of schools.entries()) {
    const name = schoolWords(school.name);
    names.push(name);
    for (const [word, fields] of wordsAndFields(school, name, formerNames.get(place) ?? [], wordsOfPlace)) {
      const posting = held.get(word);
      const entry = (place << FIELD_BITS) | fields;
      if (posting) posting.push(entry);
      else held.set(word, [entry]);
    }
    if (place % AT_ONCE === AT_ONCE - 1) await pause();
  }
  return { held, names };
}

function inOrderFrom(ownArea: string) {
  const isLocal = ({ areas }: FoundSchool) => Number(areas.includes(ownArea));
  return (a: FoundSchool, b: FoundSchool): number =>
    Number(b.isOpen) - Number(a.isOpen) ||
    isLocal(b) - isLocal(a) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : a.urn - b.urn);
}

/** A school that took over another's place is still asked for by the old name. */
function formerNamesOf(
  schools: readonly FoundSchool[],
  byUrn: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly string[]> {
  const former = new Map<number, string[]>();
  for (const { name, successors } of schools) {
    for (const urn of successors) {
      const place = byUrn.get(urn);
      if (place === undefined || schools[place]?.name === name) continue;
      former.set(place, [...(former.get(place) ?? []), name]);
    }
  }
  return former;
}

/** Thousands of schools lie in the same few places. */
function remembered(read: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const kept = new Map<string, readonly string[]>();
  return (text) => {
    const words = kept.get(text) ?? read(text);
    kept.set(text, words);
    return words;
  };
}

function wordsAndFields(
  school: FoundSchool,
  name: readonly string[],
  former: readonly string[],
  wordsOfPlace: (text: string) => readonly string[],
): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  const add = (words: readonly string[], field: number) => {
    for (const word of words) fields.set(word, (fields.get(word) ?? 0) | field);
  };
  add(name, FIELDS.name);
  add(hyphenatedWords(school.name), FIELDS.name);
  for (const one of former) add(schoolWords(one), FIELDS.former);
  add(wordsOfPlace(school.town ?? ''), FIELDS.town);
  add(schoolWords(school.street ?? ''), FIELDS.street);
  add(wordsOfPlace(school.localAuthority ?? ''), FIELDS.authority);
  add(wordsOfPlace(school.district ?? ''), FIELDS.authority);
  if (school.postcode !== null) add([school.postcode.split(' ')[0]?.toLowerCase() ?? ''], FIELDS.outward);
  return fields;
}

function postcodesOf(schools: readonly FoundSchool[]): ReadonlyMap<string, readonly number[]> {
  const byPostcode = new Map<string, number[]>();
  for (const [place, { postcode }] of schools.entries()) {
    if (postcode === null) continue;
    const key = compact(postcode);
    const held = byPostcode.get(key);
    if (held) held.push(place);
    else byPostcode.set(key, [place]);
  }
  return byPostcode;
}

const URN_DIGITS = 6;

function urnsOf(schools: readonly FoundSchool[]): (digits: string) => readonly number[] {
  const urns = Int32Array.from(schools, ({ urn }) => urn).sort();
  return (digits) => {
    const step = 10 ** (URN_DIGITS - digits.length);
    const [from, to] = [Number(digits) * step, (Number(digits) + 1) * step];
    const first = urns.findIndex((urn) => urn >= from);
    if (first === -1) return [];
    const end = urns.findIndex((urn) => urn >= to);
    return [...urns.subarray(first, end === -1 ? undefined : end)];
  };
}
