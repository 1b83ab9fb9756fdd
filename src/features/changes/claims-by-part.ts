import type { Claim } from '../../domain/catalogue/catalogue.ts';
import { ROUTE_IDS, type RouteId } from '../../domain/catalogue/route.ts';

/** One part of the document, and what it claimed there. */
export interface ClaimsOfPart {
  /** For links to the part. */
  readonly id: string;
  readonly name: string;
  /** Where the part is one of the document's options. */
  readonly route: RouteId | undefined;
  readonly claims: readonly Claim[];
}

/** The claims under the parts they stand in, both in the document's own order. */
export function claimsByPart(claims: readonly Claim[]): readonly ClaimsOfPart[] {
  return [...Map.groupBy(claims, (claim) => claim.where)].map(([name, own]) => ({
    id: `part-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    name,
    route: routeOf(name),
    claims: own,
  }));
}

/** The document numbers its options; they are the routes, in the routes' order. */
function routeOf(part: string): RouteId | undefined {
  const [, number] = /^Option (\d)/.exec(part) ?? [];
  return number === undefined ? undefined : ROUTE_IDS[Number(number) - 1];
}

export type Standing = Claim['stillTrue'];
export const STANDINGS = ['yes', 'partly', 'no', 'unknown'] as const satisfies readonly Standing[];

export function countByStanding(claims: readonly Claim[]): Readonly<Record<Standing, number>> {
  const count = (standing: Standing) => claims.filter((claim) => claim.stillTrue === standing).length;
  return { yes: count('yes'), partly: count('partly'), no: count('no'), unknown: count('unknown') };
}
