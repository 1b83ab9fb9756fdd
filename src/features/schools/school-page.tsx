import type { VNode } from 'preact';
import type { CohortId } from '../../domain/funding/funding-cohorts.ts';
import type { HubAnswer } from '../../domain/catalogue/hub-area.ts';
import { isOpen, type School } from '../../domain/school.ts';
import type { Visit } from '../../http/page.ts';
import { urlsWithSchool } from '../../http/urls-with-school.ts';
import type { WhoPays } from '../../http/who-pays.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { HubServed } from '../../ui/hub-served.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { readable } from '../../ui/school-result.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { IsoDate } from '../../domain/date.ts';
import type { ListStanding } from './list-standings.ts';
import { SchoolFunding } from './school-funding.tsx';
import { SchoolLists } from './school-lists.tsx';

export interface SchoolPageProps {
  readonly visit: Visit;
  readonly school: School;
  readonly predecessors: readonly School[];
  readonly successors: readonly School[];
  readonly hub: HubAnswer;
  readonly standings: readonly ListStanding[];
  /** Who pays for somebody on its staff of whom nothing else is told. */
  readonly pays: WhoPays;
  readonly intakes: readonly CohortId[];
  /** The day of which the register speaks. */
  readonly asAt: string;
}

export function SchoolPage(props: SchoolPageProps): VNode {
  const { visit, school } = props;
  const { asked, frame } = visit;
  return (
    <Layout
      title={titleOf(school)}
      page={frame}
      noindex={asked.personal}
      description={`${school.name}: its teaching school hub, the DfE lists it is on, and the NPQs its staff are funded for.`}
    >
      <PageHeading
        title={school.name}
        lead={[school.typeName, school.town && readable(school.town)].filter(Boolean).join(' · ') || undefined}
      />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

/** Many schools share a name: the place tells them apart in a browser's tabs and history. */
function titleOf({ name, town }: School): string {
  const title = town === null || name.includes(town) ? name : `${name}, ${town}`;
  return title.length > 100 ? name.slice(0, 100) : title;
}

function Content(props: SchoolPageProps): VNode {
  const { visit, school, hub, predecessors } = props;
  const urls = urlsWithSchool(visit.asked, school.urn);
  return (
    <>
      {!isOpen(school) && <Closed {...props} />}
      <Facts {...props} />
      {isOpen(school) && <Button href={urls.check()}>See what is open to you here</Button>}
      <PageSection id="hub" name="Its teaching school hub">
        <HubServed answer={hub} district={school.districtName} urls={visit.urls} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.near()}>
            What is near this school
          </a>
        </p>
      </PageSection>
      <SchoolLists {...props} />
      <SchoolFunding {...props} />
      <LinkList
        title="It took the place of"
        items={predecessors.map((one) => ({ text: one.name, href: visit.urls.school(one), note: ` (URN ${one.urn})` }))}
      />
      <Source {...props} />
    </>
  );
}

function Closed({ visit, school, successors }: SchoolPageProps): VNode {
  return (
    <InsetText>
      <strong>
        {school.status === 'closed' || successors.length > 0
          ? 'This school is no longer open under this number.'
          : `The register says: ${school.statusSaid}.`}
      </strong>{' '}
      {successors.length === 0 ? 'The register names no school that took its place.' : 'Now: '}
      {successors.map((one, index) => (
        <span key={one.urn}>
          {index > 0 && ', '}
          <a class="govuk-link" href={visit.urls.school(one)}>
            {one.name}
          </a>
        </span>
      ))}
    </InsetText>
  );
}

function Facts({ school }: SchoolPageProps): VNode {
  const address = [school.street, school.town && readable(school.town), school.postcode].filter(Boolean).join(', ');
  return (
    <SummaryList
      rows={[
        address !== '' && { key: 'Address', value: address },
        school.laName !== null && { key: 'Local authority', value: school.laName },
        school.districtName !== null &&
          school.districtName !== school.laName && { key: 'District', value: school.districtName },
        school.phase !== null && school.phase !== 'Not applicable' && { key: 'Phase', value: school.phase },
        school.trust !== null && { key: 'Trust', value: school.trust.name },
        { key: 'Status', value: STATUS_WORDS[school.status] },
        { key: 'URN', value: school.urn },
      ]}
    />
  );
}

const STATUS_WORDS: Readonly<Record<School['status'], string>> = {
  open: 'Open',
  closing: 'Open, with a proposal to close',
  closed: 'Closed',
  proposed: 'Proposed to open',
  unknown: 'Not known to be open',
};

function Source({ asAt, visit }: SchoolPageProps): VNode {
  return (
    <PageSection id="source" name="Where this comes from">
      <p class="govuk-body">
        From DfE’s register of schools, Get Information about Schools, as we hold it: {formatDay(asAt as IsoDate)}. What
        has changed since then is not here
        {visit.asked.on !== undefined && ', and it is the same whatever day is asked for'}. See{' '}
        <a class="govuk-link" href={visit.urls.credits()}>
          sources and credits
        </a>
        .
      </p>
    </PageSection>
  );
}
