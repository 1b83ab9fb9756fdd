import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { getAccountByAddress } from '../src/db/accounts.ts';
import { newKey } from '../src/http/private-link.ts';
import { unsubscribePath } from '../src/urls.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { heldRows } from './support/held-rows.ts';
import { pageOf } from './support/html.ts';
import { aVisitor } from './support/plan-visitor.ts';
import { askForLink, Browser, linkIn, signIn, waitingMails } from './support/sign-in.ts';
import { aSignedIn, keepPlan } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* What somebody with bad intent tries against signing in and sessions. */

const FIREFOX = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0' };

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const isSignedIn = async (token: string) =>
  (await pageOf(await service.get('/sign-in', { Cookie: `session=${token}` }))).headings(1)[0] === 'You are signed in';

describe('the cookie of a session', () => {
  test('is out of reach of scripts and of other sites’ forms', async () => {
    const [cookie = ''] = (await signIn(service, new Browser(service), 'a@school.example')).headers.getSetCookie();
    expect(cookie).toMatch(/^session=[\w-]{32}; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('under https is for this host alone and never sent in the clear, and ends as it began', async () => {
    const secure = await testApp({ env: { BASE_URL: 'https://next-steps.example' } });
    const browser = new Browser(secure);
    const [cookie = ''] = (await signIn(secure, browser, 'a@school.example')).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-session=[\w-]{32}; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const token = browser.cookies.get('__Host-session') ?? '';
    const unprefixed = await pageOf(await secure.get('/sign-in', { Cookie: `session=${token}` }));
    expect(unprefixed.headings(1)).toEqual(['Sign in']);
    const [ended = ''] = (await browser.post('/sign-out')).headers.getSetCookie();
    expect(ended).toMatch(/^__Host-session=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await secure.close();
  });
});

describe('a session', () => {
  test('that was planted before is worth nothing afterwards: the token is new, and the old one over', async () => {
    const attacker = new Browser(service);
    await signIn(service, attacker, 'attacker@school.example');
    const planted = attacker.cookies.get('session') ?? '';
    const victim = new Browser(service);
    victim.cookies.set('session', planted);
    await signIn(service, victim, 'victim@school.example');
    const theirs = victim.cookies.get('session') ?? '';
    expect(theirs).not.toBe(planted);
    expect([await isSignedIn(planted), await isSignedIn(theirs)]).toEqual([false, true]);
  });

  test('whose token was made up is none, and stays none once somebody signs in with it', async () => {
    const [madeUp, browser] = [newKey(), new Browser(service)];
    browser.cookies.set('session', madeUp);
    expect(await isSignedIn(madeUp)).toBe(false);
    await signIn(service, browser, 'b@school.example');
    expect(await isSignedIn(madeUp)).toBe(false);
    for (const odd of ['', 'x', '%00', 'a'.repeat(33), `${newKey()}; session=${newKey()}`])
      expect(await isSignedIn(odd)).toBe(false);
  });

  test('is new at each sign-in, in each browser, and names the browser and no more', async () => {
    const [one, other] = [new Browser(service, FIREFOX), new Browser(service)];
    const tokens: (string | undefined)[] = [];
    for (const browser of [one, other, one]) {
      await signIn(service, browser, 'c@school.example');
      tokens.push(browser.cookies.get('session'));
    }
    expect(new Set(tokens).size).toBe(3);
    expect(await isSignedIn(tokens[0] ?? '')).toBe(false);
    const account = await getAccountByAddress(service.services.db, 'c@school.example');
    const held = await service.services.db
      .selectFrom('session')
      .select('browser')
      .where('account_id', '=', account?.id ?? '')
      .execute();
    expect(held.map(({ browser }) => browser).toSorted()).toEqual(['A browser', 'Firefox on Windows']);
  });
});

const FROM_ELSEWHERE: readonly Readonly<Record<string, string>>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1:3000' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
  { Origin: 'https://elsewhere.example' },
  { Origin: 'http://127.0.0.1:3000.elsewhere.example' },
  { Origin: 'http://127.0.0.1:3001' },
  { Origin: 'http://elsewhere.example:3000' },
  { Origin: 'not an origin' },
];

test('every form under a session that another site’s page sends is refused with 403 and changes nothing', async () => {
  const [owner, plan] = [await aSignedIn(service, 'owner@school.example'), await aVisitor(service)];
  const folder = (await keepPlan(service, owner, plan)).split('/')[2] ?? '';
  const link = await askForLink(service, 'd@school.example');
  const values: Readonly<Record<string, string>> = { key: folder, number: '1', token: link.slice(-32) };
  const posts = new Set(service.app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path));
  const before = await heldRows(service.services.db);
  const wrong: string[] = [];
  for (const path of posts) {
    // The one button that mail programs press for their readers, from wherever they are.
    if (path === unsubscribePath(':token')) continue;
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? 'x');
    for (const headers of FROM_ELSEWHERE) {
      const body = new URLSearchParams({
        act: 'undo',
        version: '1',
        key: folder,
        address: 'e@school.example',
        keep: 'yes',
      });
      const response = await service.app.request(address, {
        method: 'POST',
        body,
        headers: { ...headers, ...owner.headers },
      });
      if (response.status !== 403) wrong.push(`${response.status} ${address} ${JSON.stringify(headers)}`);
    }
  }
  expect(posts.size).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
  expect(await heldRows(service.services.db)).toEqual(before);
});

describe('an address', () => {
  const ILLEGAL = [
    '',
    'sam',
    '@school.example',
    'sam@',
    'sam@school',
    'sam@@school.example',
    'sam@school..example',
    '.sam@school.example',
    '"sam patel"@school.example',
    'sam@[192.0.2.1]',
    'sam@192.0.2.1',
    'sam@localhost',
    'Sam <sam@school.example>',
    'sam@school.example, jo@school.example',
    'sam@school.example\r\nBcc: all@school.example',
    'sam@school.example\nSubject: Win',
    'sam@school.example%0d%0aBcc:all@school.example',
    'sam@school.example\u2028Bcc: x',
    'sam\0@school.example',
    'zoë@school.example',
    `${'a'.repeat(65)}@school.example`,
    `sam@${'a'.repeat(300)}.example`,
    'x'.repeat(100_000),
    '<script>alert(1)</script>@school.example',
  ];

  test.for(ILLEGAL.map((typed) => [JSON.stringify(typed).slice(0, 60), typed] as const))(
    '%s is refused at its field, and nothing is mailed',
    async ([, typed]) => {
      const before = await waitingMails(service);
      const response = await service.post('/sign-in', { address: typed });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('Enter an email address in the correct format');
      expect(html).not.toContain('<script>alert');
      expect(await waitingMails(service)).toEqual(before);
    },
  );

  test('that is odd and legal is mailed to as it is, in one header and nothing beside it', async () => {
    const own = await testApp();
    const odd = ["o'neill@school.example", '!#$%&*+/=?^_`{|}~-@school.example', 'jane@bücher.example'];
    for (const address of odd) expect((await own.post('/sign-in', { address })).status).toBe(200);
    const sent = (await waitingMails(own)).map(({ address }) => address).toSorted();
    expect(sent).toEqual([...odd.slice(0, 2), 'jane@xn--bcher-kva.example'].toSorted());
    await own.services.jobs.runDue();
    const names = (await pageOf(await own.get('/dev/mail'))).links('Sign in to Next Steps').map(({ href }) => href);
    expect(names).toHaveLength(3);
    for (const name of names) {
      const headers = (await pageOf(await own.get(name))).section('headers');
      expect(headers.match(/\bTo\b/g)).toHaveLength(1);
      expect(headers).not.toMatch(/\bBcc\b|\bCc\b/);
    }
    await own.close();
  });
});

test('no form can have somebody led elsewhere once they are signed in', async () => {
  const elsewhere = [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/account?x=//elsewhere.example',
    'javascript:alert(1)',
    `/plans/${newKey()}/1`,
  ];
  for (const [index, next] of elsewhere.entries()) {
    const answer = await signIn(service, new Browser(service), `next-${index}@school.example`, {
      next,
      page: next,
      number: next,
    });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account']);
  }
});

forBothDatabases('signing in', (open) => {
  const record = (into: string[]): KyselyPlugin => ({
    transformQuery: ({ node, queryId }) => {
      into.push(service.services.db.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  });

  test('is asked for with the same work and the same words, whether there is an account or not', async () => {
    await using held = await open('shipped');
    const own = await testApp({ place: held.place });
    const [known, unknown] = ['known@school.example', 'never-seen@school.example'];
    await signIn(own, new Browser(own), known);
    const plan = await aVisitor(own);
    await keepPlan(own, await aSignedIn(own, known), plan);
    const asked = async (address: string) => {
      const statements: string[] = [];
      const db = own.services.db.withPlugin(record(statements));
      const app = createApp({ ...own.services, db });
      const answer = await app.request('/sign-in', { method: 'POST', body: new URLSearchParams({ address }) });
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
      return { statements, headers, status: answer.status, text: (await answer.text()).replaceAll(address, '…') };
    };
    const [one, other] = [await asked(known), await asked(unknown)];
    expect(one).toEqual(other);
    expect(one.statements.join('\n')).not.toMatch(/"account|"session/);
    expect(one.statements.length).toBeGreaterThan(3);
    const mails = [await waitingMails(own, known), await waitingMails(own, unknown)].map((some) => some.at(-1)?.text);
    expect(mails[0]?.replaceAll(/[\w-]{32}/g, '')).toBe(mails[1]?.replaceAll(/[\w-]{32}/g, ''));
    await own.close();
  });

  test('two who press one link at the same moment: one is signed in, the other is told', async () => {
    await using held = await open('shipped');
    const own = await testApp({ place: held.place });
    for (let round = 0; round < 10; round += 1) {
      const address = `both-${round}@school.example`;
      const link = await askForLink(own, address);
      const browsers = Array.from({ length: 4 }, () => new Browser(own));
      const answers = await Promise.all(browsers.map((browser) => browser.post(link)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410, 410]);
      expect(browsers.filter(({ cookies }) => cookies.has('session'))).toHaveLength(1);
    }
    const sessions = await held.db.selectFrom('session').select('id').execute();
    expect(sessions).toHaveLength(10);
    await own.close();
  });

  test('with two links to one new address at the same moment makes one account', async () => {
    await using held = await open('shipped');
    const own = await testApp({ place: held.place });
    const links = [await askForLink(own, 'two@school.example'), await askForLink(own, 'two@school.example')];
    const answers = await Promise.all(links.map((link) => new Browser(own).post(link)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await held.db.selectFrom('account').select('id').execute()).toHaveLength(1);
    expect((await waitingMails(own)).map(linkIn)).toHaveLength(2);
    await own.close();
  });
});
