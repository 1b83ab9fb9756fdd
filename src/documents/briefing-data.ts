import type { Briefing, BriefingRoute, WholeBriefing } from '../domain/catalogue/briefing.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Run } from '../domain/catalogue/briefing-runs.ts';
import { layOutMap, type RouteMap } from '../domain/catalogue/route-map.ts';
import type { RouteId } from '../domain/catalogue/route.ts';
import { formatDay, formatList } from '../ui/format.ts';
import {
  asOf,
  BRIEFING_TITLE,
  INTRODUCTION,
  NOTHING_HELD,
  runText,
  shortUrl,
  sourceText,
  PAST_INTRODUCTION,
} from './briefing-words.ts';

/** Words and the numbers of the sources behind them, as the template sets them. */
export interface Words {
  readonly text: string;
  readonly cites: readonly number[];
}

/** The data the template is given: plain words only, so that nothing in content can be read as markup. */
export function briefingData(briefing: Briefing): Readonly<Record<string, unknown>> {
  const { hub, day } = briefing;
  const frame = {
    title: BRIEFING_TITLE,
    asOf: asOf(briefing),
    day: formatDay(day),
    hub: {
      name: hub.name,
      districts: formatList(hub.districts.map((district) => district.name)),
      email: hub.email,
      phone: hub.phone,
      url: hub.website,
      website: shortUrl(hub.website),
    },
  };
  if (briefing.kind === 'nothing-held') return { ...frame, whole: false, lead: NOTHING_HELD };
  return { ...frame, whole: true, ...wholeData(briefing) };
}

function wholeData(briefing: WholeBriefing): Readonly<Record<string, unknown>> {
  const { day, tense } = briefing;
  return {
    lead: tense === 'past' ? PAST_INTRODUCTION : INTRODUCTION,
    past: tense === 'past',
    checked: formatDay(briefing.factsCheckedOn),
    map: mapData(briefing),
    npqs: briefing.npqs.map(({ npq, funding, when }) => ({
      name: npq.name,
      abbreviation: npq.abbreviation,
      funding: wordsOf(funding, day),
      when: wordsOf(when, day),
    })),
    routes: briefing.routes.map((told) => routeData(told, briefing)),
    noIntake: briefing.noIntake.map((opportunity) => opportunity.name),
    notAnnounced: briefing.notAnnounced.map((runs) => wordsOf(runs, day)),
    unknown: tense === 'now' ? briefing.hub.unknown : [],
    sources: briefing.sources.map((source) => ({
      number: source.number,
      text: sourceText(source),
      url: source.source.url,
      address: shortUrl(source.source.url),
    })),
  };
}

function routeData(told: BriefingRoute, { day, routes }: WholeBriefing): Readonly<Record<string, unknown>> {
  const { route } = told;
  return {
    id: route.id,
    name: route.name,
    tagline: wordsOf(told.tagline, day),
    suits: wordsOf(told.suits, day),
    asksOfYou: wordsOf(told.asksOfYou, day),
    asksOfSchool: wordsOf(told.asksOfSchool, day),
    leadsTo: wordsOf(told.leadsTo, day),
    stops: told.stops.map(({ opportunity, summary, time, costToYou, costToSchool, when }) => ({
      name: opportunity.name,
      summary: wordsOf(summary, day),
      figures: [time, costToYou, costToSchool, when].map((runs) => wordsOf(runs, day)),
    })),
    meets: told.meets.map((opportunity) => `${opportunity.name} (${nameOf(routes, opportunity.route)})`),
    others: told.others.map((opportunity) => opportunity.name),
  };
}

/** Runs with the cites of each at its end, so that a number stands beside the figure it is for. */
export function wordsOf(runs: readonly Run[], day: IsoDate): readonly Words[] {
  return runs.map((run) => ({ text: runText(run, day), cites: 'cites' in run ? run.cites : [] }));
}

function nameOf(routes: readonly BriefingRoute[], id: RouteId): string {
  return routes.find(({ route }) => route.id === id)?.route.name ?? '';
}

function mapData({ routes }: WholeBriefing): Readonly<Record<string, unknown>> {
  const known = routes.flatMap(({ stops, meets }) => [...stops.map((stop) => stop.opportunity), ...meets]);
  const map = layOutMap(
    routes.map(({ route }) => route),
    new Map(known.map((opportunity) => [opportunity.id, opportunity])),
  );
  return {
    columns: map.columns,
    alt: mapWords(map, routes),
    lines: map.lines.map((line) => ({
      id: line.route,
      name: nameOf(routes, line.route),
      row: line.row,
      last: line.last,
      stops: line.stops.map(({ opportunity, column, alsoOn }) => ({
        name: opportunity.name,
        column,
        alsoOn: map.lines.filter(({ route }) => alsoOn.includes(route)).map(({ row }) => row),
      })),
    })),
  };
}

/** What the picture shows, for whoever cannot see it. */
function mapWords(map: RouteMap, routes: readonly BriefingRoute[]): string {
  const lines = map.lines.map(({ route, stops }) => {
    const named = stops.map(({ opportunity, alsoOn }) =>
      alsoOn.length === 0
        ? opportunity.name
        : `${opportunity.name} (also on ${formatList(alsoOn.map((id) => nameOf(routes, id)))})`,
    );
    return `${nameOf(routes, route)}: ${named.length === 0 ? 'no stop of its own that day' : formatList(named)}.`;
  });
  return `Map of the routes. They leave one station, your specialist NPQ, as lines with their stops. ${lines.join(' ')}`;
}
