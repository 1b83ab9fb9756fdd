import type { VNode } from 'preact';
import { isLive } from '../../domain/conversation/share.ts';
import { standingOf } from '../../domain/conversation/conversation.ts';
import { stepTalks } from '../../domain/conversation/step-answers.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { CaseSentTo } from '../../http/shares/cases-of-plan.ts';
import type { SharedWith } from '../../http/shares/shares-of-plan.ts';
import { caseStandingWords } from '../../ui/case-standing.ts';
import { standingWords, talkStateWords, teacherVoices } from '../../ui/talk-words.ts';

export interface SharedLinesProps {
  readonly here: PlanVisit;
  readonly shares: readonly SharedWith[];
}

interface CaseLinesProps {
  readonly here: PlanVisit;
  readonly cases: readonly CaseSentTo[];
}

/** The cases that were sent, and who acts next on each. One whose link ended unanswered is listed on its own page. */
export function CaseLines({ here, cases }: CaseLinesProps): VNode | null {
  const { planUrls, visit } = here;
  const told = cases.filter(({ share, state }) => state.answer !== undefined || isLive(share, visit.today));
  if (told.length === 0) return null;
  return (
    <ul class="app-plan__goals">
      {told.map(({ share, state }) => (
        <li key={share.id}>
          <a class="govuk-link" href={planUrls.caseAnswers(share)}>
            Case sent to {share.name}
          </a>
          : {caseStandingWords({ state, answerBy: share.answerBy, isLive: isLive(share, visit.today) }, visit.today)}
        </li>
      ))}
    </ul>
  );
}

/** With whom the plan is shared, and who acts next with each. Links that have ended are listed on their own page. */
export function SharedLines({ here, shares }: SharedLinesProps): VNode | null {
  const open = openShares(here, shares);
  if (open.length === 0) return null;
  return (
    <ul class="app-plan__goals">
      {open.map(({ share, conversation }) => (
        <li key={share.id}>
          <a class="govuk-link" href={here.planUrls.share(share)}>
            Shared with {share.name}
          </a>
          :{' '}
          {standingWords(standingOf(conversation, here.visit.today), teacherVoices(share.name), {
            answerBy: share.answerBy,
            today: here.visit.today,
          })}
        </li>
      ))}
    </ul>
  );
}

function openShares({ visit }: PlanVisit, shares: readonly SharedWith[]): readonly SharedWith[] {
  return shares.filter(({ conversation }) => standingOf(conversation, visit.today) !== 'ended');
}

/**
 * How each reader answered a step, and whether that still holds; empty where nobody has. Each conversation is gone
 * through once for all steps.
 */
export function sharedWords({ here, shares }: SharedLinesProps): (step: PlanStep) => string {
  const open = openShares(here, shares).map(({ share, conversation: { shared, events } }) => ({
    share,
    talks: new Map(stepTalks(shared, events).map((talk) => [talk.step.id, talk])),
  }));
  return (step) =>
    open
      .flatMap(({ share, talks }) => {
        const talk = talks.get(step.id);
        if (!talk?.answer) return [];
        const words = talkStateWords(talk, teacherVoices(share.name));
        return [shares.length > 1 && talk.waitsFor === 'nobody' ? `${share.name} ${words}` : words];
      })
      .map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
      .join(' ');
}
