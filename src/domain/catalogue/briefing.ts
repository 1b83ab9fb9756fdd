import type { DayCatalogue, Hub, Npq, Route } from './catalogue.ts';
import { FIRST_DAY_HELD, holdsOn, type IsoDate } from '../date.ts';
import { comingIntakes } from './intakes.ts';
import type { Fact } from './fact.ts';
import type { Figure, Opportunity } from './opportunity.ts';
import { citations, type BriefingSource, type Cite, type Run } from './briefing-runs.ts';
import type { RouteId } from './route.ts';

/** An opportunity as the briefing tells it, with the four figures people decide by. */
export interface BriefingStop {
  readonly opportunity: Opportunity;
  readonly summary: readonly Run[];
  readonly time: readonly Run[];
  readonly costToYou: readonly Run[];
  readonly costToSchool: readonly Run[];
  readonly when: readonly Run[];
}

export interface BriefingRoute {
  readonly route: Route;
  readonly tagline: readonly Run[];
  readonly suits: readonly Run[];
  readonly asksOfYou: readonly Run[];
  readonly asksOfSchool: readonly Run[];
  readonly leadsTo: readonly Run[];
  readonly stops: readonly BriefingStop[];
  /** Stops of this line whose home is another one. */
  readonly meets: readonly Opportunity[];
  /** Everything else on it that day. */
  readonly others: readonly Opportunity[];
}

export interface BriefingNpq {
  readonly npq: Npq;
  readonly opportunity: Opportunity | undefined;
  readonly funding: readonly Run[];
  readonly when: readonly Run[];
}

/** Nothing is held for a day before the first; else all of it, as it held that day. */
export type Briefing = NothingHeld | WholeBriefing;

export interface NothingHeld {
  readonly kind: 'nothing-held';
  readonly day: IsoDate;
  readonly hub: Hub;
}

export interface WholeBriefing {
  readonly kind: 'whole';
  readonly day: IsoDate;
  /** Whether the day is the reader's own, one gone by or one to come: each is said in its own words. */
  readonly tense: 'now' | 'past' | 'ahead';
  readonly hub: Hub;
  readonly npqs: readonly BriefingNpq[];
  readonly routes: readonly BriefingRoute[];
  /** What can only be started at an intake, and none is announced. */
  readonly noIntake: readonly Opportunity[];
  /** Statements that something is not announced, or not settled. */
  readonly notAnnounced: readonly (readonly Run[])[];
  readonly sources: readonly BriefingSource[];
  readonly factsCheckedOn: IsoDate;
}

/** More would not fit four pages; fewer would leave a route's table too thin to choose from. */
const STOPS_A_ROUTE = 3;

/** What the briefing says on the catalogue's day, read on `today`. The page and the PDF are both made from this. */
export function buildBriefing(on: DayCatalogue, today: IsoDate): Briefing {
  const { catalogue, day } = on;
  const { hub } = catalogue;
  if (day < FIRST_DAY_HELD) return { kind: 'nothing-held', day, hub };
  const cited = citations(on.facts);
  // In reading order, so that sources are numbered as they are met.
  const npqs = catalogue.npqs
    .filter((npq) => npq.group === 'specialist' && holdsOn(npq.exists, day))
    .map((npq) => tellNpq(npq, on, cited));
  const routes = catalogue.routes.map((route) => tellRoute(route, on, cited));
  const notAnnounced = openMatters(on).map((fact) => [cited.statement(fact)]);
  return {
    kind: 'whole',
    day,
    tense: day === today ? 'now' : day < today ? 'past' : 'ahead',
    hub,
    npqs,
    routes,
    noIntake: withoutIntake(npqs, routes, day),
    notAnnounced,
    sources: cited.sources(),
    factsCheckedOn: catalogue.facts.reduce(
      (latest, fact) => (fact.checkedOn > latest ? fact.checkedOn : latest),
      FIRST_DAY_HELD,
    ),
  };
}

