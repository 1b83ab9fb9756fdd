import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('every provider is on the list and leads to its page', async () => {
  const hrefs = (await at('/providers')).links().map((link) => link.href);
  expect(hrefs).toEqual(
    expect.arrayContaining(
      service.services.catalogue.current().providers.map((provider) => `/providers/${provider.id}`),
    ),
  );
});

test('every provider’s page says what it is and leads to what it runs', async () => {
  const { providers, opportunities } = service.services.catalogue.current();
  const today = service.services.catalogue.on(service.services.clock.today());
  for (const provider of providers) {
    const page = await at(`/providers/${provider.id}`);
    expect(page.headings(1)).toEqual([provider.name]);
    const own = opportunities.filter((one) => one.providers.includes(provider.id) && today.byId.has(one.id));
    expect(page.links().map((link) => link.href)).toEqual(
      expect.arrayContaining(own.map((one) => `/opportunities/${one.id}`)),
    );
  }
});

test('a provider whose website is not confirmed says so instead of guessing', async () => {
  expect((await at('/providers/best-practice-network')).text).toContain('not confirmed the address of its website');
});

test('a provider that there is not answers 404', async () => {
  expect((await service.get('/providers/nobody')).status).toBe(404);
});
