import { expect, test, type Page } from '@playwright/test';
import { expectSound } from './sound.ts';

/*
 * A teacher and a line manager, as two browsers, take a plan from its sharing to agreed: answered, changed, asked about
 * again, agreed, and looked back on from both sides. axe finds nothing on the way.
 */

/** The path that the newest mail of this subject to somebody links to. */
async function linkTo(page: Page, address: string, subject: string, under: string): Promise<string> {
  let link = '';
  await expect(async () => {
    await page.goto('/dev/mail');
    const rows = page.getByRole('row').filter({ hasText: address });
    await rows.getByRole('link', { name: subject }).first().click({ timeout: 1000 });
    link = new RegExp(`/${under}/[\\w-]{32}`).exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 20_000 });
  return link;
}

/** Starts a plan of two steps and keeps it in an account on the way to sharing it. Gives the page that shares it. */
async function toSharing(page: Page, address: string): Promise<string> {
  await page.goto('/plans');
  await page.getByRole('button', { name: 'Start a plan' }).click();
  const path = new URL(page.url()).pathname;
  for (const [name, when] of [
    ['Watch two colleagues teach', '2027-spring-1'],
    ['Lead a staff meeting', '2027-spring-2'],
  ]) {
    const settings = await (await page.request.get(`${path}/settings`)).text();
    const version = /name="version" value="(\d+)"/.exec(settings)?.[1] ?? '';
    const form = { version, name: name ?? '', route: 'reflect', when: when ?? '', lasts: '1', hours: '6' };
    expect((await page.request.post(`${path}/add`, { form, maxRedirects: 0 })).status()).toBe(303);
  }
  await page.goto(`${path}/shares`);
  await expectSound(page, 'asked to sign in');
  await page.getByLabel('Your email address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(await linkTo(page, address, 'Sign in to Next Steps', 'sign-in'));
  await page.getByLabel('Yes, it is mine').check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}\/1\/shares$/);
  return new URL(page.url()).pathname;
}

test('a plan is shared, answered, changed, agreed and looked back on', async ({ page: teacher, browser }, {
  project,
}) => {
  test.setTimeout(240_000);
  const which = project.name === 'with JavaScript' ? 'one' : 'two';
  const [sam, jo] = [`sam.talks.${which}@school.example`, `jo.${which}@school.example`];
  const context = await browser.newContext({ javaScriptEnabled: which === 'one' });
  const reviewer = await context.newPage();
  const shares = await toSharing(teacher, sam);

  await expectSound(teacher, 'the form that shares');
  await teacher.getByLabel('Their name').fill('Jo Hall');
  await teacher.getByLabel('Their email address').fill(jo);
  await teacher.getByLabel('Your name').fill('Sam Patel');
  await teacher.getByRole('button', { name: 'Check what they will see' }).click();
  await expectSound(teacher, 'checked before it is sent');
  await teacher.getByRole('button', { name: 'Send it to Jo Hall' }).click();
  await expect(teacher.getByText('Waiting for Jo Hall to open it and answer')).toBeVisible();
  await expectSound(teacher, 'shared');
  const talk = new URL(teacher.url()).pathname;

  await reviewer.goto(await linkTo(reviewer, jo, 'You are asked to read a plan', 'shared'));
  await expect(reviewer.getByText('Watch two colleagues teach')).toHaveCount(0);
  await expectSound(reviewer, 'before the reader said who they are');
  await reviewer.getByRole('button', { name: 'I am Jo Hall: open the plan' }).click();
  const second = reviewer.getByRole('group', { name: 'Your answer to Lead a staff meeting' });
  await expect(second).toBeVisible();
  await expectSound(reviewer, 'the plan to be answered');
  await reviewer.getByRole('group', { name: 'Your answer to Watch two' }).getByLabel('Agree', { exact: true }).check();
  await second.getByLabel('Ask to change it').check();
  await reviewer.getByRole('button', { name: 'Send your answers' }).click();
  await expect(reviewer.getByRole('alert')).toContainText('Say what should be changed');
  await expectSound(reviewer, 'a change without its reason');
  await reviewer.getByLabel('Your words on Lead a staff meeting').fill('After Easter would be better.');
  await reviewer.getByRole('button', { name: 'Send your answers' }).click();
  await expect(reviewer.getByRole('heading', { name: 'Your answers are saved' })).toBeVisible();
  await expectSound(reviewer, 'what happens next');

  await teacher.goto(shares.replace('/shares', ''));
  await expect(teacher.getByText('Jo Hall asks for a change.')).toBeVisible();
  await teacher.getByRole('button', { name: /^Later.*Lead a staff meeting/ }).click();
  await teacher.goto(talk);
  await expect(teacher.getByText('After Easter would be better.')).toBeVisible();
  await expectSound(teacher, 'changed and not told');
  await teacher.getByRole('button', { name: 'Ask Jo Hall again' }).click();
  await expect(teacher.getByText('Waiting for Jo Hall to answer')).toBeVisible();

  await reviewer.goto(await linkTo(reviewer, jo, 'A plan you read has changed, and waits for you', 'shared'));
  await expect(reviewer.getByRole('row', { name: /When.*Spring 2 of 2027.*Summer 1 of 2027/ })).toBeVisible();
  await expectSound(reviewer, 'what changed');
  await second.getByLabel('Agree', { exact: true }).check();
  await reviewer.getByRole('button', { name: 'Send your answers' }).click();
  await reviewer.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(reviewer.getByText('You have agreed to every step, as it is now.')).toBeVisible();
  await reviewer.getByRole('link', { name: 'Look back on the plan' }).click();
  await reviewer.getByLabel('What of the plan was used?').fill('Two lessons were watched.');
  await reviewer.getByRole('button', { name: 'Save your answers' }).click();
  await expectSound(reviewer, 'a review by one side');

  await teacher.goto(`${talk}/review`);
  await expect(teacher.getByText('Two lessons were watched.')).toHaveCount(0);
  await teacher.getByLabel('What of the plan was used?').fill('Both lessons.');
  await teacher.getByRole('button', { name: 'Save your answers' }).click();
  await expect(teacher.getByText('Two lessons were watched.')).toBeVisible();
  await expectSound(teacher, 'a review side by side');
  await teacher.goto(shares);
  await expect(teacher.getByText('Agreed with Jo Hall: every step, as it is now.')).toBeVisible();
  await expectSound(teacher, 'with whom it is shared');
  await context.close();
});
