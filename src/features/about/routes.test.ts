import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { CREDITED_SOFTWARE } from './credited-software.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test.each(['/', '/routes', '/check', '/results?v=1&role=class-teacher', '/cookies'])(
  'what the cookies page says is true of %s',
  async (path) => {
    expect((await service.get(path)).headers.get('Set-Cookie')).toBeNull();
  },
);

test('every source of the catalogue is credited', async () => {
  const hrefs = (await at('/credits')).links().map((link) => plain(link.href));
  const { facts, claims } = service.services.catalogue.current();
  const cited = [...facts.map((fact) => fact.source.url), ...claims.flatMap((claim) => claim.source?.url ?? [])];
  expect(cited.filter((url) => !hrefs.includes(plain(url)))).toEqual([]);
});

function plain(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

test('every dependency is credited, under the licence it carries itself', () => {
  expect(CREDITED_SOFTWARE.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(packageJson.dependencies).toSorted(),
  );
  for (const { name, licence } of CREDITED_SOFTWARE) {
    const own: unknown = JSON.parse(
      readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
    );
    expect(own).toMatchObject({ license: licence });
  }
});

test('public information carries its attribution', async () => {
  expect((await at('/credits')).text).toContain(
    'Contains public sector information licensed under the Open Government Licence',
  );
});

test('the privacy page says where answers are kept, and whom to ask', async () => {
  const page = await at('/privacy');
  expect(page.text).toContain('Your answers stand in the address of the page');
  expect(page.links(/@/)[0]?.href).toMatch(/^mailto:/);
});

test('the accessibility statement says what is not known as well as what is tested', async () => {
  expect((await at('/accessibility')).headings(2)).toEqual(
    expect.arrayContaining(['How it is tested', 'What we do not know', 'Tell us']),
  );
});
