import type { VNode } from 'preact';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { Details } from '../../ui/details.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { sourceWords } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';

export interface EvidenceProps extends Shown {
  readonly topics: readonly string[];
  readonly checkedOn: Opportunity['checkedOn'];
  readonly page: Opportunity['page'];
}

/** More than these would stand between a reader on a phone and who pays. */
const FEW = 4;

/** Every fact the page stands on, with its source and the day it was checked. */
export function Evidence({ topics, checkedOn, page, on, urls }: EvidenceProps): VNode {
  const facts = topics.flatMap((topic) => on.facts.get(topic) ?? []);
  return (
    <section class="app-prose" aria-labelledby="evidence">
      <h2 id="evidence">What this page rests on</h2>
      {page && (
        <p>
          The official word: <a href={page.url}>{page.title}</a>.
        </p>
      )}
      {facts.length === 0 ? (
        <p>We hold no published fact about it for this day; the figures above are marked as ours or as not known.</p>
      ) : (
        <Details summary={`${formatCount(facts.length, 'fact')}, each with its source`} open={facts.length <= FEW}>
          <ul>
            {facts.map((fact) => (
              <li key={fact.id}>
                {fact.statement} <a href={urls.fact(fact)}>{sourceWords(fact)}</a>
                {fact.certainty !== 'high' && `. ${CERTAINTY_WORDS[fact.certainty]}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p class="app-source">This page was last checked on {formatDay(checkedOn)}.</p>
    </section>
  );
}

const CERTAINTY_WORDS = {
  high: '',
  medium: 'We are fairly sure of this.',
  low: 'We could not confirm this.',
  disputed: 'Sources differ about this.',
} as const;
