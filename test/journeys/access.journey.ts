import { expect, test } from '@playwright/test';
import { ADDRESSES } from '../support/addresses.ts';
import { found, unfold } from './sound.ts';

/* axe finds nothing on any page in any state. It hangs where JavaScript is off, so here it is on. */

const GROUPS = 6;

for (let group = 0; group < GROUPS; group += 1) {
  const addresses = ADDRESSES.filter((_, index) => index % GROUPS === group);
  test(`axe finds nothing wrong on any page: part ${group + 1} of ${GROUPS}`, async ({ page }) => {
    test.setTimeout(180_000);
    for (const [address] of addresses) {
      await page.goto(address);
      expect.soft(await found(page), address.slice(0, 120)).toEqual([]);
    }
  });
}

test('axe finds nothing wrong on a phone either, nor with what folds opened', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [
    '/',
    '/results?v=1&role=class-teacher',
    '/opportunities',
    '/opportunities/ect-mentor',
    '/compare?with=ect-mentor&with=npq-headship',
  ]) {
    await page.goto(address);
    await unfold(page);
    expect.soft(await found(page), address).toEqual([]);
  }
});
