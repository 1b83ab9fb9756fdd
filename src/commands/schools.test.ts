import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../test/support/test-app.ts';
import { queriesIn, schoolRows } from './schools.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
}, 60_000);
afterAll(() => service.close());

test('a row says what outside checks read, and of a closed school who took its place', async () => {
  const { finder } = await service.services.finder.whenReady();
  expect(schoolRows(finder, '110971')).toEqual([
    {
      urn: 110971,
      name: 'Bewsey Lodge Primary School',
      town: 'Warrington',
      postcode: 'WA5 0AG',
      localAuthority: 'Warrington',
      open: false,
      successors: [151978],
    },
  ]);
});

test('each line of a file is a query, an empty one too, whatever ends it', () => {
  expect(queriesIn('wigan\r\n\r\nWA5 1BD\n')).toEqual(['wigan', '', 'WA5 1BD']);
  expect(queriesIn('wigan')).toEqual(['wigan']);
  expect(queriesIn('')).toEqual([]);
});
