import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('every NPQ of the day is there with whom it is for, its length, its funding and who runs it', async () => {
  const page = await at('/npqs');
  const npqs = service.services.catalogue.current().npqs.filter((npq) => npq.exists.until === null);
  expect(npqs.length).toBeGreaterThan(9);
  for (const npq of npqs) {
    const section = page.section(npq.code);
    expect(section).toContain(npq.audience);
    for (const name of ['Length', 'Funding', 'Autumn 2026']) expect(section).toContain(name);
  }
});

test('funding is what held on the day asked for', async () => {
  expect((await at('/npqs')).section('npq-leading-teaching')).toContain('disadvantage lists');
  expect((await at('/npqs?on=2023-10-01')).section('npq-leading-teaching')).toContain('every state-funded school');
});

test('an NPQ that was not offered yet is named apart, and later cohorts are not known of', async () => {
  const then = await at('/npqs?on=2022-07-01');
  expect(then.section('not-offered')).toContain('NPQ for SENCOs');
  expect(then.section('cohorts')).toContain('Autumn 2022');
  expect(then.section('cohorts')).not.toContain('2026');
});

test('a cohort nobody has announced says so', async () => {
  expect((await at('/npqs')).section('cohorts')).toMatch(/Autumn 2027 Not announced Not announced/);
});

test('before anything is held, it says so', async () => {
  expect((await at('/npqs?on=2021-06-30')).text).toContain('We hold nothing for that day');
});
