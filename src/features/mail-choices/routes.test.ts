import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTML_RULES } from '../../../test/support/html-rules.ts';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { aMailbox } from '../../../test/support/mail-builders.ts';
import { onBothDatabases } from '../../../test/support/both-databases.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { findKindsOff } from '../../db/mail.ts';
import { KINDS_TO_CHOOSE, MAIL_KINDS } from '../../domain/mail/mail-kinds.ts';
import { unsubscribePath } from '../../urls.ts';

const logged: string[] = [];
let service: TestApp;
beforeAll(async () => {
  service = await testApp({ log: (entry) => logged.push(JSON.stringify(entry)) });
});
afterAll(() => service.close());

let count = 0;
/** Somebody who has had a reminder. */
function aReader() {
  count += 1;
  const { keys } = service.services.mail;
  const addressId = keys.addressId(aMailbox(`reader-${count}@school.example`));
  return {
    path: unsubscribePath(keys.unsubscribeToken({ kind: 'reminder', addressId })),
    off: () => findKindsOff(service.services.db, addressId),
  };
}

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

describe('the link in a mail', () => {
  test('changes nothing by being opened, however often: mail scanners open links', async () => {
    const reader = aReader();
    for (const headers of [{}, { Origin: 'https://scanner.example' }]) {
      const response = await service.get(reader.path, headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    }
    await service.app.request(reader.path, { method: 'HEAD' });
    expect(await reader.off()).toEqual([]);
  });

  test('leads to a page with one button that stops such mails, and says so', async () => {
    const reader = aReader();
    const response = await service.get(reader.path);
    const { results } = await new HtmlValidate(HTML_RULES).validateString(await response.clone().text());
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    const page = await pageOf(response);
    expect(page.byRole('button').map(({ name }) => name)).toEqual(['Stop these mails', 'Save']);
    expect(page.section('stop')).toContain(MAIL_KINDS.reminder.name);
    const fields = Object.fromEntries(
      page
        .elements('input')
        .filter((input) => attribute(input, 'type') === 'hidden')
        .map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
    ) as Record<string, string>;
    expect(fields).toMatchObject(ONE_CLICK);
    const stopped = await pageOf(await service.post(reader.path, ONE_CLICK));
    expect(stopped.byRole('alert')).toHaveLength(1);
    expect(stopped.text).toContain('Stopped. These mails no longer come to this address.');
    expect(await reader.off()).toEqual(['reminder']);
  });

  test('stops them with the one press a mail program makes, from its own server, without a redirect', async () => {
    const reader = aReader();
    for (const headers of [{}, { Origin: 'https://mail.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      const response = await service.app.request(reader.path, {
        method: 'POST',
        body: new URLSearchParams(ONE_CLICK),
        headers,
      });
      expect(response.status).toBe(200);
    }
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await service.app.request(reader.path, { method: 'POST', body: form })).status).toBe(200);
    expect(await reader.off()).toEqual(['reminder']);
  });

  test('lets its reader choose, and take a choice back', async () => {
    const reader = aReader();
    await service.post(reader.path, { act: 'choose', kinds: 'reminder' });
    expect(await reader.off()).toEqual(KINDS_TO_CHOOSE.filter((kind) => kind !== 'reminder').toSorted());
    const page = await pageOf(await service.get(reader.path));
    const ticked = page.elements('input').filter((input) => attribute(input, 'checked') !== undefined);
    expect(ticked.map((input) => attribute(input, 'value'))).toEqual(['reminder']);
    await service.post(reader.path, { act: 'choose', kinds: [] });
    expect(await reader.off()).toEqual([...KINDS_TO_CHOOSE].toSorted());
    await service.post(reader.path, { act: 'choose', kinds: [...KINDS_TO_CHOOSE, 'own-plan', 'nonsense'] });
    expect(await reader.off()).toEqual([]);
  });

  test.for(['', 'abc', 'reminder.x.y', `reminder.${'A'.repeat(43)}.${'0'.repeat(32)}`, '%00', '..%2f..%2fdev'])(
    'that is not one of ours (%s) stops nothing, in words',
    async (token) => {
      for (const response of [
        await service.get(unsubscribePath(token)),
        await service.post(unsubscribePath(token), ONE_CLICK),
      ]) {
        expect(response.status).toBe(404);
        expect((await pageOf(response)).headings(1)).toHaveLength(1);
      }
    },
  );

  test('stands in no log and on no other page’s way', async () => {
    const reader = aReader();
    logged.length = 0;
    await service.get(reader.path);
    await service.post(reader.path, ONE_CLICK);
    const token = reader.path.split('/').at(-1) ?? '';
    expect(logged).toHaveLength(2);
    expect(logged.join('\n')).not.toContain(token);
    expect(logged.join('\n')).toContain('/mail/unsubscribe/…');
    const page = await service.get(reader.path);
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect((await pageOf(page)).title).not.toContain(token);
  });
});

test('another site’s page can press nothing else', async () => {
  const response = await service.post('/plans', {}, { 'Sec-Fetch-Site': 'cross-site' });
  expect(response.status).toBe(403);
  const near = await service.post('/mail/unsubscribed', ONE_CLICK, { 'Sec-Fetch-Site': 'cross-site' });
  expect(near.status).toBe(403);
});

test('on both databases the pages say the same', async () => {
  await using held = await onBothDatabases('shipped');
  const texts: string[] = [];
  for (const { place } of [held.sqlite, held.postgres]) {
    const app = await testApp({ place });
    const addressId = app.services.mail.keys.addressId(aMailbox());
    const path = unsubscribePath(app.services.mail.keys.unsubscribeToken({ kind: 'alert', addressId }));
    for (const response of [
      await app.post(path, ONE_CLICK),
      await app.post(path, { act: 'choose', kinds: 'reminder' }),
    ])
      texts.push((await pageOf(response)).text);
    await app.close();
  }
  expect(texts.slice(0, 2)).toEqual(texts.slice(2));
});
