import { afterAll, beforeAll, expect, test } from 'vitest';
import { attribute, pageOf } from './support/html.ts';
import { aSignedIn } from './support/signed-in.ts';
import { aTalk } from './support/talk-visitors.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/*
 * Every form on the pages of somebody who is signed in, and of whoever their plan is shared with, is sent once as it
 * stands for each of its fields, that field holding what nobody types: the answer is a clear one, never a 5xx.
 */

const problems: unknown[] = [];
let service: TestApp;
beforeAll(async () => {
  service = await testApp({ log: (entry) => entry['level'] === 'error' && problems.push(entry) });
});
afterAll(() => service.close());

const NASTY = ['\u0000', '\u202e\u200b', 'x\r\nBcc: all@school.example', '__proto__', '1e400', 'ж'.repeat(4000)];
/** What ends the visit, and is tried elsewhere. */
const LEFT_OUT = ['/sign-out', '/account/delete'];

interface Form {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

async function formsAt(path: string, headers: Readonly<Record<string, string>>): Promise<readonly Form[]> {
  const response = await service.get(path, headers);
  expect([path, response.status]).toEqual([path, 200]);
  const page = await pageOf(response);
  return page
    .elements('form')
    .filter((form) => attribute(form, 'method')?.toLowerCase() === 'post')
    .map((form) => {
      const within = (tag: string) => page.elements(tag).filter((one) => isWithin(one, form));
      const fields = ['input', 'textarea', 'select', 'button'].flatMap(within).flatMap((field) => {
        const name = attribute(field, 'name');
        return name === undefined ? [] : [[name, attribute(field, 'value') ?? ''] as const];
      });
      return { action: attribute(form, 'action') ?? path, fields };
    });
}

/** A form once for each of its fields and each thing that nobody types there. */
function nastyOf({ action, fields }: Form) {
  return [...new Set(fields.map(([name]) => name))].flatMap((name) =>
    NASTY.map((nasty) => {
      const others = fields.filter(([field]) => field !== name);
      const body = new URLSearchParams([...others, [name, nasty] as const].map((pair) => [...pair]));
      return { action, body, told: `${name} ${nasty.slice(0, 20)}` };
    }),
  );
}

interface Node {
  readonly parentNode?: unknown;
}

function isWithin(node: Node, form: unknown): boolean {
  for (let at: Node | null | undefined = node; at; at = at.parentNode as Node | null | undefined)
    if (at === form) return true;
  return false;
}

test('no field of any form makes the service fail, whatever stands in it', async () => {
  const { teacher, reviewer, at } = await aTalk(service);
  const below = [
    '',
    '/add',
    '/steps/s1',
    '/phases/explore',
    '/goals',
    '/settings',
    '/history',
    '/drafts',
    '/take-away',
  ];
  const kept = ['/case', '/case/preview', '/agenda', '/reflections', '/impact', '/impact/choose', '/evidence'];
  const shared = ['/shares', at, `${at}/review`, '/evidence/add/note', '/evidence/add/link', '/evidence/add/reading'];
  const own = teacher.signedIn.headers;
  const mine = ['/account', '/alerts', '/alerts/new?of=opportunities&q=mentor', teacher.path.replace(/\/1$/, '')];
  const pages = [
    ...[...below, ...kept, ...shared].map((path) => [`${teacher.path}${path}`, own] as const),
    ...mine.map((path) => [path, own] as const),
    ...[reviewer.path, `${reviewer.path}/review`, '/sign-in', '/plans'].map((path) => [path, {}] as const),
  ];
  let sent = 0;
  for (const [path, sender] of pages) {
    const forms = await formsAt(path, sender);
    for (const { action, body, told } of forms.filter((form) => !LEFT_OUT.includes(form.action)).flatMap(nastyOf)) {
      const headers = { 'Sec-Fetch-Site': 'same-origin', ...sender };
      const { status } = await service.app.request(action, { method: 'POST', body, headers });
      sent += 1;
      expect([action, told, status < 500]).toEqual([action, told, true]);
    }
  }
  expect(sent).toBeGreaterThan(500);
  expect(problems).toEqual([]);
}, 300_000);

test('what an address names that no row can have is not found', async () => {
  const { headers } = await aSignedIn(service, 'nobody@school.example');
  for (const path of [
    '/alerts/%00',
    '/alerts/x',
    '/plans/%00',
    '/plans/%00/1',
    '/shared/%00',
    '/case/%00',
    '/calendars/%00',
  ])
    expect([path, (await service.get(path, headers)).status]).toEqual([path, 404]);
  const parted = await service.post('/account', { act: 'part', issuer: '\u0000' }, headers);
  expect(parted.status).toBe(303);
  expect((await service.post('/alerts', { act: 'pause', alert: '\u0000' }, headers)).status).toBe(404);
  expect((await service.get('/alerts?did=pause&to=%00', headers)).status).toBe(200);
});

test('a case for nothing yet, and a plan of names that nobody sees, are documents all the same', async () => {
  const { teacher } = await aTalk(service);
  await teacher.change(
    { name: '\u200b\u202e', route: 'reflect', when: '2027-spring-1', lasts: '1', hours: '6' },
    '/add',
  );
  const areDocuments = async () => {
    for (const file of ['case.pdf', 'plan.pdf', 'summary.pdf']) {
      const response = await teacher.signedIn.get(`${teacher.path}/files/${file}`);
      expect([file, response.status]).toEqual([file, 200]);
    }
  };
  await areDocuments();
  for (const step of ['s1', 's2', 's3', 's4']) await teacher.change({ act: 'remove', step });
  await areDocuments();
}, 60_000);
