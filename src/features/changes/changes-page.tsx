import type { VNode } from 'preact';
import type { Claim, DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ClaimMark, STANDING_WORDS } from './claim-mark.tsx';
import { claimsByPart, countByStanding, STANDINGS, type ClaimsOfPart } from './claims-by-part.ts';
import { ClaimThenAndNow } from './claim-then-and-now.tsx';

export interface ChangesPageProps {
  readonly visit: Visit;
  /** Today's catalogue: the page is about then and now, whatever day is asked for. */
  readonly now: DayCatalogue;
  readonly claims: readonly Claim[];
}

/** The briefing's own words for the year it was written, so that the title is right for any document we hold. */
function titleFor(claims: readonly Claim[]): string {
  const [first] = claims;
  return `What has changed since ${first?.saidOn.slice(0, 4) ?? 'then'}`;
}

export function ChangesPage({ visit, now, claims }: ChangesPageProps): VNode {
  const { frame, asked } = visit;
  const title = titleFor(claims);
  const { yes } = countByStanding(claims);
  return (
    <Layout
      title={title}
      page={frame}
      noindex={asked.personal}
      description="What the hub's briefing for teachers with a specialist NPQ said, and what holds now, claim by claim, with sources."
    >
      <PageHeading
        title={title}
        lead={`This service began as a printed briefing. Of the ${formatCount(claims.length, 'claim')} in it that can be checked, ${yes} still stand as written. Here is each one, beside what holds on ${formatDay(now.day)}.`}
      />
      {asked.beforeAll ? <NothingHeld /> : <Claims visit={visit} now={now} claims={claims} />}
    </Layout>
  );
}

function Claims({ visit, now, claims }: ChangesPageProps): VNode {
  const counts = countByStanding(claims);
  const parts = claimsByPart(claims);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul class="app-claim-counts" role="list">
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <ClaimMark standing={standing} word={`${counts[standing]} ${STANDING_WORDS[standing].toLowerCase()}`} />
          </li>
        ))}
      </ul>
      <nav aria-labelledby="parts">
        <h2 class="govuk-heading-s" id="parts">
          Parts of the briefing
        </h2>
        <ul class="govuk-list">
          {parts.map((part) => (
            <li key={part.id}>
              <a class="govuk-link" href={`#${part.id}`}>
                {part.name}
              </a>{' '}
              ({formatCount(part.claims.length, 'claim')})
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) => (
        <Part key={part.id} part={part} visit={visit} now={now} />
      ))}
    </>
  );
}

function Part({
  part,
  visit,
  now,
}: {
  readonly part: ClaimsOfPart;
  readonly visit: Visit;
  readonly now: DayCatalogue;
}): VNode {
  const { id, name, route } = part;
  return (
    <PageSection id={id} name={name} route={route}>
      <ul class="app-claims">
        {part.claims.map((claim) => (
          <ClaimThenAndNow key={claim.id} claim={claim} on={now} urls={visit.urls} />
        ))}
      </ul>
    </PageSection>
  );
}
