import type { VNode } from 'preact';
import { HUBS_AS_AT } from '../../domain/calendar/register-dates.ts';
import type { HubArea } from '../../domain/catalogue/hub-area.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Visit } from '../../http/page.ts';
import { formatDay } from '../../ui/format.ts';
import { districtsOf } from '../../ui/hub-served.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SchoolBox } from '../../ui/school-box.tsx';
import { StillLoading } from '../../ui/still-loading.tsx';

export interface HubsPageProps {
  readonly visit: Visit;
  /** Absent while they are still being loaded. */
  readonly areas: readonly HubArea[] | undefined;
}

const TITLE = 'Which hub serves your school';
const LEAD = 'Every school in England has a teaching school hub. Name yours, or look for its district.';

export function HubsPage({ visit, areas }: HubsPageProps): VNode {
  const { asked, frame } = visit;
  return (
    <Layout title={TITLE} page={frame} noindex={asked.personal || areas === undefined} description={LEAD}>
      <PageHeading title={TITLE} lead={LEAD} />
      {asked.beforeAll ? <NothingHeld /> : <Content visit={visit} areas={areas} />}
    </Layout>
  );
}

function Content({ visit, areas }: HubsPageProps): VNode {
  const { asked, urls } = visit;
  const day = asked.on === undefined ? [] : [['on', asked.on] as const];
  return (
    <>
      <SchoolBox carried={[...day, ...answersQuery({ ...asked, school: undefined })]} />
      {areas === undefined && <StillLoading />}
      {regionsOf(areas ?? []).map(({ id, region, hubs }) => (
        <PageSection key={region} id={id} name={region}>
          <ul class="app-hub-list">
            {hubs.map((hub) => (
              <li key={hub.area} class="app-hub-list__item">
                <a class="govuk-link app-hub-list__name" href={urls.hubArea(hub)}>
                  {hub.hub}
                  <span class="app-hub-list__code"> {hub.area}</span>
                </a>
                <p class="app-hub-list__districts">{districtsOf(hub)}</p>
              </li>
            ))}
          </ul>
        </PageSection>
      ))}
      <p class="govuk-body">From DfE’s list of hubs as it stood on {formatDay(HUBS_AS_AT)}.</p>
    </>
  );
}

function regionsOf(
  areas: readonly HubArea[],
): readonly { readonly id: string; readonly region: string; readonly hubs: readonly HubArea[] }[] {
  const byRegion = [...Map.groupBy(areas, ({ region }) => region)];
  return byRegion
    .map(([region, hubs]) => ({ id: region.toLowerCase().replaceAll(/[^a-z]+/g, '-'), region, hubs }))
    .toSorted((a, b) => (a.region < b.region ? -1 : 1));
}
