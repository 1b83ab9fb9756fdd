import type { VNode } from 'preact';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Prose } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { queryPairs, unfiltered } from '../../search/catalogue-query.ts';
import type { CataloguePageProps } from './catalogue-page.tsx';

/** An empty list's ways on: another spelling, fewer filters, or a person to ask. */
export function NothingFound({ visit, query, found, suggestion }: CataloguePageProps): VNode {
  const { urls } = visit;
  return (
    <div class="app-prose">
      {found > 0 ? (
        <p>
          Without the filters there {found === 1 ? 'is' : 'are'}{' '}
          <a href={urls.opportunities(queryPairs(unfiltered(query)))}>{formatCount(found, 'next step')}</a>.
        </p>
      ) : (
        <p>Nothing we know of answers to that.</p>
      )}
      {suggestion !== undefined && (
        <p>
          Did you mean <a href={urls.opportunities([['q', suggestion]])}>{suggestion}</a>?
        </p>
      )}
      <ul>
        <li>Try one word, such as a subject, a role or the initials of a course.</li>
        <li>
          See <a href={urls.opportunities()}>all next steps</a>, or the <a href={urls.routes()}>routes</a> they lie on.
        </li>
        <li>
          <a href={urls.hub()}>Ask your hub</a>: it may know of something that is not published.
        </li>
      </ul>
    </div>
  );
}

/** What somebody may be looking for by its old name, and what became of it. */
export function Ended({ ended, on, urls }: Shown & { readonly ended: readonly Opportunity[] }): VNode {
  return (
    <div class="app-catalogue__ended">
      {ended.map((opportunity) => (
        <p key={opportunity.id}>
          <a class="govuk-link" href={urls.opportunity(opportunity)}>
            {opportunity.name}
          </a>{' '}
          has ended{opportunity.exists.until !== null && `: it ran until ${formatDay(opportunity.exists.until)}`}.{' '}
          {opportunity.ended !== undefined && <Prose text={opportunity.ended} on={on} urls={urls} />}
        </p>
      ))}
    </div>
  );
}
