import type { VNode } from 'preact';
import type { RouteId } from '../../domain/catalogue/route.ts';
import { layOutMap } from '../../domain/catalogue/route-map.ts';
import type { Visit } from '../../http/page.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Hero } from '../../ui/hero.tsx';
import { Layout } from '../../ui/layout.tsx';
import { RouteMapPicture } from '../../ui/route-map.tsx';

export interface HomePageProps {
  readonly visit: Visit;
  /** How many next steps each route has that day; of them how many are open, once something was answered. */
  readonly counts: ReadonlyMap<RouteId, { readonly all: number; readonly open?: number }>;
}

export function HomePage({ visit, counts }: HomePageProps): VNode {
  const { urls, frame, asked } = visit;
  return (
    <Layout
      title="You have finished your NPQ. Where next?"
      page={frame}
      noindex={asked.personal}
      description="Every next step open to a teacher in England who has finished a specialist NPQ: what it takes, who pays and by when."
      hero={<Panel visit={visit} counts={counts} />}
    >
      <h2 class="govuk-visually-hidden">The six routes</h2>
      <SixRoutes visit={visit} counts={counts} />
      <p class="govuk-body app-home__combine">
        The routes connect: a step on one often opens a step on another, and you can take more than one.{' '}
        <a class="govuk-link" href={urls.routes()}>
          The six side by side
        </a>
        ,{' '}
        <a class="govuk-link" href={urls.changes()}>
          What has changed since 2023
        </a>
        ,{' '}
        <a class="govuk-link" href={urls.briefing()}>
          the whole briefing to read or print
        </a>
        .
      </p>
    </Layout>
  );
}

function Panel({ visit, counts }: HomePageProps): VNode {
  const { urls, asked } = visit;
  return (
    <Hero
      title="You have finished your NPQ. Where next?"
      lead="See every next step that is open to you, at your school, with what it takes, what it costs and by when."
      action={
        <Button href={asked.personal ? urls.results() : urls.check()}>
          {asked.personal ? 'See what is open to you' : 'Check what is open to you'}
        </Button>
      }
      note="A few minutes. No account. We ask only what changes the answer."
    >
      <MapOfRoutes visit={visit} counts={counts} />
    </Hero>
  );
}

/** The routes in words; on a phone, with their stops, they are the map. */
function SixRoutes({ visit: { on, urls }, counts }: HomePageProps): VNode {
  return (
    <ol class="app-route-list">
      {on.catalogue.routes.map((route) => (
        <li key={route.id} class={`app-route-list__item app-route--${route.id}`}>
          <h3 class="app-route-list__name">
            <a class="app-route-list__link" href={urls.route(route)}>
              {route.name}
            </a>
          </h3>
          <p class="app-route-list__text">{route.tagline}</p>
          <p class="app-route-list__count">{countWords(counts.get(route.id))}</p>
          <ul class="app-route-list__stops">
            {route.stops
              .flatMap((id) => on.byId.get(id) ?? [])
              .map((stop) => (
                <li key={stop.id} class="app-route-list__stop">
                  <a class="govuk-link" href={urls.opportunity(stop)}>
                    {stop.name}
                  </a>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function MapOfRoutes({ visit, counts }: HomePageProps): VNode {
  const { on, urls } = visit;
  const { routes } = on.catalogue;
  const about = Object.fromEntries(
    routes.map((route) => [route.id, `${route.tagline} ${countWords(counts.get(route.id))}`]),
  );
  return (
    <div class="app-map">
      <RouteMapPicture
        map={layOutMap(routes, on.byId)}
        names={Object.fromEntries(routes.map((route) => [route.id, route.name]))}
        about={about}
        href={(id) => urls.route({ id })}
        stopHref={(id) => urls.opportunity({ id })}
      />
    </div>
  );
}

function countWords(count: { readonly all: number; readonly open?: number } | undefined): string {
  if (!count || count.all === 0) return 'No next steps that day.';
  return count.open === undefined
    ? `${formatCount(count.all, 'next step')}.`
    : `${count.open} of ${formatCount(count.all, 'next step')} open to you.`;
}
