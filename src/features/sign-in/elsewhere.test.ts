import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { aSignInService, BrowserThere, type SignInService } from '../../../test/support/oidc.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { atInstant, Browser, linkIn, soundPage, waitingMails } from '../../../test/support/sign-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { getAccountByAddress, getAccountOfIdentity } from '../../db/accounts.ts';

/* Signing in with a real OpenID Connect provider, over HTTP. */

let provider: SignInService;
let service: TestApp;
beforeAll(async () => {
  provider = await aSignInService();
  service = await testApp({ env: provider.env });
});
afterAll(async () => {
  await service.close();
  await provider[Symbol.asyncDispose]();
});

let people = 0;
/** Somebody who can sign in there, and what is said of them. */
function somebody(claims: Readonly<Record<string, unknown>> = { email_verified: true }) {
  const name = `person-${(people += 1)}`;
  const address = `${name}@school.example`;
  provider.people.set(name, { email: address, ...claims });
  return { name, address, there: new BrowserThere(name), browser: new Browser(service) };
}

/** Begins to sign in. Gives the address of the other service that the page leads to. */
async function begin(browser: Browser, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await browser.post('/sign-in/with', fields);
  expect(response.status).toBe(200);
  const location = (response.headers.get('Refresh') ?? '').replace('0; url=', '');
  const page = await soundPage(response);
  expect(page.links('Go on, if nothing happens').map(({ href }) => href)).toEqual([location]);
  return location;
}

const identityOf = ({ name }: { readonly name: string }) => ({ issuer: provider.issuer, subject: name });
const joinedTo = (who: { readonly name: string }) => getAccountOfIdentity(service.services.db, identityOf(who));

test('the page offers it by its name, beside the mail', async () => {
  const page = await soundPage(await service.get('/sign-in'));
  expect(page.byRole('button').map(({ name }) => name)).toEqual(['Send me a link', 'Sign in with School Sign-in']);
  expect((await service.get('/sign-in/with')).status).toBe(404);
});

describe('whoever has a confirmed address there', () => {
  test('is signed in, has an account from then on, and is led to what they came for', async () => {
    const who = somebody();
    const plan = await aVisitor(service);
    const key = plan.folder.replace('/plans/', '');
    const back = await who.there.signIn(await begin(who.browser, { key, number: '1', page: 'plan' }));
    const answer = await who.browser.get(back);
    expect(answer.status).toBe(303);
    const next = answer.headers.get('Location') ?? '';
    expect(next).toMatch(/^\/plans\/[0-9a-f-]{36}\/1$/);
    expect((await who.browser.get(next)).status).toBe(200);
    expect(await joinedTo(who)).toMatchObject({ address: who.address });
    expect(who.browser.cookies.has('signing-in')).toBe(false);
  });

  test('comes to the account of that address, and to the same one when their address there changes', async () => {
    const who = somebody();
    await who.browser.get(await who.there.signIn(await begin(who.browser)));
    const account = await getAccountByAddress(service.services.db, who.address);
    provider.people.set(who.name, { email: 'another@school.example', email_verified: true });
    const again = new Browser(service);
    await again.get(await new BrowserThere(who.name).signIn(await begin(again)));
    expect((await again.page('/sign-in')).text).toContain(`signed in as ${who.address}`);
    expect((await joinedTo(who))?.id).toBe(account?.id);
    expect(await getAccountByAddress(service.services.db, 'another@school.example')).toBeUndefined();
  });
});

test('what is asked there is proved by PKCE, a state and a nonce, kept sealed for ten minutes', async () => {
  const browser = new Browser(service);
  const response = await browser.post('/sign-in/with');
  const asked = new URL((response.headers.get('Refresh') ?? '').replace('0; url=', '')).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: 'next-steps',
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    redirect_uri: 'http://127.0.0.1:3000/sign-in/back',
  });
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(Buffer.from(asked.get(name) ?? '', 'base64url').length, name).toBeGreaterThanOrEqual(16);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^signing-in=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  const held = Buffer.from(browser.cookies.get('signing-in') ?? '', 'base64url').toString('latin1');
  expect(held).not.toContain(asked.get('state'));
});

