import { expect, test, type Page } from '@playwright/test';

/* Two years planned from beginning to end, in a real browser, with and without JavaScript. */

const TOLD =
  'v=1&npqs=npq-leading-teaching-development&setting=primary-school&role=class-teacher&years-teaching=5&holds=qts&at-work=sponsor&at-work=line-manager&district=wigan&aims=share&hours=2';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const said = (page: Page, words: string | RegExp) => expect(page.getByRole('alert').first()).toContainText(words);

/** One step's row in the list under the timetable. */
const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });

async function startFrom(page: Page, address: string, button: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('button', { name: button }).click();
  await expect(page).toHaveURL(/\/plans\/[\w-]{32}\/1/);
  return new URL(page.url()).pathname;
}

test('a class teacher plans two years by hand: adds, moves, undoes, puts off, changes hours, looks back', async ({
  page,
}) => {
  const path = await startFrom(page, `/opportunities/ect-mentor?${TOLD}`, 'Start a plan with this');
  await expect(heading(page)).toHaveText('My next steps');
  await expect(page.getByRole('heading', { name: 'Keep this link' })).toBeVisible();
  await expect(page.getByLabel('Your private link')).toHaveValue(new RegExp(`${path.replace(/\/1$/, '')}$`));

  await page
    .getByRole('button', { name: 'Add a step' })
    .or(page.getByRole('link', { name: 'Add a step' }))
    .first()
    .click();
  await page.getByLabel('Search every next step').fill('induction tutor');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('button', { name: /^Add it.*induction tutor/ }).click();
  await said(page, /Added “Be your school.s induction tutor” in Autumn 2 of 2026\./);
  await expect(
    page
      .getByText('Saved at')
      .or(page.getByText(/Saved on/))
      .first(),
  ).toBeVisible();

  const tutor = page.getByRole('heading', { level: 3, name: /induction tutor/ });
  const tutorRow = page.getByRole('listitem').filter({ has: tutor });
  await tutorRow.getByRole('button', { name: /^Later/ }).click();
  await said(page, 'to Spring 1 of 2027.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, 'Undid: Moved');
  await tutorRow.getByRole('button', { name: /^Some day/ }).click();
  await expect(page.getByRole('region', { name: 'Some day' })).toContainText('induction tutor');
  await page.getByRole('button', { name: /^Put in the timetable/ }).click();

  await row(page, 'Mentor an early career teacher').getByRole('link').first().click();
  await page.getByLabel('Starts in').selectOption({ label: 'Autumn 1 of 2027' });
  await page.getByLabel('Hours in each half term').fill('6');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await said(page, 'Moved “Mentor an early career teacher” to Autumn 1 of 2027.');
  await expect(row(page, 'Mentor an early career teacher')).toContainText('6 hours a half term (your figure)');

  await page.getByRole('link', { name: 'Settings: hours, dates, title' }).click();
  await page.getByLabel('Hours a week you have for all of this').fill('0.5');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: /things? to look at/ })).toContainText(/too full/);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('row')).toHaveCount(9);
  await page.getByRole('link', { name: /^2 ?: look at it/ }).click();
  await page.getByRole('button', { name: 'Go back to this version' }).click();
  await said(page, 'Went back to version 2.');
  await expect(tutorRow).toContainText('Autumn 2 of 2026');
});

test('a plan is thought through in four phases, each skipped or written, and its words are kept', async ({ page }) => {
  await startFrom(page, `/results?${TOLD}`, 'Make a plan from these');
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  await expect(heading(page)).toContainText('Explore');
  await page.getByRole('textbox').first().fill('Pupils in Year 4 now read longer words aloud without stopping.');
  await page.getByRole('button', { name: /^Save and go on/ }).click();
  await expect(heading(page)).toContainText('Prepare');
  for (const next of ['Deliver', 'Sustain']) {
    await page.getByRole('link', { name: /Skip this phase/ }).click();
    await expect(heading(page)).toContainText(next);
  }
  await page.getByRole('textbox').last().fill('If it has changed nothing by Easter.');
  await page.getByRole('button', { name: /^Save/ }).first().click();
  await expect(heading(page)).toHaveText('My next steps');
  await expect(page.getByRole('region', { name: 'Think it through' })).toContainText('1 of 3 written');
});

test('a copy shows what waiting a year would mean, and deleting it can be taken back', async ({ page }) => {
  const path = await startFrom(page, `/opportunities/plan-and-try-one-change?${TOLD}`, 'Start a plan with this');
  await page.goto(path.replace(/\/1$/, ''));
  await page.getByLabel('Copy it').selectOption({ label: 'With what is to do a year later' });
  await page.getByRole('button', { name: 'Make a copy' }).click();
  await expect(heading(page)).toHaveText('My next steps, if I wait a year');
  await expect(row(page, 'Plan and try one change from your NPQ')).toContainText('Autumn 2 of 2027');
  await page.goto(path.replace(/\/1$/, ''));
  await page.getByLabel('Which plan?').last().selectOption({ label: 'My next steps, if I wait a year' });
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('region', { name: 'Deleted' })).toContainText('can be brought back until');
  await page.getByRole('button', { name: /^Bring it back/ }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('a part-time teacher works back from a goal, takes a draft and takes it away', async ({ page }) => {
  const told = TOLD.replace('hours=2', 'hours=5').replace('aims=share', 'aims=senior-leadership');
  await startFrom(page, `/results?${told}`, 'Make a plan from these');
  await page.getByRole('link', { name: 'Settings: hours, dates, title' }).click();
  await page.getByLabel('Share of a full week you work').fill('0.6');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByRole('button', { name: 'Draft a plan for me' })
    .or(page.getByRole('link', { name: 'Draft a plan for me' }))
    .first()
    .click();
  await page.getByLabel('Work back from a goal').selectOption({ label: 'Apply for assistant headships' });
  await page.getByRole('button', { name: 'Draft again' }).click();
  await expect(
    page.getByRole('heading', { name: /^Apply for assistant headships: Autumn 1 of 20\d\d at the soonest$/ }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Soonest', exact: true })).toContainText('NPQ in Senior Leadership');
  await page.getByRole('button', { name: /^Take this one.*Soonest/ }).click();
  await said(page, /Took a draft of \d+ steps?\./);
  await expect(row(page, 'NPQ in Senior Leadership')).toBeVisible();
  await expect(page.getByRole('region', { name: /to look at/ })).toContainText(
    'No intake of “NPQ in Senior Leadership” is announced',
  );
  await page.getByRole('link', { name: /^Take it away/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /PDF/ }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
});
