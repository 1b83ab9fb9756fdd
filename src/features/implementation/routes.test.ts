import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('every phase, behaviour, factor and mechanism is there, the phases in order', async () => {
  const page = await at('/implementation');
  for (const idea of service.services.catalogue.current().eef) expect(page.text).toContain(idea.text);
  expect(page.headings(3).slice(0, 4)).toEqual(['Explore', 'Prepare', 'Deliver', 'Sustain']);
});

test('each phase says what to write down', async () => {
  expect((await at('/implementation')).section('phases').match(/Write down:/g)).toHaveLength(4);
});

test('it leads to the route that puts it to use', async () => {
  expect((await at('/implementation')).links('Reflect and implement')[0]?.href).toBe('/routes/reflect');
});

test('the edition named is the one of the day', async () => {
  expect((await at('/implementation')).text).toContain('the third edition');
  expect((await at('/implementation?on=2023-09-01')).text).toContain('the second edition');
});
