import type { VNode } from 'preact';
import type { Verdict } from '../../domain/matching/assess.ts';
import type { Provider } from '../../domain/catalogue/catalogue.ts';
import { holdsOn } from '../../domain/date.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Visit } from '../../http/page.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { OpportunityStep } from '../../ui/opportunity-step.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';
import { PROVIDER_KINDS } from './kind-words.ts';

export interface ProviderPageProps {
  readonly visit: Visit;
  readonly provider: Provider;
  /** Its opportunities of the day, each with its verdict once something was answered. */
  readonly steps: readonly { readonly opportunity: Opportunity; readonly verdict: Verdict | undefined }[];
}

export function ProviderPage(props: ProviderPageProps): VNode {
  const { visit, provider } = props;
  const { on, urls, frame, asked } = visit;
  const [, , kind] = PROVIDER_KINDS.find(([id]) => id === provider.kind) ?? [];
  return (
    <Layout
      title={provider.name}
      page={frame}
      noindex={asked.personal}
      before={<Breadcrumbs items={[{ text: 'Providers', href: urls.providers() }]} />}
    >
      <PageHeading title={provider.name} caption={kind} lead={<Prose text={provider.summary} on={on} urls={urls} />} />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content({ visit, provider, steps }: ProviderPageProps): VNode {
  const { on, urls } = visit;
  return (
    <>
      {!holdsOn(provider.exists, on.day) && (
        <InsetText>
          <strong>Not on this day.</strong> {standing(provider, on.day)}
        </InsetText>
      )}
      <p class="govuk-body">
        {provider.website === null ? (
          'We have not confirmed the address of its website.'
        ) : (
          <>
            Its website:{' '}
            <a class="govuk-link" href={provider.website}>
              {provider.website.replace(/^https?:\/\/(?:www\.)?/, '')}
            </a>
          </>
        )}
      </p>
      {provider.facts.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">What is known of it</h2>
          <FactList topics={provider.facts} on={on} urls={urls} />
        </section>
      )}
      <Steps visit={visit} steps={steps} />
    </>
  );
}

function Steps({ visit, steps }: Pick<ProviderPageProps, 'visit' | 'steps'>): VNode {
  const { on, urls } = visit;
  return (
    <section>
      <h2 class="govuk-heading-m">What it runs</h2>
      {steps.length === 0 ? (
        <p class="govuk-body">
          No next step of this day names it.{' '}
          <a class="govuk-link" href={urls.opportunities()}>
            All next steps
          </a>
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {formatCount(steps.length, 'next step')}. Where several providers run one, ask each for its dates and its
            fee.
          </p>
          <ul class="app-step-list">
            {steps.map(({ opportunity, verdict }) => (
              <OpportunityStep
                key={opportunity.id}
                opportunity={opportunity}
                {...(verdict ? { verdict } : {})}
                on={on}
                urls={urls}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function standing({ exists: { from, until } }: Provider, day: string): string {
  if (until !== null && until < day) return `It ran until ${formatDay(until)}.`;
  return from === null ? '' : `It began on ${formatDay(from)}.`;
}
