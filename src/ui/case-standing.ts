import { londonDay } from '../domain/calendar/london.ts';
import type { CaseStanding, CaseState } from '../domain/case/sponsor-answer.ts';
import type { IsoDate } from '../domain/date.ts';
import { ANSWER_WORDS } from './case-words.ts';
import { formatDay } from './format.ts';

const STANDING: Readonly<Record<Exclude<CaseStanding, 'sponsor-answers'>, string>> = {
  closed: 'No answer has come, and nothing is expected of them any more. You can ask again',
  'teacher-goes-on': 'You go on next',
  used: 'Answered, and used',
};

/** A case that was sent, as far as it says who acts next. */
export interface CaseStands {
  readonly state: CaseState;
  readonly answerBy: IsoDate;
  /** Whether its link still opens it. */
  readonly isLive: boolean;
}

/** Who acts next on a case that was sent, and what was said so far. */
export function caseStandingWords(stands: CaseStands, today: IsoDate): string {
  const { state, isLive } = stands;
  const said = state.answer
    ? `${ANSWER_WORDS[state.answer.answer]}, answered on ${formatDay(londonDay(state.answer.at))}. `
    : '';
  if (!isLive) return `${said}The link has ended.`;
  if (state.standing === 'sponsor-answers') return waitingWords(stands, today);
  return `${said}${STANDING[state.standing]}.`;
}

function waitingWords({ answerBy, state }: CaseStands, today: IsoDate): string {
  const day = formatDay(answerBy);
  const next = today <= answerBy ? `you will hear by ${day}` : `they were asked to by ${day}`;
  const reminded = state.remindedAt.at(-1);
  const last = reminded === undefined ? '' : ` Reminded on ${formatDay(londonDay(reminded))}.`;
  return `They answer next: ${next}.${last}`;
}
