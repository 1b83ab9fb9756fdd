import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAccountIn } from '../../../test/support/account-states.ts';
import { ANSWERED as TOLD } from '../../../test/support/addresses.ts';
import {
  aCaseTeacher,
  ANSWERED,
  CASE_FIELDS,
  caseLinks,
  confirmed,
  SENDING,
} from '../../../test/support/case-visitors.ts';
import { attribute, pageOf, type Page } from '../../../test/support/html.ts';
import { NASTY_TEXTS } from '../../../test/support/kept-plan-arbitrary.ts';
import { textOfPages } from '../../../test/support/pdf-text.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { soundPage } from '../../../test/support/sign-in.ts';
import { aSignedIn } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

/** What stands in a field, its lines kept. */
const rawText = ({ childNodes }: ReturnType<Page['elements']>[number]) =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');
const written = (page: Page, name: string) =>
  page.elements('textarea').flatMap((one) => (attribute(one, 'name') === name ? [rawText(one)] : []))[0];

describe('a case', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await testApp();
  });
  afterAll(() => service.close());

  test.each([
    ['a step that is not in the plan', { steps: 's99' }, '#steps'],
    ['a reason that would not fit on the page', { why: 'x'.repeat(501) }, '#why'],
    ['more of what comes back than fits', { back: 'x'.repeat(301) }, '#back'],
    ['something nobody can be asked', { asks: 'marry' }, '#asks'],
    ['days below none', { days: '-1' }, '#days'],
    ['more days than there are', { days: '300' }, '#days'],
    ['a price that is no sum', { 'day-cost': 'lots' }, '#day-cost'],
    ['travel beyond reason', { travel: '999999' }, '#travel'],
  ])('with %s is refused at its field, and nothing written is lost', async (name, fields, href) => {
    const teacher = await aCaseTeacher(service, { address: `${name.length}-${href.slice(1)}@school.example` });
    const response = await teacher.write({ ...CASE_FIELDS, ...fields });
    expect(response.status).toBe(422);
    const page = await soundPage(response);
    expect(
      page
        .links()
        .filter((link) => link.href.startsWith('#') && link.href !== '#main')
        .map((link) => link.href),
    ).toEqual([href]);
    expect(written(page, 'back')).toBe('back' in fields ? fields.back : CASE_FIELDS.back);
  });

  test.each(NASTY_TEXTS)('that says %j says it on the page and on paper as it was written', async (why) => {
    const teacher = await aCaseTeacher(service, { address: `w${NASTY_TEXTS.indexOf(why)}@school.example` });
    expect((await teacher.write({ ...CASE_FIELDS, why })).status).toBe(303);
    expect((await teacher.page('/case/preview')).text).toContain(why.trim());
    const pdf = await teacher.owner.get(`${teacher.path}/files/case.pdf`);
    expect(textOfPages(new Uint8Array(await pdf.arrayBuffer()))).toHaveLength(1);
  });

  test('with a pupil’s name is warned of, and not refused', async () => {
    const teacher = await aCaseTeacher(service, { address: 'names@school.example' });
    await teacher.write({ ...CASE_FIELDS, why: 'Amelia Novak reads well now.' });
    expect((await teacher.page('/case/preview')).text).toContain('This looks like a name: “Amelia Novak”.');
  });

  test.each([
    ['no name', { name: '' }, '#name'],
    ['a name that ends a header', { name: 'Jo\r\nBcc: all@school.example' }, '#name'],
    ['no address', { address: 'jo at school' }, '#address'],
    ['an address that ends a header', { address: 'jo@school.example\r\nBcc: x@y.example' }, '#address'],
    ['one’s own address', { address: 'Sender@School.Example' }, '#address'],
    ['a name of one’s own that is an advertisement', { 'own-name': 'https://buy.example' }, '#own-name'],
  ])('to %s is not sent', async (_name, fields, href) => {
    const teacher = await aCaseTeacher(service, { address: 'sender@school.example' });
    await teacher.write();
    const before = (await caseLinks(service)).length;
    const response = await teacher.post('/case/send', { act: 'check', version: '1', ...SENDING, ...fields });
    expect(response.status).toBe(422);
    expect((await pageOf(response)).links().map((link) => link.href)).toContain(href);
    expect((await caseLinks(service)).length).toBe(before);
  });

  test('with a fault in the name and in the address is told of both, each at its field', async () => {
    const teacher = await aCaseTeacher(service, { address: 'both@school.example' });
    await teacher.write(CASE_FIELDS);
    const fields = { act: 'check', version: '1', ...SENDING, name: '', address: 'nowhere' };
    const response = await teacher.post('/case/send', fields);
    expect(response.status).toBe(422);
    const hrefs = (await soundPage(response)).links().map(({ href }) => href);
    expect(hrefs).toEqual(expect.arrayContaining(['#name', '#address']));
  });

  test('goes to five at most in a day from everybody, and to ten from one', async () => {
    const teacher = await aCaseTeacher(service, { address: 'many@school.example' });
    const statuses: number[] = [];
    for (let number = 1; number <= 11; number += 1) {
      await teacher.write({ ...CASE_FIELDS, why: `Why ${number}.` });
      const sending = { ...SENDING, address: number <= 6 ? 'one@school.example' : `h${number}@school.example` };
      statuses.push((await teacher.post('/case/send', { act: 'send', version: String(number), ...sending })).status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 303, 303, 303, 303, 429]);
  });

  test('under the private link alone can be written and printed, and asks to be kept in an account to be sent', async () => {
    const visitor = await aVisitor(service, TOLD, 'npq-senior-leadership');
    const saved = await visitor.send('/case', { ...CASE_FIELDS, version: '0' });
    expect(saved.headers.get('Location')).toBe(`${visitor.path}/case/preview`);
    expect((await visitor.get('/files/case.pdf')).text).toContain('%PDF');
    for (const below of ['/case/send', '/case/answers']) {
      const page = await soundPage(await service.get(`${visitor.path}${below}`));
      expect(page.headings(1)).toEqual(['Keep this plan in your account first']);
      expect(page.byRole('textbox', 'Your email address')).toHaveLength(1);
    }
    const before = (await caseLinks(service)).length;
    expect((await visitor.send('/case/send', { act: 'send', version: '1', ...SENDING })).status).toBe(403);
    expect((await caseLinks(service)).length).toBe(before);
  });

  test('is not offered to be kept in an account that is closed', async () => {
    const visitor = await aVisitor(service, TOLD, 'npq-senior-leadership');
    for (const [state, button] of [
      ['without a plan', 'Keep it in my account'],
      ['that is deleted', 'Send me a link'],
    ] as const) {
      const reader = await anAccountIn(service, state);
      const page = await soundPage(await reader.get(`${visitor.path}/case/send`));
      expect(page.byRole('button').map(({ name }) => name)).toEqual([button]);
    }
  });

  test('that was sent shows neither names nor answers to whoever holds the private link', async () => {
    const teacher = await aCaseTeacher(service, { address: 'owner@school.example' });
    const link = await teacher.send({ ...SENDING, name: 'Quill Sponsorman', address: 'q@elsewhere.example' });
    await confirmed(service, link);
    await service.post(link, { ...ANSWERED, answer: 'no', reason: 'Zebra reason.' });
    for (const below of [
      '/case',
      '/case/preview',
      '/case/send',
      '/case/answers',
      '/files/sponsor-answers.txt',
      '/files/case.pdf?case=x',
    ])
      expect(await (await service.get(`${teacher.link}${below}`)).text()).not.toMatch(/Quill|Zebra|q@elsewhere/);
    const other = await aSignedIn(service, 'another@school.example');
    expect((await other.get(`${teacher.path}/case/answers`)).status).toBe(404);
  });

  test('of a plan without a step to come says what to do first', async () => {
    const visitor = await aVisitor(service, TOLD);
    const page = await soundPage(await service.get(`${visitor.path}/case`));
    expect(page.links('Add a step')).toHaveLength(1);
    expect(page.byRole('button', /Save/)).toHaveLength(0);
  });

  test('that is not of this plan is not there', async () => {
    const teacher = await aCaseTeacher(service, { address: 'nocase@school.example' });
    expect((await teacher.post('/case/answers', { act: 'used', case: 'x', version: '1' })).status).toBe(404);
    expect((await teacher.owner.get(`${teacher.path}/files/sponsor-answers.txt?case=x`)).status).toBe(404);
    expect((await teacher.owner.get(`${teacher.path}/files/case.pdf?case=x`)).status).toBe(404);
    expect((await teacher.owner.get(`${teacher.path}/case/answers?case=x`)).headers.get('Location')).toBe(
      `${teacher.path}/case`,
    );
  });
});
