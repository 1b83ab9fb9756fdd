import type { IsoDate } from './domain/date.ts';
import type { RouteId } from './domain/catalogue/route.ts';
import { address, searchOf, type Query } from './plan-urls.ts';

export { urlsOfPlan, type PlanUrls } from './plan-urls.ts';

/** What an address carries from page to page: a day that was asked for, or a teacher's answers; never a name. */
export interface Carried {
  readonly on?: IsoDate | undefined;
  /** The answers as they stand in the address, in their own order. */
  readonly answers?: readonly (readonly [key: string, value: string])[];
}

/** Every address of the service, each made by a function, so that a renamed page is a compile error and no dead link. */
export function urlsCarrying(carried: Carried) {
  // Written once: a page has hundreds of links and all of them end alike.
  const day = searchOf(carried.on ? [['on', carried.on]] : []);
  const answers = searchOf(carried.answers ?? []);
  /** Public pages carry the day; and the answers, where there are any, so that the way back leads to one's own results. */
  const page = (path: string, more: Query = []) => address(path, searchOf(more), day, answers);
  const personal = (path: string, more: Query = []) => address(path, answers, searchOf(more));
  return {
    ...teacherUrls(page, personal),
    ...moneyAndPlaceUrls(page),
    ...explainingUrls(page),
    briefingPdf: () => address('/briefing.pdf', day),
    /** A link as content writes it, with what this page carries added. */
    written: (path: string) => {
      const [bare = '/', fragment] = path.split('#');
      return page(bare) + (fragment === undefined ? '' : `#${fragment}`);
    },
  };
}

type To = (path: string, more?: Query) => string;

/** What is open to somebody, and each thing that is. */
function teacherUrls(page: To, personal: To) {
  return {
    home: () => page('/'),
    check: (more: Query = []) => personal('/check', more),
    results: (more: Query = []) => personal('/results', more),
    plans: () => personal('/plans'),
    routes: () => page('/routes'),
    route: (route: { readonly id: RouteId }) => page(`/routes/${route.id}`),
    opportunities: (more: Query = []) => page('/opportunities', more),
    opportunity: (opportunity: { readonly id: string }) => page(`/opportunities/${opportunity.id}`),
    follow: (of: 'opportunities' | 'results', more: Query = []) => personal('/alerts/new', [['of', of], ...more]),
    compare: (ids: readonly string[] = []) => page('/compare', named('with', ids)),
  };
}

/** Who pays, and where. */
function moneyAndPlaceUrls(page: To) {
  return {
    funding: (more: Query = []) => page('/funding', more),
    fundingPath: (more: Query) => page('/funding/path', more),
    fundingCost: (more: Query) => page('/funding/cost', more),
    whatIf: (more: Query) => page('/funding/what-if', more),
    credit: (more: Query = []) => page('/credit', more),
    creditPack: (more: Query) => page('/credit/pack.txt', more),
    schools: (more: Query = []) => page('/schools', more),
    school: (school: { readonly urn: number }) => page(`/schools/${school.urn}`),
    hubs: () => page('/hubs'),
    hubArea: (hub: { readonly area: string }) => page(`/hubs/${hub.area}`),
    near: (more: Query = []) => page('/near', more),
  };
}

/** What the service knows, and what it says of itself. */
function explainingUrls(page: To) {
  return {
    facts: () => page('/facts'),
    fact: (fact: { readonly topic: string }) => page(`/facts/${fact.topic}`),
    npqs: () => page('/npqs'),
    providers: () => page('/providers'),
    provider: (provider: { readonly id: string }) => page(`/providers/${provider.id}`),
    networks: () => page('/networks'),
    implementation: () => page('/implementation'),
    halfTerms: () => page('/half-terms'),
    changes: () => page('/changes'),
    briefing: () => page('/briefing'),
    hub: () => page('/hub'),
    privacy: () => page('/privacy'),
    cookies: () => page('/cookies'),
    accessibility: () => page('/accessibility'),
    credits: () => page('/credits'),
  };
}

