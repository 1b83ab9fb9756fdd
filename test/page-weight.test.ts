import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from './support/addresses.ts';
import { attribute, readPage } from './support/html.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* What a first visit costs on a slow line: bytes as they are sent, packed as a browser of today asks for them. */

const HTML_AT_MOST = 13_000;
const ALL_AT_MOST = 75_000;
const PACKED = { 'Accept-Encoding': 'gzip, deflate, br' };

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

async function sent(address: string): Promise<Buffer> {
  const response = await service.get(address, PACKED);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function weigh(address: string): Promise<{ readonly html: number; readonly all: number }> {
  const html = await sent(address);
  const page = readPage(brotliDecompressSync(html).toString());
  const sources = [...page.elements('link'), ...page.elements('script'), ...page.elements('img')]
    .filter((element) => !['canonical', 'icon'].includes(attribute(element, 'rel') ?? ''))
    .flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? []);
  const others = await Promise.all([...new Set(sources)].map(sent));
  expect(others.length).toBeGreaterThanOrEqual(3);
  return { html: html.length, all: html.length + others.reduce((sum, { length }) => sum + length, 0) };
}

test.for([
  ['home', '/'],
  ['results before anything is answered', '/results'],
  ['results', `/results?${ANSWERED}`],
  ['the catalogue', '/opportunities'],
  ['the catalogue once something was answered', `/opportunities?${ANSWERED}`],
  ['an opportunity', '/opportunities/npq-senior-leadership'],
  ['what has changed', '/changes'],
  ['the briefing', '/briefing'],
] as const)('the first view of %s is light', async ([name, address]) => {
  const { html, all } = await weigh(address);
  console.log(`${name}: ${(html / 1000).toFixed(1)} kB of HTML, ${(all / 1000).toFixed(1)} kB in all`);
  expect(all).toBeLessThanOrEqual(ALL_AT_MOST);
  expect(html).toBeLessThanOrEqual(HTML_AT_MOST);
});
