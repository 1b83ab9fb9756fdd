import { holdsOn } from '../date.ts';
import { historyOf, type Fact } from '../catalogue/fact.ts';
import type { FactRef } from './funding-cohorts.ts';

/** The statement behind an answer: the fact of its topic that held on its day. */
export function factBehind(facts: readonly Fact[], { topic, day }: FactRef): Fact | undefined {
  return historyOf(facts, topic).find((fact) => holdsOn(fact, day));
}
