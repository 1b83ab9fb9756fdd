import type { VNode } from 'preact';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Visit } from '../../http/page.ts';
import { urlsWithSchool } from '../../http/urls-with-school.ts';
import { formatMiles } from '../../ui/distance.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SchoolBox } from '../../ui/school-box.tsx';
import { SchoolResult } from '../../ui/school-result.tsx';
import { StillLoading } from '../../ui/still-loading.tsx';
import type { Listed, Search } from './search-schools.ts';

export interface SchoolsPageProps {
  readonly visit: Visit;
  readonly query: string;
  readonly error: string | undefined;
  readonly search: Search;
  readonly ready: boolean;
}

const LEAD = 'See which hub serves it, which of DfE’s lists it is on, and which NPQs its staff are funded for.';

export function SchoolsPage(props: SchoolsPageProps): VNode {
  const { visit, query, error } = props;
  const { asked, frame } = visit;
  const isPlain = query === '';
  return (
    <Layout
      title="Find your school"
      page={frame}
      hasErrors={error !== undefined}
      noindex={asked.personal || !isPlain}
      description={isPlain ? `Find your school. ${LEAD}` : undefined}
    >
      {error !== undefined && <ErrorSummary errors={[{ text: error, href: '#q' }]} />}
      <PageHeading title="Find your school" lead={isPlain ? LEAD : undefined} />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content(props: SchoolsPageProps): VNode {
  const { visit, query, error, search, ready } = props;
  const { asked, urls } = visit;
  const day = asked.on === undefined ? [] : [['on', asked.on] as const];
  return (
    <>
      <SchoolBox value={query} error={error} carried={[...day, ...answersQuery({ ...asked, school: undefined })]} />
      {!ready && <StillLoading />}
      {ready && query !== '' && error === undefined && <Results {...props} />}
      {search.kind === 'nothing-asked' && (
        <p class="govuk-body">
          Every school in England is here, and those that closed or became academies lately. Or look at{' '}
          <a class="govuk-link" href={urls.hubs()}>
            all the teaching school hubs
          </a>
          .
        </p>
      )}
    </>
  );
}

function Results({ visit, query, search }: SchoolsPageProps): VNode | null {
  if (search.kind === 'nothing-asked') return null;
  if (search.kind === 'postcode') return <AtPostcode visit={visit} search={search} />;
  if (search.found.length === 0) return <NothingFound visit={visit} query={query} />;
  return (
    <section aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        Schools for “{query}”
      </h2>
      <List found={search.found} visit={visit} />
      <p class="govuk-body">Not here? Add its town or its postcode.</p>
    </section>
  );
}

function List({ found, visit }: { readonly found: readonly Listed[]; readonly visit: Visit }): VNode {
  return (
    <ul class="app-school-list">
      {found.map(({ school, successors }) => (
        <SchoolResult key={school.urn} school={school} successors={successors} urls={visit.urls}>
          {visit.asked.personal && school.isOpen && <UseIt urn={school.urn} name={school.name} visit={visit} />}
        </SchoolResult>
      ))}
    </ul>
  );
}

/** For somebody in the middle of the questions: on with this school. */
function UseIt({ urn, name, visit }: { readonly urn: number; readonly name: string; readonly visit: Visit }): VNode {
  return (
    <p class="app-school-list__use">
      <a class="govuk-link" href={urlsWithSchool(visit.asked, urn).check()}>
        Use this school<span class="govuk-visually-hidden">: {name}</span>
      </a>
    </p>
  );
}

function AtPostcode({
  visit,
  search,
}: {
  readonly visit: Visit;
  readonly search: Extract<Search, { kind: 'postcode' }>;
}): VNode {
  const { postcode, by, at, nearest } = search;
  return (
    <>
      {at.length > 0 && (
        <section aria-labelledby="at">
          <h2 class="govuk-heading-m" id="at">
            At {postcode}
          </h2>
          <List found={at} visit={visit} />
        </section>
      )}
      <section aria-labelledby="nearest">
        <h2 class="govuk-heading-m" id="nearest">
          {at.length > 0 ? 'The nearest others' : `Nearest to ${postcode}`}
        </h2>
        <p class="govuk-body">
          {at.length === 0 &&
            by !== 'exact' &&
            `No school has this postcode. Its place is that of the schools whose postcodes begin with ${by}. `}
          Distances are in a straight line.
        </p>
        <ul class="app-school-list">
          {nearest.map(({ school, metres }) => (
            <SchoolResult key={school.urn} school={school} successors={[]} urls={visit.urls} note={formatMiles(metres)}>
              {visit.asked.personal && <UseIt urn={school.urn} name={school.name} visit={visit} />}
            </SchoolResult>
          ))}
        </ul>
      </section>
    </>
  );
}

function NothingFound({ visit, query }: { readonly visit: Visit; readonly query: string }): VNode {
  const { urls } = visit;
  return (
    <section aria-labelledby="found" class="app-prose">
      <h2 class="govuk-heading-m" id="found">
        No school was found for “{query}”
      </h2>
      <ul>
        <li>Try its postcode: that finds the schools nearest to it too.</li>
        <li>Try the one word of its name that other schools do not have, and its town.</li>
        <li>Schools in Scotland, Wales and Northern Ireland are not here, nor are nurseries outside a school.</li>
        <li>
          You can go on without it: <a href={urls.check()}>answer the questions</a> or see{' '}
          <a href={urls.hubs()}>all the hubs</a>.
        </li>
      </ul>
    </section>
  );
}
