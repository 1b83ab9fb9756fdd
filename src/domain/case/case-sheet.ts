import type { IsoDate } from '../date.ts';
import type { Ask, CaseReader } from './case.ts';

/*
 * The case in plain words, as it is shown, printed, sent and kept. What was sent is never made again: a sponsor's answer
 * is an answer to these words, whatever has become of the plan, the catalogue or our sentences since.
 */

/** One thing said of the case, with the sources it rests on by their numbers. */
export interface CaseRow {
  readonly label: string;
  readonly words: string;
  readonly cites: readonly number[];
}

export interface CaseSource {
  readonly number: number;
  readonly text: string;
  readonly url: string;
}

export interface CaseSheet {
  readonly title: string;
  readonly reader: CaseReader;
  readonly asks: readonly Ask[];
  /** Time, cost, school, when: always these four, in this order. */
  readonly glance: readonly CaseRow[];
  readonly what: readonly { readonly name: string; readonly about: string }[];
  readonly why: string;
  readonly back: string;
  readonly money: readonly CaseRow[];
  readonly dates: readonly CaseRow[];
  readonly sources: readonly CaseSource[];
  /** The day whose catalogue and rules it was written by. */
  readonly knownOn: IsoDate;
}

/** One part of a case as it was sent and as it would be written now. */
export interface SheetChange {
  readonly label: string;
  readonly was: string;
  readonly now: string;
}

/** What a case would say differently if it were written again. The day it was written on is no change of it. */
export function changesSince(
  sent: CaseSheet,
  now: CaseSheet,
  askWords: (asks: readonly Ask[]) => string,
): readonly SheetChange[] {
  const [was, is] = [partsOf(sent, askWords), partsOf(now, askWords)];
  const labels = [...new Set([...was.keys(), ...is.keys()])];
  return labels
    .map((label) => ({ label, was: was.get(label) ?? '', now: is.get(label) ?? '' }))
    .filter((change) => change.was !== change.now);
}

function partsOf(sheet: CaseSheet, askWords: (asks: readonly Ask[]) => string): ReadonlyMap<string, string> {
  return new Map([
    ['What is asked for', askWords(sheet.asks)],
    ['What it is', sheet.what.map(({ name, about }) => `${name}. ${about}`.trim()).join('\n')],
    ['Why, for pupils', sheet.why],
    ['What comes back', sheet.back],
    ...[...sheet.glance, ...sheet.money, ...sheet.dates].map(({ label, words }) => [label, words] as const),
  ]);
}
