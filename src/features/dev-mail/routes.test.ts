import { afterAll, beforeAll, expect, test } from 'vitest';
import { HtmlValidate } from 'html-validate';
import { HTML_RULES } from '../../../test/support/html-rules.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aDraft, aMailbox } from '../../../test/support/mail-builders.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

test('what was queued is written to a file and can be read: text, HTML and headers', async () => {
  const { mail, db, jobs } = service.services;
  expect((await pageOf(await service.get('/dev/mail'))).section('written')).toContain('None so far.');
  const to = aMailbox('zoe@school.example', 'Zoë <O’Neill>');
  const body = [{ kind: 'link', text: 'Open your plan', href: '/plans/abc/1' }] as const;
  await db
    .transaction()
    .execute((transaction) => mail.queue(transaction, aDraft({ to, body, subject: 'Café & plan' })));
  expect((await pageOf(await service.get('/dev/mail'))).section('queued')).toContain('Waits until');
  await jobs.runDue();
  const response = await service.get('/dev/mail');
  const list = await pageOf(response.clone());
  const [link] = list.links('Café & plan');
  expect(list.section('written')).toContain('zoe@school.example');
  expect(list.section('queued')).toContain('Sent on 23 November 2026');
  const one = await service.get(link?.href ?? '');
  const read = await pageOf(one.clone());
  expect(read.headings(1)).toEqual(['Café & plan']);
  expect(read.section('text')).toContain('Open your plan: http://127.0.0.1:3000/plans/abc/1');
  expect(read.section('headers')).toContain('Zoë <O’Neill>');
  const validator = new HtmlValidate(HTML_RULES);
  for (const html of [await response.text(), await one.text()])
    expect((await validator.validateString(html)).results.flatMap(({ messages }) => messages)).toEqual([]);
  const html = await service.get(read.links('Open the HTML part')[0]?.href ?? '');
  expect((await pageOf(html.clone())).headings(1)).toEqual(['Café & plan']);
  const policy = html.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; frame-ancestors 'none'; sandbox; style-src 'sha256-[\w+/=]+'$/);
});

test.for(['nothing', '..%2Fnext-steps.db', '20261123T090000000Z-0b8f1f9e-1111-4222-8333-444455556666.eml'])(
  'there is no mail %s',
  async (name) => {
    expect((await service.get(`/dev/mail/${name}`)).status).toBe(404);
    expect((await service.get(`/dev/mail/${name}/html`)).status).toBe(404);
  },
);

test('at an address on the net there is no such page', async () => {
  const onTheNet = await testApp({ env: { BASE_URL: 'https://next-steps.example' } });
  expect((await onTheNet.get('/dev/mail')).status).toBe(404);
  await onTheNet.close();
});

test('in production there is no such page', async () => {
  const production = await testApp({ production: true });
  for (const path of ['/dev/mail', '/dev/mail/x', '/dev/mail/x/html']) {
    expect((await production.get(path)).status).toBe(404);
  }
  await production.close();
});
