import type { VNode } from 'preact';
import type { RouteId } from '../../domain/route.ts';
import { layOutMap } from '../../domain/route-map.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { RouteMapPicture } from '../../ui/route-map.tsx';

export interface HomePageProps {
  readonly visit: Visit;
  /** How many next steps each route has that day; of them how many are open, once something was answered. */
  readonly counts: ReadonlyMap<RouteId, { readonly all: number; readonly open?: number }>;
}

export function HomePage({ visit, counts }: HomePageProps): VNode {
  const { urls, on, frame, asked } = visit;
  return (
    <Layout
      title="You have finished your NPQ. Where next?"
      page={frame}
      noindex={asked.personal}
      description="Every next step open to a teacher in England who has finished a specialist NPQ: what it takes, who pays and by when."
      hero={
        <div class="app-hero">
          <div class="govuk-width-container app-hero__inner">
            <h1 class="app-hero__title">You have finished your NPQ. Where next?</h1>
            <p class="app-hero__lead">
              See every next step that is open to you, at your school, with what it takes, what it costs and by when.
            </p>
            <p class="app-hero__action">
              <a
                class="govuk-button"
                role="button"
                draggable={false}
                data-module="govuk-button"
                href={asked.personal ? urls.results() : urls.check()}
              >
                {asked.personal ? 'See what is open to you' : 'Check what is open to you'}
              </a>
            </p>
            <p class="app-hero__note">A few minutes. No account. We ask only what changes the answer.</p>
            <MapOfRoutes visit={visit} counts={counts} />
          </div>
        </div>
      }
    >
      <h2 class="govuk-visually-hidden">The six routes</h2>
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
              {route.stops.flatMap((id) => {
                const stop = on.byId.get(id);
                if (!stop) return [];
                return (
                  <li key={id} class="app-route-list__stop">
                    <a class="govuk-link" href={urls.opportunity(stop)}>
                      {stop.name}
                    </a>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      <p class="govuk-body app-home__combine">
        The routes connect: a step on one often opens a step on another, and you can take more than one.{' '}
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

function MapOfRoutes({ visit, counts }: HomePageProps): VNode {
  const { on, urls } = visit;
  const { routes } = on.catalogue;
  const about = Object.fromEntries(
    routes.map((route) => [route.id, `${route.tagline} ${countWords(counts.get(route.id))}`]),
  );
  return (
    <div class="app-map app-hero__more">
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
