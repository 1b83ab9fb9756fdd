import type { VNode } from 'preact';
import type { Network } from '../../domain/catalogue/catalogue.ts';
import type { Visit } from '../../http/page.ts';
import { formatDay, formatList } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { OtherDayNote } from '../../ui/other-day-note.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { NetworkSection } from './network-section.tsx';

export interface NetworksPageProps {
  readonly visit: Visit;
  readonly open: readonly Network[];
  /** The latest to end first. */
  readonly ended: readonly Network[];
  readonly notBegun: readonly Network[];
}

const TITLE = 'Networks and curriculum hubs';

export function NetworksPage(props: NetworksPageProps): VNode {
  const { on, frame, asked } = props.visit;
  const districts = formatList(on.catalogue.hub.districts.map((district) => district.name));
  return (
    <Layout
      title={TITLE}
      page={frame}
      noindex={asked.personal}
      description={`Which networks of schools and hubs are open, which have ended and when, and what is known of them in ${districts}.`}
    >
      <PageHeading
        title={TITLE}
        lead={`Which are open, which have ended and when, and what is known of each in ${districts}.`}
      />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content({ visit, open, ended, notBegun }: NetworksPageProps): VNode {
  return (
    <>
      <OtherDayNote day={visit.asked.on} />
      <Group visit={visit} id="open" name="Open" networks={open} />
      <Group
        visit={visit}
        id="ended"
        name="Ended"
        networks={ended}
        standing={({ exists }) => (exists.until === null ? '' : `Ended: its last day was ${formatDay(exists.until)}.`)}
      />
      <Group
        visit={visit}
        id="not-begun"
        name="Not begun on this day"
        networks={notBegun}
        standing={({ exists }) => (exists.from === null ? '' : `It began on ${formatDay(exists.from)}.`)}
      />
    </>
  );
}

interface GroupProps {
  readonly visit: Visit;
  readonly id: string;
  readonly name: string;
  readonly networks: readonly Network[];
  readonly standing?: (network: Network) => string;
}

function Group({ visit, id, name, networks, standing }: GroupProps): VNode | null {
  if (networks.length === 0) return null;
  return (
    <PageSection id={id} name={name}>
      {networks.map((network) => (
        <NetworkSection
          key={network.id}
          network={network}
          standing={standing?.(network)}
          on={visit.on}
          urls={visit.urls}
        />
      ))}
    </PageSection>
  );
}
