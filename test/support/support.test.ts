import { afterAll, beforeAll, expect, test } from 'vitest';
import { questionOf } from '../../src/domain/matching/questions.ts';
import { pageOf } from './html.ts';
import { testApp, type TestApp } from './test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

test('a test app is ready at once, because the content is read once for all test files', async () => {
  const start = performance.now();
  const another = await testApp();
  expect(performance.now() - start).toBeLessThan(2000);
  expect(another.services.catalogue.current().opportunities.length).toBeGreaterThan(100);
  await another.close();
});

test('a page is read by what a person perceives: role, name and text', async () => {
  const page = await pageOf(await service.get('/'));
  expect(page.headings(1)).toEqual(['You have finished your NPQ. Where next?']);
  expect(page.byRole('navigation', 'Main')).toHaveLength(1);
  expect(page.byRole('link', 'Skip to main content')).toHaveLength(1);
  expect(page.byRole('main')).toHaveLength(1);
});

test('a form field is found by its label, with what is said beside it', async () => {
  const page = await pageOf(await service.get('/check?at=role'));
  const { ask, options } = questionOf('role');
  expect(page.byRole('radio').map((radio) => radio.name)).toEqual(options.map((option) => option.label));
  expect(page.byRole('group', ask)).toHaveLength(1);
});
