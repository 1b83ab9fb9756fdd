import type { Fact, FactsByTopic } from '../catalogue/fact.ts';
import type { Pence } from './school-cost.ts';

const SUPPLY_PHASES = ['primary', 'secondary', 'special'] as const;

/** Published costs of a day's cover that fit a school described in these words, or all where none of them says its phase. */
export function supplyFacts(said: readonly (string | null | undefined)[], facts: FactsByTopic): readonly Fact[] {
  const words = said
    .map((word) => word ?? '')
    .join(' ')
    .toLowerCase();
  const known = SUPPLY_PHASES.findLast((phase) => words.includes(phase));
  return (known ? [known] : SUPPLY_PHASES).flatMap((phase) => facts.get(`supply-day-cost-${phase}`) ?? []);
}

/** From the least of them to the most; undefined where none is held. */
export function supplyRange(facts: readonly Fact[]): Pence | undefined {
  const held = facts.flatMap(({ value }) => (typeof value === 'object' ? [value] : []));
  if (held.length === 0) return undefined;
  return { min: Math.min(...held.map(({ min }) => min)), max: Math.max(...held.map(({ min, max }) => max ?? min)) };
}
