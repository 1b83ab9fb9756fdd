import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const SETTINGS = {
  title: 'My three years',
  hours: '1.5',
  fte: '0.6',
  budget: '200',
  aims: ['share', 'lead'],
  sponsor: 'yes',
  'line-manager': 'unsure',
  district: 'warrington',
  first: '2027-spring-1',
  'half-terms': '18',
};

test('a plan goes by other settings, and keeps them', async () => {
  const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  const page = await visitor.save('/settings', SETTINGS);
  expect(page.headings(1)).toEqual(['My three years']);
  const again = await visitor.get('/settings');
  const values = again.elements('input').map(({ attrs }) => attrs.find(({ name }) => name === 'value')?.value);
  expect(values).toEqual(expect.arrayContaining(['My three years', '1.5', '0.6', '200']));
  expect(again.text).toContain('Warrington');
});

test('a part-time week shrinks the hours that are reckoned with, and directed time is shown with its source', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  await visitor.save('/settings', { ...SETTINGS, hours: '', fte: '0.6' });
  const page = await visitor.get('/settings');
  expect(page.text).toContain('Left empty, we reckon with 1 hour.');
  expect(page.text).toMatch(/Directed time in a year would be 759 hours/);
});

test('what cannot be is said at its field', async () => {
  const visitor = await aVisitor(service);
  const answer = await visitor.send('/settings', {
    title: '',
    hours: '-2',
    fte: '1.5',
    budget: 'lots',
    first: '2027-winter-1',
    'half-terms': '70',
  });
  expect(answer.status).toBe(422);
  const page = await pageOf(answer);
  expect(
    page
      .links()
      .filter(({ href }) => href.startsWith('#') && href !== '#main')
      .map(({ href }) => href),
  ).toEqual(['#title', '#hours', '#fte', '#budget', '#first', '#half-terms']);
});
