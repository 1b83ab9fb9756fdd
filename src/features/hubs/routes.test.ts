import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
  await service.services.finder.whenReady();
}, 60_000);
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

test('every area of England has its page, with its lead school, its districts and the day of the list', async () => {
  const areas = [...service.services.schools.current().hubAreas.values()];
  const index = await at('/hubs');
  expect(areas).toHaveLength(87);
  for (const { area, hub, districts, leadSchool } of areas) {
    expect(index.links().some(({ href }) => href === `/hubs/${area}`)).toBe(true);
    const page = await at(`/hubs/${area}`);
    expect(page.headings(1)).toEqual([hub]);
    expect(districts.filter((district) => !page.text.includes(district.replace(/ [NSEW]\.?$/, '')))).toEqual([]);
    expect(page.text).toContain(leadSchool.name);
    expect(page.text).toContain('30 September 2025');
  }
});

test('a split district says so and names the others', async () => {
  const page = await at('/hubs/YH3');
  expect(page.text).toContain('North Yorkshire is split between this hub and others');
  expect(page.links().filter(({ href }) => /\/hubs\/YH(8|10)$/.test(href))).toHaveLength(2);
  expect((await at('/hubs/NW2')).text).not.toContain('is split');
});

test('the service’s own hub leads to its page', async () => {
  expect((await at('/hubs/NW2')).links('about Generate Teaching Hub')[0]?.href).toBe('/hub');
});

test('a code in small letters is the same hub, and another is none', async () => {
  expect((await service.get('/hubs/nw2')).status).toBe(200);
  expect((await service.get('/hubs/zz9')).status).toBe(404);
});
