import type { VNode } from 'preact';
import { HUBS_AS_AT } from '../../domain/calendar/register-dates.ts';
import type { HubArea } from '../../domain/catalogue/hub-area.ts';
import { isOpen, type School } from '../../domain/school.ts';
import type { Visit } from '../../http/page.ts';
import { formatDay } from '../../ui/format.ts';
import { districtsOf } from '../../ui/hub-served.tsx';
import { Layout } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

export interface SplitDistrict {
  readonly name: string;
  readonly others: readonly HubArea[];
}

export interface HubAreaPageProps {
  readonly visit: Visit;
  readonly area: HubArea;
  /** Districts it shares with other areas. */
  readonly split: readonly SplitDistrict[];
  /** The lead school as the register has it now. */
  readonly leadSchool: School | undefined;
}

export function HubAreaPage(props: HubAreaPageProps): VNode {
  const { visit, area } = props;
  const { asked, frame } = visit;
  return (
    <Layout
      title={`${area.hub}, ${area.area}`}
      page={frame}
      noindex={asked.personal}
      description={`${area.hub} serves ${districtsOf(area)}: its lead school and how to reach it.`}
    >
      <PageHeading
        title={area.hub}
        caption={`${area.region} · area ${area.area}`}
        lead={`The teaching school hub for ${districtsOf(area)}.`}
      />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content(props: HubAreaPageProps): VNode {
  const { visit, area, split } = props;
  const { urls, on } = visit;
  return (
    <>
      <Contact {...props} />
      {split.map((district) => (
        <Split key={district.name} district={district} visit={visit} />
      ))}
      {area.area === on.catalogue.hub.area && (
        <p class="govuk-body">
          This service is this hub’s own: read{' '}
          <a class="govuk-link" href={urls.hub()}>
            about {on.catalogue.hub.name}
          </a>
          .
        </p>
      )}
      <LinkList
        title="See also"
        items={[
          { text: 'Find your school', href: urls.schools() },
          { text: 'All the hubs', href: urls.hubs() },
          { text: 'All next steps', href: urls.opportunities() },
        ]}
      />
      <p class="govuk-body">
        From DfE’s list of hubs as it stood on {formatDay(HUBS_AS_AT)}. Ask the hub itself if something here is out of
        date.
      </p>
    </>
  );
}

function Contact({ visit, area, leadSchool }: HubAreaPageProps): VNode {
  const link = (text: string, href: string) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  );
  const { website, email, phone, leadSchool: lead } = area;
  const name = leadSchool && isOpen(leadSchool) ? link(lead.name, visit.urls.school(leadSchool)) : lead.name;
  return (
    <SummaryList
      rows={[
        website !== null && {
          key: 'Website',
          value: link(website.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''), website),
        },
        email !== null && { key: 'Email', value: link(email, `mailto:${email}`) },
        phone !== null && { key: 'Phone', value: phone },
        {
          key: 'Lead school',
          value:
            lead.trust === null ? (
              name
            ) : (
              <>
                {name}, of {trustName(lead.trust)}
              </>
            ),
        },
        { key: 'Serves', value: districtsOf(area) },
      ]}
    />
  );
}

const SMALL = new Set(['and', 'of', 'the', 'in', 'for', 'at']);

/** The register writes trusts in capitals. */
function trustName(trust: string): string {
  if (trust !== trust.toUpperCase()) return trust;
  return trust
    .toLowerCase()
    .split(' ')
    .map((word, at) => (at > 0 && SMALL.has(word) ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join(' ');
}

function Split({ visit, district }: { readonly visit: Visit; readonly district: SplitDistrict }): VNode {
  return (
    <div class="app-prose">
      <p>
        {district.name} is split between this hub and others, and nobody has published the line between them. For a
        school there, ask any of them.
      </p>
      <ul>
        {district.others.map((other) => (
          <li key={other.area}>
            <a href={visit.urls.hubArea(other)}>
              {other.hub} ({other.area})
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
