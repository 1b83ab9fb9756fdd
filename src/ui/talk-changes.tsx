import type { VNode } from 'preact';
import type { StepTalk } from '../domain/conversation/step-answers.ts';
import { formatDay } from './format.ts';
import { londonDay } from '../domain/calendar/london.ts';
import { Table } from './table.tsx';
import { didWords, PART_WORDS, partWords, type Voices } from './talk-words.ts';

/** What of a step changed since it was answered, old beside new; the answer stays as it was given. */
export function TalkChanges({ talk, voices }: { readonly talk: StepTalk; readonly voices: Voices }): VNode | null {
  const { answer, now, step } = talk;
  if (!answer || answer.changed.length === 0) return null;
  return (
    <div class="app-talk__changes">
      <p class="govuk-body">
        {didWords(answer.outcome, voices)} on {formatDay(londonDay(answer.at))}, to the step as it was then. It has
        changed since:
      </p>
      <Table
        class="app-talk__table"
        head={[{ text: <span class="govuk-visually-hidden">What changed in {step.name}</span> }, 'Then', 'Now']}
        firstCellIsHeader
        rows={answer.changed.map((part) => [
          PART_WORDS[part],
          partWords(part, answer.seen, voices),
          partWords(part, now, voices),
        ])}
      />
    </div>
  );
}
