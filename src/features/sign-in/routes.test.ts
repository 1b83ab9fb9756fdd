import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import {
  askForLink,
  atInstant,
  Browser,
  linkIn,
  signIn,
  soundPage,
  waitingMails,
} from '../../../test/support/sign-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { findAccountEvents, findAccountFolders, getAccountByAddress } from '../../db/accounts.ts';
import { newKey } from '../../http/private-link.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

let people = 0;
/** An address nobody has used yet. */
const somebody = () => `teacher-${(people += 1)}@school.example`;
const accountOf = (address: string) => getAccountByAddress(service.services.db, address);
const keyOf = ({ folder }: { readonly folder: string }) => folder.replace('/plans/', '');

describe('asking for a link', () => {
  test('is one field and one button', async () => {
    const page = await soundPage(await service.get('/sign-in'));
    expect(page.headings(1)).toEqual(['Sign in']);
    const [field] = page.byRole('textbox', 'Your email address');
    expect(field && [attribute(field.element, 'type'), attribute(field.element, 'autocomplete')]).toEqual([
      'email',
      'email',
    ]);
    expect(page.byRole('button').map(({ name }) => name)).toEqual(['Send me a link']);
  });

  test('is answered with numbered next steps, and mails a link that works once and for fifteen minutes', async () => {
    const address = somebody();
    const page = await soundPage(await service.post('/sign-in', { address }));
    expect(page.headings(1)).toEqual(['Look in your mail']);
    expect(page.elements('ol')[0]?.childNodes).toHaveLength(3);
    expect(page.text).toContain('It works once, for 15 minutes.');
    expect(page.text).toContain('If no mail comes');
    expect(page.text).toContain(address);
    const [mail] = await waitingMails(service, address);
    expect(mail?.subject).toBe('Sign in to Next Steps');
    expect(mail?.text).toMatch(/until 09:15\..*\/sign-in\/[\w-]{32}\n/s);
    expect(mail?.text).not.toContain('/mail/unsubscribe/');
  });

  test('makes no account', async () => {
    const address = somebody();
    await askForLink(service, address);
    expect(await accountOf(address)).toBeUndefined();
  });

  test('an address that is none is told at its field, and stays to be mended', async () => {
    const response = await service.post('/sign-in', { address: 'sam.patel@school' });
    expect(response.status).toBe(422);
    const page = await soundPage(response);
    expect(page.title).toMatch(/^Error: /);
    expect(page.links(/Enter an email address/).map(({ href }) => href)).toEqual(['#address']);
    expect(page.elements('input').map((one) => attribute(one, 'value'))).toContain('sam.patel@school');
  });

  test('a key that opens nothing is refused before anything is mailed', async () => {
    const address = somebody();
    const response = await service.post('/sign-in', { address, key: newKey(), page: 'plan' });
    expect(response.status).toBe(404);
    expect(await waitingMails(service, address)).toEqual([]);
  });
});

