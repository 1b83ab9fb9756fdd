import type { VNode } from 'preact';
import type { IsoDate } from '../../domain/date.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { isLive } from '../../domain/conversation/share.ts';
import type { CaseStanding } from '../../domain/case/sponsor-answer.ts';
import { ANSWER_WORDS } from '../../ui/case-words.ts';
import { formatDay } from '../../ui/format.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { CaseVisit, SentLine } from './case-visit.ts';

/** The cases that were sent, each with where it stands; nothing where none was. */
export function SentList({ here }: { readonly here: CaseVisit }): VNode | null {
  const { sent, planUrls, visit } = here;
  if (sent.length === 0) return null;
  return (
    <PageSection id="sent" name="Sent">
      <SummaryList
        rows={sent.map((line) => ({
          key: line.share.name,
          value: `${line.sent.sheet.title}, sent on ${formatDay(londonDay(line.share.createdAt))}. ${standingWords(line, visit.today)}`,
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

const STANDING: Readonly<Record<Exclude<CaseStanding, 'sponsor-answers'>, string>> = {
  closed: 'No answer has come, and nothing is expected of them any more. You can ask again',
  'teacher-goes-on': 'You go on next',
  used: 'Answered, and used',
};

/** Who acts next, and what was said so far. */
export function standingWords(line: SentLine, today: IsoDate): string {
  const { state } = line;
  const said = state.answer
    ? `${ANSWER_WORDS[state.answer.answer]}, answered on ${formatDay(londonDay(state.answer.at))}. `
    : '';
  if (!isLive(line.share, today)) return `${said}The link has ended.`;
  if (state.standing === 'sponsor-answers') return waitingWords(line, today);
  return `${said}${STANDING[state.standing]}.`;
}

function waitingWords({ share: { answerBy }, state }: SentLine, today: IsoDate): string {
  const day = formatDay(answerBy);
  const next = today <= answerBy ? `you will hear by ${day}` : `they were asked to by ${day}`;
  const reminded = state.remindedAt.at(-1);
  const last = reminded === undefined ? '' : ` Reminded on ${formatDay(londonDay(reminded))}.`;
  return `They answer next: ${next}.${last}`;
}
