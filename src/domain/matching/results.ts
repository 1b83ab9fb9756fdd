import type { DayCatalogue, Route } from '../catalogue/catalogue.ts';
import type { School } from '../school.ts';
import { assessAll } from './assess.ts';
import type { Profile } from './profile.ts';
import { rank, type Ranked } from './ranking.ts';
import { toldBy, type Told } from './told-query.ts';

/** What a teacher sees of one route. */
export interface RouteResults {
  readonly route: Route;
  /** Everything on the route that is not a `no`, best first. */
  readonly steps: readonly Ranked[];
  readonly open: number;
}

/** What is open to one teacher: the list the page of results shows, and what an alert replays. */
export interface Results {
  readonly profile: Profile;
  /** The routes the teacher aims for stand first. */
  readonly routes: readonly RouteResults[];
  readonly notForYou: readonly Ranked[];
  /** The best open step. */
  readonly first: Ranked | undefined;
  readonly open: number;
}

export function resultsFor(on: DayCatalogue, told: Told, school: School | undefined): Results {
  const profile = toldBy(told, school);
  const ranked = rank(assessAll(on.opportunities, profile, on.day), profile, on);
  const routes = on.catalogue.routes.map((route) => resultsOf(route, ranked));
  const isAim = ({ route }: RouteResults) => Number(told.aims.includes(route.id));
  return {
    profile,
    routes: routes.toSorted((a, b) => isAim(b) - isAim(a)),
    notForYou: ranked.filter((one) => one.verdict === 'no'),
    first: ranked.find((one) => one.verdict === 'open'),
    open: routes.reduce((sum, route) => sum + route.open, 0),
  };
}

function resultsOf(route: Route, ranked: readonly Ranked[]): RouteResults {
  const steps = ranked.filter((one) => one.opportunity.route === route.id && one.verdict !== 'no');
  return { route, steps, open: steps.filter((one) => one.verdict === 'open').length };
}
