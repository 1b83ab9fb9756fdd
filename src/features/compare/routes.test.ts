import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf, textOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const pageAt = async (query: string) => pageOf(await service.get(`/compare${query}`));
const THREE = '?with=npq-senior-leadership&with=ect-mentor&with=chester-ma-education';

test('three next steps stand side by side in what people decide by', async () => {
  const page = await pageAt(THREE);
  expect(page.headings(1)).toEqual(['Compare 3 next steps']);
  expect(page.byRole('columnheader').map(({ name }) => name)).toEqual([
    'NPQ in Senior Leadership',
    'Mentor an early career teacher',
    'MA Education with credit for your NPQ, University of Chester',
  ]);
  expect(page.byRole('rowheader').map(({ name }) => name)).toEqual([
    'Your time',
    'Hours in all',
    'How long',
    'Days out of class, to be covered',
    'Cost to you',
    'Cost to your school',
    'Paid to your school',
    'When',
    'What it asks',
    'What it opens',
  ]);
  const [, ...rows] = page.elements('tr');
  expect(textOf(rows.find((row) => textOf(row).startsWith('When')))).toContain('the next is not announced');
});

test('with answers, each is judged for this teacher and nobody keeps the page', async () => {
  const response = await service.get(`/compare${THREE}&v=1&role=class-teacher&setting=primary-school`);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const page = await pageOf(response);
  expect(page.byRole('rowheader')[0]?.name).toBe('For you');
  expect(page.links('Remove from the comparison: Mentor an early career teacher')[0]?.href).toContain(
    'role=class-teacher',
  );
});

test('each can be taken out by a link, and others added by a form that works without script', async () => {
  const page = await pageAt('?with=ect-mentor&with=itt-mentor');
  expect(page.links('Remove from the comparison: Mentor an early career teacher')[0]?.href).toBe(
    '/compare?with=itt-mentor',
  );
  expect(page.byRole('combobox', 'Compare with')).toHaveLength(1);
  const offered = page.elements('option').map(textOf);
  expect(offered).toContain('NPQ in Headship');
  expect(offered).not.toContain('Mentor an early career teacher');
});

test('three is the most: there is no form to add a fourth, and a fourth asked for is named as left out', async () => {
  expect((await pageAt(THREE)).byRole('combobox')).toHaveLength(0);
  const page = await pageAt(`${THREE}&with=npq-headship`);
  expect(page.byRole('columnheader')).toHaveLength(3);
  expect(page.text).toContain('Only the first 3 are shown. Left out: NPQ in Headship.');
});

test('what does not exist is left out with a line that says so', async () => {
  const response = await service.get('/compare?with=ect-mentor&with=no-such-thing&with=ect-mentor');
  expect(response.status).toBe(200);
  const page = await pageOf(response);
  expect(page.byRole('columnheader')).toHaveLength(1);
  expect(page.text).toContain('One of the next steps asked for is not in the catalogue of this day and left out.');
});

test('with nothing chosen the page says what it is for and asks what to start with', async () => {
  const page = await pageAt('');
  expect(page.headings(1)).toEqual(['Compare next steps']);
  expect(page.byRole('combobox', 'Start with')).toHaveLength(1);
  expect(page.byRole('table')).toHaveLength(0);
});

test('the comparison is of the day asked for', async () => {
  const page = await pageAt('?with=computing-hubs&on=2024-03-01');
  expect(page.byRole('columnheader')[0]?.name).toBe('Computing Hubs');
  expect(page.text).toContain('Side by side, on 1 March 2024');
  expect((await pageAt('?with=computing-hubs&on=2020-01-01')).text).toContain('We hold nothing for that day.');
});
