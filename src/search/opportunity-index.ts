import MiniSearch from 'minisearch';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { Opportunity } from '../domain/catalogue/opportunity.ts';
import { parseProse } from '../domain/prose.ts';
import { isStopWord, stemOf, wordsOf } from './normalise.ts';

/** What each field is worth: a name says what a thing is, its long text only what it touches. */
export const BOOSTS = {
  name: 4,
  abbreviation: 5,
  keywords: 3,
  summary: 2,
  suits: 0.6,
  what: 0.5,
  providers: 1,
} as const;

type Entry = Readonly<Record<keyof typeof BOOSTS | 'id', string>>;

/** One day's opportunities made searchable: those that exist that day, and those that had ended by then. */
export interface OpportunityIndex {
  readonly terms: MiniSearch<Entry>;
  readonly byId: ReadonlyMap<string, Opportunity>;
  /** Whether an opportunity's name, keywords or short text hold these words side by side. */
  says(id: string, phrase: string): boolean;
  /** A stem as its commonest whole word, to show to people. */
  readonly wholeWord: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<DayCatalogue, OpportunityIndex>();

/** The index of a day, made at the first search and kept as long as the day's catalogue is. */
export function indexOf(on: DayCatalogue): OpportunityIndex {
  const kept = indexes.get(on);
  if (kept) return kept;
  const made = makeIndex(on);
  indexes.set(on, made);
  return made;
}

function makeIndex(on: DayCatalogue): OpportunityIndex {
  const known = on.catalogue.opportunities.filter(({ exists }) => exists.from === null || exists.from <= on.day);
  const providers = new Map(on.catalogue.providers.map(({ id, name }) => [id, name]));
  // The order of the content must not decide the order of the answers.
  const entries = known
    .map((opportunity) => entryOf(opportunity, providers))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const terms = new MiniSearch<Entry>({
    fields: Object.keys(BOOSTS),
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (word) => (isStopWord(word) ? null : stemOf(word)),
    searchOptions: { boost: { ...BOOSTS } },
  });
  terms.addAll(entries);
  const said = new Map(
    entries.map((entry) => [
      entry.id,
      ` ${[entry.name, entry.abbreviation, entry.keywords, entry.summary, entry.suits].map(stems).join(' | ')} `,
    ]),
  );
  const says = (id: string, phrase: string) =>
    !phrase.includes(' ') || (said.get(id) ?? '').includes(` ${stems(phrase)} `);
  return {
    terms,
    says,
    byId: new Map(known.map((opportunity) => [opportunity.id, opportunity])),
    wholeWord: wholeWords(entries),
  };
}

function entryOf(opportunity: Opportunity, providers: ReadonlyMap<string, string>): Entry {
  return {
    id: opportunity.id,
    name: opportunity.name,
    abbreviation: opportunity.abbreviation ?? '',
    keywords: opportunity.keywords.join(', '),
    summary: plain(opportunity.summary),
    suits: plain(opportunity.suits),
    what: opportunity.what.map(plain).join(' '),
    providers: opportunity.providers.map((id) => providers.get(id) ?? '').join(', '),
  };
}

function stems(text: string): string {
  return wordsOf(text).map(stemOf).join(' ');
}

function plain(prose: string): string {
  return parseProse(prose)
    .map((segment) => (segment.kind === 'fact' ? ' ' : segment.text))
    .join('');
}

function wholeWords(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { id: _, ...texts } of entries) {
    for (const word of wordsOf(Object.values(texts).join(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const whole = new Map<string, string>();
  for (const [word, count] of counts) {
    const stem = stemOf(word);
    const best = whole.get(stem);
    if (best === undefined || count > (counts.get(best) ?? 0)) whole.set(stem, word);
  }
  return whole;
}
