import { PATHS } from '../../src/urls.ts';

/** The answers of a teacher who has told most of what is asked. */
export const ANSWERED =
  'v=1&npqs=npq-leading-teaching-development&setting=primary-school&role=class-teacher&phase=primary&years-teaching=5&holds=qts&at-work=sponsor';

/** Paths that name one thing, with names of every kind of thing there is to show. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  [PATHS.route]: ['reflect', 'lead', 'share', 'senior-leadership', 'deepen', 'expand'].map((id) => `/routes/${id}`),
  [PATHS.opportunity]: [
    '/opportunities/npq-senior-leadership',
    '/opportunities/ect-mentor',
    '/opportunities/chester-ma-education',
    '/opportunities/behaviour-hubs',
    '/opportunities/ask-the-hub-about-roles',
  ],
  [PATHS.fact]: ['/facts/npq-senior-leadership-funding', '/facts/ect-induction-length'],
  [PATHS.provider]: ['/providers/ambition-institute'],
  [PATHS.school]: ['/schools/143064'],
  [PATHS.hubArea]: ['/hubs/NW2'],
};

/** Not pages: they answer with other things than HTML. */
const NO_PAGES: readonly string[] = [
  PATHS.assets,
  PATHS.health,
  PATHS.ready,
  PATHS.briefingPdf,
  PATHS.creditPack,
  PATHS.schoolSuggestions,
  // What a key opens has no address that is the same for all: test/plan-pages.test.ts makes a plan and looks at its pages.
  ...Object.values(PATHS).filter((path) => /^\/plans\/|:key|:token/.test(path)),
  // Nor has a mail: src/features/mail-choices and dev-mail have tests of their own.
  PATHS.unsubscribe,
  // Buttons, which have no page, and what a sign-in service leads back to: src/features/sign-in has tests of its own.
  PATHS.signInKeep,
  PATHS.signInWith,
  PATHS.signInBack,
  PATHS.signOut,
  // Nor is there one for somebody who is not signed in: src/features/alerts and account have tests of their own.
  PATHS.account,
  PATHS.accountData,
  PATHS.accountFile,
  PATHS.accountBroughtIn,
  PATHS.accountDelete,
  PATHS.alerts,
  PATHS.alert,
  PATHS.devMailRead,
  PATHS.devMailHtml,
  PATHS.results,
  PATHS.check,
];

/** Every page there is, as somebody who has answered nothing finds it. */
export const PLAIN_PAGES: readonly string[] = [
  ...Object.values(PATHS).flatMap((path) => (NO_PAGES.includes(path) ? [] : (NAMED[path] ?? [path]))),
  '/check',
  '/results',
];

