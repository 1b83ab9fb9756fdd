import type { VNode } from 'preact';

export type VerdictKind = 'open' | 'not-yet' | 'ask' | 'no';

const WORDS: Readonly<Record<VerdictKind, string>> = {
  open: 'Open to you',
  'not-yet': 'Not yet',
  ask: 'One answer away',
  no: 'Not for you',
};

export interface VerdictMarkProps {
  readonly verdict: VerdictKind;
  /** Where the usual word does not fit, such as "Two answers away". */
  readonly word?: string | undefined;
}

/** A verdict as its mark and its word. The mark is drawn and not a background, so that print and forced colours keep it. */
export function VerdictMark({ verdict, word = WORDS[verdict] }: VerdictMarkProps): VNode {
  return (
    <span class={`app-verdict app-verdict--${verdict}`}>
      <svg class="app-verdict__mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <circle class="app-verdict__ring" cx="10" cy="10" r="7.5" />
        {verdict === 'open' && <circle class="app-verdict__fill" cx="10" cy="10" r="7.5" />}
        {verdict === 'not-yet' && <path class="app-verdict__fill" d="M10 2.5a7.5 7.5 0 0 1 0 15z" />}
        {verdict === 'no' && <path class="app-verdict__bar" d="M4.7 15.3 15.3 4.7" />}
      </svg>
      <span class="app-verdict__word">{word}</span>
    </span>
  );
}
