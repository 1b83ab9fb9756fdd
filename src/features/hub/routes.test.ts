import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

test('the hub’s page says who it is, how to reach it, what it offers and what is not known', async () => {
  const page = await pageOf(await service.get('/hub'));
  const { hub } = service.services.catalogue.current();
  expect(page.headings(1)).toEqual([`About ${hub.name}`]);
  expect(page.links(hub.email)[0]?.href).toBe(`mailto:${hub.email}`);
  expect(page.links(hub.phone)[0]?.href).toMatch(/^tel:\d+$/);
  expect(page.text).toContain(hub.leadSchool.name);
  for (const sentence of hub.unknown) expect(page.section('unknown')).toContain(sentence);
});

test('it leads to the next steps that are only for its area', async () => {
  const page = await pageOf(await service.get('/hub'));
  const { hub } = service.services.catalogue.current();
  const { opportunities } = service.services.catalogue.on(service.services.clock.today());
  const own = opportunities.filter((one) => one.owner === hub.id);
  expect(own.length).toBeGreaterThan(0);
  expect(page.links().map((link) => link.href)).toEqual(
    expect.arrayContaining(own.map((one) => `/opportunities/${one.id}`)),
  );
});
