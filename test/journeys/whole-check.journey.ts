import { expect, test, type Page } from '@playwright/test';

/* Whole journeys, in a real browser, with and without JavaScript. */

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const proceed = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();

/** Answers what is asked, with the first option that fits, until the results come. */
async function answerAll(page: Page, wanted: RegExp, atMost = 20): Promise<number> {
  let asked = 0;
  while (new URL(page.url()).pathname === '/check' && asked < atMost) {
    const choices = page.getByRole('radio').or(page.getByRole('checkbox'));
    const fitting = page.getByLabel(wanted).first();
    await ((await fitting.count()) > 0 ? fitting : choices.first()).check();
    await proceed(page);
    asked += 1;
  }
  return asked;
}

test('a teacher goes from the home page through the questions to a step and the source behind a figure', async ({
  page,
}) => {
  await page.goto('/');
  await expect(heading(page)).toHaveText('You have finished your NPQ. Where next?');
  await page
    .getByRole('button', { name: 'Check what is open to you' })
    .or(page.getByRole('link', { name: 'Check what is open to you' }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/check/);
  const asked = await answerAll(
    page,
    /state-funded primary|class or subject teacher|leading teacher development|^yes$|qualified teacher/i,
  );
  expect(asked).toBeGreaterThan(3);
  await expect(page).toHaveURL(/\/results\?v=1/);
  await expect(heading(page)).toHaveText(/\d+ next steps? (is|are) open to you/);
  await expect(page.getByRole('heading', { name: 'One thing to do this week' })).toBeVisible();
  const week = page.getByRole('region', { name: 'One thing to do this week' });
  const step = week.getByRole('link').last();
  const name = await step.innerText();
  await step.click();
  await expect(heading(page)).toContainText(name);
  const source = page
    .getByRole('main')
    .getByRole('link', { name: /\(source\)/ })
    .first();
  await source.click();
  await expect(page).toHaveURL(/\/facts\//);
  await expect(page.getByRole('main').locator('a[href^="https://"]').first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/results\?v=1/);
});

test('a question can be skipped, gone back to and changed, and nothing is lost on the way', async ({ page }) => {
  await page.goto('/check');
  const first = await heading(page).innerText();
  await page.getByRole('radio').or(page.getByRole('checkbox')).first().check();
  await proceed(page);
  const second = await heading(page).innerText();
  expect(second).not.toBe(first);
  await page.getByRole('link', { name: 'Skip this question' }).click();
  await expect(heading(page)).not.toHaveText(second);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(heading(page)).toHaveText(second);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(heading(page)).toHaveText(first);
  await expect(page.getByRole('radio').or(page.getByRole('checkbox')).first()).toBeChecked();
  await page.getByRole('link', { name: 'See what is open so far' }).click();
  await expect(page).toHaveURL(/\/results/);
  await page
    .getByRole('link', { name: /\(change\)/ })
    .first()
    .click();
  await expect(heading(page)).toHaveText(first);
  await page.getByRole('radio').or(page.getByRole('checkbox')).nth(1).check();
  await proceed(page);
  await expect(page).toHaveURL(/\/results/);
});

test('a question sent without an answer says so, tied to its field', async ({ page }) => {
  await page.goto('/check?at=role');
  await proceed(page);
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('Choose an answer');
  await summary.getByRole('link').click();
  await expect(page.getByRole('radio').first()).toBeFocused();
  await expect(page.getByRole('group', { name: 'What is your role now?' })).toHaveAccessibleDescription(
    /Choose an answer/,
  );
});
