import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from '../src/urls.ts';
import { FORMS } from './support/access-forms.ts';
import { anAccess, MARKS, VISITORS, type Access, type Mark, type Visitor } from './support/access-visitors.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { heldRows } from './support/held-rows.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/*
 * Every address of the service, by every kind of visitor: who is let in, who is refused with which status, and that
 * whoever is refused is shown nothing of the plan and changes nothing. An address without a row here fails.
 */

/** What a row of the matrix says of an address. */
interface Row {
  /** Who may open it. */
  readonly who: 'all' | 'plan' | 'line-manager' | 'sponsor' | 'account';
  /** What its parameters are, where they are not the key; from what there is in the plan. */
  readonly at?: (access: Access) => Readonly<Record<string, string>>;
  /** Ends the address where nothing is to be seen without it. */
  readonly query?: string;
  /** What somebody who is let in may be answered; 200 unless said. */
  readonly status?: number;
  /** Whether what is sent there is refused to whoever holds the private link and is not signed in as the plan's owner. */
  readonly ownerSends?: boolean;
  /** Whether it shows an account's owner everything, and not titles alone. */
  readonly showsAll?: boolean;
}

const ALL: Row = { who: 'all' };
const PLAN: Row = { who: 'plan', at: () => ({ number: '1' }) };
const OWNER_SENDS: Row = { ...PLAN, ownerSends: true };

function planAt(parameters: (access: Access) => Readonly<Record<string, string>>): Row {
  return { who: 'plan', at: (access) => ({ number: '1', ...parameters(access) }) };
}

/** A page about one public thing. */
function about(parameters: Readonly<Record<string, string>>): Row {
  return { who: 'all', at: () => parameters };
}

const MATRIX: Readonly<Record<keyof typeof PATHS, Row>> = {
  home: ALL,
  check: ALL,
  results: ALL,
  routes: ALL,
  route: about({ id: 'share' }),
  opportunities: ALL,
  opportunity: about({ id: 'ect-mentor' }),
  compare: ALL,
  facts: ALL,
  fact: about({ topic: 'ect-induction-length' }),
  npqs: ALL,
  funding: ALL,
  fundingPath: { ...ALL, query: '?npq=npq-headship&cohort=2021-autumn' },
  fundingCost: { ...ALL, query: '?npq=npq-headship' },
  whatIf: { ...ALL, query: '?change=wait' },
  credit: ALL,
  creditPack: ALL,
  schools: ALL,
  schoolSuggestions: { ...ALL, query: '?q=wigan' },
  school: about({ urn: '143064' }),
  hubs: ALL,
  hubArea: about({ area: 'NW2' }),
  near: ALL,
  providers: ALL,
  provider: about({ id: 'ambition-institute' }),
  networks: ALL,
  implementation: ALL,
  halfTerms: ALL,
  changes: ALL,
  briefing: ALL,
  briefingPdf: ALL,
  hub: ALL,
  privacy: ALL,
  cookies: ALL,
  accessibility: ALL,
  credits: ALL,
  assets: { ...about({ name: 'no-such-file' }), status: 404 },
  health: ALL,
  ready: ALL,
  plans: ALL,
  planImport: { ...ALL, status: 404 },
  folder: { who: 'plan' },
  plan: PLAN,
  planAdd: PLAN,
  planStep: planAt(() => ({ step: 's1' })),
  planPhase: planAt(() => ({ phase: 'explore' })),
  planGoals: PLAN,
  planSettings: PLAN,
  planHistory: PLAN,
  planVersion: planAt(() => ({ version: '1' })),
  planDrafts: PLAN,
  planTakeAway: PLAN,
  planLink: PLAN,
  planFile: planAt(() => ({ name: 'plan.json' })),
  planCase: PLAN,
  planCasePreview: PLAN,
  planCaseSend: OWNER_SENDS,
  planCaseAnswers: OWNER_SENDS,
  planCasePdf: PLAN,
  planCaseAnswersText: { ...PLAN, status: 404 },
  case: { who: 'sponsor' },
  caseThanks: { who: 'sponsor', status: 303 },
  casePdf: { who: 'sponsor' },
  planShares: OWNER_SENDS,
  planShare: { ...planAt(({ shares }) => ({ share: shares['line-manager'] })), ownerSends: true },
  planReview: { ...planAt(({ shares }) => ({ share: shares['line-manager'] })), ownerSends: true },
  planOpenings: PLAN,
  planAgenda: OWNER_SENDS,
  planAgendaFile: planAt(() => ({ name: 'agenda.pdf' })),
  planReflections: OWNER_SENDS,
  planReflection: planAt(() => ({ prompt: '2-weeks' })),
  planImpact: PLAN,
  planImpactChoose: PLAN,
  planImpactFile: planAt(() => ({ name: 'summary.pdf' })),
  planEvidence: PLAN,
  planEvidenceAdd: planAt(() => ({ kind: 'note' })),
  planEvidenceItem: planAt(({ evidence }) => ({ id: evidence })),
  planEvidenceFile: planAt(({ evidence }) => ({ id: evidence })),
  shared: { who: 'line-manager' },
  sharedReview: { who: 'line-manager' },
  sharedAgenda: { who: 'line-manager' },
  sharedAgendaFile: { who: 'line-manager', at: () => ({ name: 'agenda.pdf' }) },
  calendarFeed: { ...about({ key: 'a'.repeat(32) }), status: 404 },
  unsubscribe: { ...about({ token: 'no-such-token' }), status: 404 },
  devMail: ALL,
  devMailRead: { ...about({ name: 'no-such-mail' }), status: 404 },
  devMailHtml: { ...about({ name: 'no-such-mail' }), status: 404 },
  signIn: ALL,
  signInLink: { ...about({ token: 'a'.repeat(32) }), status: 404 },
  // Buttons, which have no page; and what a sign-in service leads back to, where none is set.
  signInKeep: { ...ALL, status: 404 },
  signInWith: { ...ALL, status: 404 },
  signInBack: { ...ALL, status: 404 },
  signOut: { ...ALL, status: 405 },
  account: { who: 'account' },
  accountData: { who: 'account' },
  accountFile: { who: 'account', showsAll: true },
  accountBroughtIn: { who: 'account' },
  accountDelete: { who: 'account' },
  accountAddress: { ...about({ token: 'a'.repeat(32) }), status: 404 },
  alerts: { who: 'account' },
  alertNew: ALL,
  alert: { who: 'account', at: () => ({ alert: 'no-such-alert' }), status: 404 },
};

