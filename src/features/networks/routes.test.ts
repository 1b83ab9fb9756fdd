import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('networks that are open stand apart from those that have ended, each of these with its last day', async () => {
  const page = await at('/networks');
  expect(page.section('open')).toContain('Maths Hubs');
  expect(page.section('ended')).toContain('Computing Hubs Ended: its last day was 31 March 2025.');
});

test('on a day when a network still ran it is open', async () => {
  const page = await at('/networks?on=2024-01-15');
  expect(page.section('open')).toContain('Computing Hubs');
  expect(page.section('not-begun')).toContain('RISE regional networks');
});

test('every network says what is known near the hub and leads to its next steps', async () => {
  const page = await at('/networks');
  const hrefs = new Set(page.links().map((link) => link.href));
  for (const network of service.services.catalogue.current().networks) {
    expect(page.section(network.id)).toContain('Near you:');
    expect(network.opportunities.filter((id) => !hrefs.has(`/opportunities/${id}`))).toEqual([]);
  }
});
