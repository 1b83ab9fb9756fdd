import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forBothDatabases } from '../../../test/support/both-databases.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aSignedIn } from '../../../test/support/signed-in.ts';
import {
  aTalk,
  aTeacher,
  mailsTo,
  pathsMailedTo,
  reviewerAt,
  share,
  SHARING,
  STEPS,
  theReviewer,
} from '../../../test/support/talk-visitors.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

describe('sharing', () => {
  test('asks whoever holds the private link to sign in first, and sends nothing for them', async () => {
    const teacher = await aTeacher(service, 'holder@school.example');
    const page = await teacher.plan.get('/shares');
    expect(page.text).toContain('only the owner of a plan can share it');
    const sent = { ...SHARING, act: 'share', address: 'victim@school.example' };
    const refused = await teacher.plan.send('/shares', sent);
    expect(refused.status).toBe(403);
    expect((await pageOf(refused)).headings(1)).toEqual(['Share this plan']);
    expect(await mailsTo(service, 'victim@school.example')).toEqual([]);
  });

  test('shows exactly what will be seen before anything is sent', async () => {
    const teacher = await aTeacher(service, 'checks@school.example');
    await teacher.change({ text: 'Lead reading', by: '', act: 'save', goal: '' }, '/goals');
    const version = await teacher.plan.version();
    const fields = { ...SHARING, version, act: 'check', sections: ['goals'], address: 'checked@school.example' };
    const page = await pageOf(await teacher.post('/shares', fields));
    expect(page.headings(1)).toEqual(['Check before it is sent']);
    for (const words of ['Jo Hall', 'checked@school.example', 'Sam Patel', '7 December 2026', ...STEPS])
      expect(page.text).toContain(words);
    expect(page.text).toContain('Lead reading');
    expect(page.text).toContain('They do not see Steps outside the timetable, what each step costs you');
    expect(page.section('preview')).not.toContain('cost');
    expect(await mailsTo(service, 'checked@school.example')).toEqual([]);
    const back = await pageOf(await teacher.post('/shares', { ...fields, act: 'edit' }));
    expect(back.elements('input').flatMap(({ attrs }) => attrs.map(({ value }) => value))).toContain('Jo Hall');
  });

  test('after a change in another tab it is checked again, and not sent as it was not seen', async () => {
    const teacher = await aTeacher(service, 'tabs@school.example');
    const version = await teacher.plan.version();
    await teacher.change({ act: 'later', step: 's1' });
    const fields = { ...SHARING, version, act: 'share', address: 'tabs-reader@school.example' };
    const answer = await teacher.post('/shares', fields);
    expect(answer.status).toBe(200);
    expect((await pageOf(answer)).headings(1)).toEqual(['Check before it is sent']);
    expect(await mailsTo(service, 'tabs-reader@school.example')).toEqual([]);
  });

  test('a plan with no step to be agreed is not shared', async () => {
    const teacher = await aTeacher(service, 'empty@school.example');
    for (const step of ['s1', 's2', 's3']) await teacher.change({ act: 'some-day', step });
    expect((await teacher.page('/shares')).text).toContain('There is no step in the timetable to be agreed yet.');
    const fields = { ...SHARING, version: await teacher.plan.version(), act: 'share' };
    expect((await teacher.post('/shares', fields)).status).toBe(422);
  });

  test.each([
    ['a line end and a header in the name', { name: 'Jo\r\nBcc: all@school.example' }, '#name'],
    ['a line end and a header in your own name', { yourName: 'Sam\nBcc: all@school.example' }, '#yourName'],
    ['a line end in the address', { address: 'jo@school.example\r\nBcc: all@school.example' }, '#address'],
    ['two addresses', { address: 'jo@school.example, all@school.example' }, '#address'],
    ['no address', { address: '' }, '#address'],
    ['a mark of direction', { name: 'Jo\u202e' }, '#name'],
    ['an advertisement', { name: 'Win at https://casino.example' }, '#name'],
    ['a name without end', { name: 'x'.repeat(101) }, '#name'],
    ['a day nobody offered', { answerIn: '1' }, '#answerIn'],
    ['a link for ever', { worksFor: '36500' }, '#worksFor'],
  ] as const)('%s is refused at its field', async (_, given, href) => {
    const teacher = await aTeacher(service, 'hostile@school.example');
    const fields = { ...SHARING, version: await teacher.plan.version(), act: 'share', ...given };
    const answer = await teacher.post('/shares', fields);
    expect(answer.status).toBe(422);
    expect((await pageOf(answer)).links().map((link) => link.href)).toContain(href);
    expect(await mailsTo(service, 'all@school.example')).toEqual([]);
  });

  test('markup in a name and in words is shown as it was written, and does nothing', async () => {
    const { teacher, reviewer, at } = await aTalk(service, { name: '<b>Jo</b> & "Hall"', yourName: '<i>Sam</i>' });
    await reviewer.send({ whole: '<script>alert(1)</script>', 'text-s1': '</textarea><img src=x onerror=alert(1)>' });
    for (const html of [
      await (await reviewer.get()).text(),
      await (await teacher.signedIn.get(`${teacher.path}${at}`)).text(),
    ]) {
      expect(html).not.toMatch(/<b>Jo|<i>Sam|<script>alert|<img src=x/);
      expect(html).toContain('&lt;script');
    }
  });

  test('sections nobody has heard of are shown to nobody', async () => {
    const teacher = await aTeacher(service, 'sections@school.example');
    await share(teacher, { address: 'sections-reader@school.example', sections: ['everything', 'goals', '__proto__'] });
    const row = await service.services.db
      .selectFrom('share')
      .select('sections')
      .where('address', '=', 'sections-reader@school.example')
      .executeTakeFirstOrThrow();
    expect(row.sections).toBe('["goals"]');
  });

  test('is not with oneself: the own address is refused at its field', async () => {
    const teacher = await aTeacher(service, 'myself@school.example');
    const fields = { ...SHARING, version: await teacher.plan.version(), address: ' MYSELF@school.example ' };
    const response = await teacher.post('/shares', { ...fields, act: 'share' });
    expect(response.status).toBe(422);
    expect((await pageOf(response)).text).toContain('This is your own email address');
  });

  test('more than twenty mails in a day are too many, and so are more than five to one address; nobody else is kept out', async () => {
    const teacher = await aTeacher(service, 'busy@school.example');
    const at = await share(teacher, { address: 'flooded@school.example' });
    const answers: number[] = [];
    for (let press = 0; press < 5; press += 1) answers.push((await teacher.post(at, { act: 'renew' })).status);
    expect(answers).toEqual([303, 303, 303, 303, 429]);
    expect(await mailsTo(service, 'flooded@school.example')).toHaveLength(5);
    const other = await aTeacher(service, 'another@school.example');
    const fields = { ...SHARING, version: await other.plan.version(), act: 'share', address: 'flooded@school.example' };
    expect((await other.post('/shares', fields)).status).toBe(303);
    const version = await teacher.plan.version();
    const sent: number[] = [];
    for (let one = 0; one < 18; one += 1)
      sent.push(
        (await teacher.post('/shares', { ...SHARING, version, act: 'share', address: `r${one}@school.example` }))
          .status,
      );
    expect(sent.filter((status) => status === 303)).toHaveLength(14);
    expect(sent.at(-1)).toBe(429);
  });
});

