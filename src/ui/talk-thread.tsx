import type { VNode } from 'preact';
import type { ThreadEntry } from '../domain/people/threads.ts';
import { formatInstant } from './format.ts';
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
}

/** What both sides said, in order. */
export function TalkThread({ entries: all, voices, about, showsSeen = false, said }: TalkThreadProps): VNode | null {
  const entries = all.filter(({ number, text }) => text !== '' || number !== said);
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
        </li>
      ))}
    </ol>
  );
}
