import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { Browser, signIn } from '../../../test/support/sign-in.ts';
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

test('the one cookie is the one the cookies page names, and stays as long as that says', async () => {
  const plan = await aVisitor(service);
  expect((await service.get(plan.path)).headers.get('Set-Cookie')).toBeNull();
  const browser = new Browser(service);
  const answer = await signIn(service, browser, 'sam@school.example');
  expect([...browser.cookies.keys()]).toEqual(['session']);
  const [, seconds = ''] = /Max-Age=(\d+)/.exec(answer.headers.get('Set-Cookie') ?? '') ?? [];
  const page = await at('/cookies');
  expect(page.text).toContain('It is called “session”');
  expect(page.text).toContain(`It stays for ${Number(seconds) / 86_400} days`);
  expect(page.text).not.toContain('signing-in');
});

test('the cookies page tells of the second one where there is another sign-in service', async () => {
  const env = {
    BASE_URL: 'http://127.0.0.1:3000',
    OIDC_ISSUER: 'https://sign-in.example',
    OIDC_CLIENT_ID: 'x',
    OIDC_CLIENT_SECRET: 'x',
  };
  const other = await testApp({ env });
  const page = await pageOf(await other.get('/cookies'));
  expect(page.headings(2)).toContain('A second one while you sign in with sign-in.example');
  expect(page.text).toContain('It stays for 10 minutes');
  await other.close();
});

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
