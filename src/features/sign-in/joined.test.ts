import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSignInService, BrowserThere, type SignInService } from '../../../test/support/oidc.ts';
import { Browser, soundPage, waitingMails } from '../../../test/support/sign-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { getAccountOfIdentity } from '../../db/accounts.ts';

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

/** A browser that somebody signed in with by the other service. */
async function signedInThere(name: string): Promise<Browser> {
  const browser = new Browser(service);
  const begun = (await browser.post('/sign-in/with')).headers.get('Refresh') ?? '';
  await browser.get(await new BrowserThere(name).signIn(begun.replace('0; url=', '')));
  return browser;
}

let people = 0;
async function joined() {
  const name = `joined-${(people += 1)}`;
  const address = `${name}@school.example`;
  provider.people.set(name, { email: address, email_verified: true });
  return { name, address, browser: await signedInThere(name) };
}

const joinedTo = ({ name }: { readonly name: string }) =>
  getAccountOfIdentity(service.services.db, { issuer: provider.issuer, subject: name });

describe('an account that is joined to it', () => {
  test('says so; its owner can take it away', async () => {
    const who = await joined();
    const page = await soundPage(await who.browser.get('/account'));
    expect(page.section('elsewhere')).toContain('You also sign in with School Sign-in.');
    expect(page.section('happened')).toContain('Joined the account to School Sign-in');
    const other = await joined();
    await other.browser.post('/account', { act: 'part', issuer: provider.issuer });
    expect(await joinedTo(who)).toBeDefined();
    const parted = await who.browser.post('/account', { act: 'part', issuer: provider.issuer });
    expect(parted.headers.get('Location')).toBe('/account?done=parted');
    expect(await joinedTo(who)).toBeUndefined();
    const after = await soundPage(await who.browser.get('/account?done=parted'));
    expect(after.byRole('button', /Take it away/)).toEqual([]);
    expect(after.section('happened')).toContain('Parted the account from School Sign-in');
  });

  test('is not any more once it has moved to another address', async () => {
    const who = await joined();
    await who.browser.post('/account', { act: 'address', address: `moved-${who.address}` });
    const [mail] = await waitingMails(service, `moved-${who.address}`);
    const link = /\/account\/address\/[\w-]{32}/.exec(mail?.text ?? '')?.[0] ?? '';
    expect((await who.browser.post(link)).headers.get('Location')).toBe('/account?done=moved');
    expect(await joinedTo(who)).toBeUndefined();
    expect((await soundPage(await who.browser.get('/account'))).section('happened')).toContain('no other service');
    const again = await signedInThere(who.name);
    expect((await again.page('/sign-in')).text).toContain(`signed in as ${who.address}`);
    expect((await joinedTo(who))?.address).toBe(who.address);
  });
});
