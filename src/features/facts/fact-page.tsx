import type { VNode } from 'preact';
import type { Fact } from '../../domain/catalogue/fact.ts';
import { holdsOn } from '../../domain/date.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Visit } from '../../http/page.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { formatSpan } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { factText } from '../../ui/prose.tsx';
import { Source } from '../../ui/source.tsx';
import { Timeline } from '../../ui/timeline.tsx';

export interface FactPageProps {
  readonly visit: Visit;
  readonly topic: string;
  readonly history: readonly Fact[];
  readonly statedOn: readonly Opportunity[];
}

/** One topic: what holds on the day, its source, and what held before. */
export function FactPage({ visit, topic, history, statedOn }: FactPageProps): VNode {
  const { on, urls, frame, asked } = visit;
  const now = on.facts.get(topic) ?? [];
  const [first] = now;
  const title = first ? factTitle(first) : 'Nothing held for this day';
  const others = history.filter((fact) => !now.includes(fact));
  return (
    <Layout
      title={title}
      page={frame}
      noindex={asked.personal}
      before={<Breadcrumbs items={[{ text: 'Facts and sources', href: urls.facts() }]} />}
    >
      <PageHeading title={title} />
      {now.length > 1 && <p class="govuk-body">Sources differ about this, so all of them stand here.</p>}
      {now.length === 0 && (
        <p class="govuk-body">We hold nothing about this for the day shown. What is held for other days follows.</p>
      )}
      {now.map((fact) => (
        <FactStatement key={fact.id} fact={fact} />
      ))}
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{now.length > 0 ? 'Before and after' : 'Other days'}</h2>
          <Timeline
            items={others.map((fact) => ({
              key: fact.id,
              when: formatSpan(fact) || 'days not known',
              title: factText(fact),
              ended: !holdsOn(fact, on.day),
              content: <FactStatement fact={fact} />,
            }))}
          />
        </>
      )}
      {statedOn.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Pages that rest on it</h2>
          <ul class="govuk-list">
            {statedOn.map((opportunity) => (
              <li key={opportunity.id}>
                <a class="govuk-link" href={urls.opportunity(opportunity)}>
                  {opportunity.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function factTitle(fact: Fact): string {
  const text = factText(fact);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const CERTAINTY_WORDS = {
  high: 'We are sure of this.',
  medium: 'We are fairly sure of this.',
  low: 'We could not confirm this.',
  disputed: 'Sources differ about this.',
} as const;

function FactStatement({ fact }: { readonly fact: Fact }): VNode {
  const span = formatSpan(fact);
  return (
    <div class="app-fact-statement">
      <p class="govuk-body">{fact.statement}</p>
      <p class="govuk-body">
        {CERTAINTY_WORDS[fact.certainty]} {span === '' ? 'Since when it holds is not known.' : `It holds ${span}.`}
      </p>
      <Source
        title={fact.source.title}
        url={fact.source.url}
        published={fact.source.published}
        checkedOn={fact.checkedOn}
      />
      {fact.alsoSeenAt.map((source) => (
        <Source
          key={source.url}
          title={source.title}
          url={source.url}
          published={source.published}
          checkedOn={fact.checkedOn}
        />
      ))}
    </div>
  );
}
