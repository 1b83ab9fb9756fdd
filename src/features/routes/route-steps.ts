import type { DayCatalogue, Route } from '../../domain/catalogue/catalogue.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Ranked } from '../../domain/matching/ranking.ts';

/** One row of a route's page; judged only where the teacher has told us something. */
export interface RouteStep {
  readonly opportunity: Opportunity;
  readonly judged?: Ranked | undefined;
}

export interface RouteSteps {
  readonly own: readonly RouteStep[];
  /** At home on another route and on this one too. */
  readonly also: readonly RouteStep[];
  /** On the route on another day: ended, or not begun. */
  readonly otherDays: readonly Opportunity[];
}

/**
 * Everything that is, was or will be on a route. Once answered, the best first; before, the stops of the map in their
 * order and then the others by name.
 */
export function stepsOf(route: Route, on: DayCatalogue, ranked: readonly Ranked[] | undefined): RouteSteps {
  const place = new Map(route.stops.map((id, index) => [id, index]));
  const inOrder = on.opportunities.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.name < b.name ? -1 : 1));
  const steps: readonly RouteStep[] =
    ranked?.map((judged) => ({ opportunity: judged.opportunity, judged })) ??
    inOrder.map((opportunity) => ({ opportunity }));
  return {
    own: steps.filter(({ opportunity }) => opportunity.route === route.id),
    also: steps.filter(({ opportunity }) => opportunity.alsoOn.includes(route.id)),
    otherDays: on.catalogue.opportunities.filter((one) => isOn(one, route) && !on.byId.has(one.id)),
  };

  function placeOf(opportunity: Opportunity): number {
    return place.get(opportunity.id) ?? route.stops.length;
  }
}

function isOn(opportunity: Opportunity, route: Route): boolean {
  return opportunity.route === route.id || opportunity.alsoOn.includes(route.id);
}
