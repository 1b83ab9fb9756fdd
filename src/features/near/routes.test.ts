import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
  await service.services.finder.whenReady();
}, 60_000);
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('from a school: hubs by distance, the one that serves it marked, and what is only in its area', async () => {
  const page = await at('/near?school=143064');
  expect(page.headings(1)).toEqual(['Near Evelyn Street Primary Academy and Nursery']);
  expect(page.section('hubs')).toMatch(/Generate Teaching Hub.*Serves this school\..*Bright Futures.*10\.6 miles/);
  expect(page.section('steps')).toContain("Join the hub's mailing list");
  expect(page.section('schools')).toContain('Sacred Heart Catholic Primary School');
  expect(page.text).toContain('straight line');
});

test('the hub that serves a school is shown though others are nearer', async () => {
  const page = await at('/near?postcode=WN7+1UX');
  expect(page.section('hubs')).toContain('Generate Teaching Hub');
});

test('a postcode that is nowhere near a school says so', async () => {
  const page = await at('/near?postcode=ZZ9+9ZZ');
  expect(page.text).toContain('We do not know where ZZ9 9ZZ is.');
});

test('where somebody is, is kept nowhere', async () => {
  const { headers } = await service.get('/near?postcode=WN1+1XX');
  expect([headers.get('Cache-Control'), headers.get('X-Robots-Tag')]).toEqual(['private, no-store', 'noindex']);
});

test('without a place it asks for one', async () => {
  expect((await at('/near')).byRole('textbox', 'From a postcode')).toHaveLength(1);
});
