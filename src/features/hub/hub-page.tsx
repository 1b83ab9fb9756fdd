import type { VNode } from 'preact';
import type { Hub } from '../../domain/catalogue/catalogue.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Visit } from '../../http/page.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { formatList } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { OtherDayNote } from '../../ui/other-day-note.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Prose } from '../../ui/prose.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

export interface HubPageProps {
  readonly visit: Visit;
  readonly hub: Hub;
  /** The opportunities of the day that are the hub's own or only for its area. */
  readonly own: readonly Opportunity[];
}

export function HubPage(props: HubPageProps): VNode {
  const { visit, hub } = props;
  const { frame, asked } = visit;
  const districts = formatList(hub.districts.map((district) => district.name));
  return (
    <Layout
      title={`About ${hub.name}`}
      page={frame}
      noindex={asked.personal}
      description={`${hub.name}: who it is, how to reach it, what it offers teachers in ${districts}, and what we could not find out.`}
    >
      <PageHeading title={`About ${hub.name}`} lead={`The teaching school hub for ${districts}.`} />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content({ visit, hub, own }: HubPageProps): VNode {
  const { on, urls } = visit;
  return (
    <>
      <OtherDayNote day={visit.asked.on} />
      <div class="app-prose">
        {hub.what.map((paragraph) => (
          <p key={paragraph}>
            <Prose text={paragraph} on={on} urls={urls} />
          </p>
        ))}
      </div>
      <Contact hub={hub} />
      <Sentences visit={visit} id="offers" name="What it offers" sentences={hub.offers} />
      <LinkList
        title="Next steps only in its area"
        items={own.map((one) => ({ text: one.name, href: urls.opportunity(one) }))}
      />
      <Sentences
        visit={visit}
        id="unknown"
        name="What we do not know"
        lead="Nobody has published these, so ask the hub before you count on them."
        sentences={hub.unknown}
      />
      <LinkList
        title="See also"
        items={[
          { text: 'Networks and curriculum hubs', href: urls.networks() },
          { text: 'Providers', href: urls.providers() },
          { text: 'All the NPQs', href: urls.npqs() },
        ]}
      />
      <PageSection id="facts" name="What this page rests on">
        <FactList topics={hub.facts} on={on} urls={urls} />
      </PageSection>
    </>
  );
}

function Contact({ hub }: { readonly hub: Hub }): VNode {
  const link = (text: string, href: string) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  );
  return (
    <PageSection id="contact" name="How to reach it">
      <SummaryList
        rows={[
          { key: 'Email', value: link(hub.email, `mailto:${hub.email}`) },
          { key: 'Phone', value: link(hub.phone, `tel:${hub.phone.replaceAll(' ', '')}`) },
          { key: 'Website', value: link(hub.website.replace(/^https?:\/\/(?:www\.)?/, ''), hub.website) },
          {
            key: 'Lead school',
            value: `${hub.leadSchool.name}, of ${hub.leadSchool.trust} (URN ${hub.leadSchool.urn})`,
          },
          {
            key: 'Serves',
            value: `Every school in ${formatList(hub.districts.map((district) => district.name))}, which DfE calls area ${hub.area}`,
          },
        ]}
      />
    </PageSection>
  );
}

interface SentencesProps {
  readonly visit: Visit;
  readonly id: string;
  readonly name: string;
  readonly lead?: string;
  readonly sentences: readonly string[];
}

function Sentences({ visit, id, name, lead, sentences }: SentencesProps): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <PageSection id={id} name={name} lead={lead}>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Prose text={sentence} on={visit.on} urls={visit.urls} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
