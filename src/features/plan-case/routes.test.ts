import { afterAll, beforeAll, expect, test } from 'vitest';
import { forBothDatabases } from '../../../test/support/both-databases.ts';
import {
  aCaseTeacher,
  ANSWERED,
  CASE_FIELDS,
  caseLinks,
  confirmed,
  hidden,
  SENDING,
  type CaseTeacher,
} from '../../../test/support/case-visitors.ts';
import { attribute, pageOf, type Page } from '../../../test/support/html.ts';
import { textOfPages } from '../../../test/support/pdf-text.ts';
import { soundPage, waitingMails } from '../../../test/support/sign-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { getCaseDraft } from '../../db/cases.ts';
import { getPlan, savePlan } from '../../db/plans.ts';
import { removeDeletedPlans } from '../../db/remove-plans.ts';

/** What stands in a field, its lines kept. */
const rawText = ({ childNodes }: ReturnType<Page['elements']>[number]) =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');
const written = (page: Page, name: string) =>
  page.elements('textarea').flatMap((one) => (attribute(one, 'name') === name ? [rawText(one)] : []))[0];
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

forBothDatabases('a teacher’s case', (_, database) => {
  let service: TestApp;
  let teacher: CaseTeacher;
  beforeAll(async () => {
    service = await testApp({ database });
    teacher = await aCaseTeacher(service);
  }, 120_000);
  afterAll(() => service.close());

  const planOf = async () => {
    const kept = await getPlan(service.services.db, teacher.path.split('/')[2] ?? '', 1);
    if (!kept) throw new Error('there is no plan');
    return kept;
  };

  test('begins with the step that needs a sponsor and with what providers ask', async () => {
    const page = await soundPage(await teacher.owner.get(`${teacher.path}/case`));
    const checked = page.elements('input').filter((one) => attribute(one, 'checked') !== undefined);
    expect(checked.map((one) => attribute(one, 'value'))).toEqual([
      's1',
      'endorse',
      'pay-if-unfunded',
      'arrange-cover',
      'pay-travel',
      'confirm-employment',
    ]);
  });

  test('cannot be sent before it is written', async () => {
    for (const response of [
      await teacher.owner.get(`${teacher.path}/case/send`),
      await teacher.post('/case/send', { act: 'send', version: '0', ...SENDING }),
    ])
      expect(response.headers.get('Location')).toBe(`${teacher.path}/case/preview`);
    expect((await teacher.page('/case/preview')).text).toContain('Not ready to send. Write why, for pupils.');
    expect(await caseLinks(service)).toEqual([]);
  });

  test('takes over from the plan only what is chosen, and saves nothing by that', async () => {
    const kept = await planOf();
    const plan = { ...kept.plan, answers: { 'what-need': 'A need.', 'small-cycles': 'A cycle.' } };
    await savePlan(service.services.db, kept.id, {
      from: kept.version,
      plan,
      said: 'Wrote.',
      now: '2026-11-23T09:00:00.000Z',
    });
    const response = await teacher.post('/case', {
      ...CASE_FIELDS,
      act: 'take',
      version: '0',
      why: 'Mine.',
      take: 'small-cycles',
    });
    const page = await soundPage(response);
    expect(written(page, 'why')).toBe('Mine.\nA cycle.');
    expect(await getCaseDraft(service.services.db, kept.id)).toBeUndefined();
  });

  test('is saved with its figures, and shown as it will be read', async () => {
    const response = await teacher.write();
    expect(response.headers.get('Location')).toBe(`${teacher.path}/case/preview`);
    const page = await soundPage(await teacher.owner.get(`${teacher.path}/case/preview`));
    for (const words of [
      'A case for the head, as it will be read',
      'To agree that the school pays the fee if no funded place is confirmed',
      '£1,864 with a funded place; £2,919 to £3,197 without one',
      'Funded by the autumn 2026 rules.',
      'take these as a guide',
      'Not known here: the hub can say whether any are left.',
      '4 days a year (the teacher’s figure) at £218 a day',
      'No grant or release pay that we know of.',
    ])
      expect(page.text).toContain(words);
    expect(written(await teacher.page('/case'), 'why')).toBe(CASE_FIELDS.why);
  });

  test('saved from two windows: the second is told and shown what stands', async () => {
    const response = await teacher.write({ ...CASE_FIELDS, version: '0', why: 'Another why.' });
    expect(response.status).toBe(409);
    const page = await soundPage(response);
    expect(page.text).toContain(`“${CASE_FIELDS.why}”`);
    expect(written(page, 'why')).toBe('Another why.');
    expect(hidden(page, 'version')).toBe('1');
  });

  test('asks once more who it goes to, and says whether they are known to belong to the school', async () => {
    const page = await soundPage(await teacher.post('/case/send', { act: 'check', version: '1', ...SENDING }));
    expect(page.text).toContain('Jo Reed, jo.reed@evelynstreet.example');
    expect(page.text).toContain('Not confirmed: no website is held for the school');
    await service.services.db
      .updateTable('school')
      .set({ website: 'www.evelynstreet.example' })
      .where('urn', '=', 143064)
      .execute();
    const known = await pageOf(await teacher.post('/case/send', { act: 'check', version: '1', ...SENDING }));
    expect(known.text).toContain('Confirmed: evelynstreet.example is the domain of the school’s own website');
    await service.services.db
      .updateTable('school')
      .set({ website: 'evelynstreet.example' })
      .where('urn', '=', 100000)
      .execute();
    const shared = await pageOf(await teacher.post('/case/send', { act: 'check', version: '1', ...SENDING }));
    expect(shared.text).toContain('the website held for the school is not the school’s alone');
    expect(await caseLinks(service)).toEqual([]);
  });

  test('is sent once, however often it is pressed, at once too', async () => {
    const press = () => teacher.post('/case/send', { act: 'send', version: '1', ...SENDING });
    const answers = await Promise.all([press(), press()]);
    answers.push(await press());
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('Location'))).size).toBe(1);
    const mails = await waitingMails(service, SENDING.address);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('A case for you to answer as sponsor');
    expect(mails[0]?.text).toContain('Sam Patel asks for your answer');
    expect(mails[0]?.text).not.toMatch(/stall|NPQ|£/);
    expect((await teacher.page('/case/answers')).text).toContain('You will hear by');
  });

  test('says what has changed since it was sent, and what was sent stays as it was', async () => {
    const [link = ''] = await caseLinks(service);
    await confirmed(service, link);
    await service.post(link, ANSWERED);
    const kept = await planOf();
    const steps = kept.plan.steps.map((step) => ({ ...step, name: 'NPQ in Headship', hours: [5] }));
    await savePlan(service.services.db, kept.id, {
      from: kept.version,
      plan: { ...kept.plan, steps },
      said: 'Changed.',
      now: '2026-11-23T09:00:00.000Z',
    });
    const page = await soundPage(await teacher.owner.get(`${teacher.path}/case/answers`));
    expect(page.headings(2)).toContain('Changed since you sent it');
    expect(page.text).toContain('As sent: 90 hours in all');
    expect(page.text).toContain('Now: 5 hours in all');
    const shown = await pageOf(await service.get(link));
    expect(shown.headings(1)).toEqual(['NPQ in Senior Leadership']);
    expect(shown.text).toContain('90 hours in all');
  });

  test('sent anew it ends the link before, whose answers stay', async () => {
    const [before = ''] = await caseLinks(service);
    const link = await teacher.send();
    expect((await service.get(before)).status).toBe(410);
    expect((await confirmed(service, link)).headings(1)).toEqual(['NPQ in Headship']);
    const page = await soundPage(await teacher.owner.get(`${teacher.path}/case`));
    const lines = page.links(/Answers|Look at it/);
    expect(lines).toHaveLength(2);
    const old = await soundPage(
      await teacher.owner.get(lines.find(({ text }) => text.startsWith('Answers'))?.href ?? ''),
    );
    expect(old.text).toContain('Your sponsor said yes');
    expect(old.text).toContain(
      'The school agrees to pay the fee if no funded place is confirmed. On this condition: the budget is set by May.',
    );
  });

  test('is on the page of the plan with who acts next, for its owner alone', async () => {
    const { text } = await teacher.page('');
    expect(text).toContain('Case sent to Jo Reed: They answer next: you will hear by');
    expect(text).toContain('Case sent to Jo Reed: Yes, answered on 23 November 2026. The link has ended.');
    expect((await pageOf(await service.get(teacher.link))).text).not.toContain('Jo Reed');
  });

  test('gives its answers as texts to copy, as a file and as a page', async () => {
    const href = (await teacher.page('/case')).links(/Answers/)[0]?.href ?? '';
    const page = await teacher.owner.page(href);
    const texts = page.elements('textarea').map((one) => [attribute(one, 'id'), rawText(one)]);
    expect(texts.map(([id]) => id)).toEqual([
      'copy-endorse',
      'copy-pay-if-unfunded',
      'copy-arrange-cover',
      'copy-sponsor',
    ]);
    const buttons = page.elements('button').filter((one) => attribute(one, 'data-module') === 'app-copy');
    expect(buttons.map((one) => attribute(one, 'data-copies'))).toEqual(texts.map(([id]) => id));
    const file = await teacher.owner.get(page.links('All of them as a text file')[0]?.href ?? '');
    expect(file.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('Cache-Control')).toBe('private, no-store');
    const content = await file.text();
    for (const [, text] of texts) expect(content).toContain(text);
    const pdf = await teacher.owner.get(page.links(/page to print/)[0]?.href ?? '');
    expect(textOfPages(new Uint8Array(await pdf.arrayBuffer()))[0]).toContain(squeezed('The answer'));
  });

  test('goes for good with its plan, answers and all', async () => {
    const { db } = service.services;
    await db.updateTable('plan').set({ deleted_at: '2026-11-23T09:00:00.000Z' }).execute();
    expect(await removeDeletedPlans(db, '2026-12-31T00:00:00.000Z', '2026-12-31T00:00:00.000Z')).toBe(1);
    for (const table of ['case_draft', 'case_sent', 'share', 'share_event'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});
