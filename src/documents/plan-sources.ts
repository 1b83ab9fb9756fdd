import type { Fact } from '../domain/catalogue/fact.ts';
import type { PinnedFact } from '../domain/plan/plan.ts';
import { formatDay, formatDayOrMonth } from '../ui/format.ts';
import { shortUrl } from './briefing-words.ts';

/** A page that statements of a plan come from, as a list at its end names it. */
export interface PlanSource {
  readonly number: number;
  readonly text: string;
  readonly url: string;
  readonly address: string;
}

/** Numbers sources as they are met; a page met twice keeps its number. */
export interface PlanSources {
  /** The source of a statement that was pinned, while the catalogue still holds where it came from. */
  cite(fact: Pick<PinnedFact, 'id'>): number | undefined;
  list(): readonly PlanSource[];
}

/** Takes every fact there is, of whatever day: a plan keeps statements that have since been replaced. */
export function planSources(facts: readonly Fact[]): PlanSources {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const met = new Map<string, PlanSource>();
  return {
    cite({ id }) {
      const fact = byId.get(id);
      if (!fact) return undefined;
      const source = met.get(fact.source.url) ?? sourceOf(fact, met.size + 1);
      met.set(fact.source.url, source);
      return source.number;
    },
    list: () => [...met.values()],
  };
}

function sourceOf({ source, checkedOn }: Fact, number: number): PlanSource {
  const published = source.published === null ? '' : `, ${formatDayOrMonth(source.published)}`;
  return {
    number,
    text: `${source.title}${published}. Checked ${formatDay(checkedOn)}.`,
    url: source.url,
    address: shortUrl(source.url),
  };
}
