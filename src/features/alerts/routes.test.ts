import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAccountIn } from '../../../test/support/account-states.ts';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { HTML_RULES } from '../../../test/support/html-rules.ts';
import { attribute, pageOf, readPage, type Page } from '../../../test/support/html.ts';
import { aSignedIn, type SignedInVisitor } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { ALERTS_AT_MOST } from '../../domain/alerts/alert-limits.ts';

const logged: string[] = [];
let service: TestApp;
beforeAll(async () => {
  service = await testApp({ log: (entry) => logged.push(JSON.stringify(entry)) });
});
afterAll(() => service.close());

let count = 0;
function somebody(): Promise<SignedInVisitor> {
  count += 1;
  return aSignedIn(service, `teacher-${count}@school.example`);
}

const validator = new HtmlValidate(HTML_RULES);

async function validPage(response: Response): Promise<Page> {
  const html = await response.text();
  const { results } = await validator.validateString(html);
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  return readPage(html);
}

/** What the one form of a page sends when its button is pressed. */
function fieldsOf(page: Page, act: string): Record<string, string> {
  const forms = page
    .elements('form')
    .map((form) =>
      Object.fromEntries(
        form.childNodes.flatMap((node) =>
          'tagName' in node && node.tagName === 'input'
            ? [[attribute(node, 'name') ?? '', attribute(node, 'value') ?? '']]
            : [],
        ),
      ),
    );
  const form = forms.find((fields) => fields['act'] === act);
  if (!form) throw new Error(`no form here does ${act}`);
  return form;
}

/** Presses a button of a page, and opens what that leads to. */
async function press(visitor: SignedInVisitor, page: Page, act: string): Promise<Page> {
  const response = await visitor.post('/alerts', fieldsOf(page, act));
  expect(response.status).toBe(303);
  return validPage(await visitor.get(response.headers.get('Location') ?? ''));
}

