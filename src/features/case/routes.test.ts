import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forBothDatabases } from '../../../test/support/both-databases.ts';
import {
  aCaseTeacher,
  ANSWERED,
  caseLinks,
  confirmed,
  hidden,
  SENDING,
  type CaseTeacher,
} from '../../../test/support/case-visitors.ts';
import { heldRows } from '../../../test/support/held-rows.ts';
import { pageOf } from '../../../test/support/html.ts';
import { NASTY_TEXTS } from '../../../test/support/kept-plan-arbitrary.ts';
import { textOfPages } from '../../../test/support/pdf-text.ts';
import { soundPage, waitingMails } from '../../../test/support/sign-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { findCaseEvents } from '../../db/cases.ts';
import { getShareByKey } from '../../db/shares.ts';
import { keyHash } from '../../http/private-link.ts';

const keyOf = (link: string) => link.replace('/case/', '');
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

forBothDatabases('a sponsor', (_, database) => {
  let service: TestApp;
  let teacher: CaseTeacher;
  let link: string;
  beforeAll(async () => {
    service = await testApp({ database });
    teacher = await aCaseTeacher(service);
    link = await teacher.send();
  }, 120_000);
  afterAll(() => service.close());

  const events = async () => {
    const share = await getShareByKey(service.services.db, keyHash(keyOf(link)));
    return findCaseEvents(service.services.db, share?.id ?? '');
  };

  test('opening the link says who asks and shows nothing of the case: scanners open links', async () => {
    const before = await heldRows(service.services.db);
    const page = await soundPage(await service.get(link));
    expect(page.text).toContain('Sam Patel asks Jo Reed for an answer as sponsor');
    expect(page.text).not.toContain('stall at longer words');
    expect(page.byRole('button').map(({ name }) => name)).toEqual(['I am Jo Reed: show me the case']);
    for (const below of ['/thanks', '/case.pdf']) {
      const response = await service.get(`${link}${below}`);
      expect(response.headers.get('Location')).toBe(link);
    }
    expect((await service.post(link, ANSWERED)).headers.get('Location')).toBe(link);
    expect(await heldRows(service.services.db)).toEqual(before);
  });

  test('a button opens the case: what is asked, the four figures, why, the money and the dates', async () => {
    const page = await confirmed(service, link);
    expect(page.headings(1)).toEqual(['NPQ in Senior Leadership']);
    for (const words of [
      'A case from Sam Patel',
      'You are asked to answer by',
      'To endorse the application as sponsor',
      '£1,864 with a funded place',
      '4 days a year',
      'Year 4 readers stall at longer words.',
      'I will train two colleagues.',
      'only the provider can confirm a funded place',
      'The next intake is not announced',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain('not confirmed: no website is held for the school');
  });

  test('each fault is told at its field, and what was chosen stays', async () => {
    const response = await service.post(link, {
      ...ANSWERED,
      answer: 'if',
      condition: '',
      'ask-endorse': '',
      'ask-pay-if-unfunded-if': '',
      role: 'king',
      name: '',
    });
    expect(response.status).toBe(422);
    const page = await soundPage(response);
    expect(page.links(/^(Say|To endorse|Choose|Enter)/).map(({ href }) => href)).toEqual([
      '#condition',
      '#ask-endorse',
      '#ask-pay-if-unfunded-if',
      '#name',
      '#role',
    ]);
    expect(await events()).toEqual([]);
  });

  test.each([
    ['no without a reason', { answer: 'no', reason: '' }, /Give a reason/],
    ['yes to the case and no to endorsing it', { 'ask-endorse': 'no' }, /yes to the case and no to endorsing/],
    ['a reason that would not fit on the page', { answer: 'no', reason: 'x'.repeat(301) }, /300 letters or fewer/],
    ['a name that is an advertisement', { name: 'www.buy.example' }, /without a web address/],
  ])('%s is refused', async (_name, fields, because) => {
    const response = await service.post(link, { ...ANSWERED, ...fields });
    expect(response.status).toBe(422);
    expect((await pageOf(response)).text).toMatch(because);
  });

  test('an answer is kept once, however often it is pressed, and the teacher is told without its words', async () => {
    for (let press = 0; press < 2; press += 1)
      expect((await service.post(link, ANSWERED)).headers.get('Location')).toBe(`${link}/thanks`);
    expect(await events()).toMatchObject([{ kind: 'answered', answer: 'yes', name: 'Jo Reed', role: 'headteacher' }]);
    const mails = await waitingMails(service, 'sam.patel@school.example');
    expect(mails.map(({ subject }) => subject)).toEqual(['Your sponsor has answered']);
    expect(mails[0]?.text).not.toMatch(/budget|yes|Jo Reed/i);
    expect(mails[0]?.text).toContain(`${teacher.path}/case/answers`);
    expect(mails[0]?.text).not.toContain(keyOf(link));
  });

  test('afterwards they read what happens next and who acts, and can keep the page', async () => {
    const page = await soundPage(await service.get(`${link}/thanks`));
    let at = 0;
    for (const words of ['Sam Patel gets a mail', 'Sam Patel applies', 'The provider may write', 'The provider says']) {
      expect(page.text.slice(at)).toContain(words);
      at = page.text.indexOf(words);
    }
    const pdf = await service.get(`${link}/case.pdf`);
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    expect(pdf.headers.get('Cache-Control')).toBe('private, no-store');
    const pages = textOfPages(new Uint8Array(await pdf.arrayBuffer()));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(squeezed('Jo Reed, headteacher, 23 November 2026'));
  });

  test('an answer from a page that is older than the last one is shown beside it and not taken', async () => {
    const response = await service.post(link, { ...ANSWERED, answer: 'no', reason: 'Not this year.' });
    expect(response.status).toBe(409);
    const page = await soundPage(response);
    expect(page.text).toContain('An answer was given since you opened this page');
    expect(hidden(page, 'after')).toBe('1');
    expect(await events()).toHaveLength(1);
  });

  test('the answer can be changed, and what was said before is kept', async () => {
    const fields = { ...ANSWERED, after: '1', answer: 'no', reason: 'Not this year: <b>the budget</b> is spent.' };
    expect((await service.post(link, fields)).headers.get('Location')).toBe(`${link}/thanks`);
    expect((await events()).map((event) => event.kind === 'answered' && event.answer)).toEqual(['yes', 'no']);
    expect((await waitingMails(service, 'sam.patel@school.example')).map(({ subject }) => subject)).toEqual([
      // The first waits for the end of its half hour, and stands for both.
      'Your sponsor has answered',
    ]);
    const { db } = service.services;
    const jobs = db.selectFrom('job').select(['lane', 'due_at']).where('dedupe_key', 'like', 'mail/case-answer/%');
    expect(await jobs.execute()).toEqual([{ lane: 'mail', due_at: '2026-11-23T09:30:00.000Z' }]);
    const page = await soundPage(await service.get(link));
    expect(page.text).toContain('Not this year: <b>the budget</b> is spent.');
    const own = await teacher.page('/case/answers');
    expect(own.headings(1)).toEqual(['Your sponsor said no']);
    expect(own.text).toContain('Earlier answers');
    expect(own.byRole('heading', 'Ready for a provider’s form')).toHaveLength(0);
  });

  test('once the teacher has used it, it stands; they can let it be changed after all', async () => {
    await service.post(link, { ...ANSWERED, after: '2' });
    const page = await teacher.page('/case/answers');
    const act = (name: string) =>
      teacher.post('/case/answers', { act: name, case: hidden(page, 'case'), version: '1' });
    await act('used');
    await act('used');
    expect(await events()).toHaveLength(4);
    const shown = await soundPage(await service.get(link));
    expect(shown.byRole('button', /Send/)).toEqual([]);
    expect(shown.text).toContain('used it in an application');
    const refused = await service.post(link, { ...ANSWERED, after: '4', answer: 'no', reason: 'Late.' });
    expect(refused.headers.get('Location')).toBe(`${link}#given`);
    expect(await events()).toHaveLength(4);
    await act('reopened');
    expect((await service.post(link, { ...ANSWERED, after: '5', name: 'J. Reed' })).headers.get('Location')).toBe(
      `${link}/thanks`,
    );
    expect((await events()).at(-1)).toMatchObject({ kind: 'answered', name: 'J. Reed' });
  });

  test('two who answer at once are one answer and one who is told', async () => {
    const [one, other] = await Promise.all([
      service.post(link, { ...ANSWERED, after: '6', name: 'One' }),
      service.post(link, { ...ANSWERED, after: '6', name: 'Other' }),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([303, 409]);
    expect(await events()).toHaveLength(7);
  });

  test('the link ends when the teacher ends it, and what was answered stays theirs', async () => {
    const page = await teacher.page('/case/answers');
    await teacher.post('/case/answers', { act: 'end', case: hidden(page, 'case'), version: '1' });
    for (const response of [
      await service.get(link),
      await service.post(link, ANSWERED),
      await service.get(`${link}/case.pdf`),
    ]) {
      expect(response.status).toBe(410);
      expect((await pageOf(response)).text).not.toContain('stall at longer words');
    }
    expect((await teacher.page('/case/answers')).text).toContain('Your sponsor said yes');
  });
});

describe('a link', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await testApp();
  });
  afterAll(() => service.close());

  test('that is mistyped, of a plan or of the other kind opens nothing', async () => {
    const teacher = await aCaseTeacher(service);
    const link = await teacher.send();
    const planKey = teacher.link.split('/')[2] ?? '';
    for (const path of [
      `/case/${planKey}`,
      `/case/${'a'.repeat(32)}`,
      '/case/x',
      `${link}x`,
      `/shared/${keyOf(link)}`,
    ]) {
      const response = await service.get(path);
      expect(response.status).toBe(404);
    }
    expect((await service.get(`/plans/${keyOf(link)}`)).status).toBe(404);
  });

  test('past its last day, or of a plan that is deleted, has ended', async () => {
    const teacher = await aCaseTeacher(service, { address: 'two@school.example' });
    const link = await teacher.send();
    await confirmed(service, link);
    const { db } = service.services;
    await db
      .updateTable('share')
      .set({ expires_on: '2026-11-22' })
      .where('key_hash', '=', keyHash(keyOf(link)))
      .execute();
    expect((await service.get(link)).status).toBe(410);
    await db
      .updateTable('share')
      .set({ expires_on: '2027-03-01' })
      .where('key_hash', '=', keyHash(keyOf(link)))
      .execute();
    expect((await service.get(link)).status).toBe(200);
    await db
      .updateTable('plan')
      .set({ deleted_at: '2026-11-23T09:00:00.000Z' })
      .where('plan.deleted_at', 'is', null)
      .execute();
    expect((await service.get(link)).status).toBe(410);
    await db.updateTable('plan').set({ deleted_at: null }).execute();
  });

  test('takes fifty answers, then says that the last one stands', async () => {
    const teacher = await aCaseTeacher(service, { address: 'fifty@school.example' });
    const link = await teacher.send({ ...SENDING, address: 'often@school.example' });
    await confirmed(service, link);
    const other = (after: number) => ({ ...ANSWERED, after: String(after), name: after % 2 === 0 ? 'One' : 'Other' });
    for (let after = 0; after < 50; after += 1)
      expect((await service.post(link, other(after))).headers.get('Location')).toBe(`${link}/thanks`);
    const refused = await service.post(link, other(50));
    expect(refused.status).toBe(422);
    expect((await soundPage(refused)).text).toContain('the last one stands');
    expect((await service.post(link, other(49))).status).toBe(303);
    const share = await getShareByKey(service.services.db, keyHash(keyOf(link)));
    expect(await findCaseEvents(service.services.db, share?.id ?? '')).toHaveLength(50);
    const mails = await waitingMails(service, 'fifty@school.example');
    expect(mails.map(({ subject }) => subject)).toEqual(['Your sponsor has answered']);
  });

  test('from another site’s form is refused', async () => {
    const [link = ''] = await caseLinks(service);
    expect((await service.post(link, ANSWERED, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  test.each(NASTY_TEXTS)('%j as a reason comes out as it was written', async (reason) => {
    const teacher = await aCaseTeacher(service, { address: `n${NASTY_TEXTS.indexOf(reason)}@school.example` });
    const link = await teacher.send({ ...SENDING, address: `h${NASTY_TEXTS.indexOf(reason)}@school.example` });
    await confirmed(service, link);
    const response = await service.post(link, { ...ANSWERED, answer: 'no', reason });
    expect(response.status).toBe(303);
    const page = await soundPage(await service.get(link));
    expect(page.text).toContain(reason.trim());
  });

  test('of a governor speaks to a governor', async () => {
    const told = 'v=1&npqs=npq-leading-literacy&setting=primary-school&role=headteacher';
    const teacher = await aCaseTeacher(service, { address: 'head@school.example', told });
    expect((await teacher.page('/case')).headings(1)).toEqual(['The case for a governor']);
    const link = await teacher.send({ ...SENDING, address: 'governor@school.example' });
    await confirmed(service, link);
    const pdf = await service.get(`${link}/case.pdf`);
    expect(textOfPages(new Uint8Array(await pdf.arrayBuffer()))[0]).toContain(squeezed('A case for a governor'));
  });
});
