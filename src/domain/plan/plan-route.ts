import type { Plan } from './plan.ts';
import { ROUTE_IDS, type RouteId } from '../catalogue/route.ts';

/**
 * The route a plan mostly follows: that of most of its steps that are not dropped, the earlier route where two have as
 * many; without steps the first the teacher aims at, and without aims the route that every teacher can start on.
 */
export function mainRoute({ steps, profile }: Pick<Plan, 'steps' | 'profile'>): RouteId {
  const counts = ROUTE_IDS.map((id) => steps.filter(({ route, state }) => route === id && state !== 'dropped').length);
  const most = Math.max(...counts);
  const followed = most > 0 ? ROUTE_IDS[counts.indexOf(most)] : profile.aims?.[0];
  return followed ?? 'reflect';
}
