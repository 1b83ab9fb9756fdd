import type { SearchOptions } from 'minisearch';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import { holdsOn } from '../domain/date.ts';
import type { Opportunity } from '../domain/catalogue/opportunity.ts';
import { conceptsIn, type Concept } from './concepts.ts';
import { indexOf, type OpportunityIndex } from './opportunity-index.ts';

/** A word that nothing here uses, and the word it was taken for. */
export interface Reading {
  readonly typed: string;
  readonly read: string;
}

export interface Found {
  /** What exists that day, best first. */
  readonly opportunities: readonly Opportunity[];
  /** What had ended by then, best first, and only where it is much of what was asked for. */
  readonly ended: readonly Opportunity[];
  readonly readings: readonly Reading[];
}

type Scores = ReadonlyMap<string, number>;

/** What a second name of the same thing adds where an opportunity has both. */
const ALSO = 0.4;

/** What a name of several words is worth where they stand apart: "head" here and "year" there is no head of year. */
const SCATTERED = 0.4;

/** Below this share of the best score a hit is an accident of words; sooner where it lacks something that was asked for. */
const LEAST_SHARE = 0.08;
const LEAST_SHARE_OF_PART = 0.15;
const ENDED_SHARE = 0.5;
/** How far each of a query's further things counts when it is missed: what has them all comes first. */
const COVERAGE_POWER = 1;

/** Finds what a query asks for. Each thing in it is scored by itself, by the best of its names; the sum is the score. */
export function search(on: DayCatalogue, query: string): Found {
  const index = indexOf(on);
  const concepts = conceptsIn(query);
  const readings: Reading[] = [];
  const scores = concepts.map((concept) => scoresOf(index, concept, readings));
  const ranked = rankedIds(scores).flatMap(({ id, share }) => {
    const opportunity = index.byId.get(id);
    return opportunity ? [{ opportunity, share, exists: holdsOn(opportunity.exists, on.day) }] : [];
  });
  return {
    opportunities: ranked.filter(({ exists }) => exists).map(({ opportunity }) => opportunity),
    ended: ranked.filter(({ exists, share }) => !exists && share >= ENDED_SHARE).map(({ opportunity }) => opportunity),
    readings,
  };
}

function scoresOf(index: OpportunityIndex, concept: Concept, readings: Reading[]): Scores {
  const best = new Map<string, number>();
  for (const { text, weight } of concept.ways) {
    // By the word, so that a name of many words does not outweigh the same thing's abbreviation.
    const share = weight / Math.max(1, text.split(' ').length);
    const hits = index.terms.search(text, { ...EXACT, combineWith: 'AND' });
    for (const { id, score } of hits) {
      const held = best.get(id) ?? 0;
      const own = score * share * (index.says(id as string, text) ? 1 : SCATTERED);
      best.set(id, Math.max(held, own) + ALSO * Math.min(held, own));
    }
  }
  if (best.size > 0) return best;
  const [first, ...others] = index.terms.search(concept.typed, FORGIVING);
  if (!first) return best;
  const [term = ''] = first.terms;
  readings.push({ typed: concept.typed, read: index.wholeWord.get(term) ?? term });
  return new Map([first, ...others].map(({ id, score }) => [id as string, score]));
}

/** A word that the catalogue knows is not taken for a slip, or "reading" would find all that says "leading". */
const EXACT: SearchOptions = { prefix: (term) => term.length >= 4, weights: { fuzzy: 0.45, prefix: 0.4 } };
/** One slip in a short word, two in a long one; none in an abbreviation, where any other letter is another thing. */
const FORGIVING: SearchOptions = {
  prefix: (term) => term.length >= 3,
  fuzzy: (term) => (term.length < 4 ? false : term.length < 7 ? 1 : 2),
  weights: { fuzzy: 0.45, prefix: 0.4 },
};

function rankedIds(scores: readonly Scores[]): readonly { readonly id: string; readonly share: number }[] {
  const ids = new Set(scores.flatMap((one) => [...one.keys()]));
  const totals = [...ids].map((id) => {
    const held = scores.flatMap((one) => one.get(id) ?? []);
    const sum = held.reduce((total, score) => total + score, 0);
    const isWhole = held.length === scores.length;
    return { id, isWhole, score: sum * (held.length / scores.length) ** COVERAGE_POWER };
  });
  const most = Math.max(0, ...totals.map(({ score }) => score));
  return totals
    .filter(({ score, isWhole }) => score >= most * (isWhole ? LEAST_SHARE : LEAST_SHARE_OF_PART))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => ({ id, share: score / most }));
}

/** For a search that found nothing: what it may have meant, each of its words read as the nearest the catalogue uses. */
export function suggestionFor(on: DayCatalogue, query: string): string | undefined {
  const { terms, wholeWord } = indexOf(on);
  const near = conceptsIn(query).flatMap(({ typed }) => {
    const [best] = typed.length < 4 ? [] : terms.search(typed, { fuzzy: 0.4, prefix: true });
    const [term] = best?.terms ?? [];
    return term === undefined ? [] : [wholeWord.get(term) ?? term];
  });
  return near.length === 0 ? undefined : [...new Set(near)].join(' ');
}
