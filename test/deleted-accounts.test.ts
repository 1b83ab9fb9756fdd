import { describe, expect, test } from 'vitest';
import { addShare, confirmShare } from '../src/db/shares.ts';
import { addShareEvents } from '../src/db/share-events.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { keyHash, newKey } from '../src/http/private-link.ts';
import { planText } from '../src/schemas/plan-schema.ts';
import { getAccount } from '../src/db/accounts.ts';
import { removeOldPlans } from './support/remove-plans.ts';
import { aDatabase, type DatabaseKind } from './support/both-databases.ts';
import { heldRows } from './support/held-rows.ts';
import { pageOf } from './support/html.ts';
import { aPlan, aStep } from './support/plan-builders.ts';
import { visitorAt } from './support/plan-visitor.ts';
import { aSignedIn, keepPlan } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* An account that is deleted, or that nobody uses: what its owner and others see, and what is left in the end. */

const ADDRESS = 'zelda.quince@school.example';

/** The service on days of its own, all on one database. */
async function onDays(database: DatabaseKind) {
  const made = await aDatabase(database, 'shipped');
  const open = async <T>(today: string, work: (service: TestApp) => Promise<T>): Promise<T> => {
    const service = await testApp({ today, place: made.place });
    try {
      return await work(service);
    } finally {
      await service.close();
    }
  };
  return { open, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() };
}

/** A teacher with a plan that is shared, a private link, a calendar link, and two browsers signed in. */
async function aTeacher(service: TestApp) {
  const owner = await aSignedIn(service, ADDRESS);
  const elsewhere = await aSignedIn(service, ADDRESS);
  await owner.post('/account', { act: 'name', name: 'Zelda Quince' });
  const form = new FormData();
  form.set('file', new File([planText(aPlan({ title: 'Bramble year', steps: [aStep()] }))], 'plan.json'));
  const visitor = visitorAt(service, (await service.post('/plans/bring-in', form)).headers.get('Location') ?? '');
  const path = await keepPlan(service, owner, visitor);
  const folder = path.split('/')[2] ?? '';
  const feed = /\/calendars\/[\w-]{32}\.ics/.exec(
    await (await owner.post(`${path}/take-away`, { act: 'make' })).text(),
  )?.[0];
  const { db, clock } = service.services;
  const { id } = await db.selectFrom('plan').select('id').where('folder_id', '=', folder).executeTakeFirstOrThrow();
  const key = newKey();
  const share = await addShare(db, {
    plan: id,
    keyHash: keyHash(key),
    kind: 'line-manager',
    account: owner.account.id,
    name: 'Morwenna Teasel',
    address: 'm.teasel@school.example',
    sections: ['goals'],
    createdAt: clock.now(),
    expiresOn: '2099-01-01' as IsoDate,
    answerBy: '2026-12-08' as IsoDate,
    standsInFor: null,
  });
  await confirmShare(db, share, clock.now());
  await addShareEvents(db, share, { after: 0, documents: [{ kind: 'confirmed' }], now: clock.now() });
  await service.get(feed ?? '');
  return { owner, elsewhere, visitor, path, folder, feed: feed ?? '', share, shared: `/shared/${key}`, plan: id };
}

/** What was an address of theirs is as any that opens nothing; their plan’s own asks whoever opens it to sign in. */
const SHUT = [404, 404, 404, 404, 401, 410];
const GONE = [404, 404, 404, 404, 401, 404];
const OPEN = [200, 200, 200, 200, 200, 200];

type Teacher = Awaited<ReturnType<typeof aTeacher>>;

/** Words that are the teacher's alone. */
const wordsOf = ({ folder, plan, share, owner }: Teacher) => [
  ADDRESS,
  'Zelda Quince',
  'Bramble year',
  'Morwenna Teasel',
  'm.teasel@school.example',
  folder,
  plan,
  share,
  owner.account.id,
];

async function foundIn(service: TestApp, words: readonly string[]): Promise<readonly string[]> {
  const held = Object.entries(await heldRows(service.services.db));
  return held.flatMap(([table, rows]) => {
    const text = JSON.stringify(rows);
    return words.filter((word) => text.includes(word)).map((word) => `${table}: ${word}`);
  });
}

