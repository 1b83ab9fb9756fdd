import { expect, test } from '@playwright/test';

/* Finding, comparing, looking back: in a real browser, with and without JavaScript. */

test('a search forgives a slip, can be narrowed, and leads to a comparison side by side', async ({ page }) => {
  await page.goto('/opportunities');
  const search = page.getByRole('searchbox').or(page.getByLabel('Search')).first();
  await search.fill('mentr');
  await search.press('Enter');
  await expect(page).toHaveURL(/q=mentr/);
  await page.getByRole('link', { name: 'Mentor an early career teacher', exact: true }).first().click();
  await page
    .getByRole('link', { name: /compare/i })
    .or(page.getByRole('button', { name: /compare/i }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/compare\?with=ect-mentor/);
  const choice = page.getByRole('combobox').first();
  await choice.selectOption({ value: 'npq-senior-leadership' });
  await page.getByRole('button', { name: /add/i }).click();
  await expect(page).toHaveURL(/with=ect-mentor.*with=npq-senior-leadership/);
  const main = page.getByRole('main');
  await expect(main).toContainText('Mentor an early career teacher');
  await expect(main).toContainText(/Senior Leadership/i);
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('what has changed shows each claim then and now, and the facts behind it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'What has changed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What has changed since 2023');
  const behind = page.getByRole('main').locator('a[href^="/facts/"]').first();
  await behind.click();
  await expect(page).toHaveURL(/\/facts\//);
});

test('the briefing can be read for another day, and that day stays on every link', async ({ page }) => {
  await page.goto('/briefing?on=2023-09-01');
  await expect(page.getByRole('main')).toContainText('2023');
  const pdf = page.getByRole('link', { name: /PDF/ }).first();
  await expect(pdf).toHaveAttribute('href', '/briefing.pdf?on=2023-09-01');
  const answer = await page.request.get('/briefing.pdf?on=2023-09-01');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'All next steps' }).click();
  await expect(page).toHaveURL('/opportunities?on=2023-09-01');
});

test('a route on the map leads to its page and from there to every step on it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('list').getByRole('link', { name: 'Share expertise' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Share expertise');
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Mentor an early career teacher', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL('/opportunities/ect-mentor');
});