describe('the link', () => {
  test('opened any number of times, by anything, changes nothing: its button does', async () => {
    const address = somebody();
    const link = await askForLink(service, address);
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET', 'OPTIONS'])
      await service.app.request(link, { method, headers: { 'User-Agent': 'mail scanner' } });
    expect(await accountOf(address)).toBeUndefined();
    const browser = new Browser(service);
    const page = await soundPage(await browser.get(link));
    expect(page.headings(1)).toEqual(['Sign in to Next Steps']);
    expect(page.text).toContain(`You will be signed in as ${address} in this browser.`);
    expect(page.title).not.toContain(address);
    expect(page.byRole('button').map(({ name }) => name)).toEqual(['Sign in']);
    expect(browser.cookies.size).toBe(0);
    const answer = await browser.post(link);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account']);
    expect(await accountOf(address)).toMatchObject({ address, name: '' });
    expect((await browser.page('/sign-in')).text).toContain(`This browser is signed in as ${address}.`);
  });

  test('that was used signs nobody in, and offers a new one to the same address', async () => {
    const address = somebody();
    const link = await askForLink(service, address);
    await new Browser(service).post(link);
    const other = new Browser(service);
    for (const response of [await other.get(link), await other.post(link)]) {
      expect(response.status).toBe(410);
      const page = await soundPage(response);
      expect(page.headings(1)).toEqual(['This link has been used']);
      expect(page.text).not.toContain(address);
    }
    expect(other.cookies.size).toBe(0);
    const sent = await soundPage(await other.post('/sign-in', { again: link.slice(-32), address: somebody() }));
    expect(sent.text).toContain('the same address as before');
    const mails = await waitingMails(service, address);
    expect(mails).toHaveLength(2);
    expect((await other.post(mails.map(linkIn).find((one) => one !== link) ?? '')).status).toBe(303);
  });

  test('that is too old says so', async () => {
    const link = await askForLink(service, somebody());
    const [before, after] = [
      atInstant(service, '2026-11-23T09:14:59.999Z'),
      atInstant(service, '2026-11-23T09:15:00.000Z'),
    ];
    for (const response of [await after.get(link), await after.post(link, {})]) {
      expect(response.status).toBe(410);
      expect((await soundPage(response)).headings(1)).toEqual(['This link is too old']);
    }
    expect((await before.post(link, {})).status).toBe(303);
  });

  test('that never was one, or is cut short, says so and offers the form', async () => {
    for (const token of [newKey(), 'abc', 'with', '%00', `${newKey()}x`]) {
      const response = await service.get(`/sign-in/${token}`);
      expect(response.status).toBe(404);
      const page = await soundPage(response);
      expect(page.headings(1)).toEqual(['This link signs nobody in']);
      expect(page.byRole('textbox', 'Your email address')).toHaveLength(1);
    }
  });

  test('pressed twice in one browser leads on', async () => {
    const browser = new Browser(service);
    const link = await askForLink(service, somebody());
    await browser.post(link);
    const page = await soundPage(await browser.post(link));
    expect(page.text).toContain('You are signed in already');
    expect(page.links().filter(({ text }) => text === 'Go on')).toEqual([{ text: 'Go on', href: '/account' }]);
  });

  test('says which other address is signed in here, whose session ends', async () => {
    const browser = new Browser(service);
    const [first, second] = [somebody(), somebody()];
    await signIn(service, browser, first);
    const held = browser.cookies.get('session') ?? '';
    const link = await askForLink(service, second);
    expect((await browser.page(link)).text).toContain(`This browser is signed in as ${first} now. That ends.`);
    await browser.post(link);
    const old = await pageOf(await service.get('/sign-in', { Cookie: `session=${held}` }));
    expect(old.headings(1)).toEqual(['Sign in']);
  });

  test('to the account of the same address in other letters', async () => {
    const address = somebody();
    await signIn(service, new Browser(service), address);
    const typed = address.toUpperCase().replace('@SCHOOL.EXAMPLE', '@school.example');
    await signIn(service, new Browser(service), typed);
    const account = await accountOf(address);
    const events = await findAccountEvents(service.services.db, account?.id ?? '', 10);
    expect(events.map(({ said }) => said).toSorted()).toEqual([
      'Made the account and signed in with a link sent by mail (A browser).',
      'Signed in with a link sent by mail (A browser).',
    ]);
  });

  test('to an account that waits to be removed leads to that account, and keeps nothing', async () => {
    const [address, plan] = [somebody(), await aVisitor(service)];
    await signIn(service, new Browser(service), address);
    const account = await accountOf(address);
    await service.services.db
      .updateTable('account')
      .set({ deleted_at: '2026-11-22T09:00:00.000Z' })
      .where('id', '=', account?.id ?? '')
      .execute();
    const answer = await signIn(service, new Browser(service), address, { key: keyOf(plan), page: 'plan' });
    expect(answer.headers.get('Location')).toBe('/account');
    expect(await findAccountFolders(service.services.db, account?.id ?? '')).toEqual([]);
  });
});

test('signing out ends the session here and in the database', async () => {
  const browser = new Browser(service);
  await signIn(service, browser, somebody());
  const held = browser.cookies.get('session') ?? '';
  const answer = await browser.post('/sign-out');
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in?out']);
  expect(browser.cookies.size).toBe(0);
  const page = await soundPage(await browser.get('/sign-in?out'));
  expect(page.text).toContain('You are signed out in this browser.');
  const replayed = await pageOf(await service.get('/sign-in', { Cookie: `session=${held}` }));
  expect(replayed.headings(1)).toEqual(['Sign in']);
});
