import type { VNode } from 'preact';
import type { FundingAnswer } from '../domain/funding/funding.ts';
import type { FundingStatus } from '../domain/funding/funding-codes.ts';
import { shortWord } from '../domain/funding/funding-words.ts';

export interface FundingMarkProps {
  readonly answer: Pick<FundingAnswer, 'status' | 'owner' | 'check'>;
  /** Where the short word would say too little. */
  readonly word?: string | undefined;
}

/** Who pays, as a mark and a word. The marks are those of the verdicts; what was never on offer has a dash. */
export function FundingMark({ answer, word = shortWord(answer) }: FundingMarkProps): VNode {
  return (
    <span class={`app-verdict app-funding-mark app-funding-mark--${answer.status}`}>
      <svg class="app-verdict__mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        {drawn(answer.status)}
      </svg>
      <span class="app-verdict__word">{word}</span>
    </span>
  );
}

function drawn(status: FundingStatus): VNode {
  if (status === 'not-offered') return <path class="app-verdict__bar" d="M3 10h14" />;
  return (
    <>
      <circle
        class={`app-verdict__ring${status === 'not-announced' ? ' app-funding-mark__dots' : ''}`}
        cx="10"
        cy="10"
        r="7.5"
      />
      {status === 'funded' && <circle class="app-verdict__fill" cx="10" cy="10" r="7.5" />}
      {status === 'review' && <path class="app-verdict__fill" d="M10 2.5a7.5 7.5 0 0 1 0 15z" />}
      {status === 'not-funded' && <path class="app-verdict__bar" d="M4.7 15.3 15.3 4.7" />}
    </>
  );
}
