import {
  catalogueOn,
  type Catalogue,
  type DayCatalogue,
  type Hub,
  type Route,
} from '../../src/domain/catalogue/catalogue.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import type { Fact } from '../../src/domain/catalogue/fact.ts';
import type { Intake, Opportunity } from '../../src/domain/catalogue/opportunity.ts';
import type { Profile } from '../../src/domain/matching/profile.ts';
import { ROUTE_IDS } from '../../src/domain/catalogue/route.ts';
import type { TermCalendar } from '../../src/domain/calendar/term-calendar.ts';

/** The day tests stand on unless they say otherwise. */
export const TODAY = '2026-11-23' as IsoDate;

/** A primary class teacher in a state school who has told everything that is asked most often. */
export function aProfile(told: Partial<Profile> = {}): Profile {
  return {
    npqs: [{ code: 'npq-leading-teaching-development' }],
    setting: { kind: 'school' },
    sector: 'state',
    inEngland: true,
    role: 'class-teacher',
    phase: 'primary',
    yearsTeaching: 6,
    holds: ['qts', 'degree'],
    sponsor: 'yes',
    lineManager: 'yes',
    ...told,
  };
}

/** A role in school that anybody may take at any time: tests add what they are about. */
export function anOpportunity(given: Partial<Opportunity> = {}): Opportunity {
  return {
    id: 'a-step',
    name: 'A step',
    kind: 'role',
    route: 'share',
    alsoOn: [],
    exists: { from: null, until: null },
    depth: 'short',
    summary: 'Something a teacher can do next.',
    what: ['Something a teacher can do next.'],
    suits: 'Anybody.',
    firstStep: 'Ask your head.',
    figures: {
      time: { estimate: { min: 1, max: 1, unit: 'hours-a-week' }, because: 'It is one meeting.' },
      costToYou: { estimate: { min: 0, max: 0, unit: 'pence' }, because: 'Nobody charges.' },
      costToSchool: { estimate: { min: 0, max: 0, unit: 'pence' }, because: 'Nobody charges.' },
    },
    when: { kind: 'any-time', words: 'Any time' },
    intakes: [],
    requirements: [],
    uses: [],
    opens: [],
    providers: [],
    page: null,
    facts: [],
    keywords: [],
    owner: 'national',
    areas: [],
    checkedOn: TODAY,
    reviewBy: '2027-05-31' as IsoDate,
    ...given,
  };
}

/** An intake whose window is open on the tests' day. */
export function anIntake(given: Partial<Intake> = {}): Intake {
  return {
    id: 'a-step/2027-spring',
    name: 'Spring 2027',
    starts: '2027-02-01' as IsoDate,
    window: { opens: '2026-10-01' as IsoDate, closes: '2026-12-31' as IsoDate },
    facts: [],
    ...given,
  };
}

/** A published statement that holds, its start not known. */
export function aFact(given: Partial<Fact> = {}): Fact {
  return {
    id: 'a-fee-2026',
    topic: 'a-fee',
    statement: 'The fee is £100.',
    value: { min: 10_000, max: 10_000, unit: 'pence', basis: 'published', vat: 'included' },
    source: { title: 'A page of the publisher', url: 'https://www.gov.uk/a-page', published: '2026-01-01' },
    alsoSeenAt: [],
    checkedOn: TODAY,
    certainty: 'high',
    from: null,
    until: null,
    ...given,
  };
}

export function aRoute(given: Partial<Route> = {}): Route {
  const id = given.id ?? 'share';
  return {
    id,
    name: `The route ${id}`,
    tagline: 'What it is in a line.',
    what: ['What it is.'],
    suits: 'Anybody.',
    asksOfYou: 'A little time.',
    asksOfSchool: 'A little time.',
    leadsTo: 'More.',
    cycle: [],
    stops: [],
    reading: [],
    ...given,
  };
}

/** England's, with no year published: every half term is estimated, as Wigan's would be. */
export function aTermCalendar(given: Partial<TermCalendar> = {}): TermCalendar {
  return {
    id: 'england',
    name: 'England',
    for: { kind: 'england' },
    years: [],
    estimates: {
      principles: {
        autumnInsetDays: 1,
        autumnHalfTerm: 'last-full-week-of-october',
        christmas: 'two-weeks-from-christmas-week',
        springInsetDays: 1,
        springHalfTerm: 'third-full-week-of-february',
        easter: 'near-early-april-with-easter',
        summerHalfTerm: 'week-of-last-monday-of-may',
        pupilDays: 190,
        leastDaysInPartWeek: 3,
      },
      because: 'Estimated by the council’s principles.',
      source: { title: 'A page of the council', url: 'https://www.wigan.gov.uk/terms', published: null },
      checkedOn: TODAY,
    },
    ...given,
  };
}

const HUB: Hub = {
  id: 'generate',
  name: 'A teaching school hub',
  area: 'NW2',
  districts: [{ id: 'wigan', name: 'Wigan' }],
  leadSchool: { urn: 100_000, name: 'A school', trust: 'A trust' },
  website: 'https://hub.example/',
  email: 'hub@hub.example',
  phone: '01942 000000',
  what: ['It runs programmes.'],
  offers: [],
  unknown: [],
  facts: [],
};

/** A whole catalogue with six bare routes and nothing on them. */
export function aCatalogue(given: Partial<Catalogue> = {}): Catalogue {
  return {
    version: 'test',
    facts: [],
    routes: ROUTE_IDS.map((id) => aRoute({ id })),
    opportunities: [],
    npqs: [],
    providers: [],
    cohorts: [],
    networks: [],
    eef: [],
    claims: [],
    termCalendars: [aTermCalendar()],
    bankHolidays: [],
    hub: HUB,
    aliases: new Map(),
    ...given,
  };
}

export function aDayCatalogue(given: Partial<Catalogue> = {}, day: IsoDate = TODAY): DayCatalogue {
  return catalogueOn(aCatalogue(given), day);
}
