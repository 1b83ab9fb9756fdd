import JSZip from 'jszip';
import { sync, type VEvent } from 'node-ical';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attribute, pageOf, type Page } from '../../../test/support/html.ts';
import { structureOf } from '../../../test/support/pdf.ts';
import { aPin, aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { createApp } from '../../app.ts';
import { addFolder, hasFeed } from '../../db/folders.ts';
import { addPlan, deletePlan, getPlan, savePlan } from '../../db/plans.ts';
import { TypesetterBusy } from '../../documents/typst.ts';
import type { HalfTermId } from '../../domain/calendar/half-term.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { keyHash, newId, newKey } from '../../http/private-link.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';
import { urlsOfPlan, type PlanUrls } from '../../urls.ts';
import { PLAN_FILES } from './files.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const NOW = '2026-11-22T16:05:00.000Z';
const spring = '2027-spring-1' as HalfTermId;
const course = aStep({ name: 'A course', start: spring, hours: [6, 6], pin: aPin() });

interface Kept {
  readonly key: string;
  readonly folder: string;
  readonly urls: PlanUrls;
}

/** Somebody's folder with these plans in it; `urls` are those of the first. */
async function aFolder(...plans: readonly Plan[]): Promise<Kept> {
  const { db } = service.services;
  const [folder, key] = [newId(), newKey()];
  await addFolder(db, { id: folder, keyHash: keyHash(key), now: NOW });
  for (const plan of plans) await addPlan(db, folder, { id: newId(), plan, said: 'Started.', now: NOW });
  return { key, folder, urls: urlsOfPlan({ key, number: 1 }) };
}

const plan = aPlan({ title: 'Leading English: “what next?”', steps: [course] });

/** The address a page shows for a calendar program. */
function addressOn(page: Page): string {
  const field = page.elements('input').find((input) => attribute(input, 'name') === 'calendar-address');
  return (field && attribute(field, 'value')) ?? '';
}

async function feedOf({ urls }: Kept): Promise<string> {
  return new URL(addressOn(await pageOf(await service.post(urls.takeAway(), { act: 'make' })))).pathname;
}

function eventsIn(text: string): readonly VEvent[] {
  return Object.values(sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');
}

test('the page lists every file with what it is for, and each link leads to it', async () => {
  const { urls } = await aFolder(plan);
  const page = await pageOf(await service.get(urls.takeAway()));
  const links = page.links().filter(({ href }) => href.includes('/files/'));
  expect(links.map(({ text }) => text)).toEqual(PLAN_FILES.map(({ title }) => title));
  for (const { href } of links) expect((await service.get(href)).status).toBe(200);
});

test.each([
  ['plan.pdf', 'application/pdf', 'leading-english-what-next.pdf'],
  ['summary.pdf', 'application/pdf', 'leading-english-what-next-on-one-page.pdf'],
  [
    'plan.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'leading-english-what-next.docx',
  ],
  ['plan.ics', 'text/calendar; charset=utf-8', 'leading-english-what-next.ics'],
  ['steps.csv', 'text/csv; charset=utf-8', 'leading-english-what-next-steps.csv'],
  ['plan.json', 'application/json; charset=utf-8', 'leading-english-what-next.json'],
])('%s is a file of %s, saved as %s and kept by nobody on the way', async (name, type, saved) => {
  const { urls, key } = await aFolder(plan);
  const response = await service.get(urls.file(name));
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe(type);
  expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${saved}"`);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
  expect(await everythingIn(new Uint8Array(await response.arrayBuffer()))).not.toContain(key);
});

/** The bytes of a file, what is packed in it unpacked. */
async function everythingIn(bytes: Uint8Array): Promise<string> {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.startsWith('%PDF')) return structureOf(bytes);
  if (!text.startsWith('PK')) return text;
  const { files } = await JSZip.loadAsync(bytes);
  return (await Promise.all(Object.values(files).map(async (file) => file.async('string')))).join('\n');
}

test('the JSON brought in again and taken out again is the same byte for byte', async () => {
  const { urls } = await aFolder(plan);
  const first = await (await service.get(urls.file('plan.json'))).text();
  const form = new FormData();
  form.set('file', new File([first], 'plan.json', { type: 'application/json' }));
  const brought = await service.post('/plans/bring-in', form);
  expect(brought.status).toBe(303);
  const [, key = '', number = ''] = /^\/plans\/([\w-]{32})\/(\d+)/.exec(brought.headers.get('Location') ?? '') ?? [];
  const second = await (await service.get(urlsOfPlan({ key, number: Number(number) }).file('plan.json'))).text();
  expect(second).toBe(first);
  const parsed = parsePlan(first);
  expect(parsed.ok && planText(parsed.plan, 2)).toBe(first);
});

test.each(['/files/plan.exe', '/files/__proto__', '/files/plan.pdf.ics'])('there is no %s', async (below) => {
  const { urls } = await aFolder(plan);
  expect((await service.get(`${urls.plan()}${below}`)).status).toBe(404);
});

test('while too many documents wait, the answer is to come again a little later', async () => {
  const { urls } = await aFolder(plan);
  const busy = { pdf: async () => Promise.reject(new TypesetterBusy('16 documents wait to be set')) };
  const app = createApp({ ...service.services, typesetter: busy });
  for (const name of ['plan.pdf', 'summary.pdf']) {
    const response = await app.request(urls.file(name));
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(response.headers.get('Content-Disposition')).toBeNull();
  }
  expect((await app.request(urls.file('plan.docx'))).status).toBe(200);
});

test('a calendar link is made, shown once, and shows the dates of every plan that is not deleted', async () => {
  const { db } = service.services;
  const folder = await aFolder(plan, aPlan({ title: 'Another', steps: [course] }), aPlan({ steps: [course] }));
  const made = await service.post(folder.urls.takeAway(), { act: 'make' });
  expect(made.headers.get('Cache-Control')).toBe('private, no-store');
  const page = await pageOf(made);
  const address = addressOn(page);
  expect(page.byRole('textbox', 'The address of your calendar')).toHaveLength(1);
  expect(address).toMatch(/^http:\/\/[^/]+\/calendars\/[\w-]{32}\.ics$/);
  const again = await pageOf(await service.get(folder.urls.takeAway()));
  expect(again.text).not.toContain(address);
  expect(again.text).toContain('You have a calendar link.');

  await deletePlan(db, folder.folder, 3, NOW);
  const { pathname } = new URL(address);
  const feed = await service.get(pathname);
  expect(feed.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
  expect(feed.headers.get('Cache-Control')).toBe('private, no-store');
  const text = await feed.text();
  expect(eventsIn(text)).toHaveLength(12);
  expect(text).not.toContain(folder.key);
  expect(await (await service.get(pathname.replace('.ics', ''))).text()).toBe(text);
});

test('a date that moves in the plan moves in the feed', async () => {
  const { db } = service.services;
  const folder = await aFolder(plan);
  const feed = await feedOf(folder);
  const before = eventsIn(await (await service.get(feed)).text());
  const kept = await getPlan(db, folder.folder, 1);
  const later = { ...course, start: '2027-summer-1' as HalfTermId };
  const changed = { from: 1, plan: { ...plan, steps: [later] }, said: 'Moved it.', now: '2026-11-23T08:00:00.000Z' };
  expect(kept && (await savePlan(db, kept.id, changed))).toBe(true);
  const after = eventsIn(await (await service.get(feed)).text());
  const ends = (events: readonly VEvent[]) => events.find(({ uid }) => uid.includes('s1-ends'));
  expect(ends(after)?.uid).toBe(ends(before)?.uid);
  expect(ends(after)?.start).not.toEqual(ends(before)?.start);
  expect([ends(before)?.sequence, ends(after)?.sequence].map(Number)).toEqual([1, 2]);
  expect(after.filter(({ uid }) => uid.includes('s1-'))).toHaveLength(4);
});

test('a new calendar link ends the one before, and the link can be ended', async () => {
  const folder = await aFolder(plan);
  const first = await feedOf(folder);
  const second = await feedOf(folder);
  expect((await service.get(first)).status).toBe(404);
  expect((await service.get(second)).status).toBe(200);
  const ended = await service.post(folder.urls.takeAway(), { act: 'end' });
  expect((await pageOf(ended)).text).toContain('The calendar link is ended');
  expect((await service.get(second)).status).toBe(404);
  expect(await hasFeed(service.services.db, folder.folder)).toBe(false);
});

test('the key of a calendar opens no plan, and the key of a plan no calendar', async () => {
  const folder = await aFolder(plan);
  const [, key = ''] = /\/calendars\/([\w-]+)/.exec(await feedOf(folder)) ?? [];
  expect((await service.get(urlsOfPlan({ key, number: 1 }).plan())).status).toBe(404);
  expect((await service.get(`/calendars/${folder.key}`)).status).toBe(404);
});

test('another site’s page can neither make nor end a calendar link', async () => {
  const folder = await aFolder(plan);
  const feed = await feedOf(folder);
  for (const act of ['make', 'end']) {
    const response = await service.post(folder.urls.takeAway(), { act }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(response.status).toBe(403);
  }
  expect((await service.get(feed)).status).toBe(200);
});

test('a form that asks for nothing there is changes nothing', async () => {
  const folder = await aFolder(plan);
  const response = await service.post(folder.urls.takeAway(), { act: 'sell' });
  expect(response.status).toBe(303);
  expect(response.headers.get('Location')).toBe(folder.urls.takeAway());
  expect(await hasFeed(service.services.db, folder.folder)).toBe(false);
});
