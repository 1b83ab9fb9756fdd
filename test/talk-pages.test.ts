import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HTML_RULES } from './support/html-rules.ts';
import { LEADS_ON } from './support/addresses.ts';
import { readPage } from './support/html.ts';
import { talkPages, type TalkPage } from './support/talk-pages.ts';
import { aTalk, aTeacher, SHARING } from './support/talk-visitors.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Every page of a conversation in every state, as HTML. */

let service: TestApp;
let pages: readonly TalkPage[];
beforeAll(async () => {
  service = await testApp();
  pages = await talkPages(service);
});
afterAll(() => service.close());

const validator = new HtmlValidate(HTML_RULES);

async function faultsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

test('is valid HTML under one first heading, kept nowhere, found by nobody, and titled with nobody’s name', async () => {
  const wrong: string[] = [];
  for (const { name, path, headers, status } of pages) {
    const response = await service.get(path, headers);
    const html = await response.text();
    const page = readPage(html);
    wrong.push(...(await faultsOf(html)).map((fault) => `${name}: ${fault}`));
    if (response.status !== status) wrong.push(`${name}: answered ${response.status}`);
    if (response.headers.get('Cache-Control') !== 'private, no-store') wrong.push(`${name}: may be kept`);
    if (page.headings(1).length !== 1) wrong.push(`${name}: ${page.headings(1).length} first headings`);
    if (/Jo Hall|Sam Patel/.test(page.title)) wrong.push(`${name}: is titled ${page.title}`);
  }
  expect(pages.length).toBeGreaterThan(12);
  expect(wrong).toEqual([]);
});

test('leads nowhere that is not there', async () => {
  const dead: string[] = [];
  for (const { name, path, headers } of pages) {
    const page = readPage(await (await service.get(path, headers)).text());
    for (const { href } of page.links()) {
      const [bare = '', fragment] = href.split('#');
      if (bare === '' && fragment !== undefined && page.section(fragment) === '') dead.push(`${name}: #${fragment}`);
      if (!bare.startsWith('/') || bare.includes('/files/')) continue;
      const { status } = await service.get(bare, headers);
      if (!LEADS_ON.includes(status)) dead.push(`${name}: ${status} ${bare}`);
    }
  }
  expect(dead).toEqual([]);
}, 120_000);

test('a form that is refused is valid HTML too, and each of its faults leads to its field', async () => {
  const teacher = await aTeacher(service, 'errors@school.example');
  const talk = await aTalk(service);
  const version = await teacher.plan.version();
  const answers = [
    await teacher.post('/shares', { act: 'check', version, answerIn: 'x', worksFor: 'x' }),
    await teacher.post('/shares', { ...SHARING, act: 'check', version, name: 'a\u202eb', address: 'nobody' }),
    await talk.teacher.post(talk.at, { act: 'say', step: 's1', text: '' }),
    await talk.teacher.post(`${talk.at}/review`, { act: 'review', used: 'x'.repeat(2001) }),
    await talk.reviewer.send({ 'outcome-s1': 'decline' }),
    await talk.reviewer.send({}),
    await service.post(`${talk.reviewer.path}/review`, { act: 'review' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
  for (const answer of answers) {
    const html = await answer.text();
    expect(await faultsOf(html)).toEqual([]);
    const page = readPage(html);
    expect(page.title).toMatch(/^Error: /);
    const led = page.links().filter(({ href }) => href.startsWith('#') && href !== '#main');
    for (const { href } of led) expect(html).toContain(`id="${href.slice(1)}"`);
  }
});

test('what is checked before it is sent is valid HTML', async () => {
  const teacher = await aTeacher(service, 'checks@school.example');
  const fields = { ...SHARING, act: 'check', version: await teacher.plan.version(), sections: ['costs', 'notes'] };
  expect(await faultsOf(await (await teacher.post('/shares', fields)).text())).toEqual([]);
});
