import type { VNode } from 'preact';
import type { ThreadEntry } from '../domain/conversation/threads.ts';
import { formatInstant } from './format.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { didWords, nameFor, seenWords, type Voices } from './talk-words.ts';

export interface TalkThreadProps {
  readonly entries: readonly ThreadEntry[];
  readonly voices: Voices;
  /** What it is about, for whoever hears the list alone. */
  readonly about: string;
  /** Answers are shown with the step as it was then: where the step is not there any more. */
  readonly showsSeen?: boolean;
  /** The answer that the page says already: without words of its own it is not said twice. */
  readonly said?: number | undefined;
  /** The id of the form that takes words back; without it none of them can be. */
  readonly takesBack?: string | undefined;
}

/** Enough of some words to tell them from others. */
const SAID_OF_IT = 60;

/** The form that the buttons beside one's own words send; it stands once on a page, outside of every other form. */
export function TakeBackForm({ id, action }: { readonly id: string; readonly action: string }): VNode {
  return (
    <form id={id} method="post" action={action}>
      <HiddenFields fields={[['act', 'take-back']]} />
    </form>
  );
}

/** What both sides said, in order. */
export function TalkThread({
  entries: all,
  voices,
  about,
  showsSeen = false,
  said,
  takesBack,
}: TalkThreadProps): VNode | null {
  const entries = all.filter(({ number, text, isTakenBack }) => text !== '' || isTakenBack || number !== said);
  if (entries.length === 0) return null;
  return (
    <ol class="app-thread" aria-label={`What was said of ${about}`}>
      {entries.map((entry) => (
        <li key={entry.number} class={`app-thread__entry app-thread__entry--${entry.by}`} id={`said-${entry.number}`}>
          <p class="app-thread__who">
            <strong>{entry.outcome ? didWords(entry.outcome, voices) : nameFor(entry.by, voices)}</strong>{' '}
            <span class="app-thread__at">{formatInstant(entry.at)}</span>
          </p>
          {showsSeen && entry.seen && <p class="app-thread__seen">{seenWords(entry.seen, voices)}</p>}
          {entry.text !== '' && <p class="app-thread__text">{entry.text}</p>}
          {entry.isTakenBack && <p class="app-thread__seen">The words were taken back.</p>}
          {entry.text !== '' && entry.by === voices.to && takesBack !== undefined && (
            <button type="submit" form={takesBack} name="words" value={String(entry.number)} class="app-link-button">
              Take your words back<span class="govuk-visually-hidden">: {entry.text.slice(0, SAID_OF_IT)}</span>
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
