import type { Fact } from '../domain/catalogue/fact.ts';
import type { CaseSource } from '../domain/case/case-sheet.ts';
import { formatDay, formatDayOrMonth } from './format.ts';

/** Numbers the pages that a case's figures come from, as they are met; a page met twice keeps its number. */
export interface CaseSources {
  /** Statements whose source the catalogue no longer holds are left out. */
  cite(facts: readonly (Fact | undefined)[]): readonly number[];
  list(): readonly CaseSource[];
}

export function caseSources(): CaseSources {
  const met = new Map<string, CaseSource>();
  const numberOf = ({ source, checkedOn }: Fact): number => {
    const known = met.get(source.url);
    if (known) return known.number;
    const published = source.published === null ? '' : `, ${formatDayOrMonth(source.published)}`;
    const number = met.size + 1;
    met.set(source.url, {
      number,
      text: `${source.title}${published}; checked ${formatDay(checkedOn)}`,
      url: source.url,
    });
    return number;
  };
  return {
    cite: (facts) => [...new Set(facts.filter((fact) => fact !== undefined).map(numberOf))],
    list: () => [...met.values()],
  };
}
