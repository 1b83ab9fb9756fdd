import { expect, test, type Locator, type Page } from '@playwright/test';

/* A bar of the timetable is dragged with a mouse: what it does, and what it leaves alone. */

const TOLD =
  'v=1&npqs=npq-leading-teaching-development&setting=primary-school&role=class-teacher&years-teaching=5&holds=qts&at-work=sponsor&at-work=line-manager&district=wigan&aims=share&hours=2';
const NAME = 'Mentor an early career teacher';

/** A new plan with one step in its first half term, and that step's bar. */
async function planWithBar(page: Page): Promise<Locator> {
  await page.goto(`/opportunities/ect-mentor?${TOLD}`);
  await page.getByRole('button', { name: 'Start a plan with this' }).click();
  await expect(page).toHaveURL(/\/plans\/[\w-]{32}\/1/);
  const bar = page.getByRole('link', { name: new RegExp(`^${NAME}\\. .* Autumn 2 of 2026`) });
  await bar.scrollIntoViewIfNeeded();
  return bar;
}

/** Seizes a bar near its left end and moves it by so many columns, the button still down. */
async function drag(page: Page, bar: Locator, columns: number): Promise<void> {
  const box = await bar.boundingBox();
  const column = await page.locator('[data-half-term]').first().boundingBox();
  if (!box || !column) throw new Error('the bar cannot be seen');
  const [x, y] = [box.x + 30, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + columns * column.width, y, { steps: 6 });
}

test('a bar let go two half terms later moves its step there, and undo brings it back', async ({ page }) => {
  const bar = await planWithBar(page);
  await drag(page, bar, 2);
  await page.mouse.up();
  await expect(page.getByRole('alert').first()).toContainText(`Moved “${NAME}” to Spring 2 of 2027.`);
  await expect(page.getByRole('link', { name: new RegExp(`^${NAME}\\. .* Spring 2 of 2027 to`) })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bar).toBeVisible();
});

test('a bar dragged back to where it was, or let go after Escape, changes nothing and opens nothing', async ({
  page,
}) => {
  const bar = await planWithBar(page);
  const address = page.url();
  await drag(page, bar, 3);
  await expect(bar).toHaveAttribute('transform', /translate/);
  await page.keyboard.press('Escape');
  await expect(bar).not.toHaveAttribute('transform', /translate/);
  await page.mouse.up();
  await drag(page, bar, 0.3);
  await page.mouse.up();
  await page.waitForLoadState('networkidle');
  expect(page.url()).toBe(address);
  await expect(bar).not.toHaveAttribute('transform', /translate/);
});

test('a bar cannot be dragged out of the timetable', async ({ page }) => {
  const bar = await planWithBar(page);
  await drag(page, bar, -2);
  await expect(bar).toHaveAttribute('transform', 'translate(0 0)');
  await drag(page, bar, 40);
  await expect(page.locator('.app-timetable__column--target')).toHaveAttribute('data-half-term', '2028-autumn-1');
  await page.keyboard.press('Escape');
});

for (const [way, follow] of [
  ['a click', (bar: Locator) => bar.click({ position: { x: 30, y: 15 } })],
  ['the keyboard', (bar: Locator) => bar.press('Enter')],
] as const) {
  test(`by ${way} a bar opens the page of its step`, async ({ page }) => {
    const bar = await planWithBar(page);
    await follow(bar);
    await expect(page).toHaveURL(/\/steps\/s1$/);
  });
}

test('keyboard after a drag that came to nothing still opens the page of the step', async ({ page }) => {
  const bar = await planWithBar(page);
  await drag(page, bar, 0.3);
  await page.mouse.up();
  await bar.press('Enter');
  await expect(page).toHaveURL(/\/steps\/s1$/);
});
