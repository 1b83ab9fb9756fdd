import { expect, test, type Page } from '@playwright/test';
import { ANSWERED } from '../support/addresses.ts';
import { expectSound } from './sound.ts';

/* A teacher makes a case, keeps the plan in an account to send it, the head answers, and the teacher copies the answers. */

/** The path a mail leads to, from the newest to somebody under a subject. */
async function pathIn(page: Page, address: string, subject: string, path: RegExp): Promise<string> {
  let found = '';
  await expect(async () => {
    await page.goto('/dev/mail');
    const rows = page.getByRole('row').filter({ hasText: address });
    await rows.getByRole('link', { name: subject }).first().click({ timeout: 1000 });
    found = path.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
    expect(found).not.toBe('');
  }).toPass({ timeout: 20_000 });
  return found;
}

async function writeCase(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'A case for your head, on one page' }).click();
  await expectSound(page, 'the case, to be written');
  await page.getByLabel('Days out of class in a year').fill('many');
  await page.getByRole('button', { name: 'Save and see it' }).click();
  await expect(page.getByRole('alert')).toContainText('Days out of class in a year must be a number');
  await expectSound(page, 'the case with an error');
  await page.getByLabel('Days out of class in a year').fill('4');
  await page.getByLabel('Travel in a year').fill('60');
  await page.getByLabel('Why, for pupils?').fill('Year 4 readers stall at longer words.');
  await page.getByRole('button', { name: 'Save and see it' }).click();
  await expect(page.getByText('4 days a year (the teacher’s figure)')).toBeVisible();
  await expectSound(page, 'the case, as it will be read');
}

async function sendCase(page: Page, head: string): Promise<void> {
  await page.getByRole('button', { name: 'Send it to your head' }).click();
  await expectSound(page, 'whom it goes to');
  await page.getByLabel('The name of the head').fill('Jo Reed');
  await page.getByLabel('Their email address').fill(head);
  await page.getByLabel('Your name, as they know you').fill('Sam Patel');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Is this the right person?' })).toBeVisible();
  await expectSound(page, 'who it goes to, once more');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('You will hear by')).toBeVisible();
  await expectSound(page, 'what was sent');
}

async function answerCase(page: Page): Promise<void> {
  await expectSound(page, 'before the case is opened');
  await page.getByRole('button', { name: 'I am Jo Reed: show me the case' }).click();
  await expectSound(page, 'the case as its sponsor reads it');
  await page.getByRole('button', { name: 'Send your answer' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose your role');
  await expectSound(page, 'the answer with errors');
  const whole = page.getByRole('group', { name: 'Do you agree?' });
  await whole.getByRole('radio', { name: 'Yes, if' }).check();
  await whole.getByLabel('Your condition').fill('Cover for Fridays can be found.');
  for (const name of ['Do you endorse', 'Will the school arrange', 'Will the school pay travel', 'Do you confirm'])
    await page.getByRole('group', { name }).getByRole('radio', { name: 'Yes', exact: true }).check();
  const fee = page.getByRole('group', { name: 'Does the school pay the fee' });
  await fee.getByRole('radio', { name: 'Yes, if' }).check();
  await fee.getByLabel('Your condition').fill('the budget is set by May');
  await page.getByLabel('Your role').selectOption('Headteacher');
  await page.getByRole('button', { name: 'Send your answer' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you, your answer is with them' })).toBeVisible();
  await expectSound(page, 'what happens next');
}

test('a case is written, sent, answered and used', async ({ page, browser }, { project }) => {
  test.setTimeout(240_000);
  const isScripted = project.name === 'with JavaScript';
  const who = isScripted ? 'one' : 'two';
  await page.goto(`/plans?${ANSWERED}`);
  await page.getByRole('button', { name: 'Start a plan' }).click();
  const link = new URL(page.url()).pathname;
  await page.goto(`${link}/add?q=npq%20senior%20leadership`);
  await page
    .getByRole('button', { name: /NPQ in Senior Leadership/ })
    .first()
    .click();
  await page.goto(link);
  await writeCase(page);

  await page.getByRole('button', { name: 'Send it to your head' }).click();
  await expect(page.getByRole('heading', { name: 'Keep this plan in your account first' })).toBeVisible();
  await expectSound(page, 'an account is needed first');
  const teacher = `case-${who}@school.example`;
  await page.getByLabel('Your email address').fill(teacher);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(await pathIn(page, teacher, 'Sign in to Next Steps', /\/sign-in\/[\w-]{32}/));
  await page.getByLabel('Yes, it is mine').check();
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}\/1\/case\/preview$/);
  const head = `head-${who}@school.example`;
  await sendCase(page, head);
  const own = page.url();

  const office = await (await browser.newContext({ javaScriptEnabled: isScripted })).newPage();
  await office.goto(await pathIn(office, head, 'A case for you to answer as sponsor', /\/case\/[\w-]{32}/));
  await answerCase(office);
  await office.context().close();

  await page.goto(own);
  await expect(page.getByRole('heading', { name: 'Your sponsor said “yes, if”' })).toBeVisible();
  await expect(page.getByLabel('Paying the fee if no funded place comes')).toHaveValue(/On this condition: the budget/);
  await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(isScripted ? 6 : 0);
  await expectSound(page, 'the answers');
  await page.getByRole('button', { name: 'I have put them into a provider’s form' }).click();
  await expect(page.getByText('They stand as they are.')).toBeVisible();
  await expectSound(page, 'the answers, used');
});
