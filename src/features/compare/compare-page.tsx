import type { VNode } from 'preact';
import type { Assessment } from '../../domain/matching/assess.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Visit } from '../../http/page.ts';
import { Button } from '../../ui/button.tsx';
import { Compare } from '../../ui/compare.tsx';
import { formatCount, formatDay, formatList } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Select } from '../../ui/select.tsx';
import { PATHS } from '../../urls.ts';
import { comparisonRows } from './comparison-rows.tsx';

export interface Compared {
  readonly assessment: Assessment;
  readonly opens: readonly Opportunity[];
}

export interface ComparePageProps {
  readonly visit: Visit;
  readonly compared: readonly Compared[];
  /** Asked for beyond the most that are shown. */
  readonly leftOut: readonly Opportunity[];
  /** How many ids of the address name nothing that exists on the day. */
  readonly notHere: number;
  /** What could be added; empty where there is no room. */
  readonly others: readonly Opportunity[];
}

export function ComparePage(props: ComparePageProps): VNode {
  const { visit, compared } = props;
  const { asked, on, urls, frame } = visit;
  const title = compared.length < 2 ? 'Compare next steps' : `Compare ${formatCount(compared.length, 'next step')}`;
  return (
    <Layout title={title} page={frame} noindex>
      <div class="app-comparison">
        <PageHeading title={title} />
        {asked.beforeAll ? <NothingHeld /> : <Notes {...props} />}
        {!asked.beforeAll && compared.length > 0 && (
          <Compare
            caption={`Side by side, on ${formatDay(on.day)}`}
            columns={compared.map(({ assessment: { opportunity } }) => ({
              name: opportunity.name,
              href: urls.opportunity(opportunity),
              route: opportunity.route,
            }))}
            rows={comparisonRows(compared, asked.personal, { on, urls })}
          />
        )}
        {!asked.beforeAll && <Choose {...props} />}
      </div>
    </Layout>
  );
}

function Notes({ compared, leftOut, notHere }: ComparePageProps): VNode | null {
  const first = compared.length === 0;
  return (
    <>
      {first && (
        <p class="govuk-body">
          Choose the next steps you are weighing up: their time, cost, cover, dates and what they ask of you stand side
          by side, on a page you can print.
        </p>
      )}
      {leftOut.length > 0 && (
        <InsetText>
          Only the first {compared.length} are shown. Left out: {formatList(leftOut.map(({ name }) => name))}.
        </InsetText>
      )}
      {notHere > 0 && (
        <InsetText>
          {notHere === 1 ? 'One of the next steps asked for is' : 'Some of the next steps asked for are'} not in the
          catalogue of this day and left out.
        </InsetText>
      )}
    </>
  );
}

function Choose({ visit, compared, others }: ComparePageProps): VNode {
  const { asked, urls } = visit;
  const ids = compared.map(({ assessment }) => assessment.opportunity.id);
  const carried = [
    ...ids.map((id) => ['with', id] as const),
    ...(asked.on === undefined ? [] : [['on', asked.on] as const]),
    ...answersQuery(asked),
  ];
  return (
    <div class="app-comparison__choose">
      {compared.length > 0 && (
        <ul class="govuk-list">
          {compared.map(({ assessment: { opportunity } }) => (
            <li key={opportunity.id}>
              <a class="govuk-link" href={urls.compare(ids.filter((id) => id !== opportunity.id))}>
                Remove<span class="govuk-visually-hidden"> from the comparison:</span> {opportunity.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <form method="get" action={PATHS.compare}>
          <HiddenFields fields={carried} />
          <Select
            name="with"
            label={compared.length === 0 ? 'Start with' : 'Compare with'}
            value=""
            options={[
              { value: '', text: 'Choose a next step' },
              ...others.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Button kind={compared.length < 2 ? 'primary' : 'secondary'}>Add to the comparison</Button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.opportunities()}>
          Search all next steps
        </a>
      </p>
    </div>
  );
}