const opened = async (service: TestApp, { visitor, path, feed, owner, shared }: Teacher) => [
  (await service.get(visitor.path)).status,
  (await service.get(visitor.folder)).status,
  (await service.get(`${visitor.path}/files/plan.json`)).status,
  (await service.get(feed)).status,
  (await service.get(path, owner.headers)).status,
  (await service.get(shared)).status,
];

describe.each(['sqlite', 'postgres'] as const)('an account, on %s', (database) => {
  test('that is deleted opens nothing, can be brought back for thirty days, and then is gone from every table', async () => {
    await using days = await onDays(database);
    const teacher = await days.open('2026-11-23', async (service) => {
      const made = await aTeacher(service);
      expect(await opened(service, made)).toEqual(OPEN);
      const page = await made.owner.page('/account/delete');
      expect(page.text).toContain('until 23 December 2026');
      expect((await foundIn(service, wordsOf(made))).length).toBeGreaterThan(8);
      const answer = await made.owner.post('/account/delete', {});
      expect((await pageOf(answer)).headings(1)).toEqual(['Your account is deleted']);
      expect(await opened(service, made)).toEqual(SHUT);
      for (const browser of [made.owner, made.elsewhere]) expect((await browser.get('/account')).status).toBe(401);
      return made;
    });
    await days.open('2026-12-20', async (service) => {
      await service.services.jobs.runDue();
      const back = await aSignedIn(service, ADDRESS);
      const page = await back.page('/account');
      expect(page.headings(1)).toEqual(['Your account is closed']);
      expect(page.text).toContain('Until 23 December 2026 you can bring everything back');
      expect((await back.get(teacher.path)).status).toBe(404);
      expect((await back.get('/account/data.json')).status).toBe(200);
      expect((await back.post('/account', { act: 'name', name: 'x' })).status).toBe(303);
      await back.post('/account', { act: 'bring-back' });
      expect((await back.page('/account')).links('Bramble year')).toHaveLength(1);
      expect(await opened(service, { ...teacher, owner: back })).toEqual(OPEN);
      expect((await back.page('/account')).section('happened')).toContain('Brought the account back');
      await back.post('/account/delete', {});
    });
    await days.open('2027-01-19', async (service) => {
      await service.services.jobs.runDue();
      expect((await foundIn(service, wordsOf(teacher))).length).toBeGreaterThan(8);
    });
    for (const day of ['2027-01-20', '2027-01-21'])
      await days.open(day, async (service) => {
        await service.services.jobs.runDue();
        expect(await foundIn(service, wordsOf(teacher))).toEqual([]);
        expect(await opened(service, teacher)).toEqual(GONE);
        expect((await (await aSignedIn(service, ADDRESS)).page('/account')).section('plans')).toContain(
          'There is no plan',
        );
        await service.services.db.deleteFrom('session').execute();
        await service.services.db.deleteFrom('account').execute();
      });
  });

  test('that is left as it is stays deleted', async () => {
    await using days = await onDays(database);
    await days.open('2026-11-23', async (service) => {
      const { owner } = await aTeacher(service);
      await owner.post('/account/delete', {});
      const again = await aSignedIn(service, ADDRESS);
      await again.post('/account', { act: 'leave' });
      expect((await again.get('/account')).status).toBe(401);
      expect((await getAccount(service.services.db, owner.account.id))?.deletedAt).toBe('2026-11-23T09:00:00.000Z');
    });
  });

  test('that nobody uses is warned twice, closed and then gone; doing it twice is the same as once', async () => {
    await using days = await onDays(database);
    const teacher = await days.open('2026-11-23', aTeacher);
    const runOnce = (day: string) =>
      days.open(day, async ({ services: { jobs, db } }) => {
        await jobs.runDue();
        // What those jobs have queued.
        await jobs.runDue();
        await db.deleteFrom('job').where('kind', 'in', ['warn-unused', 'remove-closed']).execute();
        return heldRows(db);
      });
    const runTwice = async (day: string) => {
      const [once, twice] = [await runOnce(day), await runOnce(day)];
      for (const [table, rows] of Object.entries(once))
        expect(JSON.stringify(twice[table]), table).toBe(JSON.stringify(rows));
      const mails = once['mail']?.filter((row) => 'kind' in row && row.kind === 'account').length;
      const account = once['account']?.[0] as { readonly deleted_at: string | null } | undefined;
      return [mails, account === undefined ? 'gone' : account.deleted_at === null ? 'open' : 'closed'];
    };
    expect(await runTwice('2028-10-23')).toEqual([0, 'open']);
    expect(await runTwice('2028-10-24')).toEqual([1, 'open']);
    expect(await runTwice('2028-11-15')).toEqual([1, 'open']);
    expect(await runTwice('2028-11-16')).toEqual([2, 'open']);
    expect(await runTwice('2028-11-23')).toEqual([2, 'open']);
    expect(await runTwice('2028-11-24')).toEqual([3, 'closed']);
    await days.open('2028-11-25', async (service) => {
      expect(await opened(service, teacher)).toEqual(SHUT);
    });
    expect(await runTwice('2028-12-24')).toEqual([3, 'closed']);
    await runTwice('2028-12-25');
    await days.open('2028-12-26', async (service) => {
      expect(await foundIn(service, wordsOf(teacher))).toEqual([]);
    });
  });

  test('that is used after the warning, signed in or by the private link, is kept', async () => {
    await using days = await onDays(database);
    const teacher = await days.open('2026-11-23', aTeacher);
    const due = (day: string) => days.open(day, async (service) => service.services.jobs.runDue());
    const kept = (day: string) =>
      days.open(day, async (service) => (await (await aSignedIn(service, ADDRESS)).page('/account')).section('data'));
    await due('2028-10-24');
    await days.open('2028-10-30', async (service) => {
      expect((await service.get(teacher.visitor.path)).status).toBe(200);
    });
    await due('2028-11-16');
    await due('2028-11-24');
    await days.open('2028-11-24', async (service) => {
      const account = await getAccount(service.services.db, teacher.owner.account.id);
      expect([account?.deletedAt, account?.usedOn]).toEqual([null, '2028-10-30']);
    });
    expect(await kept('2029-02-01')).toContain('Kept until 1 February 2031 if you do not come back.');
  });

  test('that the jobs have not seen for years is still warned thirty days and seven days before it is closed', async () => {
    await using days = await onDays(database);
    const { owner } = await days.open('2026-11-23', aTeacher);
    const state = (day: string) =>
      days.open(day, async (service) => {
        await service.services.jobs.runDue();
        const account = await getAccount(service.services.db, owner.account.id);
        return account?.deletedAt === null ? 'open' : 'closed';
      });
    const found: string[] = [];
    for (const day of ['2031-05-01', '2031-05-02', '2031-05-31', '2031-06-01', '2031-06-07', '2031-06-08'])
      found.push(await state(day));
    // The second warning came late as well: it has its seven days too.
    expect(found).toEqual(['open', 'open', 'open', 'open', 'open', 'closed']);
  });

  test('is told which deleted plan went for good', async () => {
    await using days = await onDays(database);
    const { owner, folder } = await days.open('2026-11-23', async (service) => {
      const made = await aTeacher(service);
      await made.owner.post(`/plans/${made.folder}`, { act: 'copy', number: '1', copy: 'as-it-is' });
      await made.owner.post(`/plans/${made.folder}`, { act: 'delete', number: '1' });
      return made;
    });
    await days.open('2026-12-24', async (service) => {
      expect(await removeOldPlans(service)).toBe(1);
      const page = await owner
        .post('/account', {})
        .then(() => aSignedIn(service, ADDRESS))
        .then((one) => one.page('/account'));
      expect(page.section('happened')).toContain('Your plan “Bramble year” was removed for good');
      expect(page.links(/Bramble/).map(({ href }) => href)).toEqual([`/plans/${folder}/2`]);
    });
  });
});
