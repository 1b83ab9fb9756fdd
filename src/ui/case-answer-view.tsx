import type { VNode } from 'preact';
import { londonDay } from '../domain/calendar/london.ts';
import type { Ask } from '../domain/case/case.ts';
import type { AskAnswer, GivenAnswer } from '../domain/case/sponsor-answer.ts';
import { ANSWER_WORDS, ASK_WORDS, ROLE_WORDS } from './case-words.ts';
import { formatDay } from './format.ts';
import { SummaryList } from './summary-list.tsx';

/** An answer as both sides see it: the whole first, then each thing that was asked for, then who said it when. */
export function CaseAnswerView({
  asks,
  answer,
}: {
  readonly asks: readonly Ask[];
  readonly answer: GivenAnswer;
}): VNode {
  return (
    <>
      <p class="govuk-body-l">
        <strong>
          {ANSWER_WORDS[answer.answer]}
          {answer.words !== '' && ':'}
        </strong>
        {answer.words !== '' && <> {answer.words}</>}
      </p>
      <SummaryList
        rows={asks.flatMap((ask) => {
          const given = answer.asks[ask];
          return given ? [{ key: ASK_WORDS[ask].question, value: answerText(given) }] : [];
        })}
      />
      <p class="govuk-body">
        {answer.name}, {ROLE_WORDS[answer.role].toLowerCase()}, {formatDay(londonDay(answer.at))}
      </p>
    </>
  );
}

function answerText({ answer, condition }: AskAnswer): string {
  return condition === '' ? ANSWER_WORDS[answer] : `${ANSWER_WORDS[answer]}: ${condition}`;
}
