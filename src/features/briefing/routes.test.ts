import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { runsText } from '../../documents/briefing-words.ts';
import { buildBriefing } from '../../domain/catalogue/briefing.ts';
import { addDays, parseIsoDate, type IsoDate } from '../../domain/date.ts';

let site: TestApp;

beforeAll(async () => {
  site = await testApp();
});

afterAll(() => site.close());

function wordsOn(text: string): readonly string[] {
  const briefing = buildBriefing(
    site.services.catalogue.on(parseIsoDate(text) as IsoDate),
    site.services.clock.today(),
  );
  if (briefing.kind === 'nothing-held') return [];
  const stops = briefing.routes.flatMap(({ stops: told }) =>
    told.flatMap(({ time, costToYou, costToSchool, when }) => [time, costToYou, costToSchool, when]),
  );
  return [...stops, ...briefing.npqs.map(({ funding }) => funding)].map((runs) => runsText(runs, briefing.day));
}

/** What stands on the page beside a figure for whoever follows it to its source. */
function withoutSources(text: string): string {
  return text
    .replace(/ \(source\)/g, '')
    .replace(/\s*\[\d+\]/g, '')
    .replace(/\s+/g, ' ');
}

test.each(['2026-11-23', '2023-09-01', '2022-01-10'])(
  'the page for %s states the same figures as the PDF',
  async (day) => {
    const page = await pageOf(await site.get(`/briefing?on=${day}`));
    const text = withoutSources(page.text);
    const missing = wordsOn(day).filter((words) => !text.includes(words.trim()));
    expect(wordsOn(day).length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  },
);

test('every number beside a figure leads to a source on the page', async () => {
  const page = await pageOf(await site.get('/briefing'));
  const cited = page.links(/^\[\d+\]$/);
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter(({ href }) => page.section(href.slice(1)) === '')).toEqual([]);
});

test('the page links to the PDF of its own day and says how large it is', async () => {
  const page = await pageOf(await site.get('/briefing?on=2023-09-01'));
  const [link] = page.links(/^Download the briefing/);
  expect(link?.href).toBe('/briefing.pdf?on=2023-09-01');
  const pdf = await (await site.get('/briefing.pdf?on=2023-09-01')).arrayBuffer();
  expect(link?.text).toContain(`${Math.ceil(pdf.byteLength / 1000)} kB`);
});

test('a past day is said to be what held, as known now', async () => {
  const page = await pageOf(await site.get('/briefing?on=2023-09-01'));
  expect(page.text).toContain('What held on 1 September 2023, as far as it is known now');
  expect(page.text).not.toContain('Leading Primary Mathematics');
});

test('before the first day held, page and PDF say that nothing is held', async () => {
  const page = await pageOf(await site.get('/briefing?on=2021-06-30'));
  expect(page.text).toContain('We hold nothing for this day');
  expect(page.headings(2)).toEqual(['Ask the hub']);
  expect((await site.get('/briefing.pdf?on=2021-06-30')).status).toBe(200);
});

test('the PDF is sent as one, with a tag that spares sending it again', async () => {
  const first = await site.get('/briefing.pdf');
  expect(first.headers.get('Content-Type')).toBe('application/pdf');
  expect(first.headers.get('Content-Disposition')).toContain('next-steps-2026-11-23.pdf');
  expect(
    Buffer.from(await first.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const tag = first.headers.get('ETag') ?? '';
  const again = await site.app.request('/briefing.pdf', { headers: { 'If-None-Match': tag } });
  expect(again.status).toBe(304);
  const other = await site.get('/briefing.pdf?on=2023-09-01');
  expect(other.headers.get('ETag')).not.toBe(tag);
});

test('a day that does not exist is refused', async () => {
  expect((await site.get('/briefing.pdf?on=2026-02-30')).status).toBe(400);
});

test('more days at once than can be set are told to come again, and no more wait than that', async () => {
  const days = Array.from({ length: 40 }, (_, index) => addDays('2024-01-01' as IsoDate, index));
  const answers = await Promise.all(days.map((day) => site.get(`/briefing.pdf?on=${day}`)));
  const refused = answers.filter(({ status }) => status === 503);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  expect(refused.map(({ headers }) => headers.get('Retry-After'))).toEqual(refused.map(() => '5'));
  expect(refused.map(({ headers }) => headers.get('Cache-Control'))).toEqual(refused.map(() => 'private, no-store'));
  expect(refused.filter(({ headers }) => headers.has('ETag'))).toEqual([]);
  expect((await site.get('/briefing.pdf?on=2024-02-09')).status).toBe(200);
}, 30_000);
