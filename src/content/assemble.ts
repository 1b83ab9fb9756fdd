import type { z } from 'zod';
import type { BankHoliday } from '../domain/calendar/bank-holidays.ts';
import type { Catalogue, Hub } from '../domain/catalogue/catalogue.ts';
import type { Fact, Source } from '../domain/catalogue/fact.ts';
import { BLOCKS } from '../domain/calendar/half-term.ts';
import type { Opportunity } from '../domain/catalogue/opportunity.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';
import type { TermCalendar } from '../domain/calendar/term-calendar.ts';
import type * as calendars from './calendar-schemas.ts';
import type * as schemas from './schemas.ts';

type Of<S extends z.ZodType> = z.output<S>;

/** What the files hold, each kind in the order its files were read. */
export interface Pieces {
  readonly facts: readonly Of<typeof schemas.factsFile>[];
  readonly opportunities: readonly Of<typeof schemas.opportunityFile>[];
  readonly routes: readonly Of<typeof schemas.routesFile>[];
  readonly npqs: readonly Of<typeof schemas.npqsFile>[];
  readonly providers: readonly Of<typeof schemas.providersFile>[];
  readonly cohorts: readonly Of<typeof schemas.cohortsFile>[];
  readonly networks: readonly Of<typeof schemas.networksFile>[];
  readonly eef: readonly Of<typeof schemas.eefFile>[];
  readonly claims: readonly Of<typeof schemas.claimsFile>[];
  readonly termCalendars: readonly Of<typeof calendars.termCalendarsFile>[];
  readonly bankHolidays: readonly Of<typeof calendars.bankHolidaysFile>[];
  readonly aliases: readonly Of<typeof schemas.aliasesFile>[];
  readonly hub: Of<typeof schemas.hubFile>;
}

/** Joins the files to one catalogue, in an order that does not depend on file names. */
export function assemble(pieces: Pieces, version: string): Catalogue {
  return {
    version,
    facts: pieces.facts.flatMap(factsOf).toSorted(byId),
    routes: pieces.routes
      .flatMap((file) => file.routes)
      .toSorted((a, b) => ROUTE_IDS.indexOf(a.id) - ROUTE_IDS.indexOf(b.id)),
    opportunities: (pieces.opportunities as readonly Opportunity[]).toSorted(byId),
    npqs: pieces.npqs.flatMap((file) => file.npqs),
    providers: pieces.providers.flatMap((file) => file.providers).toSorted(byId),
    cohorts: pieces.cohorts.flatMap((file) => file.cohorts),
    networks: pieces.networks.flatMap((file) => file.networks).toSorted(byId),
    eef: pieces.eef.flatMap((file) => file.ideas),
    claims: pieces.claims.flatMap((file) => file.claims),
    termCalendars: pieces.termCalendars.flatMap(calendarsOf).toSorted(byId),
    bankHolidays: pieces.bankHolidays.flatMap(bankHolidaysIn),
    hub: pieces.hub as Hub,
    aliases: new Map(pieces.aliases.flatMap((file) => Object.entries(file.aliases))),
  };
}

type Sources = Readonly<Record<string, Source>>;

/** A key that names nothing is left as an empty source: the cross-check reports it at its line. */
function sourceIn(sources: Sources, key: string): Source {
  return sources[key] ?? { title: '', url: '', published: null };
}

function factsOf(file: Of<typeof schemas.factsFile>): readonly Fact[] {
  const sourceOf = (key: string) => sourceIn(file.sources, key);
  return file.facts.map(({ source, alsoSeenAt, ...fact }) => ({
    ...fact,
    source: sourceOf(source),
    alsoSeenAt: alsoSeenAt.map(sourceOf),
  })) as readonly Fact[];
}

function calendarsOf(file: Of<typeof calendars.termCalendarsFile>): readonly TermCalendar[] {
  return file.calendars.map(({ years, estimates, ...calendar }) => ({
    ...calendar,
    years: years.map((year) => ({
      ...year,
      blocks: BLOCKS.map((block) => ({ block, ...year.blocks[block] })),
      source: sourceIn(file.sources, year.source),
    })),
    estimates: { ...estimates, source: sourceIn(file.sources, estimates.source) },
  }));
}

function bankHolidaysIn(file: Of<typeof calendars.bankHolidaysFile>): readonly BankHoliday[] {
  const { source, checkedOn } = file;
  return file.bankHolidays.map((holiday) => ({ ...holiday, source, checkedOn }));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
