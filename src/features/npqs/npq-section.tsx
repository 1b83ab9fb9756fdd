import type { VNode } from 'preact';
import { Details } from '../../ui/details.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Prose, TopicFigure } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import type { NpqEntry } from './npq-entries.ts';

/** One NPQ: what decides, and who ran it in each cohort we hold a list for. */
export function NpqSection({ entry, on, urls }: Shown & { readonly entry: NpqEntry }): VNode {
  const { npq, opportunity, figures } = entry;
  const rows: readonly SummaryRow[] = figures.map(({ name, topic }) => ({
    key: name,
    value: <TopicFigure topic={topic} on={on} urls={urls} />,
  }));
  return (
    <section class="app-entry" aria-labelledby={npq.code}>
      <h3 class="govuk-heading-s" id={npq.code}>
        {npq.name} ({npq.abbreviation})
      </h3>
      <p class="govuk-body">
        <Prose text={npq.audience} on={on} urls={urls} />
      </p>
      <SummaryList rows={rows} />
      <WhoRunsIt entry={entry} urls={urls} />
      {opportunity && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.opportunity(opportunity)}>
            {npq.name} as a next step
          </a>
        </p>
      )}
    </section>
  );
}

function WhoRunsIt({
  entry: { npq, providers },
  urls,
}: {
  readonly entry: NpqEntry;
  readonly urls: Shown['urls'];
}): VNode {
  if (providers.length === 0) return <p class="govuk-body">We hold no list of who ran it on this day.</p>;
  return (
    <Details
      summary={
        <>
          Who runs it<span class="govuk-visually-hidden">: {npq.name}</span>
        </>
      }
    >
      {providers.map(({ cohort, providers: named }) => (
        <LinkList
          key={cohort.id}
          title={cohort.name}
          level={4}
          items={named.map((provider) => ({ text: provider.name, href: urls.provider(provider) }))}
        />
      ))}
      <p>As DfE’s registration service listed them. Ask the provider whether it still takes people, and when.</p>
    </Details>
  );
}
