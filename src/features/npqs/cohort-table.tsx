import type { ComponentChildren, VNode } from 'preact';
import type { Cohort } from '../../domain/catalogue/catalogue.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { Prose, TopicFigure } from '../../ui/prose.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { Shown } from '../../ui/shown.ts';
import { Table } from '../../ui/table.tsx';

const FUNDING_WORDS: Readonly<Record<Cohort['funding'], string>> = {
  full: 'Funded, without a limit on places',
  capped: 'Funded, with a limit on places',
  zero: 'Not funded',
  'not-announced': 'Not announced',
};

/** Every cohort known of on the day, the latest first; what nobody has announced says so. */
export function CohortTable({ cohorts, on, urls }: Shown & { readonly cohorts: readonly Cohort[] }): VNode {
  const figure = (cohort: Cohort, kind: 'start' | 'registration', otherwise: string): ComponentChildren => {
    const topic = `npq-${cohort.id}-${kind}`;
    if (on.facts.has(topic)) return <TopicFigure topic={topic} on={on} urls={urls} />;
    return cohort.starts === null ? 'Not announced' : otherwise;
  };
  return (
    <PageSection
      id="cohorts"
      name="Cohorts"
      lead={
        <>
          Funded cohorts come <TopicFigure topic="npq-cohort-pattern" on={on} urls={urls} />.
        </>
      }
    >
      <ScrollRegion label="Table of cohorts">
        <Table
          class="app-wide-table"
          firstCellIsHeader
          head={['Cohort', 'Starts', 'Registration', 'Funding', 'What is known']}
          rows={cohorts.map((cohort) => [
            cohort.name,
            { text: figure(cohort, 'start', 'Month not confirmed') },
            { text: figure(cohort, 'registration', 'Days not found') },
            FUNDING_WORDS[cohort.funding],
            { text: <Prose text={cohort.note} on={on} urls={urls} /> },
          ])}
        />
      </ScrollRegion>
    </PageSection>
  );
}
