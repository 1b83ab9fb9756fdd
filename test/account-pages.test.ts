import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_STATES, anAccountIn, type AccountState } from './support/account-states.ts';
import { HTML_RULES } from './support/html-rules.ts';
import { readPage } from './support/html.ts';
import type { SignedInVisitor } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Every page of an account in every state, as HTML. */

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const validator = new HtmlValidate(HTML_RULES);

async function faultsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

async function expectSound(response: Response, status = 200): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
  const html = await response.text();
  expect(await faultsOf(html)).toEqual([]);
  const page = readPage(html);
  expect(page.headings(1)).toHaveLength(1);
  expect(page.title).toMatch(/ – Next Steps$/);
}

describe.each(Object.keys(ACCOUNT_STATES) as AccountState[])('the pages of an account %s', (state) => {
  let owner: SignedInVisitor;
  beforeAll(async () => {
    owner = await anAccountIn(service, state);
  });

  test.each(ACCOUNT_STATES[state])('%s is valid HTML under one first heading, kept nowhere', async (address) => {
    await expectSound(await owner.get(address));
  });

  test.each(ACCOUNT_STATES[state])(
    '%s leads nowhere that is not there',
    async (address) => {
      const page = await owner.page(address);
      const dead: string[] = [];
      for (const href of new Set(page.links().map((link) => link.href))) {
        const [bare = '', fragment] = href.split('#');
        if (bare === '' && fragment !== undefined && page.section(fragment) === '') dead.push(href);
        if (bare.startsWith('/') && ![200, 301, 303].includes((await owner.get(bare)).status)) dead.push(href);
      }
      expect(dead).toEqual([]);
    },
    60_000,
  );
});

test('whoever is not signed in is offered to, in valid HTML', async () => {
  await expectSound(await service.get('/account'), 401);
});

test('what is answered to forms is valid HTML as well', async () => {
  const owner = await anAccountIn(service, 'with many plans');
  const folder = /name="folder" value="([0-9a-f-]{36})"/.exec(await (await owner.get('/account')).text())?.[1] ?? '';
  await expectSound(await owner.post('/account', { act: 'new-link', folder }));
  await expectSound(await owner.post('/account', { act: 'name', name: 'a'.repeat(200) }), 422);
  await expectSound(await owner.post('/account', { act: 'address', address: '<nobody>' }), 422);
  await owner.post('/account', { act: 'address', address: 'elsewhere@home.example' });
  const { text_body } = await service.services.db
    .selectFrom('mail')
    .select('text_body')
    .where('to_address', '=', 'elsewhere@home.example')
    .executeTakeFirstOrThrow();
  const link = /\/account\/address\/[\w-]{32}/.exec(text_body)?.[0] ?? '';
  await expectSound(await owner.get(link));
  await expectSound(await service.get(link), 401);
  await expectSound(await owner.post('/account/delete', {}));
  await expectSound(await owner.get('/account'), 401);
});