/** What somebody opens that a plan is shared with, under the key of their link. */
export function urlsOfShare({ key }: { readonly key: string }) {
  const shared = `/shared/${key}`;
  return {
    agenda: () => `${shared}/agenda`,
    agendaFile: (name: string) => `${shared}/agenda/files/${name}`,
    shared: (fragment?: string) => (fragment === undefined ? shared : `${shared}#${fragment}`),
    /** What happens next, after what came behind this many events was sent. */
    answered: (after: number) => `${shared}?answered=${after}`,
    takenBack: () => `${shared}?taken-back`,
    review: () => `${shared}/review`,
  };
}

export type ShareUrls = ReturnType<typeof urlsOfShare>;

/** What a sponsor opens: a case, under the key of their link. */
export function urlsOfCase({ key }: { readonly key: string }) {
  const path = `/case/${key}`;
  return {
    case: (fragment?: string) => (fragment === undefined ? path : `${path}#${fragment}`),
    thanks: () => `${path}/thanks`,
    pdf: () => `${path}/case.pdf`,
  };
}

/** A teacher's account. */
export const ACCOUNT_URLS = {
  /** `isOut` says that its reader has just signed out. */
  signIn: (isOut = false) => (isOut ? '/sign-in?out' : '/sign-in'),
  /** The page whose button signs in whoever was sent its address. */
  signInLink: (token: string) => `/sign-in/${token}`,
  /** Puts a plan into the account of whoever is signed in. */
  signInKeep: () => '/sign-in/keep',
  /** Begins to sign in with another service. */
  signInWith: () => '/sign-in/with',
  signOut: () => '/sign-out',
  account: (fragment?: string) => (fragment === undefined ? '/account' : `/account#${fragment}`),
  /** What of somebody's is kept, and for how long. */
  accountData: () => '/account/data',
  /** The same as a file; without the older versions of plans where it would be too large to bring in again. */
  accountFile: (without?: 'older-versions') =>
    without === undefined ? '/account/data.json' : `/account/data.json?without=${without}`,
  /** What came in of a file and what did not: how many of each thing, by its name in the file. */
  broughtIn: (counts: readonly (readonly [name: string, count: string])[]) =>
    `/account/brought-in?${new URLSearchParams(counts.map(([name, count]) => [name, count])).toString()}`,
  accountDelete: () => '/account/delete',
  /** The page whose button moves an account to the address that was sent its address. */
  accountAddress: (token: string) => `/account/address/${token}`,
} as const;

/** The pages somebody follows. */
export const ALERT_URLS = {
  alerts: (more: Query = []) => address('/alerts', searchOf(more)),
  /** Leads whoever follows a page on to it, without its answers in this address. */
  alert: (alert: { readonly id: string }) => `/alerts/${alert.id}`,
} as const;

/** Where mails of one kind can be stopped by their reader, by the token that stands in them. */
export function unsubscribePath(token: string): string {
  return `/mail/unsubscribe/${token}`;
}

/** A mail that was written to a file, to be looked at outside production; `part` shows its HTML alone. */
export function devMailPath(name: string, part?: 'html'): string {
  return part === undefined ? `/dev/mail/${name}` : `/dev/mail/${name}/${part}`;
}

/** A folder's calendar feed, under a key that shows dates and opens nothing else. */
export function calendarFeed(key: string): string {
  return `/calendars/${key}`;
}

function named(key: string, values: readonly string[]): Query {
  return values.map((value) => [key, value] as const);
}

export type Urls = ReturnType<typeof urlsCarrying>;