const rowOf = (name: string): Row => (MATRIX as Readonly<Record<string, Row>>)[name] ?? ALL;

test('every address has a row, and no row an address that is not there', () => {
  expect(Object.keys(MATRIX).toSorted()).toEqual(Object.keys(PATHS).toSorted());
});

const OWNERS: readonly Visitor[] = ['holder of the private link', 'owner signed in'];
const OVER: Readonly<Record<'line-manager' | 'sponsor', readonly Visitor[]>> = {
  'line-manager': ['reviewer after expiry', 'reviewer revoked'],
  sponsor: ['sponsor after expiry', 'sponsor revoked'],
};
const IN: Readonly<Record<'line-manager' | 'sponsor', readonly Visitor[]>> = {
  'line-manager': ['reviewer', 'reviewer not confirmed', 'reviewer of another plan'],
  sponsor: ['sponsor'],
};
const SIGNED_IN: readonly Visitor[] = ['owner signed in', 'another teacher signed in'];

/** What an address must answer a visitor: that they are let in, or the status they are refused with. */
function stated({ who }: Row, visitor: Visitor): 'in' | 401 | 404 | 410 {
  if (who === 'all') return 'in';
  if (who === 'account') return SIGNED_IN.includes(visitor) ? 'in' : 401;
  if (who === 'plan' && visitor === 'owner signed out') return 401;
  if (who === 'plan') return OWNERS.includes(visitor) ? 'in' : 404;
  if (IN[who].includes(visitor)) return 'in';
  return OVER[who].includes(visitor) ? 410 : 404;
}

/** What of the plan a visitor who is let in may be shown. */
function mayShow({ who, showsAll }: Row, visitor: Visitor): readonly Mark[] {
  const all = Object.keys(MARKS) as Mark[];
  if (who === 'plan') return all;
  if (who === 'account' && showsAll) return visitor === 'owner signed in' ? all : [];
  if (who === 'account') return visitor === 'owner signed in' ? ['title'] : [];
  if (who !== 'line-manager' && who !== 'sponsor') return [];
  return visitor === 'reviewer' || visitor === 'sponsor' ? ['title', 'step', 'goals', 'deliver'] : [];
}

function addressOf(name: string, row: Row, visitor: Visitor, of: Access): string {
  const given: Readonly<Record<string, string>> = { key: of.visitors[visitor].key, ...row.at?.(of) };
  const path = (PATHS as Readonly<Record<string, string>>)[name] ?? '';
  return path.replaceAll(/:(\w+)/g, (_, parameter: string) => given[parameter] ?? '') + (row.query ?? '');
}

