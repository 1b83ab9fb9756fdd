import type { VNode } from 'preact';
import type { BriefingRoute, BriefingStop } from '../../domain/catalogue/briefing.ts';
import type { Run } from '../../domain/catalogue/briefing-runs.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { Figures } from '../../ui/figures.tsx';
import { RouteRule } from '../../ui/route-rule.tsx';
import type { Shown } from '../../ui/shown.ts';
import { Runs } from './runs.tsx';

/** A route under its line: what it asks, its best stops, and what else is on it. */
export function RouteSection({ told, on, urls }: Shown & { readonly told: BriefingRoute }): VNode {
  const { route } = told;
  return (
    <section class="app-briefing__route" aria-labelledby={route.id}>
      <RouteRule
        route={route.id}
        id={route.id}
        name={route.name}
        lead={<Runs runs={told.tagline} on={on} urls={urls} />}
      />
      <dl class="app-briefing__asks">
        <Ask name="Suits" runs={told.suits} on={on} urls={urls} />
        <Ask name="Asks of you" runs={told.asksOfYou} on={on} urls={urls} />
        <Ask name="Asks of your school" runs={told.asksOfSchool} on={on} urls={urls} />
        <Ask name="Leads to" runs={told.leadsTo} on={on} urls={urls} />
      </dl>
      <ul class="app-briefing__stops">
        {told.stops.map((stop) => (
          <Stop key={stop.opportunity.id} stop={stop} on={on} urls={urls} />
        ))}
      </ul>
      <Also label="Also stops here" opportunities={told.meets} on={on} urls={urls} />
      <Also label="Also on this route" opportunities={told.others} on={on} urls={urls} />
    </section>
  );
}

function Ask({ name, runs, on, urls }: Shown & { readonly name: string; readonly runs: readonly Run[] }): VNode {
  return (
    <div>
      <dt class="app-briefing__ask">{name}</dt>
      <dd class="app-briefing__answer">
        <Runs runs={runs} on={on} urls={urls} />
      </dd>
    </div>
  );
}

function Stop({ stop, on, urls }: Shown & { readonly stop: BriefingStop }): VNode {
  const show = (runs: readonly Run[]): VNode => <Runs runs={runs} on={on} urls={urls} />;
  return (
    <li class="app-briefing__stop">
      <div>
        <h3 class="govuk-heading-s app-briefing__name">
          <a class="govuk-link" href={urls.opportunity(stop.opportunity)}>
            {stop.opportunity.name}
          </a>
        </h3>
        <p class="app-briefing__summary">{show(stop.summary)}</p>
      </div>
      <Figures
        time={show(stop.time)}
        cost={show(stop.costToYou)}
        school={show(stop.costToSchool)}
        when={show(stop.when)}
      />
    </li>
  );
}

function Also({
  label,
  opportunities,
  urls,
}: Shown & { readonly label: string; readonly opportunities: readonly Opportunity[] }): VNode | null {
  if (opportunities.length === 0) return null;
  return (
    <p class="app-briefing__also">
      <strong>{label}: </strong>
      {opportunities.map((opportunity, index) => (
        <span key={opportunity.id}>
          {index > 0 && '; '}
          <a class="govuk-link" href={urls.opportunity(opportunity)}>
            {opportunity.name}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
