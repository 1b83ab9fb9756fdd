import { expect, test, type Page } from '@playwright/test';
import { expectSound } from './sound.ts';

/* A plan is started, kept in an account by a link in a mail, and opened again from there; axe finds nothing on the way. */

/** The path of the link in the newest mail to somebody, once one after `before` is written. */
async function linkTo(page: Page, address: string, before = ''): Promise<string> {
  let link = '';
  await expect(async () => {
    await page.goto('/dev/mail');
    const rows = page.getByRole('row').filter({ hasText: address });
    await rows.getByRole('link', { name: 'Sign in to Next Steps' }).first().click({ timeout: 1000 });
    link = /\/sign-in\/[\w-]{32}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
    expect(link).not.toBe(before);
  }).toPass({ timeout: 20_000 });
  return link;
}

test('a plan is kept in an account, with a link from a mail', async ({ page }, { project }) => {
  test.setTimeout(120_000);
  const address = `sam-${project.name === 'with JavaScript' ? 'one' : 'two'}@school.example`;
  await page.goto('/plans');
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await page.getByText('Keep this plan in your account').click();
  await expectSound(page, 'the plan, with the form open');
  await page.getByLabel('Your email address').fill('sam@school');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter an email address in the correct format');
  await expectSound(page, 'the form with an error');
  await page.getByLabel('Your email address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  await expectSound(page, 'look in your mail');

  const link = await linkTo(page, address);
  await page.goto(link);
  await expect(page.getByText(`You will be signed in as ${address}`)).toBeVisible();
  await page
    .getByRole('group', { name: 'Keep “My next steps” in your account?' })
    .getByLabel('Yes, it is mine')
    .check();
  await expectSound(page, 'the page of the link');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}\/1$/);
  await expect(page.getByText('This plan is in your account.')).toBeVisible();
  const plan = page.url();

  await page.goto('/sign-in');
  await expectSound(page, 'signed in');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out in this browser.')).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  await expectSound(page, 'a used link');
  await page.goto(plan);
  await expect(page.getByRole('heading', { name: 'Sign in to open this page' })).toBeVisible();
  await expectSound(page, 'sign in first');
  await page.getByLabel('Your email address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(await linkTo(page, address, link));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(plan);
});
