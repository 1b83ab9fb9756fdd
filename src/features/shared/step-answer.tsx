import type { VNode } from 'preact';
import { OUTCOMES } from '../../domain/conversation/conversation-event.ts';
import type { StepTalk } from '../../domain/conversation/step-answers.ts';
import { GUESS_WORDS } from '../../domain/plan/timetable-words.ts';
import type { ThreadEntry } from '../../domain/conversation/threads.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import { Radios } from '../../ui/radios.tsx';
import { TalkChanges } from '../../ui/talk-changes.tsx';
import { TalkThread } from '../../ui/talk-thread.tsx';
import { OUTCOME_WORDS, seenWords, talkStateWords, type Voices } from '../../ui/talk-words.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { outcomeField, standingOutcome, textField } from './answer-form.ts';

/** The form that takes the reviewer's words back. */
export const TAKE_BACK = 'take-back';

export interface StepAnswerProps {
  readonly talk: StepTalk;
  readonly entries: readonly ThreadEntry[];
  readonly voices: Voices;
  /** No intake is announced for its start. */
  readonly isGuess: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** One step: what it is, what was said of it, and its answer. */
export function StepAnswer({ talk, entries, voices, isGuess, sent, errors }: StepAnswerProps): VNode {
  const { step, now } = talk;
  const outcome = outcomeField(step.id);
  const text = textField(step.id);
  return (
    <li class={`app-talk__step app-route--${step.route}`} id={step.id}>
      <h3 class="app-talk__name">{step.name}</h3>
      <p class="app-talk__what">{seenWords(now, voices)}</p>
      {isGuess && <p class="app-talk__note">{GUESS_WORDS}.</p>}
      {step.note !== '' && <p class="app-talk__note">{step.note}</p>}
      <p class="app-talk__state">{sentence(talkStateWords(talk, voices))}</p>
      <TalkChanges talk={talk} voices={voices} />
      <TalkThread
        entries={entries}
        voices={voices}
        about={step.name}
        said={talk.answer?.number}
        takesBack={TAKE_BACK}
      />
      <Radios
        name={outcome}
        idPrefix={outcome}
        legend={
          <>
            Your answer<span class="govuk-visually-hidden"> to {step.name}</span>
          </>
        }
        legendSize="s"
        inline
        small
        items={OUTCOMES.map((one) => ({ value: one, text: OUTCOME_WORDS[one] }))}
        value={sent ? sent.one(outcome) : standingOutcome(talk)}
      />
      <Textarea
        name={text}
        label={
          <>
            Your words<span class="govuk-visually-hidden"> on {step.name}</span>
          </>
        }
        labelSize="s"
        hint="What to change, or why not. With “Agree” you can leave it empty."
        rows={2}
        value={sent?.one(text) ?? ''}
        error={errors?.get(text)}
        class="app-talk__words"
      />
    </li>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
