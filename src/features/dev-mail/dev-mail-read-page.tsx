import type { VNode } from 'preact';
import type { ReadMail } from '../../mail/read-mail.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { devMailPath, PATHS } from '../../urls.ts';
import { headerOf } from './dev-mail-page.tsx';

export interface DevMailReadPageProps {
  readonly frame: PageFrame;
  readonly name: string;
  readonly mail: ReadMail;
}

export function DevMailReadPage({ frame, name, mail }: DevMailReadPageProps): VNode {
  const title = headerOf(mail, 'Subject') || 'A mail without a subject';
  return (
    <Layout title={title} page={frame} noindex before={<BackLink href={PATHS.devMail}>All mail</BackLink>}>
      <PageHeading title={title} />
      <p class="govuk-body">
        <a class="govuk-link" href={devMailPath(name, 'html')}>
          Open the HTML part
        </a>
      </p>
      <PageSection id="text" name="The text part">
        <pre class="app-mail-text">{mail.text}</pre>
      </PageSection>
      {mail.calendar !== '' && (
        <PageSection id="calendar" name="The invitation">
          <pre class="app-mail-text">{mail.calendar}</pre>
        </PageSection>
      )}
      <PageSection id="headers" name="Headers">
        <SummaryList rows={mail.headers.map(([key, value]) => ({ key, value }))} class="app-mail-headers" />
      </PageSection>
    </Layout>
  );
}
