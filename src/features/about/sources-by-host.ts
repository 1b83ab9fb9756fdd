import type { Catalogue } from '../../domain/catalogue/catalogue.ts';

export interface HostSources {
  /** The site, without the www. before it. */
  readonly host: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** Every page the catalogue rests on or sends people to, each once, by site; the sites we owe most come first. */
export function sourcesByHost(catalogue: Catalogue): readonly HostSources[] {
  const cited = [
    ...catalogue.facts.flatMap((fact) => [fact.source, ...fact.alsoSeenAt]),
    ...catalogue.claims.flatMap((claim) => claim.source ?? []),
    ...catalogue.opportunities.flatMap((opportunity) => opportunity.page ?? []),
    ...catalogue.routes.flatMap((route) => route.reading),
    ...catalogue.termCalendars.flatMap(({ years, estimates }) => [...years, estimates].map(({ source }) => source)),
    ...catalogue.bankHolidays.map((holiday) => holiday.source),
  ];
  const byAddress = new Map<string, { readonly title: string; readonly url: string }>();
  for (const { title, url } of cited) {
    const address = addressOf(url);
    if (!byAddress.has(address)) byAddress.set(address, { title, url });
  }
  return [...Map.groupBy(byAddress.values(), ({ url }) => hostOf(url))]
    .map(([host, sources]) => ({ host, sources: sources.toSorted((a, b) => (a.title < b.title ? -1 : 1)) }))
    .toSorted((a, b) => b.sources.length - a.sources.length || (a.host < b.host ? -1 : 1));
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

/** The same page is cited with and without www. and a last slash. */
function addressOf(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return `${hostOf(url)}${pathname.replace(/\/$/, '')}${search}${hash}`;
}
