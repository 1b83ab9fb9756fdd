import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeOldPlans } from '../../../test/support/remove-plans.ts';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor, visitorAt, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { aDatabase, forBothDatabases } from '../../../test/support/both-databases.ts';
import { findReflections } from '../../db/reflections.ts';
import { getFolder } from '../../db/folders.ts';
import { findPlans, getPlan } from '../../db/plans.ts';
import { keyHash } from '../../http/private-link.ts';

let service: TestApp;
let later: TestApp;
let database: Awaited<ReturnType<typeof aDatabase>>;

/** A plan is started on one day and opened on another: two services on one database, their clocks sixteen days apart. */
beforeAll(async () => {
  database = await aDatabase('sqlite', 'shipped');
  service = await testApp({ today: '2026-11-23', place: database.place });
  later = await testApp({ today: '2026-12-09', place: database.place });
});
afterAll(async () => {
  await service.close();
  await later.close();
  await database[Symbol.asyncDispose]();
});

/** Somebody whose plan has a step in the half term it was started in. */
async function aTeacher(): Promise<PlanVisitor> {
  const visitor = await aVisitor(service, ANSWERED);
  const fields = { name: 'Read aloud daily', route: 'reflect', when: '2026-autumn-2', lasts: '2', hours: '3' };
  await visitor.save('/add', fields);
  return visitorAt(later, visitor.path);
}

const PROMPT = '/reflections/2-weeks';
const answer = (visitor: PlanVisitor, fields: Record<string, string>, version = '0') =>
  visitor.send(PROMPT, { version, act: 'save', ...fields });

async function planId(visitor: PlanVisitor): Promise<string> {
  const { db } = later.services;
  const folder = await getFolder(db, { keyHash: keyHash(visitor.folder.replace('/plans/', '')) });
  return (await getPlan(db, folder?.id ?? '', 1))?.id ?? '';
}
const rows = async (visitor: PlanVisitor) => findReflections(later.services.db, await planId(visitor));

test('a plan that has just begun asks nothing, and says when it will', async () => {
  const visitor = await aVisitor(service, ANSWERED);
  expect((await visitor.get()).text).not.toContain('two minutes, or skip it');
  await visitor.save('/add', { name: 'A step', route: 'reflect', when: '2026-autumn-2', lasts: '1', hours: '3' });
  const page = await visitor.get('/reflections');
  expect(page.text).toContain('Nothing waits for you. Next is “Two weeks in”, on 7 December 2026.');
});

test('two weeks in the plan says so in one line, and the page asks', async () => {
  const visitor = await aTeacher();
  const lines = (await visitor.get()).links(/^Look back: /);
  expect(lines).toEqual([{ text: 'Look back: two weeks in', href: `${visitor.path}${PROMPT}` }]);
  const page = await visitor.get('/reflections');
  expect(page.section('due')).toContain('Asked on 7 December 2026.');
  expect(page.byRole('button', 'Look back now')).toHaveLength(1);
});

test('what was written is kept with its day, and the plan asks no more', async () => {
  const visitor = await aTeacher();
  const page = await visitor.save(PROMPT, { version: '0', act: 'save', tried: 'Choral reading', next: 'Again' });
  expect(page.text).toContain('Saved.');
  expect(page.section('written')).toContain('Choral reading');
  expect(page.section('written')).toContain('Written on 9 December 2026.');
  expect((await visitor.get()).links(/^Look back: /)).toEqual([]);
  expect(await rows(visitor)).toMatchObject([
    { prompt: '2-weeks', state: 'written', answers: { tried: 'Choral reading', next: 'Again' }, dueOn: '2026-12-07' },
  ]);
});

test('a skip is an answer, and can be written after all', async () => {
  const visitor = await aTeacher();
  const page = await visitor.save(PROMPT, { version: '0', act: 'skip', tried: 'not sent' });
  expect(page.text).toContain('Skipped. It will not be asked again.');
  expect((await visitor.get()).links(/^Look back: /)).toEqual([]);
  expect(await rows(visitor)).toMatchObject([{ state: 'skipped', answers: {} }]);
  expect(page.section('left')).toContain('Two weeks in');
  await visitor.save(PROMPT, { version: '1', act: 'save', tried: 'After all' });
  expect(await rows(visitor)).toMatchObject([{ state: 'written', version: 2 }]);
});

test('four empty answers are a skip; what was written is never skipped away', async () => {
  const visitor = await aTeacher();
  await visitor.save(PROMPT, { version: '0', act: 'save', tried: ' ', changed: '' });
  expect(await rows(visitor)).toMatchObject([{ state: 'skipped' }]);
  await visitor.save(PROMPT, { version: '1', act: 'save', tried: 'Written' });
  await visitor.save(PROMPT, { version: '2', act: 'skip' });
  expect(await rows(visitor)).toMatchObject([{ state: 'written', answers: { tried: 'Written' } }]);
});

test('a change says when it was made, and one that changes nothing makes no version', async () => {
  const visitor = await aTeacher();
  await visitor.save(PROMPT, { version: '0', act: 'save', tried: 'One' });
  await visitor.save(PROMPT, { version: '1', act: 'save', tried: 'One' });
  expect(await rows(visitor)).toMatchObject([{ version: 1 }]);
  const { db } = later.services;
  await db
    .updateTable('reflection')
    .set({ written_at: '2026-12-08T09:00:00.000Z' })
    .where('plan_id', '=', await planId(visitor))
    .execute();
  const page = await visitor.save(PROMPT, { version: '1', act: 'save', tried: 'Two' });
  expect(page.section('written')).toContain('Written on 8 December 2026, changed on 9 December 2026.');
});

