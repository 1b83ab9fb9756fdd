import { expect, test, type Page } from '@playwright/test';

/* Two years planned with nothing but the keys: Tab, Enter, Space, arrows and letters. */

const TOLD =
  'v=1&npqs=npq-leading-literacy&setting=secondary-school&role=middle-leader&years-teaching=10&holds=qts&at-work=sponsor&at-work=line-manager&district=warrington&hours=4';

/** Presses Tab until what has the focus is named so, as somebody does who sees only where the focus is. */
async function tabTo(page: Page, name: RegExp, atMost = 150): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < atMost; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement
          ? element.labels?.[0]?.textContent
          : '';
      return `${label ?? ''} ${element?.textContent ?? ''}`.replaceAll(/\s+/g, ' ').trim();
    });
    seen.push(focused.slice(0, 40));
    if (name.test(focused)) return;
  }
  throw new Error(`no focus on ${String(name)}: ${seen.join(' | ')}`);
}

/** Presses Enter and waits for the page it leads to, as somebody does who looks before pressing on. */
async function enter(page: Page, leadsTo: RegExp): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(leadsTo);
  await page.waitForLoadState();
}

test('a plan is started, filled, moved, undone and saved by the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/opportunities/lead-a-topic-or-subject?${TOLD}`);
  await tabTo(page, /^Start a plan with this$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My next steps');

  await tabTo(page, /^Add a step$/);
  await enter(page, /\/add$/);
  await tabTo(page, /^Search every next step/);
  await page.keyboard.type('senior leadership');
  await enter(page, /\/add\?q=senior/);
  await tabTo(page, /^Add it.*NPQ in Senior Leadership/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('Added “NPQ in Senior Leadership” in Autumn 2 of 2027.');

  await tabTo(page, /^Later.*Lead a topic/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('to Spring 1 of 2027.');
  await tabTo(page, /^Undo$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('Undid: Moved');

  await tabTo(page, /^Lead a topic or a subject$/);
  await enter(page, /\/steps\/s1$/);
  await tabTo(page, /^Starts in/);
  await page.keyboard.type('Autumn 1 of 2027');
  await tabTo(page, /^Hours in each half term/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText(/Lead a topic or a subject.*to Autumn 1 of 2027\./);
  await expect(page.getByRole('main')).toContainText('8 hours a half term (your figure)');

  await tabTo(page, /^The same as a table$/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('table').first()).toBeVisible();
});
