import type { VNode } from 'preact';
import { londonDay } from '../../domain/calendar/london.ts';
import { isLive } from '../../domain/conversation/share.ts';
import { caseStandingWords } from '../../ui/case-standing.ts';
import { formatDay } from '../../ui/format.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { CaseVisit } from './case-visit.ts';

/** The cases that were sent, each with where it stands; nothing where none was. */
export function SentList({ here }: { readonly here: CaseVisit }): VNode | null {
  const { sent, planUrls, visit } = here;
  if (sent.length === 0) return null;
  return (
    <PageSection id="sent" name="Sent">
      <SummaryList
        rows={sent.map((line) => ({
          key: line.share.name,
          value: `${line.sent.sheet.title}, sent on ${formatDay(londonDay(line.share.createdAt))}. ${caseStandingWords({ state: line.state, answerBy: line.share.answerBy, isLive: isLive(line.share, visit.today) }, visit.today)}`,
          actions: [
            {
              href: planUrls.caseAnswers(line.share),
              text: line.state.answer ? 'Answers' : 'Look at it',
              hiddenText: `: ${line.sent.sheet.title}, ${line.share.name}`,
            },
          ],
        }))}
      />
    </PageSection>
  );
}
