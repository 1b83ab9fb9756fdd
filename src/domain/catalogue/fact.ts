import { holdsOn, type IsoDate, type Span } from '../date.ts';
import type { Quantity } from '../quantity.ts';

export const CERTAINTIES = ['high', 'medium', 'low', 'disputed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Where a statement comes from. `published` is the page's own date as it gives it: a day, a month, a year, or `null`. */
export interface Source {
  readonly title: string;
  readonly url: string;
  readonly published: string | null;
}

/**
 * A dated, sourced statement. `topic` is what it is about and never changes, so that a page can ask for "the fee" and
 * get the one that held on its day; `id` names this one statement.
 */
export interface Fact extends Span {
  readonly id: string;
  readonly topic: string;
  readonly statement: string;
  /** A quantity, or the few words that stand in a sentence where the topic is named. */
  readonly value?: Quantity | string;
  readonly source: Source;
  readonly alsoSeenAt: readonly Source[];
  readonly checkedOn: IsoDate;
  readonly certainty: Certainty;
  readonly replaces?: string;
}

/** What is said on a day about a topic: one fact, or several that disagree (disputed), or none held. */
export type FactsByTopic = ReadonlyMap<string, readonly Fact[]>;

/** The facts that held on a day, by topic; within one, the surer first, then by id so that the order is always the same. */
export function factsOn(facts: Iterable<Fact>, day: IsoDate): FactsByTopic {
  const byTopic = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!holdsOn(fact, day)) continue;
    const held = byTopic.get(fact.topic);
    if (held) held.push(fact);
    else byTopic.set(fact.topic, [fact]);
  }
  for (const held of byTopic.values()) held.sort(bySurerFirst);
  return byTopic;
}

function bySurerFirst(a: Fact, b: Fact): number {
  return CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty) || (a.id < b.id ? -1 : 1);
}

/** A topic's facts through time, the earliest first (an unknown start before all). */
export function historyOf(facts: Iterable<Fact>, topic: string): readonly Fact[] {
  return [...facts]
    .filter((fact) => fact.topic === topic)
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || (a.id < b.id ? -1 : 1));
}