test('of two tabs the second is told and shown both, and one press saves theirs', async () => {
  const visitor = await aTeacher();
  await visitor.save(PROMPT, { version: '0', act: 'save', tried: 'The first', know: 'Seen' });
  const second = await answer(visitor, { tried: 'The second', know: 'Seen' });
  expect(second.status).toBe(409);
  const page = await pageOf(second);
  expect(page.text).toContain('The first');
  expect(page.text).toContain('The second');
  expect(await rows(visitor)).toMatchObject([{ answers: { tried: 'The first' } }]);
  await visitor.save(PROMPT, { version: '1', act: 'save', tried: 'The second', know: 'Seen' });
  expect(await rows(visitor)).toMatchObject([{ answers: { tried: 'The second' }, version: 2 }]);
});

test('what looks like a name is kept first and warned of then', async () => {
  const visitor = await aTeacher();
  const page = await visitor.save(PROMPT, { version: '0', act: 'save', changed: 'Amelia Novak said she liked it.' });
  expect(page.text).toContain('This looks like a name: “Amelia Novak”.');
  expect(await rows(visitor)).toMatchObject([{ answers: { changed: 'Amelia Novak said she liked it.' } }]);
});

test.each([
  ['too long', { tried: 'x'.repeat(1501) }, '#tried', /there is room for 1,500/],
  ['no text', { know: 'a\u0000b' }, '#know', /characters that are no text/],
] as const)(
  'an answer that is %s is said at its question, and nothing typed is lost',
  async (_, sent, href, because) => {
    const visitor = await aTeacher();
    const response = await answer(visitor, { ...sent, next: 'Kept' });
    expect(response.status).toBe(422);
    const page = await pageOf(response);
    expect(page.links(because)).toMatchObject([{ href }]);
    expect(page.text).toContain('Kept');
    expect(await rows(visitor)).toEqual([]);
  },
);

test.each(['3-weeks', '2035-spring-1', '2020-spring-1', 'x', '..%2f2-weeks'])(
  'there is no prompt %s',
  async (prompt) => {
    const visitor = await aTeacher();
    expect((await later.get(`${visitor.path}/reflections/${prompt}`)).status).toBe(404);
  },
);

test('what was answered stays readable when the plan would not ask it any more', async () => {
  const visitor = await aTeacher();
  await visitor.save(PROMPT, { version: '0', act: 'save', tried: 'It' });
  await visitor.save('', { act: 'remove', step: 's1' });
  expect((await visitor.get(PROMPT)).text).toContain('It');
  expect((await visitor.get('/reflections')).section('written')).toContain('It');
});

test('only its owner, signed in, can ask to be mailed', async () => {
  const visitor = await aTeacher();
  expect((await visitor.get('/reflections')).byRole('button', 'Mail me when one is due')).toEqual([]);
  const refused = await visitor.send('/reflections', { act: 'mail-on' });
  expect(refused.status).toBe(403);
  expect((await pageOf(refused)).headings(1)).toEqual(['Mail me when one is due']);
  const owner = await aSignedIn(later);
  const path = await keepPlan(later, owner, visitor);
  const asked = await owner.post(`${path}/reflections`, { act: 'mail-on' });
  expect(asked.headers.get('Location')).toBe(`${path}/reflections?done=mail-on`);
  expect((await owner.page(`${path}/reflections`)).byRole('button', 'Stop these mails')).toHaveLength(1);
  await owner.post(`${path}/reflections`, { act: 'mail-off' });
  expect((await owner.page(`${path}/reflections`)).byRole('button', 'Mail me when one is due')).toHaveLength(1);
});

test('a copy of a plan begins with nothing looked back on', async () => {
  const visitor = await aTeacher();
  await visitor.save(PROMPT, { version: '0', act: 'save', tried: 'Only in the first' });
  await later.post(visitor.folder, { act: 'copy', number: '1' });
  const copy = await pageOf(await later.get(`${visitor.folder}/2/reflections`));
  expect(copy.text).not.toContain('Only in the first');
});

forBothDatabases('looking back', (_open, kind) => {
  test('goes for good with the plan', async () => {
    const app = await testApp({ database: kind });
    const visitor = await aVisitor(app, ANSWERED, 'ect-mentor');
    const { db } = app.services;
    await visitor.save(PROMPT, { version: '0', act: 'save', tried: 'Something' });
    const folder = (await getFolder(db, { keyHash: keyHash(visitor.folder.replace('/plans/', '')) }))?.id ?? '';
    const id = (await getPlan(db, folder, 1))?.id ?? '';
    expect(await findReflections(db, id)).toHaveLength(1);
    await app.post(visitor.folder, { act: 'delete', number: '1' });
    await db.updateTable('plan').set({ deleted_at: '2026-10-01T09:00:00.000Z' }).where('id', '=', id).execute();
    await removeOldPlans(app);
    expect(await findPlans(db, folder)).toEqual([]);
    expect(await findReflections(db, id)).toEqual([]);
    await app.close();
  });
});
