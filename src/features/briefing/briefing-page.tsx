import type { VNode } from 'preact';
import type { Briefing, WholeBriefing } from '../../domain/catalogue/briefing.ts';
import { layOutMap } from '../../domain/catalogue/route-map.ts';
import {
  asOf,
  BRIEFING_TITLE,
  INTRODUCTION,
  NOTHING_HELD,
  runsText,
  shortUrl,
  sourceText,
  PAST_INTRODUCTION,
} from '../../documents/briefing-words.ts';
import type { Visit } from '../../http/page.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { RouteMapPicture } from '../../ui/route-map.tsx';
import { NpqsOfTheDay } from './npqs-of-the-day.tsx';
import { RouteSection } from './route-section.tsx';
import { Runs } from './runs.tsx';

export interface BriefingPageProps {
  readonly visit: Visit;
  readonly briefing: Briefing;
  readonly pdfKilobytes: number | undefined;
}

export function BriefingPage({ visit, briefing, pdfKilobytes }: BriefingPageProps): VNode {
  const { frame, asked, urls } = visit;
  return (
    <Layout
      title="The briefing"
      page={frame}
      noindex={asked.personal}
      description="Everything that can follow a specialist NPQ, on a few pages to read, print or hand out."
    >
      <div class="app-briefing">
        <PageHeading title={BRIEFING_TITLE} lead={asOf(briefing)} />
        <p class="govuk-body app-briefing__introduction">{leadOf(briefing)}</p>
        <p class="govuk-body app-briefing__download">
          <a class="govuk-link" href={urls.briefingPdf()}>
            Download the briefing to print or hand out (PDF{pdfKilobytes !== undefined && `, ${pdfKilobytes} kB`})
          </a>
        </p>
        {briefing.kind === 'whole' && <Whole visit={visit} briefing={briefing} />}
        <AskTheHub briefing={briefing} />
        {briefing.kind === 'whole' && <Sources briefing={briefing} />}
      </div>
    </Layout>
  );
}

function leadOf(briefing: Briefing): string {
  if (briefing.kind === 'nothing-held') return NOTHING_HELD;
  return briefing.tense === 'past' ? PAST_INTRODUCTION : INTRODUCTION;
}

function Whole({ visit, briefing }: { readonly visit: Visit; readonly briefing: WholeBriefing }): VNode {
  const { on, urls } = visit;
  const { routes } = on.catalogue;
  return (
    <>
      <div class="app-map app-briefing__map">
        <RouteMapPicture
          map={layOutMap(routes, on.byId)}
          names={Object.fromEntries(routes.map((route) => [route.id, route.name]))}
          about={Object.fromEntries(briefing.routes.map(({ route, tagline }) => [route.id, runsText(tagline, on.day)]))}
          href={(id) => `#${id}`}
          stopHref={(id) => urls.opportunity({ id })}
        />
      </div>
      <NpqsOfTheDay briefing={briefing} on={on} urls={urls} />
      {briefing.routes.map((told) => (
        <RouteSection key={told.route.id} told={told} on={on} urls={urls} />
      ))}
      <NotAnnounced visit={visit} briefing={briefing} />
    </>
  );
}

function NotAnnounced({ visit, briefing }: { readonly visit: Visit; readonly briefing: WholeBriefing }): VNode | null {
  const { on, urls } = visit;
  const { noIntake, notAnnounced, tense, hub } = briefing;
  const unknown = tense === 'now' ? hub.unknown : [];
  if (noIntake.length + notAnnounced.length + unknown.length === 0) return null;
  return (
    <section class="app-prose" aria-labelledby="not-announced">
      <h2 id="not-announced">{tense === 'past' ? 'What was not announced' : 'What is not announced'}</h2>
      {noIntake.length > 0 && (
        <p>The next intake of these: {noIntake.map((opportunity) => opportunity.name).join(', ')}.</p>
      )}
      <ul>
        {notAnnounced.map((runs, index) => (
          <li key={index}>
            <Runs runs={runs} on={on} urls={urls} />
          </li>
        ))}
        {unknown.map((matter) => (
          <li key={matter}>{matter}</li>
        ))}
      </ul>
    </section>
  );
}

function AskTheHub({ briefing: { hub } }: { readonly briefing: Briefing }): VNode {
  return (
    <section class="app-prose" aria-labelledby="ask-the-hub">
      <h2 id="ask-the-hub">Ask the hub</h2>
      <p>
        Talk to your line manager first, then write to {hub.name} at <a href={`mailto:${hub.email}`}>{hub.email}</a> or
        call {hub.phone}. Say which NPQ you finished, when, and what you would like to do.{' '}
        <a href={hub.website}>{shortUrl(hub.website)}</a>
      </p>
    </section>
  );
}

function Sources({ briefing }: { readonly briefing: WholeBriefing }): VNode {
  return (
    <section aria-labelledby="sources">
      <h2 class="govuk-heading-m" id="sources">
        Sources
      </h2>
      <p class="govuk-body">
        A number in brackets beside a figure is the number of its source. What is called our estimate is ours and not
        published.
      </p>
      <ol class="app-briefing__sources">
        {briefing.sources.map((one) => (
          <li key={one.number} id={`source-${one.number}`} class="app-briefing__source">
            {sourceText(one)}{' '}
            <a class="govuk-link" href={one.source.url}>
              {shortUrl(one.source.url)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
