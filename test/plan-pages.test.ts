import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from '../src/urls.ts';
import { ANSWERED, LEADS_ON } from './support/addresses.ts';
import { HTML_RULES } from './support/html-rules.ts';
import { attribute, readPage } from './support/html.ts';
import { aPng } from './support/pictures.ts';
import { fileOn, PLAN_ERRORS, PLAN_FILLED_BY, PLAN_PAGES, THE_FILE } from './support/plan-addresses.ts';
import { aVisitor, type PlanVisitor } from './support/plan-visitor.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Every page of a plan in every state, as HTML. */

let service: TestApp;
let visitor: PlanVisitor;
let file: string;
const addressOf = (below: string) =>
  below === '../' ? visitor.folder : `${visitor.path}${below.replace(THE_FILE, file)}`;
beforeAll(async () => {
  service = await testApp();
  visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  for (const { below, fields } of PLAN_FILLED_BY) expect((await visitor.send(below, fields)).status).toBe(303);
  const form = new FormData();
  form.append('title', 'The board');
  form.append('words', 'Drawn by Maisie Novak.');
  form.append('file', new File([new Uint8Array(aPng(200, 100))], 'board.png'));
  expect((await service.post(`${visitor.path}/evidence/add/file`, form)).status).toBe(303);
  file = fileOn(await (await service.get(`${visitor.path}/evidence`)).text());
});
afterAll(() => service.close());

const validator = new HtmlValidate(HTML_RULES);

async function faultsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

test('every address of a plan is among those that are looked at', () => {
  const below = Object.values(PATHS)
    .filter((path) => path.startsWith('/plans/:key/:number/') && !path.includes('/files/'))
    .map((path) => path.replace('/plans/:key/:number', '').replaceAll(/:\w+/g, '[^/]+'));
  expect(below.filter((path) => !PLAN_PAGES.some((page) => new RegExp(`^${path}(\\?|$)`).test(page)))).toEqual([]);
});

describe.each([...PLAN_PAGES, '../'])('the page %s of a plan', (below) => {
  test('is valid HTML under one first heading, kept nowhere and found by nobody', async () => {
    const address = addressOf(below);
    const response = await service.get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
    const html = await response.text();
    expect(await faultsOf(html)).toEqual([]);
    const page = readPage(html);
    expect(page.headings(1)).toHaveLength(1);
    expect(page.title).toMatch(/ – Next Steps$/);
    expect(page.title).not.toContain(visitor.folder.slice(-32));
  });

  test('leads nowhere that is not there', async () => {
    const address = addressOf(below);
    const page = readPage(await (await service.get(address)).text());
    const dead: string[] = [];
    for (const { href } of page.links()) {
      const [bare = '', fragment] = href.split('#');
      if (bare === '' && fragment !== undefined && page.section(fragment) === '') dead.push(`#${fragment}`);
      if (bare.startsWith('/') && !/\/files\//.test(bare)) {
        const { status } = await service.get(bare);
        if (!LEADS_ON.includes(status)) dead.push(`${status} ${bare}`);
      }
    }
    expect(dead).toEqual([]);
  }, 60_000);
});

test.each(PLAN_ERRORS)(
  'the form $below sent as $fields answers $status with valid HTML',
  async ({ below, fields, status }) => {
    const response = await visitor.send(below, fields);
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(await faultsOf(html)).toEqual([]);
    const page = readPage(html);
    const ids = new Set(
      page
        .elements('input')
        .concat(page.elements('select'), page.elements('textarea'))
        .map((one) => attribute(one, 'id')),
    );
    const led = page.links().filter(({ href }) => href.startsWith('#') && href !== '#main');
    expect(led.filter(({ href }) => !ids.has(href.slice(1)))).toEqual([]);
  },
);

test('every form of a plan that changes something names the version it changes', async () => {
  const wrong: string[] = [];
  for (const below of PLAN_PAGES) {
    const page = await visitor.get(below.replace(THE_FILE, file));
    for (const form of page.elements('form')) {
      if (attribute(form, 'method') !== 'post') continue;
      const action = attribute(form, 'action') ?? '';
      const names = JSON.stringify(form, (key, value: unknown) => (key === 'parentNode' ? undefined : value));
      if (action.startsWith(visitor.path) && !/\/(?:take-away|link)$/.test(action) && !names.includes('"version"'))
        wrong.push(`${below}: ${action}`);
    }
  }
  expect(wrong).toEqual([]);
});