function tellNpq(npq: Npq, on: DayCatalogue, cited: Cite): BriefingNpq {
  const opportunity = on.opportunities.find((one) => one.npq === npq.code);
  return {
    npq,
    opportunity,
    funding: [cited.topic(fundingTopic(npq))],
    when: opportunity ? cited.when(opportunity) : [{ kind: 'text', text: 'not offered that day' }],
  };
}

/** Content keeps who pays for each NPQ under the NPQ's own name. */
function fundingTopic({ code }: Npq): string {
  return `${code}-funding`;
}

function tellRoute(route: Route, on: DayCatalogue, cited: Cite): BriefingRoute {
  const own = on.opportunities.filter((opportunity) => opportunity.route === route.id);
  const named = route.stops.flatMap((id) => on.byId.get(id) ?? []);
  const best = bestOf(named, own, route.id, on.facts);
  return {
    route,
    tagline: cited.prose(route.tagline),
    suits: cited.prose(route.suits),
    asksOfYou: cited.prose(route.asksOfYou),
    asksOfSchool: cited.prose(route.asksOfSchool),
    leadsTo: cited.prose(route.leadsTo),
    stops: best.map((opportunity) => tellStop(opportunity, cited)),
    meets: named.filter((opportunity) => opportunity.route !== route.id),
    others: own.filter((opportunity) => !best.includes(opportunity)).toSorted(byName),
  };
}

/**
 * The stops of the map first; then what leaves the fewest figures unknown, since a row of "not published" helps nobody
 * choose; then what uses the learning of the most NPQs, since any of them may be the reader's.
 */
function bestOf(
  named: readonly Opportunity[],
  own: readonly Opportunity[],
  route: RouteId,
  facts: DayCatalogue['facts'],
): readonly Opportunity[] {
  const home = named.filter((opportunity) => opportunity.route === route);
  const more = own
    .filter((opportunity) => opportunity.depth === 'full' && !home.includes(opportunity))
    .toSorted(
      (a, b) => unknownFigures(a, facts) - unknownFigures(b, facts) || b.uses.length - a.uses.length || byName(a, b),
    );
  return [...home, ...more].slice(0, STOPS_A_ROUTE);
}

function unknownFigures({ figures }: Opportunity, facts: DayCatalogue['facts']): number {
  const shown: readonly Figure[] = [figures.time, figures.costToYou, figures.costToSchool];
  return shown.filter((figure) => 'unknown' in figure || ('fact' in figure && !facts.has(figure.fact))).length;
}

function byName(a: Opportunity, b: Opportunity): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

function tellStop(opportunity: Opportunity, cited: Cite): BriefingStop {
  const { summary, figures } = opportunity;
  return {
    opportunity,
    summary: cited.prose(summary),
    time: cited.figure(figures.time),
    costToYou: cited.figure(figures.costToYou),
    costToSchool: cited.figure(figures.costToSchool),
    when: cited.when(opportunity),
  };
}

function withoutIntake(
  npqs: readonly BriefingNpq[],
  routes: readonly BriefingRoute[],
  day: IsoDate,
): readonly Opportunity[] {
  const told = [
    ...npqs.flatMap(({ opportunity }) => opportunity ?? []),
    ...routes.flatMap(({ stops }) => stops.map((stop) => stop.opportunity)),
  ];
  return [...new Set(told)]
    .filter(({ when }) => when.kind === 'intakes')
    .filter((opportunity) => comingIntakes(opportunity, day).length === 0);
}

/** One fact for each statement: the same may be held of several NPQs. */
function openMatters(on: DayCatalogue): readonly Fact[] {
  const open = [...on.facts.values()]
    .flat()
    .filter(({ value }) => typeof value === 'string' && NOT_SETTLED.test(value));
  const byStatement = new Map(
    open.map((fact) => [`${fact.source.url} ${typeof fact.value === 'string' ? fact.value : ''}`, fact]),
  );
  return [...byStatement.values()].toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
}

const NOT_SETTLED = /\bnot (?:announced|settled)\b/;
