import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('each area has this school year and the two that follow, the districts of the hub before the rest of England', async () => {
  const page = await at('/half-terms');
  const areas = ['Halton', 'Warrington', 'Wigan', 'England elsewhere'];
  expect(page.headings(2).slice(0, 4)).toEqual(areas);
  expect(page.elements('table')).toHaveLength(12);
  for (const id of ['halton', 'warrington', 'wigan', 'england']) {
    for (const year of ['2026 to 2027', '2027 to 2028', '2028 to 2029']) expect(page.section(id)).toContain(year);
    expect(page.section(id)).not.toContain('2025 to 2026');
  }
});

test('a half term has its first and last day and the days that are taught, the one that runs is marked', async () => {
  const page = await at('/half-terms');
  expect(page.section('wigan')).toContain(
    'Autumn 1 2 September to 23 October 38 Autumn 2 (now) 2 November to 18 December 35',
  );
  expect(page.text.match(/\(now\)/g)).toHaveLength(4);
  expect((await at('/half-terms?on=2026-10-27')).text).not.toContain('(now)');
});

test('an estimate says so, by whose principles, with its source and the principles in words', async () => {
  const wigan = (await at('/half-terms')).section('wigan');
  expect(wigan).toContain('Estimate Estimated by the principles Wigan Council publishes.');
  expect(wigan).toContain('Source: School term dates, Wigan Council');
  expect(wigan).toContain('The spring half term is the third full week of February.');
  expect(wigan).not.toContain('Published');
});

test('where a district has none that could be read, the page says where to look', async () => {
  const page = await at('/half-terms');
  expect(page.section('halton')).toContain('Halton Council publishes its dates as a download');
  expect(page.links('School term dates, Halton Borough Council')[0]?.href).toContain('halton.gov.uk');
});

test('on another day its own school years stand there, and published ones say which school’s they are', async () => {
  const wigan = (await at('/half-terms?on=2024-10-01')).section('wigan');
  expect(wigan).toContain("Published Dates of one Wigan school, Aspull Church Primary; your school's may differ.");
  expect(wigan).toMatch(/2024 to 2025.+2025 to 2026.+Estimate.+2026 to 2027/);
  expect(wigan).toContain('Summer 2 2 June to 18 July 35 In all 190');
});

test('in August the school year shown is the one to come', async () => {
  const wigan = (await at('/half-terms?on=2027-08-10')).section('wigan');
  expect(wigan).toContain('2027 to 2028');
  expect(wigan).not.toContain('2026 to 2027');
});

test('bank holidays of the years shown are listed, and where none is published that is said', async () => {
  const page = await at('/half-terms');
  expect(page.section('bank-holidays')).toContain('28 December 2026: Boxing Day (substitute day)');
  expect(page.section('bank-holidays')).not.toContain('31 August 2026');
  expect((await at('/half-terms?on=2030-10-01')).section('bank-holidays')).toContain('None are published');
});

test('before anything is held, it says so', async () => {
  const page = await at('/half-terms?on=2021-06-30');
  expect(page.text).toContain('We hold nothing for that day');
  expect(page.elements('table')).toEqual([]);
});
