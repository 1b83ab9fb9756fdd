import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NONE, SKIPPED } from '../src/domain/matching/answers.ts';
import { addDays, type IsoDate } from '../src/domain/date.ts';
import { QUESTIONS } from '../src/domain/matching/questions.ts';
import { PLAIN_PAGES } from './support/addresses.ts';
import { hostileRequest, type HostileRequest } from './support/hostile.ts';
import { readPage } from './support/html.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Whatever is asked, the answer is a clear page with the right status: never a 5xx, never without its headers. */

const REQUESTS = Number(process.env['NUMBER'] ?? 2000);
const problems: unknown[] = [];

let service: TestApp;
beforeAll(async () => {
  service = await testApp({ log: (entry) => entry['level'] === 'error' && problems.push(entry) });
});
afterAll(() => service.close());

async function send({ method, address, headers, body }: HostileRequest): Promise<Response> {
  const request = new Request(`http://service.example${address}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return service.app.request(request);
}

/** What every answer must be, whatever was asked. */
async function expectClear(response: Response, asked = ''): Promise<void> {
  const { status, headers } = response;
  expect(status).toBeLessThan(500);
  const policy = headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('X-Frame-Options')).toBe('DENY');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Set-Cookie')).toBeNull();
  const html =
    headers.get('Content-Encoding') === null && headers.get('Content-Type')?.startsWith('text/html')
      ? await response.text()
      : '';
  if (status >= 400) expect(headers.get('Content-Type')).toMatch(/^text\/html/);
  if (html === '') return;
  expect(readPage(html).headings(1)).toHaveLength(1);
  expect(html).not.toMatch(/<script>alert|onfocus="x/);
  // What was asked may be any of these words and is said back; a page of ours says none of them by itself.
  if (!/undefined|object|NaN/i.test(asked)) {
    expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
  }
}

test(
  `${REQUESTS} hostile requests to every route`,
  async () => {
    await fc.assert(
      fc.asyncProperty(hostileRequest, async (request) =>
        expectClear(await send(request), JSON.stringify(request.address)),
      ),
      { numRuns: REQUESTS, endOnFailure: REQUESTS > 2000 },
    );
    expect(problems).toEqual([]);
  },
  Math.max(120_000, REQUESTS * 60),
);

const LONG = `/opportunities?q=${'a'.repeat(9000)}`;
test.for([
  ['a page that is not there', 404, 'GET', '/nowhere'],
  ['a form sent to a page that takes none', 405, 'POST', '/hub'],
  ['a page that only takes a form, deleted', 405, 'DELETE', '/plans'],
  ['a step that is not there', 404, 'GET', '/opportunities/nothing'],
  ['half a UTF-8 sequence in a name', 404, 'GET', '/opportunities/%C3'],
  ['a thirtieth of February', 400, 'GET', '/?on=2026-02-30'],
  ['a day of noughts', 400, 'GET', '/facts?on=0000-00-00'],
  ['a day with half a UTF-8 sequence', 400, 'GET', '/facts?on=%C3'],
  ['two different days', 400, 'GET', '/facts?on=2026-01-01&on=2025-01-01'],
  ['a day too far ahead', 400, 'GET', '/?on=2999-01-01'],
  ['an address nobody typed', 400, 'GET', LONG],
  ['a search of 5,000 letters', 422, 'GET', `/opportunities?q=${'b'.repeat(5000)}`],
  ['a question sent without an answer', 422, 'GET', '/check?asked=role'],
  ['the same day twice', 200, 'GET', '/facts?on=2026-01-01&on=2026-01-01'],
  ['a nested parameter', 200, 'GET', '/facts?on[x]=2026-02-30'],
  ['an answer nobody could give', 200, 'GET', '/results?v=1&role=astronaut'],
  ['control characters', 200, 'GET', '/opportunities?q=%00%07mentor'],
] as const)('%s is answered with %i', async ([, status, method, address]) => {
  const response = await send({ method, address, headers: {}, body: undefined });
  expect(response.status).toBe(status);
  await expectClear(response);
});

test('a body of ten megabytes is refused with 413', async () => {
  const response = await send({
    method: 'POST',
    address: '/check',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'a'.repeat(10_000_000),
  });
  expect(response.status).toBe(413);
  await expectClear(response);
});

test('a type that is no form is refused with 415', async () => {
  for (const type of ['application/json', 'text/xml', 'nonsense']) {
    const response = await send({ method: 'POST', address: '/check', headers: { 'Content-Type': type }, body: '{}' });
    expect(response.status).toBe(415);
    await expectClear(response);
  }
});

const FIRST = '2021-07-01' as IsoDate;
/** Days from the first held to the end of 2030. */
const anyDay = fc.integer({ min: 0, max: 3470 }).map((days) => addDays(FIRST, days));

test('a random day from July 2021 to 2030 renders every page', async () => {
  const pages = PLAIN_PAGES.filter((page) => !page.startsWith('/opportunities/') && !page.startsWith('/facts/'));
  const { opportunities, facts } = service.services.catalogue.current();
  await fc.assert(
    fc.asyncProperty(anyDay, fc.nat(), fc.nat(), async (day, one, other) => {
      const opportunity = opportunities[one % opportunities.length];
      const fact = facts[other % facts.length];
      for (const page of [...pages, `/opportunities/${opportunity?.id}`, `/facts/${fact?.topic}`]) {
        const response = await service.get(`${page}?on=${day}`);
        expect(`${page} ${response.status}`).toMatch(/ (200|303)$/);
        await response.arrayBuffer();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

const anyAnswers = fc
  .tuple(
    ...QUESTIONS.map(({ id, options, many }) =>
      fc
        .subarray([...options.map((option) => option.value), SKIPPED, NONE], { minLength: 0, maxLength: many ? 4 : 1 })
        .map((values) => values.map((value) => `${id}=${value}`)),
    ),
  )
  .map((parts) => ['v=1', ...parts.flat()].join('&'));

test('every address of answers renders: results, the next question, the catalogue, the map', async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswers, async (answers) => {
      for (const path of [
        '/results',
        '/check',
        '/opportunities',
        '/',
        '/opportunities/npq-headship',
        '/routes/share',
      ]) {
        const response = await service.get(`${path}?${answers}`);
        expect([200, 303]).toContain(response.status);
        await response.arrayBuffer();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
