import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startServiceIn } from './start-service.ts';

/*
 * A teacher, a line manager and a head in three browsers take a plan from its first step to agreed and sponsored, and,
 * two weeks on, through a first look back.
 */

const TOLD =
  'v=1&npqs=npq-leading-literacy&setting=primary-school&role=class-teacher&years-teaching=5&holds=qts&district=wigan&hours=4';

/** A browser of one person's own, on a service that the journey started itself. */
async function aBrowser(browser: Browser, url: string, isWithScripts: boolean, width: number): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: isWithScripts,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** The path of a link in the newest mail to somebody that holds one like it, as they would find it in their mailbox. */
async function linkIn(page: Page, to: string, pattern: RegExp): Promise<string> {
  const mailbox = await page.context().newPage();
  let path: string | undefined;
  await expect(async () => {
    await mailbox.goto('/dev/mail');
    const rows = mailbox.getByRole('row').filter({ hasText: to });
    for (const link of await rows.getByRole('link').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      const reader = await page.context().newPage();
      await reader.goto(href);
      path = pattern.exec((await reader.locator('main').textContent()) ?? '')?.[0];
      await reader.close();
      if (path !== undefined) return;
    }
    expect(path).toBeDefined();
  }).toPass({ timeout: 30_000 });
  await mailbox.close();
  return path ?? '';
}

