import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { attribute, pageOf, textOf, type Page } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { findNames } from '../../domain/names/name-warning.ts';
import { PHASE_IDS } from '../../domain/plan/plan.ts';
import { PROMPTS, promptsOf } from '../../domain/plan/plan-prompts.ts';
import { WORKED_EXAMPLES } from '../../domain/plan/worked-examples.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const EXPLORE = {
  'what-changed': 'I teach longer words first.',
  'what-need': 'Some of Year 4 stall at longer words.',
  'already-in-place': '',
};

const written = (page: Page) => page.elements('textarea').map((area) => [attribute(area, 'name'), textOf(area)]);

test('each phase asks its own prompts, says where it stands and leads to the others', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  for (const phase of PHASE_IDS) {
    const page = await visitor.get(`/phases/${phase}`);
    const fields = page.byRole('textbox');
    expect(fields.map(({ name }) => name)).toEqual(promptsOf(phase).map(({ ask }) => ask));
    expect(fields.map(({ description }) => description)).toEqual(
      promptsOf(phase).map(({ hint, behaviour }) => `${hint} EEF behaviour: ${behaviour}.`),
    );
    expect(page.byRole('navigation', 'Phases of your plan')).toHaveLength(1);
    expect(page.links(/^(Explore|Prepare|Deliver|Sustain)$/)).toHaveLength(4);
    expect(page.text).toContain('Saved at 09:00.');
  }
});

test('nothing has to be written: every phase can be skipped, and the last leads back to the plan', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const skips: string[] = [];
  for (const phase of PHASE_IDS)
    skips.push((await visitor.get(`/phases/${phase}`)).links('Skip this phase')[0]?.href ?? '');
  expect(skips).toEqual([
    `${visitor.path}/phases/prepare`,
    `${visitor.path}/phases/deliver`,
    `${visitor.path}/phases/sustain`,
    visitor.path,
  ]);
  const version = await visitor.version();
  const answer = await visitor.send('/phases/explore', { 'what-changed': '', 'what-need': '', 'already-in-place': '' });
  expect(answer.headers.get('Location')).toBe(`${visitor.path}/phases/prepare`);
  expect(await visitor.version()).toBe(version);
});

test('words are kept, counted, and lead on to the next phase', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const next = await visitor.save('/phases/explore', EXPLORE);
  expect(next.headings(1)).toEqual(['Prepare']);
  expect(next.text).toContain('2 of 3 written');
  expect(written(await visitor.get('/phases/explore'))).toEqual([
    ['what-changed', 'I teach longer words first.'],
    ['what-need', 'Some of Year 4 stall at longer words.'],
    ['already-in-place', ''],
  ]);
  const emptied = await visitor.save('/phases/explore', { ...EXPLORE, 'what-changed': '' });
  expect(emptied.text).toContain('1 of 3 written');
});

test('after the last phase the plan says what was saved, and it can be undone', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const plan = await visitor.save('/phases/sustain', { 'keeps-it-going': 'A slot in a meeting.' });
  expect(plan.text).toContain('Wrote in Sustain.');
  expect(plan.byRole('button', 'Undo')).toHaveLength(1);
});

test('lines and line ends stay as they were written', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  await visitor.save('/phases/deliver', { 'small-cycles': '\r\nOne thing.\r\n\r\nThen <b>another</b> & a third.\r\n' });
  const [area] = (await visitor.get('/phases/deliver')).elements('textarea');
  expect(area?.childNodes.map((node) => ('value' in node ? node.value : '')).join('')).toBe(
    'One thing.\n\nThen <b>another</b> & a third.',
  );
});

test('what is too long or no text is said at its field, and no word is lost', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const long = 'word '.repeat(700).trim();
  const answer = await visitor.send('/phases/explore', {
    ...EXPLORE,
    'what-need': long,
    'already-in-place': 'a\u0007b',
  });
  expect(answer.status).toBe(422);
  const page = await pageOf(answer);
  expect(page.title).toMatch(/^Error: Explore/);
  expect(page.byRole('alert')).toHaveLength(1);
  expect(page.text).toContain('What you have just written is not saved yet.');
  expect(page.links(/has 3,499 letters: there is room for 3,000/)[0]?.href).toBe('#what-need');
  expect(page.links(/holds characters that are no text/)[0]?.href).toBe('#already-in-place');
  const [, need] = page.byRole('textbox');
  expect(need?.description).toContain('there is room for 3,000');
  expect(written(page)[1]).toEqual(['what-need', long]);
  expect(written(await visitor.get('/phases/explore'))[1]).toEqual(['what-need', '']);
});

