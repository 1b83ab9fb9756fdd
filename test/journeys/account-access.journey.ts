import { expect, test, type Page } from '@playwright/test';
import { ANSWERED } from '../support/addresses.ts';
import { found, sideways, unfold } from './sound.ts';

/* axe finds nothing on any page of an account in its states, and none scrolls sideways on a narrow phone. */

/** Signs a browser in as somebody does: by the link in the newest mail, which is a file here. Gives the link. */
async function signIn(page: Page, address: string, before = ''): Promise<string> {
  let link = '';
  await page.goto('/account');
  await page.getByLabel('Your email address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(async () => {
    await page.goto('/dev/mail');
    const mine = page.getByRole('row').filter({ hasText: address }).getByRole('link').first();
    await mine.click({ timeout: 1000 });
    link = /\/sign-in\/[\w-]{32}/.exec(await page.content())?.[0] ?? before;
    expect(link).not.toBe(before);
  }).toPass();
  await page.goto(link);
  await page.getByRole('main').getByRole('button').first().click();
  return link;
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  await unfold(page);
  expect.soft(await sideways(page), name).toBeLessThanOrEqual(0);
  expect.soft(await found(page), name).toEqual([]);
}

for (const width of [320, 1280]) {
  test(`every page of an account at ${width} pixels, with what folds opened`, async ({ page }, { project }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/account');
    await expectAccessible(page, 'signed out');
    const address = `axe-${width}-${project.name.replaceAll(/\W/g, '-').toLowerCase()}@school.example`;
    const link = await signIn(page, address);
    await page.goto('/account');
    await expectAccessible(page, 'without a plan');
    for (const _ of [1, 2]) {
      await page.goto(`/plans?${ANSWERED}`);
      await page.getByRole('button', { name: 'Start a plan' }).click();
    }
    const plan = new URL(page.url()).pathname;
    for (const path of ['/account', '/account/data', '/account/delete', `${plan}/openings`]) {
      await page.goto(path);
      await expectAccessible(page, path);
    }
    await page.goto('/account');
    await page.getByLabel('A new address').fill('nobody');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expectAccessible(page, 'a mistyped address');
    await page.goto('/account');
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'Make a new private link' }).first().click();
    await expectAccessible(page, 'a new private link');
    await page.goto('/account/delete');
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expectAccessible(page, 'just deleted');
    await signIn(page, address, link);
    await expectAccessible(page, 'deleted, to be brought back');
    await page.getByRole('button', { name: 'Bring everything back' }).click();
    await expect(page.getByText('Everything is back as it was.')).toBeVisible();
  });
}
