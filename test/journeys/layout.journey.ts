import { expect, test, type Page } from '@playwright/test';
import { ADDRESSES } from '../support/addresses.ts';
import { sideways } from './sound.ts';

/* What eyes and hands meet: no sideways scroll, a visible focus in a sensible order, forced colours. */

interface Focused {
  readonly name: string;
  readonly top: number;
  readonly marked: boolean;
}

/** What has the focus now, and whether its look differs from when it has not. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return { name: '', top: 0, marked: false };
    const look = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, stroke, strokeWidth, fill } =
        getComputedStyle(one);
      return [
        outlineStyle === 'none' ? '' : outlineWidth,
        boxShadow,
        backgroundColor,
        borderColor,
        stroke,
        strokeWidth,
        fill,
      ].join();
    };
    const parts = [
      element,
      ...element.querySelectorAll('*'),
      ...(element.nextElementSibling ? [element.nextElementSibling] : []),
    ];
    const looks = (list: readonly Element[]) =>
      list.flatMap((one) => [look(one), getComputedStyle(one, '::before').boxShadow]).join(';');
    const on = looks(parts);
    element.blur();
    const off = looks(parts);
    element.focus();
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    return {
      name: name || element.getAttribute('name') || element.tagName,
      top: element.getBoundingClientRect().top + scrollY,
      marked: on !== off,
    };
  });
}

async function tabThrough(page: Page, count: number): Promise<readonly Focused[]> {
  const seen: Focused[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
  }
  return seen;
}

test('no page scrolls sideways on a narrow phone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [address] of ADDRESSES) {
    await page.goto(address);
    const wide = await sideways(page);
    expect.soft(wide, address.slice(0, 120)).toBeLessThanOrEqual(0);
  }
});

test('the keyboard reaches the skip link first, then the header in its order, each with a visible focus', async ({
  page,
}) => {
  await page.goto('/');
  const links = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts();
  expect(links.length).toBeGreaterThan(3);
  const expected = ['Skip to main content', 'Next Steps', ...links];
  const seen = await tabThrough(page, expected.length);
  expect(seen.map(({ name }) => name)).toEqual(expected);
  expect(seen.filter(({ marked }) => !marked)).toEqual([]);
});

test('the skip link leads past the header to the main content', async ({ page }) => {
  await page.goto('/opportunities');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  const isInMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(isInMain).toBe(true);
});

test('every line and stop of the map can be reached by keyboard, named and with a visible focus', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto('/');
  const map = page.getByRole('group', { name: 'Map of the routes' });
  const links = await map.getByRole('link').count();
  expect(links).toBeGreaterThan(12);
  await page
    .getByRole('link', { name: 'Check what is open to you' })
    .or(page.getByRole('button', { name: 'Check what is open to you' }))
    .first()
    .focus();
  const seen = await tabThrough(page, links);
  expect(seen.filter(({ name }) => name === '')).toEqual([]);
  expect(seen.filter(({ marked }) => !marked).map(({ name }) => name)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.closest('svg') !== null)).toBe(true);
});

test('a question is answered by keyboard alone', async ({ page }) => {
  await page.goto('/check?at=role');
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  const [button] = await tabThrough(page, 1);
  expect(button).toMatchObject({ name: 'Continue', marked: true });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/role=/);
});

test('verdicts, routes and focus can be told apart in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of ['/', '/results?v=1&role=class-teacher&setting=primary-school', '/opportunities']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const [skip] = await tabThrough(page, 1);
    expect(skip?.marked, address).toBe(true);
  }
  await page.goto('/results?v=1&role=class-teacher&setting=primary-school');
  const words = await page.getByRole('main').innerText();
  for (const verdict of ['Open to you', 'One answer away']) expect(words).toContain(verdict);
});

test('nothing moves for who asks for less motion, and nothing is fetched from elsewhere', async ({ page, baseURL }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const elsewhere: string[] = [];
  page.on('request', (request) => !request.url().startsWith(baseURL ?? '') && elsewhere.push(request.url()));
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const address of ['/', '/check', '/results', '/opportunities', '/briefing']) await page.goto(address);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
