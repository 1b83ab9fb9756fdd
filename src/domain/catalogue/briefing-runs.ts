import type { Certainty, Fact, FactsByTopic, Source } from './fact.ts';
import { CERTAINTIES } from './fact.ts';
import type { IsoDate } from '../date.ts';
import type { Figure, Opportunity } from './opportunity.ts';
import { parseProse } from '../prose.ts';
import type { Quantity } from '../quantity.ts';

/** A run of a document's words. A figure carries the facts it rests on and the numbers of their sources. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'facts';
      readonly topic: string;
      readonly facts: readonly Fact[];
      readonly cites: readonly number[];
    }
  | { readonly kind: 'statement'; readonly fact: Fact; readonly cites: readonly number[] }
  | { readonly kind: 'estimate'; readonly quantity: Quantity }
  /** The next intake of an opportunity that starts at dated chances. */
  | { readonly kind: 'intake'; readonly opportunity: Opportunity }
  /** Nobody has published it. */
  | { readonly kind: 'unknown' };

export interface BriefingSource {
  readonly number: number;
  readonly source: Source;
  readonly checkedOn: IsoDate;
  /** Of what rests on it here, the least sure. */
  readonly certainty: Certainty;
}

/** Turns content into runs and numbers the sources as they are met. */
export interface Cite {
  prose(text: string): readonly Run[];
  figure(figure: Figure): readonly Run[];
  when(opportunity: Opportunity): readonly Run[];
  topic(topic: string): Run;
  statement(fact: Fact): Run;
  sources(): readonly BriefingSource[];
}

/** A fresh numbering over the facts of a day. A page cited twice keeps its number. */
export function citations(facts: FactsByTopic): Cite {
  const byUrl = new Map<string, BriefingSource>();
  const number = (fact: Fact): number => {
    const seen = byUrl.get(fact.source.url);
    const next = seen
      ? lessSure(seen, fact)
      : { number: byUrl.size + 1, source: fact.source, checkedOn: fact.checkedOn, certainty: fact.certainty };
    byUrl.set(fact.source.url, next);
    return next.number;
  };
  const topic = (name: string): Run => {
    const held = facts.get(name) ?? [];
    return { kind: 'facts', topic: name, facts: held, cites: [...new Set(held.map(number))] };
  };
  const prose = (text: string): readonly Run[] =>
    parseProse(text).map((segment): Run =>
      segment.kind === 'fact' ? topic(segment.topic) : { kind: 'text', text: segment.text },
    );
  return {
    prose,
    topic,
    statement: (fact) => ({ kind: 'statement', fact, cites: [number(fact)] }),
    figure: (figure) => {
      if ('unknown' in figure) return [{ kind: 'unknown' }];
      // A note without the figure it is about would only puzzle.
      if ('fact' in figure && !facts.has(figure.fact)) return [topic(figure.fact)];
      const noted: readonly Run[] =
        figure.note === undefined ? [] : [...prose(figure.note), { kind: 'text', text: ' ' }];
      if ('fact' in figure) return [...noted, topic(figure.fact)];
      return [...noted, { kind: 'estimate', quantity: { ...figure.estimate, basis: 'our-estimate' } }];
    },
    when: (opportunity) =>
      opportunity.when.kind === 'intakes' ? [{ kind: 'intake', opportunity }] : prose(opportunity.when.words),
    sources: () => [...byUrl.values()],
  };
}

function lessSure(seen: BriefingSource, { certainty, checkedOn }: Fact): BriefingSource {
  const sure = CERTAINTIES.indexOf(seen.certainty) >= CERTAINTIES.indexOf(certainty);
  return {
    ...seen,
    checkedOn: checkedOn < seen.checkedOn ? checkedOn : seen.checkedOn,
    certainty: sure ? seen.certainty : certainty,
  };
}