function marksIn(text: string): readonly Mark[] {
  return (Object.keys(MARKS) as Mark[]).filter((mark) => text.includes(MARKS[mark]));
}

/** What an address must answer to what a visitor sends. */
function statedOfForm(row: Row, visitor: Visitor): ReturnType<typeof stated> | 403 {
  return row.ownerSends && visitor === 'holder of the private link' ? 403 : stated(row, visitor);
}

/** Who sends the forms of an address: never refused there. */
const SENDERS: Readonly<Record<Exclude<Row['who'], 'all'>, Visitor>> = {
  plan: 'owner signed in',
  account: 'owner signed in',
  'line-manager': 'reviewer',
  sponsor: 'sponsor',
};

/** What is answered with a page of its own; all else leads on. */
const ANSWERED_WITH: Readonly<Record<string, number>> = {
  planTakeAway: 200,
  planLink: 200,
  planDrafts: 422,
  accountDelete: 200,
};

forBothDatabases('the service', (_, kind) => {
  let service: TestApp;
  let access: Access;
  beforeAll(async () => {
    service = await testApp({ database: kind });
    access = await anAccess(service);
  });
  afterAll(() => service.close());

  test('every route of the application is one of the addresses', () => {
    const known = new Set<string>(Object.values(PATHS));
    const mounted = service.app.routes.filter(({ path, method }) => method !== 'ALL' && path !== '/*');
    expect(mounted.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([]);
    const paths = new Set(mounted.map(({ path }) => path));
    expect([...known].filter((path) => !paths.has(path))).toEqual([]);
  });

  describe.each(Object.entries(MATRIX))('%s', (name, row) => {
    test.each(VISITORS)('%s', async (visitor) => {
      const { headers } = access.visitors[visitor];
      const address = addressOf(name, row, visitor, access);
      const response = await service.get(address, headers);
      const text = await response.text();
      const right = stated(row, visitor);
      if (right === 'in') {
        expect(response.status).toBe(row.status ?? 200);
        expect(marksIn(text).filter((mark) => !mayShow(row, visitor).includes(mark))).toEqual([]);
        return;
      }
      expect(response.status).toBe(right);
      expect(marksIn(text)).toEqual([]);
    });
  });

  test('every address that takes forms and is not for everybody has a form here', () => {
    const posts = new Set(service.app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path));
    const guarded = Object.entries(PATHS).filter(([name, path]) => rowOf(name).who !== 'all' && posts.has(path));
    expect(Object.keys(FORMS).toSorted()).toEqual(guarded.map(([name]) => name).toSorted());
  });

  test('whoever is not let in can send what they like: they are refused, shown nothing, and change nothing', async () => {
    const before = await heldRows(service.services.db);
    const version = await access.plan.version();
    const wrong: string[] = [];
    let tried = 0;
    for (const [name, form] of Object.entries(FORMS)) {
      const row = rowOf(name);
      for (const visitor of VISITORS) {
        const right = statedOfForm(row, visitor);
        if (right === 'in') continue;
        const { headers } = access.visitors[visitor];
        const response = await service.post(addressOf(name, row, visitor, access), form({ access, version }), headers);
        const shown = marksIn(await response.text()).filter((mark) => !mayShow(row, visitor).includes(mark));
        if (response.status !== right || shown.length > 0) wrong.push(`${response.status} ${name} for ${visitor}`);
        tried += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(250);
    const after = await heldRows(service.services.db);
    for (const [table, rows] of Object.entries(before))
      if (table !== 'attempt') expect(after[table], table).toEqual(rows);
  });

  test('the same forms do what they ask for, sent by whoever may', async () => {
    const own = await testApp({ database: kind });
    try {
      const open = await anAccess(own);
      const answers: Record<string, number> = {};
      for (const [name, form] of Object.entries(FORMS)) {
        const row = rowOf(name);
        const sender = row.who === 'all' ? 'nobody' : SENDERS[row.who];
        const fields = form({ access: open, version: await open.plan.version() });
        const { status } = await own.post(addressOf(name, row, sender, open), fields, open.visitors[sender].headers);
        answers[name] = status;
      }
      const led = Object.keys(FORMS).map((name) => [name, ANSWERED_WITH[name] ?? 303]);
      expect(answers).toEqual(Object.fromEntries(led));
    } finally {
      await own.close();
    }
  });
});