test('what looks like a name is saved and warned of once, with both ways on', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const named = { ...EXPLORE, 'what-need': 'Amelia Novak stalls at longer words.' };
  const answer = await visitor.send('/phases/explore', named);
  expect(answer.headers.get('Location')).toBe(`${visitor.path}/phases/explore?look=names`);
  const page = await visitor.get('/phases/explore?look=names');
  expect(written(page)[1]).toEqual(['what-need', 'Amelia Novak stalls at longer words.']);
  expect(page.byRole('textbox')[1]?.description).toContain('This looks like a name: “Amelia Novak”.');
  expect(page.byRole('textbox')[0]?.description).not.toContain('looks like');
  expect(page.links(/^Change it in/)[0]?.href).toBe('#what-need');
  expect(page.links(/go on to Prepare/)[0]?.href).toBe(`${visitor.path}/phases/prepare`);
  expect(page.text).toContain('Saved at 09:00. Something in it looks like a name.');

  const kept = await visitor.send('/phases/explore', { ...named, 'what-changed': 'More.' });
  expect(kept.headers.get('Location')).toBe(`${visitor.path}/phases/prepare`);
  await visitor.save('/phases/explore', EXPLORE);
  expect((await visitor.get('/phases/explore?look=names')).text).not.toContain('looks like a name');
});

test('the example is of the route the plan mostly follows, or of the one that is asked for', async () => {
  const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  const first = async (query: string) => (await visitor.get(`/phases/prepare${query}`)).section('example');
  expect(await first('')).toMatch(/How it might read Invented, .* Share expertise: a Reception teacher/);
  expect(await first('?example=expand')).toMatch(/How it might read Invented, .* Go wider: a teacher in a special/);
  expect(await first('?example=nowhere')).toMatch(/How it might read Invented, .* Share expertise/);
  const all = await first('');
  for (const { answers } of Object.values(WORKED_EXAMPLES)) expect(all).toContain(answers['what-i-will-do']);
});

test('an example that is asked for is open, and one that is not is folded', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const open = async (query: string) =>
    (await visitor.get(`/phases/explore${query}`))
      .elements('details')
      .filter((one) => attribute(one, 'open') !== undefined).length;
  expect(await open('')).toBe(0);
  expect(await open('?example=share')).toBe(1);
});

test('who saves second is shown both answers, and loses neither', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const version = await visitor.version();
  await visitor.save('/phases/explore', EXPLORE);
  const mine = { ...EXPLORE, 'what-need': 'Number bonds in Year 2.' };
  const answer = await visitor.send('/phases/explore', { ...mine, version });
  expect(answer.status).toBe(409);
  const page = await pageOf(answer);
  expect(page.text).toContain('Number bonds in Year 2.');
  expect(page.text).toContain('Some of Year 4 stall at longer words.');
  expect(page.byRole('button', 'Save mine as well')).toHaveLength(1);
  expect(page.text).not.toContain('I teach longer words first.');
});

test('what is the same in both is no conflict', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  const version = await visitor.version();
  await visitor.save('/phases/explore', EXPLORE);
  expect((await visitor.send('/phases/explore', { ...EXPLORE, version })).status).toBe(303);
});

test('there is no fifth phase', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  expect((await service.get(`${visitor.path}/phases/reflect`)).status).toBe(404);
  expect((await visitor.send('/phases/reflect', {})).status).toBe(404);
});

test('the words of the prompts and of what is in the catalogue raise hardly a warning', () => {
  expect(PROMPTS.flatMap(({ ask, hint }) => [...findNames(ask), ...findNames(hint)])).toEqual([]);
  const { opportunities, routes } = service.services.catalogue.current();
  const texts = [...opportunities, ...routes].flatMap(({ what, suits }) => [...what, suits]);
  const alarms = texts.filter((text) => findNames(text.replaceAll(/\{\{[^}]*\}\}/g, 'it')).length > 0);
  expect(texts.length).toBeGreaterThan(300);
  expect(alarms.length / texts.length).toBeLessThan(0.02);
});
