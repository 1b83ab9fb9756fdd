import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf, type Page } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { PAGE_SIZE } from './catalogue-routes.tsx';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const ANSWERS = 'v=1&setting=primary-school&role=class-teacher&phase=primary';
const pageAt = async (query: string) => pageOf(await service.get(`/opportunities${query}`));
const countOn = (page: Page) => Number(/^(\d+)/.exec(page.headings(2)[0] ?? '')?.[1] ?? 0);
const all = () => service.services.catalogue.on(service.services.clock.today()).opportunities;

test('everything that exists today is listed once, a page at a time, and closing soonest comes first', async () => {
  const pages = await Promise.all([1, 2, 3].map((number) => pageAt(`?page=${number}`)));
  expect(pages.map(({ title }) => title)).toEqual(Array(3).fill('All next steps – Next Steps'));
  expect(countOn(pages[0] as Page)).toBe(all().length);
  const listed = pages.flatMap((page) => page.headings(3));
  expect(listed).toHaveLength(all().length);
  expect(listed.toSorted()).toEqual(
    all()
      .map(({ name }) => name)
      .toSorted(),
  );
  expect(listed[0]).toBe('Excellence in Reception Teaching');
  expect(pages[0]?.headings(3)).toHaveLength(PAGE_SIZE);
  expect(pages[0]?.byRole('navigation', 'Pages of next steps')).toHaveLength(1);
});

test('initials are enough to find a course', async () => {
  const page = await pageAt('?q=npqsl');
  expect(page.headings(1)).toEqual(['Next steps for “npqsl”']);
  expect(page.headings(3)[0]).toBe('NPQ in Senior Leadership');
  expect(page.byRole('searchbox', 'Search')).toHaveLength(1);
});

test('a mistyped search is answered and says what it was taken for', async () => {
  const page = await pageAt('?q=safegaurding');
  expect(page.headings(3)[0]).toBe('Deputy designated safeguarding lead');
  expect(page.text).toContain('Nothing here says “safegaurding”, so we looked for words like safeguarding.');
});

test('a search for what has ended says so and what there is now', async () => {
  const page = await pageAt('?q=computing+hubs');
  expect(page.text).toMatch(/Computing Hubs has ended: it ran until 31 March 2025/);
  expect(page.headings(3)).not.toContain('Computing Hubs');
});

test('each filter says how many it would leave, and leaves that many', async () => {
  const page = await pageAt('');
  const boxes = page.byRole('checkbox', /^(Share expertise|Nothing to pay|NPQ|When you like) \(/);
  expect(boxes).toHaveLength(4);
  for (const [label, query] of [
    ['Share expertise', 'route=share'],
    ['Nothing to pay', 'cost=free'],
    ['NPQ', 'kind=npq'],
    ['When you like', 'start=any-time'],
  ] as const) {
    const said = Number(/\((\d+)\)$/.exec(boxes.find(({ name }) => name.startsWith(label))?.name ?? '')?.[1]);
    expect([label, countOn(await pageAt(`?${query}`))]).toEqual([label, said]);
  }
});

test('each filter in use can be taken away by a link that keeps the rest', async () => {
  const page = await pageAt('?q=mentor&route=share&cost=free&sort=name');
  expect(page.links('Remove the filter Share expertise')[0]?.href).toBe('/opportunities?q=mentor&cost=free&sort=name');
  expect(page.links('Remove the filter Nothing to pay')[0]?.href).toBe('/opportunities?q=mentor&route=share&sort=name');
  expect(page.links('Remove all')[0]?.href).toBe('/opportunities?q=mentor&sort=name');
});

test('by name means by name', async () => {
  const names = (await pageAt('?sort=name')).headings(3).map((name) => name.toLowerCase());
  expect(names).toEqual(names.toSorted());
});

test('verdicts are shown, and can be filtered by, only once something was answered', async () => {
  const stranger = await pageAt('?verdict=open');
  expect(stranger.byRole('group', 'For you')).toHaveLength(0);
  expect(countOn(stranger)).toBe(all().length);
  const response = await service.get(`/opportunities?verdict=open&${ANSWERS}`);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const known = await pageOf(response);
  expect(known.byRole('group', 'For you')).toHaveLength(1);
  expect(countOn(known)).toBeGreaterThan(0);
  expect(countOn(known)).toBeLessThan(all().length);
  expect(known.links('Remove the filter Open to you')[0]?.href).toContain('role=class-teacher');
});

test('the form carries the day and the answers along', async () => {
  const page = await pageAt(`?on=2024-01-01&${ANSWERS}`);
  const hidden = page
    .elements('input')
    .filter(({ attrs }) => attrs.some(({ name, value }) => name === 'type' && value === 'hidden'));
  const names = hidden.map(({ attrs }) => attrs.find(({ name }) => name === 'name')?.value);
  expect(names).toEqual(['on', 'v', 'setting', 'role', 'phase']);
});

test('a search too long to mean anything is refused at its field', async () => {
  const response = await service.get(`/opportunities?q=${'a'.repeat(201)}`);
  expect(response.status).toBe(422);
  const page = await pageOf(response);
  expect(page.title).toMatch(/^Error: /);
  expect(page.links(/200 characters at most/)[0]?.href).toBe('#q');
  expect(page.byRole('searchbox', 'Search')[0]).toMatchObject({
    description: expect.stringContaining('200 characters at most'),
  });
  expect((await service.get(`/opportunities?q=${'a'.repeat(200)}`)).status).toBe(200);
});

test('a search that finds nothing offers ways on', async () => {
  const page = await pageAt('?q=zzzzqqq');
  expect(page.headings(2)[0]).toBe('No next step was found');
  expect(page.links('Ask your hub')[0]?.href).toBe('/hub');
  expect(page.links('all next steps')[0]?.href).toBe('/opportunities');
});

test('filters that leave nothing say what there is without them', async () => {
  const page = await pageAt('?q=phonics&kind=masters');
  expect(page.headings(2)[0]).toBe('No next step is left');
  expect(page.links(/^\d+ next steps?$/)[0]?.href).toBe('/opportunities?q=phonics');
});

test('the list is that of the day asked for, and before everything held we say that we hold nothing', async () => {
  expect((await pageAt('?on=2024-03-01&q=computing+hubs')).headings(3)[0]).toBe('Computing Hubs');
  const before = await pageAt('?on=2020-01-01');
  expect(before.text).toContain('We hold nothing for that day.');
  expect(before.headings(3)).toEqual([]);
});

test('whatever is asked, the page answers', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('npq', 'share', 'name', '-1', '1e9', 'NaN'),
  );
  const query = fc.array(
    fc.tuple(fc.constantFrom('q', 'route', 'kind', 'verdict', 'cost', 'time', 'start', 'sort', 'page', 'with'), text),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(query, async (pairs) => {
      const response = await service.get(
        `/opportunities?${new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()]))}`,
      );
      expect(response.status).toBe(200);
    }),
    { numRuns: 40 },
  );
});
