import { expect, test, type APIRequestContext } from '@playwright/test';
import { ANSWERED } from '../support/addresses.ts';
import { aPng } from '../support/pictures.ts';
import { fileOn, PLAN_FILLED_BY, PLAN_PAGES, THE_FILE } from '../support/plan-addresses.ts';
import { found, sideways, unfold } from './sound.ts';

/* axe finds nothing on any page of a plan, and none scrolls sideways on a narrow phone. */

/** A plan with something on each of its pages, made by the forms themselves. */
async function aFilledPlan(request: APIRequestContext): Promise<string> {
  const started = await request.post(`/plans?${ANSWERED}`, { form: { step: 'ect-mentor' }, maxRedirects: 0 });
  const path = (started.headers()['location'] ?? '').replace(/\?.*/, '');
  for (const { below, fields } of PLAN_FILLED_BY) {
    const settings = await (await request.get(`${path}/settings`)).text();
    const version = /name="version" value="(\d+)"/.exec(settings)?.[1] ?? '';
    const saved = await request.post(`${path}${below}`, { form: { version, ...fields }, maxRedirects: 0 });
    expect(saved.status()).toBe(303);
  }
  const picture = { name: 'board.png', mimeType: 'image/png', buffer: aPng(200, 100) };
  const multipart = { title: 'The board', file: picture };
  const added = await request.post(`${path}/evidence/add/file`, { multipart, maxRedirects: 0 });
  expect(added.status()).toBe(303);
  return path;
}

for (const width of [320, 1280]) {
  test(`every page of a plan at ${width} pixels, with what folds opened`, async ({ page, request }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    const path = await aFilledPlan(request);
    const file = fileOn(await (await request.get(`${path}/evidence`)).text());
    for (const address of [
      ...PLAN_PAGES.map((below) => `${path}${below.replace(THE_FILE, file)}`),
      path.replace(/\/\d+$/, ''),
      '/plans',
      '/half-terms',
      '/credit',
    ]) {
      await page.goto(address);
      await unfold(page);
      const name = address.replace(path, '');
      expect.soft(await sideways(page), name).toBeLessThanOrEqual(0);
      expect.soft(await found(page), name).toEqual([]);
    }
  });
}
