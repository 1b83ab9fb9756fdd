import type { VNode } from 'preact';
import type { WholeBriefing } from '../../domain/catalogue/briefing.ts';
import type { Shown } from '../../ui/shown.ts';
import { Runs } from './runs.tsx';

/** The specialist NPQs there were, who pays for each and when it next starts. */
export function NpqsOfTheDay({ briefing, on, urls }: Shown & { readonly briefing: WholeBriefing }): VNode {
  return (
    <section aria-labelledby="npqs">
      <h2 class="govuk-heading-m" id="npqs">
        {briefing.tense === 'past' ? 'The specialist NPQs that day' : 'The specialist NPQs'}
      </h2>
      {briefing.npqs.length === 0 && <p class="govuk-body">No specialist NPQ had begun by that day.</p>}
      <ul class="app-briefing__npqs">
        {briefing.npqs.map(({ npq, opportunity, funding, when }) => (
          <li key={npq.code} class="app-briefing__npq">
            <strong>
              {opportunity ? (
                <a class="govuk-link" href={urls.opportunity(opportunity)}>
                  {npq.name}
                </a>
              ) : (
                npq.name
              )}
            </strong>{' '}
            ({npq.abbreviation}): <Runs runs={funding} on={on} urls={urls} />. Intake:{' '}
            <Runs runs={when} on={on} urls={urls} />.
          </li>
        ))}
      </ul>
    </section>
  );
}
