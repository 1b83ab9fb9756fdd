import type { VNode } from 'preact';
import { agendaSheet } from '../../documents/agenda-sheet.ts';
import { SECTION_WORDS } from '../../domain/conversation/share.ts';
import { Agenda } from '../../ui/agenda.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatList } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { AgendaTools } from './agenda-tools.tsx';
import { InvitationSection, type InvitationSectionProps } from './invitation-section.tsx';

export interface AgendaPageProps extends InvitationSectionProps {
  /** What was just done. */
  readonly said?: string | undefined;
}

export const AGENDA_TITLE = 'Ten minutes about this plan';

/** The agenda for the teacher, with the time to talk about it. */
export function AgendaPage(props: AgendaPageProps): VNode {
  const { agenda, errors, said } = props;
  const { here, paper } = agenda;
  const { visit, planUrls } = here;
  return (
    <Layout
      title={AGENDA_TITLE}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {said !== undefined && (
        <NotificationBanner type="success" title="Done">
          {said}
        </NotificationBanner>
      )}
      <PageHeading title={AGENDA_TITLE} caption={here.plan.title} lead={leadOf(agenda)} />
      <AgendaTools pdf={planUrls.agendaFile('agenda.pdf')} />
      <Agenda {...agendaSheet(paper)} />
      <div class="app-agenda__not-printed">
        <InvitationSection {...props} />
      </div>
    </Layout>
  );
}

function leadOf({ talks, paper }: AgendaPageProps['agenda']): string {
  const [first] = talks;
  if (!first) return 'Made from your plan, on one sheet, for you and your line manager.';
  const parts = paper.sections.map((section) => lower(SECTION_WORDS[section]));
  const shown = parts.length === 0 ? 'your steps and nothing else' : formatList(['your steps', ...parts]);
  return `Made from what ${first.share.name} sees: ${shown}.`;
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
