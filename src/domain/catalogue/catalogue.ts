import type { BankHoliday } from '../calendar/bank-holidays.ts';
import { factsOn, type Fact, type FactsByTopic, type Source } from './fact.ts';
import { holdsOn, type IsoDate, type Span } from '../date.ts';
import type { NpqCode } from './npq.ts';
import type { Opportunity } from './opportunity.ts';
import type { RouteId } from './route.ts';
import type { TermCalendar } from '../calendar/term-calendar.ts';

/** One of the six routes, as its page tells it. */
export interface Route {
  readonly id: RouteId;
  readonly name: string;
  /** Under the name on the home page: what it is in one line. */
  readonly tagline: string;
  readonly what: readonly string[];
  readonly suits: string;
  readonly asksOfYou: string;
  readonly asksOfSchool: string;
  readonly leadsTo: string;
  /** Only where the route has a cycle of its own: plan, try, reflect, review. */
  readonly cycle: readonly { readonly name: string; readonly text: string }[];
  /** Opportunity ids drawn as labelled stops on the map, in line order. */
  readonly stops: readonly string[];
  readonly reading: readonly { readonly title: string; readonly url: string; readonly why: string }[];
}

export interface Npq {
  readonly code: NpqCode;
  readonly abbreviation: string;
  readonly name: string;
  readonly group: 'specialist' | 'leadership' | 'coaching-offer' | 'support';
  readonly audience: string;
  readonly exists: Span;
  /** Providers by cohort, as DfE's code listed them. */
  readonly providers: readonly { readonly cohort: string; readonly providers: readonly string[] }[];
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly kind:
    'npq-lead-provider' | 'university' | 'professional-body' | 'network' | 'hub' | 'charity' | 'government' | 'other';
  readonly summary: string;
  readonly website: string | null;
  readonly exists: Span;
  readonly facts: readonly string[];
}

export interface Cohort {
  readonly id: string;
  readonly dfeCode: string | null;
  readonly name: string;
  /** Month or day, as its source gives it. */
  readonly starts: string | null;
  readonly registrationOpened: IsoDate | null;
  readonly registrationClosed: IsoDate | null;
  readonly funding: 'full' | 'capped' | 'zero' | 'not-announced';
  readonly note: string;
  readonly facts: readonly string[];
}

/** A network of schools or hubs that offers roles. */
export interface Network {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly exists: Span;
  readonly local: string;
  readonly facts: readonly string[];
  readonly opportunities: readonly string[];
}

/** One phase, behaviour, factor or mechanism of the EEF's guidance. */
export interface EefIdea {
  readonly id: string;
  readonly kind: 'phase' | 'behaviour' | 'contextual-factor' | 'mechanism';
  readonly group: string | null;
  readonly name: string;
  readonly text: string;
}

/** What a document said on a day, and the facts that bear it out or contradict it. */
export interface Claim {
  readonly id: string;
  readonly document: string;
  readonly where: string;
  readonly saidOn: string;
  readonly claim: string;
  readonly stillTrue: 'yes' | 'partly' | 'no' | 'unknown';
  readonly now: string;
  readonly bornOutBy: readonly string[];
  readonly contradictedBy: readonly string[];
  readonly source: Source | null;
  readonly checkedOn: IsoDate;
  readonly certainty: 'high' | 'medium' | 'low';
}

export interface Hub {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly districts: readonly { readonly id: string; readonly name: string }[];
  readonly leadSchool: { readonly urn: number; readonly name: string; readonly trust: string };
  readonly website: string;
  readonly email: string;
  readonly phone: string;
  readonly what: readonly string[];
  readonly offers: readonly string[];
  readonly unknown: readonly string[];
  readonly facts: readonly string[];
  /** Email domains that the hub has confirmed to be a school's own. */
  readonly schoolDomains?: readonly SchoolDomain[];
}

export interface SchoolDomain {
  readonly urn: number;
  readonly domain: string;
  readonly confirmedOn: IsoDate;
}

/** Everything the service knows, for every day; never changed once made, replaced whole when its version changes. */
export interface Catalogue {
  readonly version: string;
  readonly facts: readonly Fact[];
  readonly routes: readonly Route[];
  readonly opportunities: readonly Opportunity[];
  readonly npqs: readonly Npq[];
  readonly providers: readonly Provider[];
  readonly cohorts: readonly Cohort[];
  readonly networks: readonly Network[];
  readonly eef: readonly EefIdea[];
  readonly claims: readonly Claim[];
  /** One for England at least; a school's or a district's own go before it. */
  readonly termCalendars: readonly TermCalendar[];
  /** Of England and Wales, in order. */
  readonly bankHolidays: readonly BankHoliday[];
  readonly hub: Hub;
  /** Old public ids and what they are called now. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** The catalogue as it stood on one day. */
export interface DayCatalogue {
  readonly catalogue: Catalogue;
  readonly day: IsoDate;
  readonly facts: FactsByTopic;
  readonly opportunities: readonly Opportunity[];
  readonly byId: ReadonlyMap<string, Opportunity>;
  /** The latest day on which any fact was checked. */
  readonly checkedOn: IsoDate;
}

/** What held on `day`, as known today: the opportunities that existed, the facts that were true. */
export function catalogueOn(catalogue: Catalogue, day: IsoDate): DayCatalogue {
  const opportunities = catalogue.opportunities.filter((opportunity) => holdsOn(opportunity.exists, day));
  return {
    catalogue,
    day,
    facts: factsOn(catalogue.facts, day),
    opportunities,
    byId: new Map(opportunities.map((opportunity) => [opportunity.id, opportunity])),
    checkedOn: catalogue.facts.reduce(
      (latest, fact) => (fact.checkedOn > latest ? fact.checkedOn : latest),
      catalogue.facts[0]?.checkedOn ?? day,
    ),
  };
}
