import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { attribute, pageOf, type Page } from '../../../test/support/html.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const add = (visitor: PlanVisitor, text: string, by = '') =>
  visitor.save('/goals', { act: 'save', goal: '', text, by });
const listed = (page: Page) =>
  page.byRole('list', 'Goals of this plan').flatMap(({ element }) => element.childNodes).length;
/** What stands in the field of the goal. */
const typed = (page: Page) =>
  page.elements('input').flatMap((one) => (attribute(one, 'name') === 'text' ? [attribute(one, 'value')] : []))[0];
const hrefOf = (page: Page, name: string) => page.links(name)[0]?.href ?? '';

test('a goal is added with the half term it is for, stands on the plan, and can be undone', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const plan = await add(visitor, 'Facilitate my NPQ', '2027-summer-2');
  expect(plan.text).toContain('Added the goal “Facilitate my NPQ”.');
  expect(plan.byRole('button', 'Undo')).toHaveLength(1);
  const page = await visitor.get('/goals');
  expect(page.text).toContain('Facilitate my NPQby the end of Summer 2 of 2027');
  const undone = await visitor.save('', { act: 'undo' });
  expect(undone.text).not.toContain('Goal: Facilitate my NPQ');
});

test('a goal can be by any half term of the timetable, or by none', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const page = await visitor.get('/goals');
  const [select] = page.byRole('combobox', 'By the end of');
  const options = page.elements('option').filter((one) => one.parentNode === select?.element);
  expect(options).toHaveLength(13);
  expect(options.map((one) => attribute(one, 'value')).slice(0, 3)).toEqual(['', '2026-autumn-2', '2027-spring-1']);
});

test('a goal is changed from its own line', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  await add(visitor, 'A master’s');
  await add(visitor, 'Mentor somebody', '2027-spring-2');
  const change = hrefOf(await visitor.get('/goals'), 'Change: Mentor somebody');
  expect(change).toBe(`${visitor.path}/goals?goal=g2#goal`);
  const page = await visitor.get('/goals?goal=g2');
  expect(page.headings(2)).toContain('Change this goal');
  expect(typed(page)).toBe('Mentor somebody');
  const plan = await visitor.save('/goals', { act: 'save', goal: 'g2', text: 'Mentor two people', by: '' });
  expect(plan.text).toContain('Changed the goal “Mentor two people”.');
  const after = await visitor.get('/goals');
  expect(after.text).toContain('Mentor two people');
  expect(after.text).not.toContain('by the end of');
  expect(after.text).toContain('A master’s');
});

test('a goal that is sent as it was makes no version', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  await add(visitor, 'A master’s', '2027-spring-2');
  const version = await visitor.version();
  const answer = await visitor.send('/goals', { act: 'save', goal: 'g1', text: 'A master’s', by: '2027-spring-2' });
  expect(answer.headers.get('Location')).toBe(visitor.path);
  expect(await visitor.version()).toBe(version);
});

test('a goal is removed at one press, and can be undone', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  await add(visitor, 'A master’s');
  expect((await visitor.get('/goals')).byRole('button', 'Remove: A master’s')).toHaveLength(1);
  const plan = await visitor.save('/goals', { act: 'remove', goal: 'g1' });
  expect(plan.text).toContain('Removed the goal “A master’s”.');
  expect(listed(await visitor.get('/goals'))).toBe(0);
  await visitor.save('', { act: 'undo' });
  expect(listed(await visitor.get('/goals'))).toBe(1);
});

test.each([
  ['nothing', { text: '', by: '' }, ['#text'], /Write the goal/],
  ['more than a line', { text: 'One\nTwo', by: '' }, ['#text'], /A goal is one line of text/],
  ['more than there is room for', { text: 'x'.repeat(201), by: '' }, ['#text'], /A goal has up to 200 letters/],
  ['no such half term', { text: 'One', by: '2031-spring-1' }, ['#by'], /Choose a half term of your plan/],
] as const)('%s is said at its field, and what was written stays', async (_, sent, hrefs, because) => {
  const visitor = await aVisitor(service, ANSWERED);
  const answer = await visitor.send('/goals', { act: 'save', goal: '', ...sent });
  expect(answer.status).toBe(422);
  const page = await pageOf(answer);
  expect(page.title).toMatch(/^Error: Goals/);
  expect(page.links(because).map(({ href }) => href)).toEqual(hrefs);
  expect(typed(page)?.replaceAll(/\s/g, ' ')).toBe(sent.text.replaceAll(/\s/g, ' '));
});

test('ten goals are as many as there is room for', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  for (let number = 1; number <= 10; number += 1) await add(visitor, `Goal ${number}`);
  const page = await visitor.get('/goals');
  expect(listed(page)).toBe(10);
  expect(page.text).toContain('A plan holds up to 10 goals.');
  expect(page.byRole('textbox')).toHaveLength(0);
  const answer = await visitor.send('/goals', { act: 'save', goal: '', text: 'One more', by: '' });
  expect(answer.status).toBe(422);
  expect((await pageOf(answer)).text).toContain('A plan holds up to 10 goals.');
});

test('a name in a goal is saved and warned of, with both ways on', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const answer = await visitor.send('/goals', { act: 'save', goal: '', text: 'Mentor Amelia Novak', by: '' });
  expect(answer.headers.get('Location')).toBe(`${visitor.path}/goals?goal=g1&look=names`);
  const page = await visitor.get('/goals?goal=g1&look=names');
  expect(page.byRole('textbox', 'The goal')[0]?.description).toContain('This looks like a name: “Amelia Novak”.');
  expect(hrefOf(page, 'It is no name, or it may stay: go back to your plan')).toBe(`${visitor.path}?after`);
  expect((await visitor.get()).text).toContain('Mentor Amelia Novak');
});

test('each idea leads to its draft, and can be begun with', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const page = await visitor.get('/goals');
  expect(hrefOf(page, 'Draft the way there: Assistant head by September 2029')).toBe(
    `${visitor.path}/drafts?goal=assistant-head`,
  );
  const begun = await visitor.get('/goals?idea=assistant-head');
  expect(typed(begun)).toBe('Assistant head by September 2029');
});

test('who saves second is shown both goals', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  await add(visitor, 'A master’s');
  const version = await visitor.version();
  await visitor.save('/goals', { act: 'save', goal: 'g1', text: 'A doctorate', by: '' });
  const answer = await visitor.send('/goals', { version, act: 'save', goal: 'g1', text: 'A diploma', by: '' });
  expect(answer.status).toBe(409);
  const page = await pageOf(answer);
  expect(page.text).toContain('A doctorate');
  expect(page.text).toContain('A diploma');
});

test('a goal that is gone is said to be gone', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const answer = await visitor.send('/goals', { act: 'remove', goal: 'g4' });
  expect(answer.status).toBe(422);
  expect((await pageOf(answer)).text).toContain('That goal is not in this plan any more.');
});
