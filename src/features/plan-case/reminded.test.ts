import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, forBothDatabases } from '../../../test/support/both-databases.ts';
import { aCaseTeacher, ANSWERED, confirmed, hidden, SENDING } from '../../../test/support/case-visitors.ts';
import type { Page } from '../../../test/support/html.ts';
import { soundPage, waitingMails } from '../../../test/support/sign-in.ts';
import { testApp, type Fields, type TestApp } from '../../../test/support/test-app.ts';
import { findCaseEvents } from '../../db/cases.ts';

/* Sent on Monday 23 November 2026: ten school days on is Monday 7 December. */

/** A service on one day, on the database of the others, once the work of the day is done. */
interface OnADay extends AsyncDisposable {
  readonly service: TestApp;
  teacherPage(below: string): Promise<Page>;
  teacherPost(below: string, fields: Fields): Promise<Response>;
  sponsorPage(): Promise<Page>;
  kinds(): Promise<readonly string[]>;
}

forBothDatabases('a case that its sponsor does not answer', (_, database) => {
  let made: Awaited<ReturnType<typeof aDatabase>>;
  let begun: TestApp;
  let path: string;
  let headers: Readonly<Record<string, string>>;
  let link: string;
  let id: string;
  /** The sponsor's page as they opened it on the first day and left it open. */
  let leftOpen: Page;

  beforeAll(async () => {
    made = await aDatabase(database, 'shipped');
    begun = await testApp({ place: made.place });
    const teacher = await aCaseTeacher(begun);
    ({ path } = teacher);
    ({ headers } = teacher.owner);
    link = await teacher.send();
    leftOpen = await confirmed(begun, link);
    id = hidden(await teacher.page('/case/answers'), 'case');
  }, 120_000);
  afterAll(async () => {
    await begun.close();
    await made[Symbol.asyncDispose]();
  });

  async function on(today: string): Promise<OnADay> {
    const service = await testApp({ today, place: made.place });
    await service.services.jobs.runDue();
    return {
      service,
      teacherPage: async (below) => soundPage(await service.get(`${path}${below}`, headers)),
      teacherPost: (below, fields) => service.post(`${path}${below}`, fields, headers),
      sponsorPage: async () => soundPage(await service.get(link)),
      kinds: async () => (await findCaseEvents(service.services.db, id)).map(({ kind }) => kind),
      [Symbol.asyncDispose]: () => service.close(),
    };
  }

  test('is said to be waited for, and how they will be reminded, before anything is due', async () => {
    await using day = await on('2026-11-27');
    const page = await day.teacherPage('/case/answers');
    expect(page.text).toContain('You will hear by 7 December 2026.');
    expect(page.text).toContain('Not yet. If no answer comes we do so twice');
    expect((await day.sponsorPage()).text).toContain('You are asked to answer by 7 December 2026');
    expect(await day.kinds()).toEqual([]);
  });

  test('says when they were reminded, on its page and in the list', async () => {
    await using day = await on('2026-11-30');
    expect((await waitingMails(day.service, SENDING.address)).map(({ subject }) => subject)).toContain(
      'A case waits for your answer',
    );
    expect((await day.teacherPage('/case/answers')).text).toContain('On 30 November 2026');
    expect((await day.teacherPage('/case')).text).toContain(
      'They answer next: you will hear by 7 December 2026. Reminded on 30 November 2026.',
    );
    expect((await day.teacherPost('/case/answers', { act: 'ask-again', case: id, version: '1' })).status).toBe(303);
    expect(await day.kinds()).toEqual(['reminded']);
  });

  test('says after its day that none has come, and what happens then', async () => {
    await using late = await on('2026-12-08');
    expect((await late.teacherPage('/case/answers')).text).toContain('They were asked to answer by 7 December 2026');
    expect((await late.teacherPage('/case')).text).toContain(
      'They answer next: they were asked to by 7 December 2026.',
    );
    expect((await late.sponsorPage()).text).toContain('You were asked to answer by 7 December 2026');
  });

  test('is closed, and says so to both: what the teacher can do, and that nothing is expected of the sponsor', async () => {
    await using day = await on('2026-12-15');
    const page = await day.teacherPage('/case/answers');
    expect(page.headings(1)).toEqual(['No answer has come']);
    expect(page.text).toContain('On 15 December 2026 we closed it: nothing is expected of Jo Reed any more.');
    expect(page.text).toContain('On 30 November 2026 and 8 December 2026');
    expect(page.links(/print the case|somebody else/)).toHaveLength(2);
    expect(page.byRole('button').map(({ name }) => name)).toContain('Ask Jo Reed again');
    expect((await day.teacherPage('/case')).text).toContain('You can ask again.');
    const shown = await day.sponsorPage();
    expect(shown.text).toContain('Nothing is expected of you any more: this was closed on 15 December 2026.');
    expect(shown.byRole('button', 'Send your answer')).toHaveLength(1);
    expect(await day.kinds()).toEqual(['reminded', 'reminded', 'closed']);
  });

  test('is closed to who never said who they are, too', async () => {
    const { db } = begun.services;
    const { confirmed_at: at } = await db.selectFrom('share').select('confirmed_at').executeTakeFirstOrThrow();
    await db.updateTable('share').set({ confirmed_at: null }).execute();
    await using day = await on('2026-12-15');
    expect((await day.sponsorPage()).text).toContain('Sam Patel asked Jo Reed for an answer as sponsor. Nothing is');
    await db.updateTable('share').set({ confirmed_at: at }).execute();
  });

  test('is asked for again once, however often it is pressed, with the same link and its time anew', async () => {
    await using day = await on('2026-12-16');
    const press = () => day.teacherPost('/case/answers', { act: 'ask-again', case: id, version: '1' });
    const answers = await Promise.all([press(), press()]);
    answers.push(await press());
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await day.kinds()).toEqual(['reminded', 'reminded', 'closed', 'asked-again']);
    const asked = (await waitingMails(day.service, SENDING.address)).filter(({ subject }) => subject.includes('again'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text).toContain(link);
    const page = await day.teacherPage('/case/answers');
    expect(page.headings(1)).toEqual(['Your sponsor answers next']);
    expect(page.text).toMatch(/You will hear by \d+ January 2027\. The mail with the link is on its way\./);
    expect(page.text).toContain('on 23 November 2026; asked again on 16 December 2026');
    expect((await day.sponsorPage()).text).toMatch(/You are asked to answer by \d+ January 2027/);
  });

  test('and then answers in the form they left open on the first day: the answer is taken', async () => {
    await using day = await on('2026-12-17');
    const after = hidden(leftOpen, 'after');
    expect(after).toBe('0');
    const response = await day.service.post(link, { ...ANSWERED, after });
    expect(response.headers.get('Location')).toBe(`${link}/thanks`);
    expect(await day.kinds()).toEqual(['reminded', 'reminded', 'closed', 'asked-again', 'answered']);
    expect((await waitingMails(day.service, 'sam.patel@school.example')).map(({ subject }) => subject)).toContain(
      'Your sponsor has answered',
    );
    const stale = await day.service.post(link, { ...ANSWERED, after, answer: 'no', reason: 'Not this year.' });
    expect(stale.status).toBe(409);
    expect((await day.teacherPage('/case/answers')).headings(1)).toEqual(['Your sponsor said yes']);
  });

  test('takes an answer that comes after the end; two at once are one answer and one who is told', async () => {
    const teacher = await aCaseTeacher(begun, { address: 'other@school.example' });
    await teacher.send({ ...SENDING, address: 'late@school.example' });
    const [mail] = await waitingMails(begun, 'late@school.example');
    const late = /\/case\/[\w-]{32}/.exec(mail?.text ?? '')?.[0] ?? '';
    await confirmed(begun, late);
    for (const day of ['2027-02-01', '2027-02-08']) await (await on(day))[Symbol.asyncDispose]();
    await using day = await on('2027-02-26');
    expect((await soundPage(await day.service.get(late))).text).toContain('Nothing is expected of you any more');
    const press = (name: string) => day.service.post(late, { ...ANSWERED, name });
    const statuses = (await Promise.all([press('One'), press('Other')])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([303, 409]);
    expect((await soundPage(await day.service.get(late))).text).not.toContain('Nothing is expected');
  });
});