/** The states pages come in: answered, empty, on other days, with an error, not there. Status by address. */
export const STATES: ReadonlyMap<string, number> = new Map([
  [`/?${ANSWERED}`, 200],
  [`/results?${ANSWERED}`, 200],
  ['/sign-in?out', 200],
  ['/account', 401],
  ['/sign-in/no-such-link', 404],
  ['/plans/00000000-0000-4000-8000-000000000000/1', 401],
  ['/results?v=1&role=headteacher&setting=independent-school', 200],
  [`/alerts/new?of=results&${ANSWERED}`, 200],
  ['/alerts/new?of=opportunities&q=mentor&route=share', 200],
  [`/alerts/new?q=${'a'.repeat(300)}`, 400],
  [`/check?${ANSWERED}`, 200],
  ['/check?at=npqs', 200],
  ['/check?at=subjects', 200],
  [`/check?${ANSWERED}&change=role`, 200],
  ['/check?asked=role', 422],
  [`/opportunities?${ANSWERED}`, 200],
  ['/opportunities?q=mentor', 200],
  ['/opportunities?q=zzzzqqqq', 200],
  ['/opportunities?route=share&kind=role', 200],
  [`/opportunities?q=${'a'.repeat(300)}`, 422],
  [`/opportunities/ect-mentor?${ANSWERED}`, 200],
  ['/compare?with=npq-senior-leadership&with=npq-headship&with=chester-ma-education', 200],
  ['/compare?with=npq-senior-leadership', 200],
  [`/compare?with=npq-senior-leadership&with=nowhere&${ANSWERED}`, 200],
  ['/funding?school=106399', 200],
  ['/funding?school=999999', 200],
  ['/funding?v=1&setting=another&employment=la-supply-teacher&paid=none', 200],
  ['/funding?setting=independent-school&on=2022-09-01', 200],
  ['/funding/path?npq=npq-senior-leadership&cohort=2026-autumn&school=106399', 200],
  ['/funding/path?npq=npq-headship&cohort=2021-autumn', 200],
  ['/funding/cost?npq=npq-senior-leadership&school=111430&days=4&travel=60', 200],
  ['/funding/cost?npq=itt-mentor&training-hours=20', 200],
  ['/funding/cost?npq=npq-headship&days=lots&travel=x', 422],
  ['/funding/what-if?change=wait&school=111430', 200],
  ['/funding/what-if?change=school&school=111430&other=106399', 200],
  ['/funding/what-if?change=school&other=12', 422],
  ['/funding/what-if?change=part-time&npq=npq-senior-leadership', 200],
  ['/credit?npqs=npq-leading-literacy&finished-npq-leading-literacy=2026-07', 200],
  ['/credit?npqs=npq-headship&npqs=npq-senco&finished-npq-senco=July+2025&university=university-of-exeter', 200],
  ['/credit?npqs=npq-leading-primary-mathematics&holds=masters', 200],
  ['/credit?npqs=npq-senior-leadership&finished-npq-senior-leadership=13+2024', 422],
  ['/credit?on=2020-01-01', 200],
  ['/schools?q=st+marys+wigan', 200],
  ['/schools?q=WA5+1BD', 200],
  ['/schools?q=zzzzqqqq', 200],
  [`/schools?q=${'a'.repeat(300)}`, 422],
  ['/schools/110971', 200],
  ['/schools/151978', 200],
  ['/schools/999999', 404],
  ['/near?school=143064', 200],
  ['/near?postcode=WN1+1XX', 200],
  ['/results?v=1&school=143064', 200],
  ['/?on=2023-09-01', 200],
  ['/opportunities?on=2023-09-01', 200],
  ['/opportunities/behaviour-hubs?on=2023-09-01', 200],
  ['/opportunities/npq-senior-leadership?on=2021-08-01', 200],
  ['/facts/npq-senior-leadership-funding?on=2024-09-01', 200],
  ['/briefing?on=2023-09-01', 200],
  ['/npqs?on=2022-03-01', 200],
  ['/half-terms?on=2023-10-01', 200],
  ['/half-terms?on=2035-12-31', 200],
  ['/routes/share?on=2030-12-31', 200],
  ...[
    '/',
    '/opportunities',
    '/briefing',
    '/facts',
    '/npqs',
    '/changes',
    '/networks',
    '/half-terms',
    '/routes/share',
    '/opportunities/ect-mentor',
  ].map((path) => [`${path}?on=2020-01-01`, 200] as const),
  ['/no-such-page', 404],
  ['/opportunities/no-such-step', 404],
  ['/routes/no-such-route', 404],
  ['/providers/no-such-provider', 404],
  ['/facts/no-such-fact', 404],
  ['/?on=2026-02-30', 400],
  ['/facts?on=0000-00-00', 400],
]);

/** Every address whose HTML is looked at, with the status it must have. */
export const ADDRESSES: readonly (readonly [address: string, status: number])[] = [
  ...PLAIN_PAGES.map((address) => [address, 200] as const),
  ...STATES,
];

/** What a link may lead to: a page, a redirect, or an account, whose page whoever is not signed in is asked to sign in to. */
export const LEADS_ON: readonly number[] = [200, 301, 303, 401];
