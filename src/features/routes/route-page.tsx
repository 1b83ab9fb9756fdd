import type { VNode } from 'preact';
import type { Route } from '../../domain/catalogue/catalogue.ts';
import type { Visit } from '../../http/page.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { OtherDayNote } from '../../ui/other-day-note.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { RouteSteps } from './route-steps.ts';
import { OtherDays, StepsOnRoute } from './steps-on-route.tsx';

export interface RoutePageProps {
  readonly visit: Visit;
  readonly route: Route;
  readonly steps: RouteSteps;
  readonly others: readonly Route[];
}

export function RoutePage(props: RoutePageProps): VNode {
  const { visit, route } = props;
  const { urls, frame, asked } = visit;
  return (
    <Layout
      title={route.name}
      page={frame}
      noindex={asked.personal}
      description={route.tagline}
      before={<Breadcrumbs items={[{ text: 'Routes', href: urls.routes() }]} />}
    >
      <div class={`app-route--${route.id}`}>
        <PageHeading title={route.name} caption="Route" lead={route.tagline} />
        {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
      </div>
    </Layout>
  );
}

function Content(props: RoutePageProps): VNode {
  const { visit, route, steps } = props;
  const { on, urls } = visit;
  return (
    <>
      <OtherDayNote day={visit.asked.on} />
      <div class="app-columns">
        <div class="app-columns__main app-prose">
          {route.what.map((paragraph) => (
            <p key={paragraph}>
              <Prose text={paragraph} on={on} urls={urls} />
            </p>
          ))}
        </div>
        <div class="app-columns__side">
          <InShort {...props} />
        </div>
      </div>
      {route.cycle.length > 0 && <Cycle {...props} />}
      <StepsOnRoute
        visit={visit}
        route={route}
        id="next-steps"
        name="Next steps on this route"
        lead={<Lead {...props} />}
        steps={steps.own}
      />
      <StepsOnRoute
        visit={visit}
        route={route}
        id="shared"
        name="Shared with other routes"
        lead="These begin on another route and belong to this one as well."
        steps={steps.also}
      />
      <OtherDays visit={visit} opportunities={steps.otherDays} />
      <Reading route={route} />
      <LinkList
        title="The other routes"
        items={props.others.map((other) => ({ text: other.name, href: urls.route(other) }))}
      />
    </>
  );
}

function Lead({ visit, steps: { own } }: RoutePageProps): VNode {
  const all = formatCount(own.length, 'next step');
  const open = own.filter((step) => step.judged?.verdict === 'open').length;
  if (visit.asked.personal) return <>{`${open} of ${all} open to you now.`}</>;
  return (
    <>
      {all}.{' '}
      <a class="govuk-link" href={visit.urls.check()}>
        Check which are open to you
      </a>
    </>
  );
}

function InShort({ visit, route }: RoutePageProps): VNode {
  const said = [
    ['Who it suits', route.suits],
    ['What it asks of you', route.asksOfYou],
    ['What it asks of your school', route.asksOfSchool],
    ['What it leads to', route.leadsTo],
  ] as const;
  return (
    <>
      {said.map(([name, text]) => (
        <div key={name} class="app-linked">
          <h2 class="app-linked__title">{name}</h2>
          <p class="app-linked__text">
            <Prose text={text} on={visit.on} urls={visit.urls} />
          </p>
        </div>
      ))}
    </>
  );
}

function Cycle({ visit, route }: RoutePageProps): VNode {
  const { on, urls } = visit;
  return (
    <PageSection
      route={route.id}
      id="cycle"
      name="The cycle"
      lead={
        <>
          Go round it once, or as often as it is of use. The words for planning it are in{' '}
          <a class="govuk-link" href={urls.implementation()}>
            Plan with the EEF's guide
          </a>
          .
        </>
      }
    >
      <Timeline
        route={route.id}
        items={route.cycle.map(({ name, text }) => ({
          key: name,
          title: name,
          content: (
            <p class="app-timeline__text">
              <Prose text={text} on={on} urls={urls} />
            </p>
          ),
        }))}
      />
    </PageSection>
  );
}

function Reading({ route }: { readonly route: Route }): VNode | null {
  if (route.reading.length === 0) return null;
  return (
    <PageSection route={route.id} id="reading" name="Further reading">
      <ul class="app-facts">
        {route.reading.map(({ title, url, why }) => (
          <li key={url} class="app-facts__item">
            <a class="govuk-link" href={url}>
              {title}
            </a>
            . {why}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
