import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('the routes stand side by side, each with what it asks and leads to, and each leads to its page', async () => {
  const page = await at('/routes');
  for (const route of service.services.catalogue.current().routes) {
    expect(page.links(route.name)[0]?.href).toBe(`/routes/${route.id}`);
    expect(page.text).toContain(route.leadsTo);
    expect(page.text).toContain(route.asksOfSchool.split('{{')[0]);
  }
});

test.each(ROUTE_IDS)('every opportunity of the route %s, ended ones too, is reached from its page', async (id) => {
  const page = await at(`/routes/${id}`);
  const { opportunities } = service.services.catalogue.current();
  const own = opportunities.filter((one) => one.route === id || one.alsoOn.includes(id));
  expect(page.links().map((link) => link.href)).toEqual(
    expect.arrayContaining(own.map((one) => `/opportunities/${one.id}`)),
  );
});

test('the first route shows its own cycle in order', async () => {
  const { headings } = await at('/routes/reflect');
  expect(headings(3).slice(0, 4)).toEqual(['Plan', 'Try', 'Reflect', 'Review']);
});

test('verdicts are shown once something was answered, and never before', async () => {
  expect((await at('/routes/share')).text).not.toContain('One answer away');
  const told = await at('/routes/share?v=1&role=class-teacher');
  expect(told.text).toMatch(/\d+ of \d+ next steps open to you now/);
  expect(told.links('Routes')[0]?.href).toContain('role=class-teacher');
});

test('an opportunity that has ended is a step on its own day and a mention on a later one', async () => {
  const { name = '' } =
    service.services.catalogue.current().opportunities.find(({ id }) => id === 'behaviour-hubs') ?? {};
  const then = await at('/routes/share?on=2024-01-15');
  expect(then.headings(3)).toContain(name);
  const now = await at('/routes/share');
  expect(now.headings(3)).not.toContain(name);
  expect(now.text).toContain(`${name} (ran until `);
});

test('the day asked for stays on every link to a public page', async () => {
  const { links } = await at('/routes/lead?on=2024-01-15');
  // The check, a plan and an account are about today, whatever day the pages before them were about.
  const inside = links().filter(
    ({ href, text }) =>
      href.startsWith('/') && text !== 'Go to today' && !['/check', '/plans', '/account'].includes(href),
  );
  expect(inside.filter(({ href }) => !href.includes('on=2024-01-15'))).toEqual([]);
});

test('before anything is held, a route says so', async () => {
  expect((await at('/routes/lead?on=2020-05-05')).text).toContain('We hold nothing for that day');
});

test('a route that there is not answers 404', async () => {
  expect((await service.get('/routes/fly')).status).toBe(404);
});