describe('an address that is not confirmed there', () => {
  test.for([false, undefined, 'true', 1])(
    'because email_verified is %j, is confirmed by a mail, which joins the two for good',
    async (email_verified) => {
      const who = somebody({ email_verified });
      const answer = await who.browser.get(await who.there.signIn(await begin(who.browser)));
      const page = await soundPage(answer);
      expect(page.headings(1)).toEqual(['Look in your mail']);
      expect(page.text).toContain('School Sign-in has not confirmed that this address is yours');
      expect(await getAccountByAddress(service.services.db, who.address)).toBeUndefined();
      const [mail] = await waitingMails(service, who.address);
      expect(mail?.text).toContain('If that was you, open the link in the same browser');
      const link = mail ? linkIn(mail) : '';
      expect((await who.browser.page(link)).text).toContain('School Sign-in signs you in to this account as well');
      expect((await who.browser.post(link)).status).toBe(303);
      expect(await joinedTo(who)).toMatchObject({ address: who.address });
      const again = new Browser(service);
      const straight = await again.get(await who.there.signIn(await begin(again)));
      expect([straight.status, straight.headers.get('Location')]).toEqual([303, '/account']);
    },
  );

  test('is never joined by whoever it belongs to pressing the button elsewhere', async () => {
    const [attacker, victim] = [somebody(), new Browser(service)];
    provider.people.set(attacker.name, { email: 'victim@school.example', email_verified: false });
    await attacker.browser.get(await attacker.there.signIn(await begin(attacker.browser)));
    const [mail] = await waitingMails(service, 'victim@school.example');
    const link = mail ? linkIn(mail) : '';
    expect((await victim.page(link)).text).toContain('Here it signs you in, and no more.');
    expect((await victim.post(link)).status).toBe(303);
    expect(await joinedTo(attacker)).toBeUndefined();
    const again = await attacker.browser.get(await attacker.there.signIn(await begin(attacker.browser)));
    expect((await pageOf(again)).headings(1)).toEqual(['Look in your mail']);
    expect(attacker.browser.cookies.has('session')).toBe(false);
  });

  test('or is no address at all, leads to the form', async () => {
    for (const email of [undefined, 'not an address', 7, 'a@b.example\r\nBcc: x@y.example']) {
      const who = somebody({ email, email_verified: true });
      const answer = await who.browser.get(await who.there.signIn(await begin(who.browser)));
      expect(answer.status).toBe(422);
      expect((await soundPage(answer)).text).toContain('School Sign-in did not say which address is yours.');
      expect(who.browser.cookies.size).toBe(0);
    }
  });
});

