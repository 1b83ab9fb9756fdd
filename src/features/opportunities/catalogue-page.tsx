import type { VNode } from 'preact';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Visit } from '../../http/page.ts';
import type { Reading } from '../../search/search.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { OpportunityStep } from '../../ui/opportunity-step.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { queryPairs, VALUE_WORDS, type CatalogueQuery } from '../../search/catalogue-query.ts';
import { ChosenFilters } from './chosen-filters.tsx';
import type { Counts, Row } from '../../search/narrow.ts';
import { Ended, NothingFound } from './nothing-found.tsx';

export interface CataloguePageProps {
  readonly visit: Visit;
  readonly query: CatalogueQuery;
  /** The rows of this page, of `left` that the filters leave, of `found` that the search found. */
  readonly rows: readonly Row[];
  readonly left: number;
  readonly found: number;
  readonly pages: number;
  readonly counts: Counts;
  readonly ended: readonly Opportunity[];
  readonly readings: readonly Reading[];
  readonly suggestion: string | undefined;
}

const TITLE = 'All next steps';
const LEAD =
  'Courses, roles, qualifications and things to do at school: everything we know of that can follow a specialist NPQ.';

export function CataloguePage(props: CataloguePageProps): VNode {
  const { visit, query } = props;
  const { asked, frame } = visit;
  const title = query.q === '' || query.error !== undefined ? TITLE : `Next steps for “${query.q}”`;
  const isPlain = queryPairs(query).length === 0 && query.page === 1;
  return (
    <Layout
      title={title}
      page={frame}
      hasErrors={query.error !== undefined}
      noindex={asked.personal || !isPlain}
      description={isPlain ? LEAD : undefined}
    >
      <div class="app-catalogue">
        {query.error !== undefined && <ErrorSummary errors={[{ text: query.error, href: '#q' }]} />}
        <PageHeading title={title} lead={isPlain ? LEAD : undefined} />
        {asked.beforeAll ? (
          <NothingHeld />
        ) : (
          <div class="app-filtered">
            <CatalogueFilters {...props} />
            {query.error === undefined && <Results {...props} />}
          </div>
        )}
      </div>
    </Layout>
  );
}

function Results(props: CataloguePageProps): VNode {
  const { visit, query, rows, left, ended } = props;
  return (
    <section aria-labelledby="found" class="app-catalogue__found">
      <h2 class="govuk-heading-m app-catalogue__count" id="found">
        {countWords(props)}
      </h2>
      <Readings {...props} />
      <ChosenFilters query={query} urls={visit.urls} />
      <p class="govuk-body">
        <a class="govuk-link" href={visit.urls.follow('opportunities', queryPairs(query))}>
          Tell me when this changes
        </a>
      </p>
      {left === 0 && <NothingFound {...props} />}
      {ended.length > 0 && <Ended ended={ended.slice(0, ENDED_SHOWN)} on={visit.on} urls={visit.urls} />}
      {rows.length > 0 && (
        <ul class="app-step-list">
          {rows.map((row) => (
            <CatalogueRow key={row.opportunity.id} row={row} visit={visit} />
          ))}
        </ul>
      )}
      <Pages {...props} />
    </section>
  );
}

const ENDED_SHOWN = 2;

function countWords({ left, found }: CataloguePageProps): string {
  if (left > 0) return formatCount(left, 'next step');
  return found === 0 ? 'No next step was found' : 'No next step is left';
}

function CatalogueRow({ row, visit }: { readonly row: Row; readonly visit: Visit }): VNode {
  const { opportunity, verdict } = row;
  const kind = VALUE_WORDS.kind[opportunity.kind];
  return (
    <OpportunityStep opportunity={opportunity} {...(verdict ? { verdict } : {})} on={visit.on} urls={visit.urls}>
      <p class={`app-catalogue__where app-route--${opportunity.route}`}>
        {VALUE_WORDS.route[opportunity.route]} · {kind}
      </p>
    </OpportunityStep>
  );
}

/** Says what a mistyped word was taken for, so that nobody wonders what the list is about. */
function Readings({ readings, left }: CataloguePageProps): VNode | null {
  if (readings.length === 0 || left === 0) return null;
  return (
    <p class="govuk-body">
      {readings.map(({ typed, read }) => (
        <span key={typed}>
          Nothing here says “{typed}”, so we looked for words like <strong>{read}</strong>.{' '}
        </span>
      ))}
    </p>
  );
}

function Pages({ visit, query, pages }: CataloguePageProps): VNode | null {
  if (pages < 2) return null;
  const { page } = query;
  const to = (number: number) =>
    visit.urls.opportunities([...queryPairs(query), ...(number === 1 ? [] : [['page', String(number)] as const])]);
  return (
    <Pagination
      label="Pages of next steps"
      previous={page > 1 ? { href: to(page - 1) } : undefined}
      next={page < pages ? { href: to(page + 1) } : undefined}
      items={Array.from({ length: pages }, (_, index) => ({
        number: index + 1,
        href: to(index + 1),
        current: index + 1 === page,
      }))}
    />
  );
}
