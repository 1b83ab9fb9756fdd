import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { attribute, readPage } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { askForLink, Browser, signIn, soundPage } from '../../../test/support/sign-in.ts';
import { aSignedIn, keepPlan } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { findAccountEvents, findAccountFolders, getAccountByAddress } from '../../db/accounts.ts';

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

describe('a plan that is to be kept', () => {
  test('is offered on its own page, named on the link’s, and leads to the page that was meant', async () => {
    const [address, plan, browser] = [somebody(), await aVisitor(service, ANSWERED), new Browser(service)];
    const [form] = (await plan.get()).elements('form').filter((one) => attribute(one, 'action') === '/sign-in');
    const fields = Object.fromEntries(
      (form?.childNodes ?? []).flatMap((node) =>
        'tagName' in node && node.tagName === 'input' ? [[attribute(node, 'name'), attribute(node, 'value')]] : [],
      ),
    ) as Record<string, string>;
    expect(fields).toEqual({ key: keyOf(plan), number: '1', page: 'plan' });
    const link = await askForLink(service, address, { ...fields, page: 'folder' });
    const page = await soundPage(await browser.get(link));
    expect(page.text).toContain('Keep “My next steps” in your account?');
    expect(page.elements('input').some((input) => attribute(input, 'checked') !== undefined)).toBe(false);
    const answer = await browser.post(link, { keep: 'yes' });
    const [folder] = await findAccountFolders(service.services.db, (await accountOf(address))?.id ?? '');
    expect(answer.headers.get('Location')).toBe(`/plans/${folder}`);
    const kept = await browser.get(`/plans/${folder}/1`);
    const text = (await soundPage(kept)).text;
    expect(text).toContain('This plan is in your account.');
    expect(text).not.toContain('Keep this plan in your account');
    expect((await plan.get()).text).not.toContain('Keep this plan in your account');
  });

  test('is asked about: until its reader has said yes or no nothing is kept, and the link is not used up', async () => {
    const [address, plan, browser] = [somebody(), await aVisitor(service), new Browser(service)];
    const link = await askForLink(service, address, { key: keyOf(plan), page: 'plan' });
    const unsaid = await browser.post(link, {});
    expect(unsaid.status).toBe(422);
    const page = await soundPage(unsaid);
    expect(page.links('Choose whether to keep the plan in your account').map(({ href }) => href)).toEqual(['#keep']);
    expect(await accountOf(address)).toBeUndefined();
    expect((await browser.post(link, { keep: 'yes' })).headers.get('Location')).toMatch(/^\/plans\//);
  });

  test('is not kept where its reader says no', async () => {
    const [address, plan, browser] = [somebody(), await aVisitor(service), new Browser(service)];
    const link = await askForLink(service, address, { key: keyOf(plan), page: 'plan' });
    const answer = await browser.post(link, { keep: 'no' });
    expect(answer.headers.get('Location')).toBe('/account');
    expect(await findAccountFolders(service.services.db, (await accountOf(address))?.id ?? '')).toEqual([]);
  });

  test('is kept at one press by whoever is signed in', async () => {
    const [owner, plan] = [await aSignedIn(service, somebody()), await aVisitor(service)];
    const page = await owner.page(plan.path);
    expect(page.text).toContain(`You are signed in as ${owner.account.address}.`);
    expect(page.byRole('textbox', 'Your email address')).toEqual([]);
    const answer = await owner.post('/sign-in/keep', { key: keyOf(plan), number: '1', page: 'plan' });
    const [folder] = await findAccountFolders(service.services.db, owner.account.id);
    expect(answer.headers.get('Location')).toBe(`/plans/${folder}/1`);
    expect((await owner.get(`/plans/${folder}/1`)).status).toBe(200);
    const events = await findAccountEvents(service.services.db, owner.account.id, 10);
    expect(events.map(({ said }) => said)).toEqual(['Put the plans of a private link into the account.']);
  });

  test('asked to be kept by nobody who is signed in, it asks for an address first', async () => {
    const plan = await aVisitor(service);
    const page = await soundPage(await service.post('/sign-in/keep', { key: keyOf(plan), page: 'plan' }));
    expect(page.headings(1)).toEqual(['Keep this plan in your account']);
  });

  test('that is in another account stays there, and both pages say so', async () => {
    const [owner, plan] = [await aSignedIn(service, somebody()), await aVisitor(service)];
    await keepPlan(service, owner, plan);
    const [address, browser] = [somebody(), new Browser(service)];
    const link = await askForLink(service, address, { key: keyOf(plan), page: 'plan' });
    const page = await soundPage(await browser.get(link));
    expect(page.text).toContain('“My next steps” is in another account already.');
    expect(page.byRole('checkbox')).toEqual([]);
    const answer = await browser.post(link, { keep: 'yes' });
    expect(answer.status).toBe(409);
    expect((await soundPage(answer)).headings(1)).toEqual(['This plan is in another account already']);
    expect(await findAccountFolders(service.services.db, owner.account.id)).toHaveLength(1);
    expect(await findAccountFolders(service.services.db, (await accountOf(address))?.id ?? '')).toEqual([]);
    const pressed = await browser.post('/sign-in/keep', { key: keyOf(plan), page: 'plan' });
    expect(pressed.status).toBe(409);
  });

  test('that is in the reader’s own account already leads to it', async () => {
    const address = somebody();
    const [owner, plan, browser] = [await aSignedIn(service, address), await aVisitor(service), new Browser(service)];
    const path = await keepPlan(service, owner, plan);
    const link = await askForLink(service, address, { key: keyOf(plan), number: '1', page: 'plan' });
    const page = await soundPage(await browser.get(link));
    expect(page.byRole('checkbox')).toEqual([]);
    const keep = page.elements('input').find((one) => attribute(one, 'name') === 'keep');
    expect(keep && attribute(keep, 'value')).toBe('yes');
    expect((await browser.post(link, { keep: 'yes' })).headers.get('Location')).toBe(path);
  });
});

test('a plan’s page in an account offers to sign in, the same for any id, and leads back to it', async () => {
  const address = somebody();
  const [owner, plan, browser] = [await aSignedIn(service, address), await aVisitor(service), new Browser(service)];
  const path = await keepPlan(service, owner, plan);
  const there = await browser.get(`${path}/goals`);
  const nowhere = await browser.get('/plans/00000000-0000-4000-8000-000000000000/1/goals');
  expect([there.status, nowhere.status]).toEqual([401, 401]);
  const [one, other] = [await there.text(), await nowhere.text()];
  expect(one.replaceAll(path.split('/')[2] ?? '', '')).toBe(
    other.replaceAll('00000000-0000-4000-8000-000000000000', ''),
  );
  const page = readPage(one);
  const next = page.elements('input').find((input) => attribute(input, 'name') === 'next');
  const fields = { next: (next && attribute(next, 'value')) ?? '' };
  expect(fields.next).toBe(`${path}/goals`);
  expect((await signIn(service, browser, address, fields)).headers.get('Location')).toBe(`${path}/goals`);
  expect((await browser.get(`${path}/goals`)).status).toBe(200);
  const other404 = await (await aSignedIn(service, somebody())).get(`${path}/goals`);
  expect(other404.status).toBe(404);
});