/** The patterns the features are mounted on. */
export const PATHS = {
  home: '/',
  check: '/check',
  results: '/results',
  routes: '/routes',
  route: '/routes/:id',
  opportunities: '/opportunities',
  opportunity: '/opportunities/:id',
  compare: '/compare',
  facts: '/facts',
  fact: '/facts/:topic',
  npqs: '/npqs',
  funding: '/funding',
  fundingPath: '/funding/path',
  fundingCost: '/funding/cost',
  whatIf: '/funding/what-if',
  credit: '/credit',
  creditPack: '/credit/pack.txt',
  schools: '/schools',
  schoolSuggestions: '/schools/suggest',
  school: '/schools/:urn',
  hubs: '/hubs',
  hubArea: '/hubs/:area',
  near: '/near',
  providers: '/providers',
  provider: '/providers/:id',
  networks: '/networks',
  implementation: '/implementation',
  halfTerms: '/half-terms',
  changes: '/changes',
  plans: '/plans',
  planImport: '/plans/bring-in',
  folder: '/plans/:key',
  plan: '/plans/:key/:number',
  planAdd: '/plans/:key/:number/add',
  planStep: '/plans/:key/:number/steps/:step',
  planPhase: '/plans/:key/:number/phases/:phase',
  planGoals: '/plans/:key/:number/goals',
  planSettings: '/plans/:key/:number/settings',
  planHistory: '/plans/:key/:number/history',
  planVersion: '/plans/:key/:number/history/:version',
  planDrafts: '/plans/:key/:number/drafts',
  planTakeAway: '/plans/:key/:number/take-away',
  planLink: '/plans/:key/:number/link',
  planFile: '/plans/:key/:number/files/:name',
  planCase: '/plans/:key/:number/case',
  planCasePreview: '/plans/:key/:number/case/preview',
  planCaseSend: '/plans/:key/:number/case/send',
  planCaseAnswers: '/plans/:key/:number/case/answers',
  planCasePdf: '/plans/:key/:number/files/case.pdf',
  planCaseAnswersText: '/plans/:key/:number/files/sponsor-answers.txt',
  case: '/case/:key',
  caseThanks: '/case/:key/thanks',
  casePdf: '/case/:key/case.pdf',
  planShares: '/plans/:key/:number/shares',
  planShare: '/plans/:key/:number/shares/:share',
  planReview: '/plans/:key/:number/shares/:share/review',
  planOpenings: '/plans/:key/:number/openings',
  planAgenda: '/plans/:key/:number/agenda',
  planAgendaFile: '/plans/:key/:number/agenda/files/:name',
  planReflections: '/plans/:key/:number/reflections',
  planReflection: '/plans/:key/:number/reflections/:prompt',
  planImpact: '/plans/:key/:number/impact',
  planImpactChoose: '/plans/:key/:number/impact/choose',
  planImpactFile: '/plans/:key/:number/impact/files/:name',
  planEvidence: '/plans/:key/:number/evidence',
  planEvidenceAdd: '/plans/:key/:number/evidence/add/:kind',
  planEvidenceItem: '/plans/:key/:number/evidence/:id',
  planEvidenceFile: '/plans/:key/:number/evidence/:id/files/own',
  shared: '/shared/:key',
  sharedAgenda: '/shared/:key/agenda',
  sharedAgendaFile: '/shared/:key/agenda/files/:name',
  sharedReview: '/shared/:key/review',
  signIn: '/sign-in',
  signInKeep: '/sign-in/keep',
  signInWith: '/sign-in/with',
  signInBack: '/sign-in/back',
  signInLink: '/sign-in/:token',
  signOut: '/sign-out',
  account: '/account',
  accountData: '/account/data',
  accountFile: '/account/data.json',
  accountBroughtIn: '/account/brought-in',
  accountDelete: '/account/delete',
  accountAddress: '/account/address/:token',
  alerts: '/alerts',
  alertNew: '/alerts/new',
  alert: '/alerts/:alert',
  calendarFeed: '/calendars/:key',
  unsubscribe: '/mail/unsubscribe/:token',
  devMail: '/dev/mail',
  devMailRead: '/dev/mail/:name',
  devMailHtml: '/dev/mail/:name/html',
  briefing: '/briefing',
  briefingPdf: '/briefing.pdf',
  hub: '/hub',
  privacy: '/privacy',
  cookies: '/cookies',
  accessibility: '/accessibility',
  credits: '/credits',
  assets: '/assets/:name',
  health: '/healthz',
  ready: '/readyz',
} as const;

const ADDS_A_FILE = new RegExp(`^${PATHS.planEvidenceAdd.replace(':kind', 'file').replaceAll(/:\w+/g, '[^/]+')}$`);

/** Whether a path is where a file is added to a plan, which is larger than any other form. */
export function addsAFile(path: string): boolean {
  return ADDS_A_FILE.test(path);
}
