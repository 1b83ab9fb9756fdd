import { afterAll, beforeAll, expect, test } from 'vitest';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { forBothDatabases } from '../../../test/support/both-databases.ts';
import {
  aTalk,
  aTeacher,
  mailsTo,
  reviewerAt,
  share,
  STEPS,
  theReviewer,
} from '../../../test/support/talk-visitors.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

forBothDatabases('a reviewer', (_, kind) => {
  let service: TestApp;
  beforeAll(async () => {
    service = await testApp({ database: kind });
  });
  afterAll(() => service.close());

  test('sees whose plan it is and nothing of it until they have said who they are, however often a scanner looks', async () => {
    const teacher = await aTeacher(service, 'scanned@school.example');
    await share(teacher, { address: 'scanner@school.example' });
    const reviewer = await theReviewer(service, 'scanner@school.example');
    for (let look = 0; look < 3; look += 1) {
      const page = await reviewer.page();
      expect(page.headings(1)).toEqual(['You are asked to read a plan']);
      expect(page.text).toContain('Sam Patel asks Jo Hall to read their plan');
      for (const step of STEPS) expect(page.text).not.toContain(step);
      expect(page.byRole('button', 'I am Jo Hall: open the plan')).toHaveLength(1);
    }
    for (const fields of [{ act: 'agree-all' }, { act: 'answer', 'outcome-s1': 'agree' }]) {
      const refused = await reviewer.send(fields);
      expect(refused.status).toBe(409);
      expect(await refused.text()).not.toContain(STEPS[0]);
    }
    expect((await teacher.page('/shares')).text).toContain(
      'Waiting for Jo Hall to open it and answer, by 7 December 2026.',
    );
  });

  test('reads what is asked, decides three things, and answers every step with one form', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const page = await reviewer.page();
    expect(page.headings(1)).toEqual(['Sam Patel’s plan, 2026 to 2029']);
    expect(page.title).toBe('A plan shared with you – Next Steps');
    expect(page.text).toContain(
      'Sam Patel asks you to agree 3 steps, to ask for a change, or to decline with a reason.',
    );
    expect(page.section('decisions')).toContain('Move “Lead a staff meeting” to Summer 1 of 2027?');
    const answer = await reviewer.send({
      'outcome-s1': 'agree',
      'outcome-s2': 'change',
      'text-s2': 'After the inspection, please.',
      'outcome-s3': 'decline',
      'text-s3': 'Nobody will read it.',
      whole: 'Thank you for planning this.',
    });
    expect(answer.status).toBe(303);
    const next = await pageOf(await service.get(answer.headers.get('Location') ?? ''));
    expect(next.headings(1)).toEqual(['Your answers are saved']);
    expect(next.text).toContain('Saved at 09:00: 3 answers and 1 comment.');
    expect(next.section('next')).toContain('Sam Patel changes the plan, or replies to you.');
    const theirs = await teacher.page(at);
    expect(theirs.text).toContain('Jo Hall has answered, and does not agree to every step.');
    for (const words of ['After the inspection, please.', 'Nobody will read it.', 'Thank you for planning this.'])
      expect(theirs.text).toContain(words);
    const plan = await teacher.page();
    expect(plan.text).toContain('Agreed 23 November.');
    expect(plan.text).toContain('Jo Hall asks for a change.');
    expect(plan.text).toContain('Jo Hall declined.');
  });

  test('is told that a start nobody has announced is a guess, beside its answer and in the timetable', async () => {
    const teacher = await aTeacher(service, 'guess@school.example');
    await teacher.change({ opportunity: 'npq-senior-leadership' }, '/add');
    await share(teacher, { address: 'guessed@school.example' });
    const reviewer = await theReviewer(service, 'guessed@school.example');
    await reviewer.send({ act: 'confirm' });
    const page = await reviewer.page();
    expect(page.section('steps')).toContain('Not announced: this start is a guess.');
    expect(page.section('plan')).toContain('Not announced: this start is a guess');
  });

  test('of a teacher who has taken their name out reads of the teacher, within a sentence too', async () => {
    const { teacher, reviewer } = await aTalk(service);
    await teacher.signedIn.post('/account', { act: 'name', name: '' });
    const page = await reviewer.page();
    expect(page.headings(1)).toEqual(['The teacher’s plan, 2026 to 2029']);
    for (const words of ['· the teacher acts.', 'say to the teacher', 'From here on “you” is the teacher'])
      expect(page.text).toContain(words);
    expect(page.text).not.toMatch(/(say to|is|·) The teacher/);
  });

  test('agrees to all with one press, and pressing again adds nothing', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const page = await reviewer.page();
    expect(page.byRole('button', 'Agree to all 3 steps')).toHaveLength(1);
    const first = await reviewer.send({ act: 'agree-all' }, page);
    expect((await pageOf(await service.get(first.headers.get('Location') ?? ''))).text).toContain('3 answers');
    const again = await reviewer.send({ act: 'agree-all' }, page);
    expect((await pageOf(await service.get(again.headers.get('Location') ?? ''))).headings(1)).toEqual([
      'Nothing was new',
    ]);
    expect((await teacher.page(at)).text).toContain('Agreed with Jo Hall: every step, as it is now.');
  });

  test('who asks for a change without a reason is told at the field, and keeps what they wrote', async () => {
    const { reviewer } = await aTalk(service);
    const answer = await reviewer.send({
      'outcome-s1': 'change',
      'outcome-s2': 'decline',
      'text-s2': 'No cover.',
      whole: 'Hm.',
    });
    expect(answer.status).toBe(422);
    const page = await pageOf(answer);
    expect(page.links('Say what should be changed').map(({ href }) => href)).toEqual(['#text-s1']);
    expect(page.text).toContain('No cover.');
    expect(page.text).toContain('Hm.');
  });

  test('who answers a step that was changed meanwhile keeps their answer, and is shown both', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const seen = await reviewer.page();
    await teacher.change({ act: 'later', step: 's2' });
    const answer = await reviewer.send(
      { 'outcome-s1': 'agree', 'outcome-s2': 'agree', 'text-s2': 'Spring suits us.' },
      seen,
    );
    expect(answer.status).toBe(303);
    const next = await pageOf(await service.get(answer.headers.get('Location') ?? ''));
    expect(next.headings(2)).toContain('The plan changed while you read');
    expect(next.section('moved')).toContain('Spring 2 of 2027');
    expect(next.section('moved')).toContain('Summer 1 of 2027');
    const page = await reviewer.page();
    expect(page.section('steps')).toContain('Changed since you answered.');
    expect(page.section('steps')).toContain('Spring suits us.');
    expect((await teacher.page(at)).text).toContain('Changed since Jo Hall answered; not told yet.');
  });

  test('who comments on a step that was removed meanwhile is heard', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const seen = await reviewer.page();
    await teacher.change({ act: 'some-day', step: 's3' });
    const sent = { 'outcome-s3': 'decline', 'text-s3': 'Good to leave it.', 'text-s1': 'Who is it you watch?' };
    expect((await reviewer.send(sent, seen)).status).toBe(303);
    for (const page of [await reviewer.page(), await teacher.page(at)]) {
      expect(page.section('gone')).toContain('Write it up');
      expect(page.section('gone')).toContain('Good to leave it.');
      expect(page.text).toContain('Who is it you watch?');
    }
  });

  test('two browsers that answer at once are both heard', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const seen = await reviewer.page();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((one) =>
        reviewer.send({ 'outcome-s1': 'change', 'text-s1': `Reason ${one}`, whole: `Word ${one}` }, seen),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
    const page = await teacher.page(at);
    for (const one of [1, 2, 3, 4, 5, 6]) {
      expect(page.text).toContain(`Reason ${one}`);
      expect(page.text).toContain(`Word ${one}`);
    }
  });

  test('sees costs, notes, goals and phases only where they are shared', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    await teacher.change({ text: 'Lead reading', by: '', act: 'save', goal: '' }, '/goals');
    await teacher.change({ 'what-changed': 'Year 4 reads on.' }, '/phases/explore');
    const before = await reviewer.page();
    for (const hidden of ['Lead reading', 'Year 4 reads on.', 'cost']) expect(before.text).not.toContain(hidden);
    expect((await teacher.post(at, { act: 'parts', sections: ['costs', 'goals', 'explore'] })).status).toBe(303);
    const after = await reviewer.page();
    for (const shown of ['Lead reading', 'Year 4 reads on.', 'cost']) expect(after.text).toContain(shown);
    expect((await teacher.post(at, { act: 'parts', sections: ['goals'] })).status).toBe(303);
    expect((await reviewer.page()).text).not.toContain('Year 4 reads on.');
  });

  test('a form that names a version from before the plan was shared is taken to speak of the plan as it is', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const answer = await reviewer.send({ version: '1', act: 'agree-all' });
    expect(answer.status).toBe(303);
    expect((await teacher.page(at)).text).toContain('Agreed with Jo Hall: every step');
  });

  test('a step that came and went before they looked again is not theirs to see, whatever version they name', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const first = await reviewer.page();
    const step = { name: 'Think of leaving', route: 'reflect', when: '2027-spring-1', lasts: '1', hours: '6' };
    await teacher.change(step, '/add');
    const between = Number(await teacher.plan.version());
    await teacher.change({ act: 'remove', step: 's4' });
    const field = first.elements('input').find((input) => attribute(input, 'name') === 'version');
    const seal = (field && attribute(field, 'value'))?.split('.')[1] ?? '';
    expect(seal).not.toBe('');
    for (const version of [String(between), `${between}.${seal}`])
      expect((await reviewer.send({ version, act: 'agree-all' })).status).toBe(303);
    expect((await reviewer.page()).text).not.toContain('Think of leaving');
    expect((await teacher.page(at)).text).not.toContain('Think of leaving');
  });

  test('an answer to the plan as it was shown is one to that, though it has changed since', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const first = await reviewer.page();
    await teacher.change({ act: 'later', step: 's1' });
    expect((await reviewer.send({ act: 'agree-all' }, first)).status).toBe(303);
    expect((await teacher.page(at)).text).toContain('changed since');
  });

  test('who says that it is not for them sees nothing more, and the teacher is told', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const answer = await reviewer.send({ act: 'not-me' });
    expect((await pageOf(answer)).headings(1)).toEqual(['Thank you: the link has ended']);
    expect((await reviewer.get()).status).toBe(410);
    expect((await teacher.page(at)).text).toContain('Ended.');
    expect((await mailsTo(service, teacher.signedIn.account.address)).map(({ kind: of }) => of)).toEqual([
      'conversation',
    ]);
  });

  test('a burst of answers is one mail, which says nothing of what was written', async () => {
    const { teacher, reviewer } = await aTalk(service);
    for (const text of ['First thought', 'Second thought', 'Third thought']) await reviewer.send({ whole: text });
    const mails = await mailsTo(service, teacher.signedIn.account.address);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.text_body).toContain('Jo Hall has answered or written something');
    expect(mail?.text_body).toContain(teacher.path);
    expect(`${mail?.text_body} ${mail?.html_body} ${mail?.subject}`).not.toMatch(/thought|\/shared\//);
    expect(mail?.subject).not.toContain('Jo Hall');
  });

  test('takes back words with a name in them, and nobody keeps them', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const sent = await reviewer.send({ 'outcome-s1': 'change', 'text-s1': 'Ask Amelia Novak first.' });
    const next = await pageOf(await service.get(sent.headers.get('Location') ?? ''));
    expect(next.text).toContain('This looks like a name: “Amelia Novak”.');
    const [press] = (await reviewer.page()).byRole('button', 'Take your words back: Ask Amelia Novak first.');
    const words = press ? (attribute(press.element, 'value') ?? '') : '';
    expect((await teacher.post(at, { act: 'take-back', words })).status).toBe(422);
    expect((await reviewer.send({ act: 'take-back', words })).status).toBe(303);
    for (const page of [await reviewer.page('?taken-back'), await teacher.page(at)]) {
      expect(page.text).not.toContain('Amelia Novak');
      expect(page.text).toContain('The words were taken back.');
    }
    expect((await teacher.page(at)).text).toContain('Jo Hall asks for a change.');
    const rows = await service.services.db.selectFrom('share_event').select('document').execute();
    expect(rows.map(({ document }) => document).join()).not.toContain('Amelia Novak');
  });

  test('looks back for themselves, and both are shown side by side once both have', async () => {
    const { teacher, reviewer, at } = await aTalk(service);
    const review = reviewerAt(service, `${reviewer.path}/review`);
    expect((await review.send({ used: 'Two lessons were watched.', act: 'review' })).status).toBe(303);
    expect((await teacher.page(`${at}/review`)).text).not.toContain('Two lessons were watched.');
    expect((await teacher.page(`${at}/review`)).text).toContain(
      'Jo Hall has answered. You see it when you have answered as well.',
    );
    expect((await teacher.post(`${at}/review`, { act: 'review', used: 'Both lessons, and one more.' })).status).toBe(
      303,
    );
    for (const page of [await teacher.page(`${at}/review`), await review.page()]) {
      expect(page.section('both')).toContain('Two lessons were watched.');
      expect(page.section('both')).toContain('Both lessons, and one more.');
    }
  });
});

test('words that cannot be shown, or are too long, are refused at their field', async () => {
  const service = await testApp();
  const { reviewer } = await aTalk(service);
  for (const [text, because] of [
    ['a\u0000b', /Write text only/],
    ['x'.repeat(2001), /Write up to 2,000 letters/],
  ] as const) {
    const answer = await reviewer.send({ 'text-s1': text });
    expect(answer.status).toBe(422);
    expect((await pageOf(answer)).links(because).map(({ href }) => href)).toEqual(['#text-s1']);
  }
  await service.close();
});
