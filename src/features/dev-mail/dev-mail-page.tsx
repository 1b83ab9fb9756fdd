import type { VNode } from 'preact';
import type { MailFate } from '../../db/mail.ts';
import type { Outcome } from '../../domain/job.ts';
import { MAIL_KINDS } from '../../domain/mail/mail-kinds.ts';
import type { ReadMail } from '../../mail/read-mail.ts';
import { formatInstant } from '../../ui/format.ts';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Table } from '../../ui/table.tsx';
import { devMailPath } from '../../urls.ts';

export interface DevMailPageProps {
  readonly frame: PageFrame;
  readonly place: string;
  readonly mails: readonly { readonly name: string; readonly mail: ReadMail }[];
  readonly queued: readonly MailFate[];
}

export function DevMailPage({ frame, place, mails, queued }: DevMailPageProps): VNode {
  const title = 'Mail on this machine';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead={`Mail goes to ${place}. This page is not there in production.`} />
      <PageSection id="written" name="Written to files, the newest first">
        {mails.length === 0 ? <p class="govuk-body">None so far.</p> : <Written mails={mails} />}
      </PageSection>
      <PageSection id="queued" name="Queued, the newest first">
        {queued.length === 0 ? <p class="govuk-body">None so far.</p> : <Queued queued={queued} />}
      </PageSection>
    </Layout>
  );
}

function Written({ mails }: Pick<DevMailPageProps, 'mails'>): VNode {
  return (
    <ScrollRegion label="Mail that was written">
      <Table
        head={['Subject', 'To', 'Date']}
        rows={mails.map(({ name, mail }) => [
          {
            text: (
              <a class="govuk-link" href={devMailPath(name)}>
                {headerOf(mail, 'Subject')}
              </a>
            ),
          },
          headerOf(mail, 'To'),
          headerOf(mail, 'Date'),
        ])}
      />
    </ScrollRegion>
  );
}

/** A header's value, however its name is written. */
export function headerOf({ headers }: ReadMail, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? '';
}

function Queued({ queued }: Pick<DevMailPageProps, 'queued'>): VNode {
  return (
    <ScrollRegion label="Mail that was queued">
      <Table
        head={['Kind', 'Queued', 'What became of it']}
        rows={queued.map((fate) => [MAIL_KINDS[fate.kind].name, formatInstant(fate.queuedAt), fateWords(fate)])}
      />
    </ScrollRegion>
  );
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  done: 'Sent',
  dropped: 'Not sent: such mail is not wanted at this address',
  failed: 'Given up',
};

function fateWords({ outcome, endedAt, because, dueAt }: MailFate): string {
  const reason = because === null ? '' : `: ${because}`;
  if (outcome === null || endedAt === null) return `Waits until ${formatInstant(dueAt)}${reason}`;
  return `${OUTCOME_WORDS[outcome]} on ${formatInstant(endedAt)}${outcome === 'failed' ? reason : ''}`;
}
