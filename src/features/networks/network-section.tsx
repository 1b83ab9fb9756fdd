import type { VNode } from 'preact';
import type { Network } from '../../domain/catalogue/catalogue.ts';
import { Details } from '../../ui/details.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { formatDay } from '../../ui/format.ts';
import { LinkList, type LinkItem } from '../../ui/link-list.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';

export interface NetworkSectionProps extends Shown {
  readonly network: Network;
  /** Said first where it has ended or has not begun. */
  readonly standing: string | undefined;
}

export function NetworkSection({ network, standing, on, urls }: NetworkSectionProps): VNode {
  const { id, name, summary, local, facts } = network;
  return (
    <section class="app-entry" aria-labelledby={id}>
      <h3 class="govuk-heading-s" id={id}>
        {name}
      </h3>
      {standing !== undefined && (
        <p class="govuk-body">
          <strong>{standing}</strong>
        </p>
      )}
      <div class="app-columns">
        <div class="app-columns__main">
          <p class="govuk-body">
            <Prose text={summary} on={on} urls={urls} />
          </p>
          <p class="govuk-body">
            <strong>Near you: </strong>
            <Prose text={local} on={on} urls={urls} />
          </p>
          <Rests name={name} topics={facts} on={on} urls={urls} />
        </div>
        <div class="app-columns__side">
          <LinkList title="Next steps with it" level={4} items={stepsOf(network, { on, urls })} />
        </div>
      </div>
    </section>
  );
}

function Rests({
  name,
  topics,
  on,
  urls,
}: Shown & { readonly name: string; readonly topics: readonly string[] }): VNode | null {
  if (topics.length === 0) return null;
  return (
    <Details
      summary={
        <>
          What this rests on<span class="govuk-visually-hidden">: {name}</span>
        </>
      }
    >
      <FactList topics={topics} on={on} urls={urls} />
    </Details>
  );
}

function stepsOf(network: Network, { on, urls }: Shown): readonly LinkItem[] {
  return on.catalogue.opportunities
    .filter((opportunity) => network.opportunities.includes(opportunity.id))
    .map((opportunity) => {
      const { until } = opportunity.exists;
      const ended = until !== null && until < on.day;
      return {
        text: opportunity.name,
        href: urls.opportunity(opportunity),
        note: ended && ` (ran until ${formatDay(until)})`,
      };
    });
}
