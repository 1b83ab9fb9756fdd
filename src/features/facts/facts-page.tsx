import type { VNode } from 'preact';
import type { Fact } from '../../domain/catalogue/fact.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { sourceWords } from '../../ui/prose.tsx';

/** Every fact that holds on the day, with its source. */
export function FactsPage({ visit, facts }: { readonly visit: Visit; readonly facts: readonly Fact[] }): VNode {
  const { urls, on, frame, asked } = visit;
  return (
    <Layout title="Facts and sources" page={frame} noindex={asked.personal}>
      <PageHeading
        title="Facts and sources"
        lead={`${formatCount(facts.length, 'statement')} that held on ${formatDay(on.day)}, each with where it comes from. Pages show these and never a bare figure.`}
      />
      <ul class="app-facts">
        {facts.map((fact) => (
          <li key={fact.id} class="app-facts__item">
            <a class="govuk-link" href={urls.fact(fact)}>
              {fact.statement}
            </a>{' '}
            <span class="app-facts__source">{sourceWords(fact)}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
