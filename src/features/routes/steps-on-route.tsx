import type { ComponentChildren, VNode } from 'preact';
import type { Route } from '../../domain/catalogue/catalogue.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Ranked } from '../../domain/matching/ranking.ts';
import type { Visit } from '../../http/page.ts';
import { formatDay } from '../../ui/format.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { OpportunityStep } from '../../ui/opportunity-step.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import type { RouteStep } from './route-steps.ts';

export interface StepsOnRouteProps {
  readonly visit: Visit;
  readonly route: Route;
  readonly id: string;
  readonly name: string;
  readonly lead: ComponentChildren;
  readonly steps: readonly RouteStep[];
}

export function StepsOnRoute({ visit, route, id, name, lead, steps }: StepsOnRouteProps): VNode | null {
  const { on, urls } = visit;
  if (steps.length === 0) return null;
  return (
    <PageSection route={route.id} id={id} name={name} lead={lead}>
      <ul class="app-step-list">
        {steps.map(({ opportunity, judged }) => (
          <OpportunityStep
            key={opportunity.id}
            opportunity={opportunity}
            {...(judged ? { verdict: judged.verdict } : {})}
            on={on}
            urls={urls}
          >
            {judged && judged.verdict !== 'open' && <Barrier judged={judged} />}
          </OpportunityStep>
        ))}
      </ul>
    </PageSection>
  );
}

/** What stands in the way, in a line; the opportunity's own page says all of it. */
function Barrier({ judged }: { readonly judged: Ranked }): VNode | null {
  const found =
    judged.findings.find((finding) => finding.permanent) ??
    judged.findings.find((finding) => finding.outcome === 'not-met');
  return found ? <p class="app-step__why">{found.because}</p> : null;
}

/** What has ended or has not begun by the day shown: still on the route, and still to be found from here. */
export function OtherDays({
  visit,
  opportunities,
}: {
  readonly visit: Visit;
  readonly opportunities: readonly Opportunity[];
}): VNode {
  const { urls } = visit;
  return (
    <LinkList
      title="Not on this day"
      items={opportunities.map((one) => ({
        text: one.name,
        href: urls.opportunity(one),
        note: ` ${standing(one, visit.on.day)}`,
      }))}
    />
  );
}

function standing({ exists: { from, until } }: Opportunity, day: string): string {
  if (until !== null && until < day) return `(ran until ${formatDay(until)})`;
  return from === null ? '' : `(begins on ${formatDay(from)})`;
}
