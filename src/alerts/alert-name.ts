import type { OpportunityKind } from '../domain/catalogue/opportunity.ts';
import type { Told } from '../domain/matching/told-query.ts';
import { toldBy } from '../domain/matching/told-query.ts';
import { A_ROLE_WORDS, ROUTE_WORDS } from '../domain/words.ts';
import { VALUE_WORDS, type CatalogueQuery, type Chosen, type FilterId } from '../search/catalogue-query.ts';
import { formatCount, formatList } from '../ui/format.ts';
import type { Followed } from './alert-address.ts';

const MANY: Readonly<Record<OpportunityKind, string>> = {
  npq: 'NPQs',
  course: 'Courses',
  role: 'Roles',
  programme: 'Programmes',
  membership: 'Memberships and chartered status',
  activity: 'Things to do at school',
  resource: 'Reading and records',
  network: 'Networks',
  masters: 'Master’s degrees',
};

/** What an alert is called, in words made from what it asks: `Roles, in Share expertise, about “mentoring”`. */
export function alertName(followed: Followed): string {
  return followed.page === 'results' ? resultsName(followed.told) : searchName(followed.query);
}

function searchName({ q, chosen }: CatalogueQuery): string {
  const kinds = chosen.kind.map((kind) => MANY[kind]);
  const rest = [
    ...(chosen.route.length > 0 ? [`in ${oneOf('route', chosen)}`] : []),
    ...(q === '' ? [] : [`about “${q}”`]),
    ...(['verdict', 'cost', 'time', 'start'] as const)
      .filter((id) => chosen[id].length > 0)
      .map((id) => lowerFirst(oneOf(id, chosen))),
  ];
  const what = kinds.length > 0 ? formatList(kinds, 'or') : rest.length > 0 ? 'Next steps' : 'All next steps';
  return [what, ...rest].join(', ');
}

function oneOf(id: FilterId, chosen: Chosen): string {
  const words: Readonly<Record<string, string>> = VALUE_WORDS[id];
  return formatList(
    chosen[id].map((value) => words[value] ?? value),
    'or',
  );
}

/** Only what tells one alert from another is said: a mail is read over shoulders. */
function resultsName(told: Told): string {
  const { role } = toldBy(told);
  const { aims, hoursPerWeek } = told;
  return [
    `What is open to you${role === undefined ? '' : ` as ${A_ROLE_WORDS[role]}`}`,
    ...(aims.length > 0 ? [`in ${formatList(aims.map((aim) => ROUTE_WORDS[aim]))}`] : []),
    ...(hoursPerWeek === undefined ? [] : [`with ${formatCount(hoursPerWeek, 'hour')} a week`]),
  ].join(', ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