describe('nobody is signed in, and the page says why, with the way by mail below,', () => {
  const expectRefusal = async (answer: Response, status: number, words: string) => {
    expect(answer.status).toBe(status);
    const page = await soundPage(answer);
    expect(page.text).toContain(words);
    expect(page.byRole('textbox', 'Your email address')).toHaveLength(1);
    expect(page.byRole('button', 'Sign in with School Sign-in')).toHaveLength(1);
  };
  const LATE = 'counts once, for 10 minutes, in the browser in which you began';
  const UNSURE = 'could not be relied on, so nobody was signed in';

  test('where they said no there', async () => {
    const who = somebody();
    await expectRefusal(
      await who.browser.get(await who.there.decline(await begin(who.browser))),
      200,
      'You did not want to',
    );
    expect(who.browser.cookies.size).toBe(0);
  });

  test('where the state is another, or none', async () => {
    for (const change of [(back: string) => back.replace(/state=[^&]+/, 'state=another'), removeState]) {
      const who = somebody();
      const back = await who.there.signIn(await begin(who.browser));
      await expectRefusal(await who.browser.get(change(back)), 422, UNSURE);
      expect(who.browser.cookies.size).toBe(0);
    }
  });

  test('where it comes from another issuer', async () => {
    const who = somebody();
    const back = await who.there.signIn(await begin(who.browser));
    const other = back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://elsewhere.example')}`);
    expect(other).not.toBe(back);
    await expectRefusal(await who.browser.get(other), 422, UNSURE);
  });

  test('where what somebody else came back with is planted in their browser', async () => {
    const [attacker, victim] = [somebody(), somebody()];
    const back = await attacker.there.signIn(await begin(attacker.browser));
    await begin(victim.browser);
    await expectRefusal(await victim.browser.get(back), 422, UNSURE);
    await expectRefusal(await new Browser(service).get(back), 410, LATE);
    expect(victim.browser.cookies.size).toBe(0);
  });

  test('where what came back comes twice', async () => {
    const who = somebody();
    const back = await who.there.signIn(await begin(who.browser));
    const held = who.browser.cookies.get('signing-in') ?? '';
    expect((await who.browser.get(back)).status).toBe(303);
    const replaying = new Browser(service);
    await expectRefusal(await replaying.get(back), 410, LATE);
    replaying.cookies.set('signing-in', held);
    await expectRefusal(await replaying.get(back), 422, UNSURE);
    expect(replaying.cookies.size).toBe(0);
  });

  test('where it took too long, or what the browser holds is not what we gave it', async () => {
    const who = somebody();
    const back = await who.there.signIn(await begin(who.browser));
    const held = who.browser.cookies.get('signing-in') ?? '';
    const later = atInstant(service, '2026-11-23T09:10:00.000Z');
    await expectRefusal(await later.get(back, { Cookie: `signing-in=${held}` }), 410, LATE);
    for (const other of [held.slice(0, -4), 'x', ''])
      await expectRefusal(await service.get(back, { Cookie: `signing-in=${other}` }), 410, LATE);
  });

  test('where the query is whatever somebody likes', async () => {
    for (const query of [
      '',
      '?code=x',
      '?error=access_denied',
      '?error=server_error&state=x',
      '?code=1&code=2',
      '?%00',
    ]) {
      const { browser } = somebody();
      await begin(browser);
      const answer = await browser.get(`/sign-in/back${query}`);
      expect([200, 422, 503]).toContain(answer.status);
      expect(browser.cookies.size).toBe(0);
    }
  });
});

const removeState = (back: string) => back.replace(/&?state=[^&]+/, '');

test('a service that is away stops nothing, is said kindly, and is asked again', async () => {
  await using away = await aSignInService();
  await away.stop();
  const without = await testApp({ env: away.env });
  const browser = new Browser(without);
  expect((await browser.get('/sign-in')).status).toBe(200);
  const answer = await browser.post('/sign-in/with', { next: '/account' });
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  const page = await soundPage(answer);
  expect(page.text).toContain('School Sign-in does not answer');
  const next = page.elements('input').find((input) => attribute(input, 'name') === 'next');
  expect(next && attribute(next, 'value')).toBe('/account');
  expect((await browser.post('/sign-in', { address: 'sam@school.example' })).status).toBe(200);
  await away.start();
  const there = new BrowserThere('sam');
  away.people.set('sam', { email: 'sam@school.example', email_verified: true });
  const back = await there.signIn(await begin(browser));
  await away.stop();
  const held = browser.cookies.get('signing-in') ?? '';
  expect((await browser.get(back)).status).toBe(503);
  await away.start();
  browser.cookies.set('signing-in', held);
  expect((await browser.get(back)).status).toBe(303);
  await without.close();
});

test('without the settings there is no such way in', async () => {
  const without = await testApp();
  expect((await pageOf(await without.get('/sign-in'))).byRole('button')).toHaveLength(1);
  expect((await without.post('/sign-in/with', {})).status).toBe(404);
  expect((await without.get('/sign-in/back?code=x&state=y')).status).toBe(404);
  await without.close();
});

test('under https the cookie is for this host alone', async () => {
  const secure = await testApp({ env: { ...provider.env, BASE_URL: 'https://next-steps.example' } });
  const response = await secure.post('/sign-in/with', {});
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^__Host-signing-in=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  await secure.close();
});
