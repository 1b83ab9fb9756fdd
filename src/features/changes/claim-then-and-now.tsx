import type { VNode } from 'preact';
import type { Claim } from '../../domain/catalogue/catalogue.ts';
import { Details } from '../../ui/details.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { formatDayOrMonth } from '../../ui/format.ts';
import { Prose } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { Source } from '../../ui/source.tsx';
import { ThenAndNow } from '../../ui/timeline.tsx';
import { ClaimMark } from './claim-mark.tsx';

const CERTAINTY_WORDS: Readonly<Record<Claim['certainty'], string>> = {
  high: 'We are sure of this.',
  medium: 'We are fairly sure of this.',
  low: 'We could not confirm this.',
};

/** One claim: its mark, what was said and what holds, and what that rests on. */
export function ClaimThenAndNow({ claim, on, urls }: Shown & { readonly claim: Claim }): VNode {
  return (
    <li class="app-claims__item" id={claim.id}>
      <div>
        <ClaimMark standing={claim.stillTrue} />
      </div>
      <div>
        <ThenAndNow
          thenName={`Said in ${formatDayOrMonth(claim.saidOn)}`}
          then={claim.claim}
          nowName="Now"
          now={<Prose text={claim.now} on={on} urls={urls} />}
        />
        <Details
          class="app-claims__rests"
          summary={
            <>
              What this rests on<span class="govuk-visually-hidden">: {claim.claim}</span>
            </>
          }
        >
          <Rests claim={claim} on={on} urls={urls} />
        </Details>
      </div>
    </li>
  );
}

function Rests({ claim, on, urls }: Shown & { readonly claim: Claim }): VNode {
  const { source } = claim;
  return (
    <>
      {claim.bornOutBy.length > 0 && (
        <>
          <p>Bears it out:</p>
          <FactList topics={claim.bornOutBy} on={on} urls={urls} />
        </>
      )}
      {claim.contradictedBy.length > 0 && (
        <>
          <p>Contradicts it:</p>
          <FactList topics={claim.contradictedBy} on={on} urls={urls} />
        </>
      )}
      <p>
        {CERTAINTY_WORDS[claim.certainty]}{' '}
        <a class="govuk-link" href={`#${claim.id}`}>
          Link to this claim
        </a>
      </p>
      {source && (
        <Source title={source.title} url={source.url} published={source.published} checkedOn={claim.checkedOn} />
      )}
    </>
  );
}