forBothDatabases('a share', (_, kind) => {
  let both: TestApp;
  beforeAll(async () => {
    both = await testApp({ database: kind });
  });
  afterAll(() => both.close());

  test('is one share and one mail however often the button is pressed', async () => {
    const teacher = await aTeacher(both, 'twice@school.example');
    const fields = { ...SHARING, version: await teacher.plan.version(), act: 'share', address: 'once@school.example' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => teacher.post('/shares', fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const places = answers.map(({ headers }) => (headers.get('Location') ?? '').replace(/\?.*/, ''));
    expect(new Set(places).size).toBe(1);
    expect(await mailsTo(both, 'once@school.example')).toHaveLength(1);
  });

  test('that is ended opens nothing from then on, and keeps what was said', async () => {
    const { teacher, reviewer, at } = await aTalk(both);
    await reviewer.send({ whole: 'I read it.' });
    const open = await reviewer.page();
    expect((await teacher.post(at, { act: 'revoke' })).status).toBe(303);
    expect((await reviewer.get()).status).toBe(410);
    expect((await reviewer.get('/review')).status).toBe(410);
    expect((await reviewer.send({ whole: 'Too late.' }, open)).status).toBe(410);
    const page = await teacher.page(at);
    expect(page.text).toContain('Ended. Jo Hall cannot open it any more; what was said is kept here.');
    expect(page.text).toContain('I read it.');
    expect(page.text).not.toContain('Too late.');
    expect((await teacher.post(at, { act: 'renew' })).status).toBe(422);
  });

  test('whose mail was lost is opened by a new link, and no more by the old one', async () => {
    const { teacher, reviewer, at } = await aTalk(both);
    await reviewer.send({ whole: 'Before it was lost.' });
    await teacher.post(at, { act: 'renew' });
    expect((await reviewer.get()).status).toBe(404);
    const address = (await teacher.page(at)).text.match(/jo\d+@school.example/)?.[0] ?? '';
    const paths = await pathsMailedTo(both, address, '/shared/');
    const renewed = paths.map((path) => reviewerAt(both, path)).find(({ path }) => path !== reviewer.path);
    expect((await renewed?.page())?.text).toContain('Before it was lost.');
  });

  test('is asked about again by a mail with the same link, which says what was changed and not how', async () => {
    const { teacher, reviewer, at } = await aTalk(both);
    await reviewer.send({ act: 'agree-all' });
    await teacher.change({ act: 'later', step: 's2' });
    expect((await teacher.page(at)).text).toContain('It is your turn: ask again.');
    expect((await reviewer.page()).text).toContain('Sam Patel has changed the plan since.');
    expect((await teacher.post(at, { act: 'ask-again' })).status).toBe(303);
    const address = (await teacher.page(at)).text.match(/jo\d+@school.example/)?.[0] ?? '';
    const mails = await mailsTo(both, address);
    expect(mails).toHaveLength(2);
    const again = mails.find(({ subject }) => subject.includes('has changed'));
    expect(again?.text_body).toContain(reviewer.path);
    expect(again?.text_body).not.toContain(STEPS[1]);
    expect((await teacher.page(at)).text).toContain('Waiting for Jo Hall to answer');
    expect((await teacher.post(at, { act: 'close' })).status).toBe(303);
    await reviewer.send({ act: 'agree-all' });
    expect((await teacher.page(at)).text).toContain('Agreed with Jo Hall: every step, as it is now.');
    expect((await teacher.post(at, { act: 'ask-again' })).status).toBe(422);
  });

  test('of a stand-in begins afresh, and the first reader’s ends', async () => {
    const { teacher, reviewer, at } = await aTalk(both);
    await reviewer.send({ whole: 'Between you and me.' });
    const standsInFor = at.replace('/shares/', '');
    const address = `alex-${standsInFor.slice(0, 8)}@school.example`;
    await share(teacher, { name: 'Alex Green', address, standsInFor });
    expect((await reviewer.get()).status).toBe(410);
    const alex = await theReviewer(both, address);
    await alex.send({ act: 'confirm' });
    const page = await alex.page();
    expect(page.text).toContain(STEPS[0]);
    expect(page.text).not.toContain('Between you and me.');
    expect((await teacher.page(at)).text).toContain('Between you and me.');
    expect((await teacher.page('/shares')).text).toContain('Alex Green');
  });

  test('of a stand-in for somebody it was never shared with is a share like any other', async () => {
    const teacher = await aTeacher(both);
    const standsInFor = '00000000-0000-4000-8000-000000000099';
    await share(teacher, { name: 'Al Green', address: 'al@school.example', standsInFor });
    const rows = await both.services.db
      .selectFrom('share')
      .select('stands_in_for')
      .where('name', '=', 'Al Green')
      .execute();
    expect(rows).toEqual([{ stands_in_for: null }]);
  });

  test('opens nothing while its plan is deleted, and is there again when the plan is brought back', async () => {
    const { teacher, reviewer } = await aTalk(both);
    const folder = teacher.path.replace(/\/1$/, '');
    await teacher.signedIn.post(folder, { act: 'delete', number: '1' });
    expect((await reviewer.get()).status).toBe(410);
    await teacher.signedIn.post(folder, { act: 'bring-back', number: '1' });
    expect((await reviewer.get()).status).toBe(200);
  });

  test('of one plan is not found under another, nor by another teacher', async () => {
    const { at, teacher } = await aTalk(both);
    const other = await aTeacher(both, 'elsewhere@school.example');
    expect((await other.signedIn.get(`${other.path}${at}`)).status).toBe(404);
    expect((await other.post(at, { act: 'revoke' })).status).toBe(404);
    const stranger = await aSignedIn(both, 'stranger@school.example');
    expect((await stranger.get(`${teacher.path}${at}`)).status).toBe(404);
    expect((await teacher.signedIn.get(`${teacher.path}/shares/nonsense`)).status).toBe(404);
    expect((await teacher.post(at, { act: 'nonsense' })).status).toBe(422);
  });
});
