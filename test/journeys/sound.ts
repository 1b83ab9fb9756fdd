import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** Every level of WCAG that is promised: 2.2 AA and all before it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Opens what folds, so that it is looked at too. */
export async function unfold(page: Page): Promise<void> {
  // After a press the page that comes can be there with nothing in it yet.
  await page.waitForLoadState();
  await page.evaluate(() => document.querySelectorAll('details').forEach((folded) => (folded.open = true)));
}

/** What axe finds on the page as it stands: each rule with where it is broken. */
export async function found(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** How many pixels of the page lie beyond the window's right edge. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * That nothing scrolls sideways, on a phone or a large screen, and that axe finds nothing. axe is a script itself: where
 * scripts are off it is not asked.
 */
export async function expectSound(page: Page, name: string): Promise<void> {
  await unfold(page);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await sideways(page), `${name} at ${width} pixels`).toBeLessThanOrEqual(0);
  }
  if (test.info().project.name !== 'with JavaScript') return;
  expect.soft(await found(page), name).toEqual([]);
}
