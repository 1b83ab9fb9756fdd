import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { textOfPages } from '../../../test/support/pdf-text.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const STEP = {
  name: 'Mentor somebody',
  when: '2027-autumn-1',
  lasts: '3',
  hours: '6.5',
  cost: '£1,050.50',
  owner: 'head',
  state: 'under-way',
  phase: 'deliver',
  note: 'Ask in June.',
};

describe('adding a step', () => {
  test('suggests what is open first, and finds the rest by its words', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const suggested = await visitor.get('/add');
    expect(suggested.byRole('button', /^Add it: /).length).toBeGreaterThan(5);
    expect(suggested.byRole('button', 'Add it: Mentor an early career teacher')).toEqual([]);
    const found = await visitor.get('/add?q=senior+leadership');
    expect(found.byRole('button', /^Add it: NPQ in Senior Leadership/)).toHaveLength(1);
    const nothing = await visitor.get('/add?q=zzzzqqqq');
    expect(nothing.text).toContain('Nothing that is open to you and not in your plan yet.');
  });

  test('puts it where its next intake begins, or for some day', async () => {
    const visitor = await aVisitor(service, ANSWERED);
    const page = await visitor.save('/add', { opportunity: 'npq-senior-leadership' });
    expect(page.section('s1')).toContain('Autumn 2 of 2027');
    expect(page.text).toContain('No intake of “NPQ in Senior Leadership” is announced for Autumn 2 of 2027');
    const later = await visitor.save('/add', { opportunity: 'school-governor-or-trustee', place: 'some-day' });
    expect(later.section('some-day')).toContain('governor');
  });

  test('refuses the same one twice, and one that there is not', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const twice = await visitor.send('/add', { opportunity: 'ect-mentor' });
    expect((await pageOf(twice)).text).toContain('is in your plan already');
    expect((await visitor.send('/add', { opportunity: 'no-such-step' })).status).toBe(404);
  });

  test('takes something of one’s own', async () => {
    const visitor = await aVisitor(service);
    const page = await visitor.save('/add', {
      name: 'Watch two colleagues teach',
      route: 'reflect',
      when: '2027-spring-1',
      lasts: '2',
      hours: '3',
    });
    expect(page.section('s1')).toContain('Spring 1 of 2027 to Spring 2 of 2027 · 3 hours a half term (your figure)');
  });

  test('says of each field what is wrong, and keeps the words', async () => {
    const visitor = await aVisitor(service);
    const answer = await visitor.send('/add', { name: '', route: 'sideways', when: 'never', lasts: '0', hours: '-3' });
    expect(answer.status).toBe(422);
    const page = await pageOf(answer);
    expect(page.links(/./).filter(({ href }) => href.startsWith('#') && href !== '#main')).toEqual([
      { text: 'Give the step a name', href: '#name' },
      { text: 'Choose the route it is on', href: '#route' },
      { text: 'Choose a half term, “some day” or “you already have it”', href: '#when' },
      { text: 'How many half terms it lasts must be a whole number from 1 to 42', href: '#lasts' },
      { text: 'Hours in each half term must be a number from 0 to 300, such as 6.5', href: '#hours' },
    ]);
    expect(page.elements('input').some(({ attrs }) => attrs.some(({ value }) => value === '-3'))).toBe(true);
  });
});

describe('changing a step', () => {
  test('saves every field, and moves it', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const page = await visitor.save('/steps/s1', STEP);
    expect(page.text).toContain('Changed “Mentor somebody”.');
    expect(page.section('s1')).toContain(
      'Autumn 1 of 2027 to Spring 1 of 2028 · 6.5 hours a half term (your figure) · £1,050.50 from you · your head acts · under way.',
    );
    const step = await visitor.get('/steps/s1');
    expect(step.text).toContain('What it rests on');
    expect(step.links(/^Source of: /).length).toBeGreaterThan(1);
  });

  test('hours left alone keep what they rest on', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const before = await visitor.get();
    const { hours: _, ...rest } = STEP;
    const page = await visitor.save('/steps/s1', { ...rest, lasts: '12', hours: '6.5', when: '2026-autumn-2' });
    expect(before.section('s1')).toContain('6.5 hours a half term ·');
    expect(page.section('s1')).toContain('6.5 hours a half term ·');
  });

  test('refuses a step that needs itself, in turn', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    await visitor.save('/add', { opportunity: 'induction-tutor' });
    await visitor.save('/steps/s2', { ...STEP, name: 'Induction tutor', needs: ['s1'] });
    const circle = await visitor.send('/steps/s1', { ...STEP, needs: ['s2'] });
    expect(circle.status).toBe(422);
    expect((await pageOf(circle)).text).toContain('one of them has to come first');
    const itself = await visitor.send('/steps/s1', { ...STEP, needs: ['s1'] });
    expect((await pageOf(itself)).text).toContain('A step cannot need itself.');
  });

  test('several needs are all kept: no box is lost', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    await visitor.save('/add', { opportunity: 'induction-tutor' });
    await visitor.save('/add', { opportunity: 'cpd-lead' });
    await visitor.save('/steps/s3', { ...STEP, name: 'Lead CPD', needs: ['s1', 's2'] });
    const boxes = (await visitor.get('/steps/s3')).byRole('checkbox');
    expect(boxes.map(({ name }) => name)).toEqual(
      ['Mentor an early career teacher', 'Be your school’s induction tutor'].map((name) =>
        expect.stringMatching(name.replace('’', '.')),
      ),
    );
  });

  test('an NPQ says who pays, by the rules for the school that was told', async () => {
    const told = `${ANSWERED}&school=143064`;
    const npq = await aVisitor(service, told, 'npq-senior-leadership');
    expect((await npq.get('/steps/s1')).text).toContain('Who pays: Funded by the autumn 2026 rules.');
    const role = await aVisitor(service, told, 'ect-mentor');
    expect((await role.get('/steps/s1')).text).not.toContain('Who pays');
    const summary = new Uint8Array(await (await service.get(`${npq.path}/files/summary.pdf`)).arrayBuffer());
    expect(textOfPages(summary).join('')).toContain('whopays:Fundedbytheautumn2026rules');
  });

  test('a step that is not there is not found', async () => {
    const visitor = await aVisitor(service);
    expect((await service.get(`${visitor.path}/steps/s9`)).status).toBe(404);
  });
});
