import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { QUESTIONS } from '../src/domain/matching/questions.ts';
import { ADDRESSES, ANSWERED, LEADS_ON } from './support/addresses.ts';
import { HTML_RULES } from './support/html-rules.ts';
import { attribute, readPage } from './support/html.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Every page in every state, as HTML: its status, its validity, its headings, its links. */

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const validator = new HtmlValidate(HTML_RULES);

test.for(ADDRESSES)('%s answers %i with valid HTML under one first heading', async ([address, status]) => {
  const response = await service.get(address);
  const html = await response.text();
  expect(response.status).toBe(status);
  const { results } = await validator.validateString(html, address.slice(0, 60));
  expect(
    results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    ),
  ).toEqual([]);
  const page = readPage(html);
  expect(page.headings(1)).toHaveLength(1);
  expect(page.title).toMatch(/ – Next Steps$/);
  expect(page.elements('html').map((element) => attribute(element, 'lang'))).toEqual(['en-GB']);
});

test('every link inside the service leads to a page, from every page in every state', async () => {
  const from = new Map<string, string>();
  for (const [address, status] of ADDRESSES) {
    if (status !== 200) continue;
    for (const { href } of readPage(await (await service.get(address)).text()).links()) {
      const [bare = ''] = href.split('#');
      if (bare.startsWith('/') && !from.has(bare)) from.set(bare, address);
    }
  }
  const dead: string[] = [];
  for (const [href, page] of from) {
    const { status } = await service.get(href);
    if (!LEADS_ON.includes(status)) dead.push(`${status} ${href} on ${page}`);
  }
  expect(from.size).toBeGreaterThan(300);
  expect(dead).toEqual([]);
}, 120_000);

test('every fragment in a link is there on its page', async () => {
  const dead: string[] = [];
  for (const [address, status] of ADDRESSES) {
    if (status !== 200) continue;
    const page = readPage(await (await service.get(address)).text());
    for (const { href } of page.links().filter((link) => link.href.startsWith('#'))) {
      if (
        page.section(href.slice(1)) === '' &&
        page.elements('input').every((input) => attribute(input, 'id') !== href.slice(1))
      )
        dead.push(`${href} on ${address}`);
    }
  }
  expect(dead).toEqual([]);
});

test('a page that tells of a person is kept nowhere; a public one may be kept and asked for again', async () => {
  const personal = await service.get('/results?v=1&role=headteacher');
  expect(personal.headers.get('Cache-Control')).toBe('private, no-store');
  expect(personal.headers.get('X-Robots-Tag')).toBe('noindex');
  const open = await service.get('/opportunities/ect-mentor');
  const tag = open.headers.get('ETag') ?? '';
  expect(open.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate');
  expect((await service.get('/opportunities/ect-mentor', { 'If-None-Match': tag })).status).toBe(304);
  expect((await service.get('/opportunities/ect-mentor?on=2023-09-01', { 'If-None-Match': tag })).status).toBe(200);
});

test('a page that names other built files is another page', async () => {
  const { services } = service;
  const tagOf = async (app: Pick<TestApp['app'], 'request'>) => (await app.request('/hub')).headers.get('ETag');
  const rebuilt = createApp({
    ...services,
    assets: { ...services.assets, manifest: { ...services.assets.manifest, 'app.css': 'app.00000000.css' } },
  });
  expect(await tagOf(rebuilt)).not.toBe(await tagOf(createApp(services)));
});

test('whether the service is well is asked of the service and never of a copy', async () => {
  for (const path of ['/healthz', '/readyz']) {
    expect((await service.get(path)).headers.get('Cache-Control')).toBe('no-store');
  }
});

test('the answers these tests give are answers a question has', () => {
  for (const [id, value] of new URLSearchParams(ANSWERED)) {
    if (id === 'v') continue;
    const question = QUESTIONS.find((one) => one.id === id);
    expect(
      question?.options.map((option) => option.value),
      id,
    ).toContain(value);
  }
});