describe('following a list', () => {
  test('begins with a link on its page, which is the same for everybody and may be kept', async () => {
    const response = await service.get('/opportunities?kind=role&q=mentoring&route=share&on=2026-01-01');
    expect(response.headers.get('Cache-Control')).toContain('public');
    const [link] = (await pageOf(response)).links('Tell me when this changes');
    expect(link?.href).toBe('/alerts/new?of=opportunities&q=mentoring&route=share&kind=role');
    const results = await pageOf(await service.get(`/results?${ANSWERED}`));
    expect(results.links('Tell me when this changes')[0]?.href).toMatch(/^\/alerts\/new\?v=1&.*&of=results$/);
  });

  test('asks whoever is not signed in to do that first, and keeps nothing of what they asked', async () => {
    const page = await validPage(await service.get('/alerts/new?of=opportunities&q=mentoring'));
    expect(page.byRole('button', 'Send me a link')).toHaveLength(1);
    expect((await service.get('/alerts')).status).toBe(401);
    expect((await service.post('/alerts', { act: 'follow', address: '/opportunities?q=mentoring' })).status).toBe(401);
    expect(await service.services.db.selectFrom('alert').selectAll().execute()).toEqual([]);
  });

  test('is one press, says what it is called, and is the same however often it is pressed', async () => {
    const sam = await somebody();
    const offer = await validPage(await sam.get('/alerts/new?of=opportunities&kind=role&q=mentoring&route=share'));
    expect(offer.text).toContain('The mails go to');
    const first = await press(sam, offer, 'follow');
    expect(first.text).toContain('You will be told when this changes: Roles, in Share expertise, about “mentoring”');
    await press(sam, offer, 'follow');
    const alerts = await validPage(await sam.get('/alerts'));
    expect(alerts.headings(2)).toEqual(['Roles, in Share expertise, about “mentoring”']);
    expect(alerts.text).toContain('Nothing has changed since 23 November 2026.');
    const again = await validPage(await sam.get('/alerts/new?of=opportunities&route=share&q=mentoring&kind=role'));
    expect(again.text).toContain('You follow this list already.');
  });

  test('of one’s own results is called by what tells it from another, and leads to those results', async () => {
    const sam = await somebody();
    const alerts = await press(sam, await validPage(await sam.get(`/alerts/new?${ANSWERED}&of=results`)), 'follow');
    expect(alerts.headings(2)).toContain('What is open to you as a class teacher');
    const [link] = alerts.links('What is open to you as a class teacher');
    expect((await sam.get(link?.href ?? '')).status).toBe(200);
    const { id } = await service.services.db
      .selectFrom('alert')
      .select('id')
      .where('account_id', '=', sam.account.id)
      .executeTakeFirstOrThrow();
    expect((await sam.get(`/alerts/${id}`)).headers.get('Location')).toBe(link?.href);
    const other = await somebody();
    expect((await other.get(`/alerts/${id}`)).status).toBe(404);
    for (const act of ['pause', 'remove', 'bring-back'])
      expect((await other.post('/alerts', { act, alert: id })).status).toBe(404);
    expect(logged.join('\n')).not.toContain('class-teacher');
  });

  test('is not offered to an account that is closed: it could not follow anything', async () => {
    const closed = await anAccountIn(service, 'that is deleted');
    const page = await validPage(await closed.get('/alerts/new?of=opportunities&q=mentoring'));
    expect(page.text).not.toContain('The mails go to');
    expect(page.byRole('button')).toEqual([]);
    expect(page.text).not.toContain('First, sign in');
    expect(page.links('Bring it back first').map(({ href }) => href)).toEqual(['/account']);
  });

  test('stops at twenty, and says so', async () => {
    const sam = await somebody();
    for (let number = 0; number < ALERTS_AT_MOST; number += 1)
      await sam.post('/alerts', { act: 'follow', address: `/opportunities?q=step${number}` });
    expect((await sam.post('/alerts', { act: 'follow', address: '/opportunities?q=more' })).status).toBe(422);
    expect((await validPage(await sam.get('/alerts/new?q=more'))).text).toContain('You follow 20 lists');
    expect((await sam.post('/alerts', { act: 'follow', address: '/opportunities?q=step3' })).status).toBe(303);
    await validPage(await sam.get('/alerts'));
  });

  test.each([
    '',
    '/plans/x',
    'https://elsewhere.example/opportunities?q=a',
    '//elsewhere.example',
    `/opportunities?q=${'a'.repeat(201)}`,
  ])('of what is no list is refused: %s', async (address) => {
    const sam = await somebody();
    expect((await sam.post('/alerts', { act: 'follow', address })).status).toBe(400);
  });
});

describe('an alert', () => {
  test('can be paused, resumed, removed and brought back', async () => {
    const sam = await somebody();
    const made = await press(sam, await validPage(await sam.get('/alerts/new?q=governor')), 'follow');
    const paused = await press(sam, made, 'pause');
    expect(paused.text).toContain('Paused: nothing is mailed of it until you resume it.');
    expect((await press(sam, paused, 'resume')).text).not.toContain('nothing is mailed of it');
    const removed = await press(sam, paused, 'remove');
    expect(removed.text).toContain('You follow nothing yet.');
    const back = await press(sam, removed, 'bring-back');
    expect(back.headings(2)).toContain('Next steps, about “governor”');
  });

  test('is shown with a word where mails like it are switched off', async () => {
    const sam = await somebody();
    const alerts = await press(sam, await validPage(await sam.get('/alerts/new?q=governor')), 'follow');
    const [choices] = alerts.links('Choose which mails you get');
    await service.post(choices?.href ?? '', { 'List-Unsubscribe': 'One-Click' });
    expect((await validPage(await sam.get('/alerts'))).text).toContain('These mails are switched off for your address');
  });

  test.each(['', 'fly', 'follow me'])('does nothing by the name of “%s”', async (act) => {
    const sam = await somebody();
    expect((await sam.post('/alerts', { act, alert: 'x' })).status).toBe(422);
  });
});
