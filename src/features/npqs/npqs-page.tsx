import type { VNode } from 'preact';
import type { Cohort, Npq } from '../../domain/catalogue/catalogue.ts';
import type { Visit } from '../../http/page.ts';
import { formatSpan } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CohortTable } from './cohort-table.tsx';
import type { NpqEntry } from './npq-entries.ts';
import { NpqSection } from './npq-section.tsx';

export interface NpqsPageProps {
  readonly visit: Visit;
  readonly entries: readonly NpqEntry[];
  readonly notOffered: readonly Npq[];
  readonly cohorts: readonly Cohort[];
}

const GROUPS = [
  ['specialist', 'Specialist NPQs'],
  ['leadership', 'Leadership NPQs'],
  ['coaching-offer', 'For heads in their first years'],
  ['support', 'For heads in their first years'],
] as const satisfies readonly (readonly [Npq['group'], string])[];

const TITLE = 'All the NPQs';

export function NpqsPage(props: NpqsPageProps): VNode {
  const { asked, frame } = props.visit;
  return (
    <Layout
      title={TITLE}
      page={frame}
      noindex={asked.personal}
      description="Each national professional qualification in England: who it is for, how long it takes, who is funded, and who runs it."
    >
      <PageHeading
        title={TITLE}
        lead="Who each is for, how long it takes, who is funded and who runs it. Eligible for funding is not the same as having a place."
      />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content({ visit, entries, notOffered, cohorts }: NpqsPageProps): VNode {
  const { on, urls } = visit;
  return (
    <>
      <nav aria-label="On this page">
        <ul class="govuk-list">
          {entries.map(({ npq }) => (
            <li key={npq.code}>
              <a class="govuk-link" href={`#${npq.code}`}>
                {npq.name} ({npq.abbreviation})
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href="#cohorts">
              Cohorts, and what is known of the next
            </a>
          </li>
        </ul>
      </nav>
      {GROUPS.map(([group, name]) => (
        <Group key={group} visit={visit} name={name} entries={entries.filter(({ npq }) => npq.group === group)} />
      ))}
      <CohortTable cohorts={cohorts} on={on} urls={urls} />
      <NotOffered visit={visit} npqs={notOffered} />
    </>
  );
}

function Group({
  visit,
  name,
  entries,
}: {
  readonly visit: Visit;
  readonly name: string;
  readonly entries: readonly NpqEntry[];
}): VNode | null {
  if (entries.length === 0) return null;
  return (
    <PageSection id={entries[0]?.npq.group ?? 'npqs'} name={name}>
      {entries.map((entry) => (
        <NpqSection key={entry.npq.code} entry={entry} on={visit.on} urls={visit.urls} />
      ))}
    </PageSection>
  );
}

function NotOffered({ visit, npqs }: { readonly visit: Visit; readonly npqs: readonly Npq[] }): VNode | null {
  if (npqs.length === 0) return null;
  return (
    <PageSection id="not-offered" name="Not offered on this day">
      <ul class="app-facts">
        {npqs.map(({ code, name, audience, exists }) => (
          <li key={code} class="app-facts__item">
            <strong>{name}</strong>, offered {formatSpan(exists)}.{' '}
            <Prose text={audience} on={visit.on} urls={visit.urls} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
