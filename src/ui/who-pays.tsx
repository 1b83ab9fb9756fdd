import type { VNode } from 'preact';
import type { FundingAnswer } from '../domain/funding/funding.ts';
import { fundingLine } from '../domain/funding/funding-words.ts';
import type { Urls } from '../urls.ts';
import { FundingMark } from './funding-mark.tsx';

export interface WhoPaysProps {
  /** By the newest rules there are. */
  readonly newest: FundingAnswer;
  /** The intake after them. */
  readonly next: FundingAnswer | undefined;
  /** Whether the teacher has said where they work. */
  readonly told: boolean;
  readonly urls: Urls;
}

export function pathHref({ npq, cohort }: Pick<FundingAnswer, 'npq' | 'cohort'>, urls: Urls): string {
  return urls.fundingPath([
    ['npq', npq],
    ['cohort', cohort],
  ]);
}

/** Under a step in a list: who pays, in a line, with the way to the reason. */
export function WhoPaysLine({ newest, next, told, urls }: WhoPaysProps): VNode {
  return (
    <p class="app-step__why">
      <span class="app-step__lead-in">Who pays:</span> {fundingLine(newest)}.{nextWords(next)}{' '}
      {told && newest.status !== 'unknown' ? (
        <a class="govuk-link" href={pathHref(newest, urls)}>
          Why<span class="govuk-visually-hidden"> this is {fundingLine(newest)}</span>
        </a>
      ) : (
        <a class="govuk-link" href={urls.funding()}>
          Check who pays
        </a>
      )}
    </p>
  );
}

/** On the page of one NPQ: the answer, the reason, how to check it, and what is not known here. */
export function WhoPays({ newest, next, told, urls }: WhoPaysProps): VNode {
  const what = [['npq', newest.npq]] as const;
  return (
    <section class="app-linked app-who-pays" aria-labelledby="who-pays">
      <h2 class="app-linked__title" id="who-pays">
        Who pays
      </h2>
      {told ? (
        <>
          <p>
            <FundingMark answer={newest} word={fundingLine(newest)} />
          </p>
          <p>{newest.because}</p>
          <Further answer={newest} />
        </>
      ) : (
        <p>It depends on your school, on the intake, and for some on you.</p>
      )}
      <p>
        {nextWords(next)} Eligible is not yet a place: ask the hub whether any are left, and count on one when the
        provider confirms it.
      </p>
      <ul class="app-linked__list">
        <li>
          <a class="govuk-link" href={urls.funding()}>
            {told ? 'Every NPQ and every intake' : 'Check for your school'}
          </a>
        </li>
        {told && (
          <li>
            <a class="govuk-link" href={pathHref(newest, urls)}>
              How this was decided
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={urls.fundingCost(what)}>
            What it costs your school
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.whatIf([['change', 'wait'], ...what])}>
            What if you waited for the next intake
          </a>
        </li>
      </ul>
    </section>
  );
}

/** How to check it, what would change it, what else is asked: each only where there is something to say. */
export function Further({ answer }: { readonly answer: FundingAnswer }): VNode {
  return (
    <>
      {[answer.check, answer.whatWouldChange, answer.alsoAsks].map(
        (sentence) => sentence !== undefined && <p key={sentence}>{sentence}</p>,
      )}
    </>
  );
}

function nextWords(next: FundingAnswer | undefined): string {
  return next?.status === 'not-announced' ? ' The rules for the next intake are not announced.' : '';
}