const step = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a plan is agreed with a line manager, backed by a head, and looked back on', async ({ browser }, { project }) => {
  test.setTimeout(240_000);
  const isWithScripts = project.name === 'with JavaScript';
  const directory = mkdtempSync(join(tmpdir(), 'next-steps-agreement-'));
  const [teacherAt, managerAt, headAt] = ['sam@school.example', 'jo@school.example', 'head@school.example'];
  let service = await startServiceIn(directory, '2026-11-23');
  try {
    const teacher = await aBrowser(browser, service.url, isWithScripts, 1280);
    const manager = await aBrowser(browser, service.url, isWithScripts, 320);
    const head = await aBrowser(browser, service.url, isWithScripts, 1280);

    await teacher.goto(`/opportunities/plan-and-try-one-change?${TOLD}`);
    await teacher.getByRole('button', { name: 'Start a plan with this' }).click();
    const started = new URL(teacher.url()).pathname;
    await teacher.goto(`${started}/add?q=senior+leadership`);
    await teacher
      .getByRole('button', { name: /^Add it.*NPQ in Senior Leadership/ })
      .first()
      .click();
    await teacher.goto(`${started}/shares`);
    await teacher.getByLabel('Your email address').fill(teacherAt);
    await teacher.getByRole('button', { name: 'Send me a link' }).click();
    await teacher.goto(await linkIn(teacher, teacherAt, /\/sign-in\/[\w-]{32}/));
    await teacher.getByLabel('Yes, it is mine').check();
    await teacher.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(teacher)).toHaveText('Share this plan');
    const plan = new URL(teacher.url()).pathname.replace(/\/shares$/, '');

    await teacher.getByLabel('Their name').fill('Jo Hall');
    await teacher.getByLabel('Their email address').fill(managerAt);
    await teacher.getByLabel('Your name').fill('Sam Patel');
    await teacher.getByLabel('Your goals').check();
    await teacher.getByRole('button', { name: 'Check what they will see' }).click();
    await expect(heading(teacher)).toHaveText('Check before it is sent');
    await teacher.getByRole('button', { name: 'Send it to Jo Hall' }).click();
    await expect(teacher.getByText(/Waiting for Jo Hall to open it and answer/)).toBeVisible();
    const conversation = new URL(teacher.url()).pathname;

    await manager.goto(await linkIn(manager, managerAt, /\/shared\/[\w-]{32}/));
    await manager.getByRole('button', { name: 'I am Jo Hall: open the plan' }).click();
    await expect(heading(manager)).toContainText('Sam Patel’s plan');
    await step(manager, 'Plan and try one change from your NPQ').getByLabel('Agree').check();
    const npq = step(manager, 'NPQ in Senior Leadership');
    await npq.getByLabel('Ask to change').check();
    await npq.getByLabel(/Your words/).fill('After the timetable is settled: could it begin half a term later?');
    await manager.getByRole('button', { name: 'Send your answers' }).click();
    const shared = await manager
      .getByRole('link', { name: 'Back to the plan' })
      .or(manager.getByRole('button', { name: 'Back to the plan' }))
      .first()
      .getAttribute('href');

    await teacher.goto(conversation);
    await expect(step(teacher, 'NPQ in Senior Leadership')).toContainText('could it begin half a term later?');
    await teacher.goto(plan);
    await teacher
      .getByRole('listitem')
      .filter({ has: teacher.getByRole('heading', { level: 3, name: 'NPQ in Senior Leadership' }) })
      .getByRole('button', { name: /^Later/ })
      .click();
    await teacher.goto(conversation);
    await expect(step(teacher, 'NPQ in Senior Leadership')).toContainText('Changed since Jo Hall answered');
    await teacher.getByRole('button', { name: 'Ask Jo Hall again' }).click();
    await expect(teacher.getByText(/^Waiting for Jo Hall/)).toBeVisible();

    await manager.goto(shared ?? '');
    await expect(step(manager, 'NPQ in Senior Leadership')).toContainText(/Spring 1 of 20\d\d/);
    await step(manager, 'NPQ in Senior Leadership').getByLabel('Agree').check();
    await manager.getByRole('button', { name: 'Send your answers' }).click();
    await teacher.goto(conversation);
    await expect(teacher.getByText(/Agreed/).first()).toBeVisible();

    await teacher.goto(`${plan}/case`);
    await teacher.getByLabel('NPQ in Senior Leadership').check();
    await teacher.getByLabel('Why, for pupils?').fill('Pupils who read little at home fall behind in every subject.');
    await teacher.getByLabel(/endorse the application/i).check();
    await teacher.getByRole('button', { name: 'Save and see it as it will be read' }).click();
    await teacher
      .getByRole('link', { name: /^Send it to/ })
      .or(teacher.getByRole('button', { name: /^Send it to/ }))
      .first()
      .click();
    await teacher.getByLabel(/^The name of/).fill('Ade Okoro');
    await teacher.getByLabel(/^Their email address/).fill(headAt);
    await teacher.getByLabel(/^Your name/).fill('Sam Patel');
    await teacher.getByRole('button', { name: 'Continue' }).click();
    await teacher.getByRole('button', { name: 'Send it', exact: true }).click();

    await head.goto(await linkIn(head, headAt, /\/case\/[\w-]{32}/));
    await head.getByRole('button', { name: /^I am Ade Okoro/ }).click();
    await expect(head.getByText('Pupils who read little at home fall behind in every subject.')).toBeVisible();
    await head.getByRole('group', { name: 'Do you agree?' }).getByLabel('Yes', { exact: true }).check();
    for (const group of await head.getByRole('group').all()) {
      const first = group.getByLabel('Yes', { exact: true });
      if ((await first.count()) > 0) await first.first().check();
    }
    await head.getByLabel(/^Your name/).fill('Ade Okoro');
    await head.getByLabel('Your role').selectOption({ index: 1 });
    await head.getByRole('button', { name: 'Send your answer' }).click();
    await expect(heading(head)).toContainText(/Thank you/);

    await teacher.goto(`${plan}/case/answers`);
    await expect(teacher.getByText(/Ade Okoro/).first()).toBeVisible();

    await service.stop();
    service = await startServiceIn(directory, '2026-12-07');
    const later = await teacher.context().newPage();
    await later.goto(`${service.url}${plan}`);
    await later.getByRole('link', { name: /^Look back: two weeks in/ }).click();
    await later.getByLabel('What did you try?').fill('Reading the hard words aloud together before the text.');
    await later.getByLabel('What changed?').fill('Fewer stop at them.');
    await later.getByRole('button', { name: /^Save/ }).click();
    await later.goto(`${service.url}${plan}/reflections`);
    await expect(later.getByText(/Two weeks in/i).first()).toBeVisible();
    await later.goto(`${service.url}${plan}`);
    await expect(later.getByRole('link', { name: /^Look back: two weeks in/ })).toHaveCount(0);
  } finally {
    await service.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
