import type { VNode } from 'preact';
import type { Meeting } from '../../db/share-meetings.ts';
import { agendaSheet, type AgendaPaper } from '../../documents/agenda-sheet.ts';
import { possessive } from '../../ui/talk-words.ts';
import type { ShareVisit } from '../../http/shares/share-visit.ts';
import { Agenda } from '../../ui/agenda.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Layout } from '../../ui/layout.tsx';
import { meetingWords } from '../../ui/meeting-words.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { AGENDA_TITLE } from './agenda-page.tsx';
import { AgendaTools } from './agenda-tools.tsx';

export interface SharedAgendaPageProps {
  readonly here: ShareVisit;
  readonly paper: AgendaPaper;
  readonly meeting: Meeting | undefined;
}

/** The agenda for whoever the plan is shared with. */
export function SharedAgendaPage({ here, paper, meeting }: SharedAgendaPageProps): VNode {
  const { visit, shareUrls } = here;
  return (
    <Layout
      title={AGENDA_TITLE}
      page={visit.frame}
      noindex
      before={<BackLink href={shareUrls.shared()}>Back to the plan</BackLink>}
    >
      <PageHeading
        title={AGENDA_TITLE}
        caption={`${paper.plan.title}, ${possessive(paper.teacher)} plan`}
        lead={LEAD}
      />
      {meeting && (
        <p class="govuk-body">
          <strong>{meetingWords(meeting.startsAt)}</strong>, with {paper.teacher}.{' '}
          <a class="govuk-link app-agenda__not-printed" href={shareUrls.agendaFile('ten-minutes.ics')}>
            Put it into a calendar
          </a>
        </p>
      )}
      <AgendaTools pdf={shareUrls.agendaFile('agenda.pdf')} />
      <Agenda {...agendaSheet(paper)} />
    </Layout>
  );
}

const LEAD = 'You need not prepare anything. The three decisions are what matters.';

/** Before its reader has said who they are nothing of the plan is shown. */
export function SayWhoFirstPage({ here: { visit, shareUrls } }: { readonly here: ShareVisit }): VNode {
  const title = 'Say first that this is for you';
  return (
    <Layout title={title} page={visit.frame} noindex>
      <PageHeading title={title} />
      <p class="govuk-body">
        <a class="govuk-link" href={shareUrls.shared()}>
          Open the page with the button that says so
        </a>
        . The agenda is shown after that.
      </p>
    </Layout>
  );
}
