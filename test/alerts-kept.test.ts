import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAccount } from '../src/db/account-keeping.ts';
import { saveShippedContent } from '../src/db/catalogue.ts';
import { switchKindOff } from '../src/db/mail.ts';
import { HANDLERS } from '../src/jobs/job-table.ts';
import { aMailbox } from './support/mail-builders.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aSignedIn, type SignedInVisitor } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Who is mailed what changed, when, and how often: never twice, never in a holiday, never against their will. */

const MENTORS = '/opportunities?q=mentor';

/** Changes the catalogue so that every list of mentors has one more. */
async function addMentor({ services: { catalogue, db } }: TestApp, name: string): Promise<void> {
  const now = catalogue.current();
  const like = now.opportunities.find(({ id }) => id === 'ect-mentor');
  if (!like) throw new Error('there is no mentor');
  const fresh = { ...like, id: `made-${name.toLowerCase()}`, name: `Mentor ${name}` };
  const version = `${now.version}-${name.toLowerCase()}`;
  await saveShippedContent(
    db,
    { ...now, version, opportunities: [...now.opportunities, fresh] },
    '2026-11-30T08:00:00.000Z',
  );
  await catalogue.refresh();
}

const follow = (visitor: SignedInVisitor) => visitor.post('/alerts', { act: 'follow', address: MENTORS });

/** Does the day's digest as a worker does that was given its job. */
async function digest({ services: { db, mail, files, clock, catalogue } }: TestApp): Promise<void> {
  const context = { db, mail, files, now: clock.now, today: clock.today, on: catalogue.on };
  const attempt = await HANDLERS['weekly-digest'].begin([], context);
  expect(
    await attempt({ id: '', kind: 'weekly-digest', payload: {}, attempts: 1, giveUpAt: '', lastError: null }),
  ).toEqual({
    kind: 'done',
  });
}

/** What was mailed of alerts so far, the oldest first. */
async function mailed({ db }: Pick<HeldDatabase, 'db'>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mail')
    .select(['to_address', 'subject', 'text_body'])
    .where('kind', '=', 'alert')
    .orderBy('queued_at')
    .execute();
  return rows.map((row) => `${row.to_address}: ${row.text_body.match(/New: Mentor \w+/g)?.join() ?? 'nothing new'}`);
}

/** The same database on another day. */
const later = (held: HeldDatabase, today: string) => testApp({ place: held.place, today });

forBothDatabases('the weekly mail', (open) => {
  test('comes once a week at most: what changes in between is in the next', async () => {
    await using held = await open('shipped');
    const monday = await later(held, '2026-11-23');
    const sam = await aSignedIn(monday, 'sam@school.example');
    await follow(sam);
    await addMentor(monday, 'One');
    await digest(monday);
    await addMentor(monday, 'Two');
    await digest(monday);
    expect(await mailed(held)).toEqual(['sam@school.example: New: Mentor One']);
    const state = monday.services.catalogue.current();
    await monday.close();
    for (const [day, count] of [
      ['2026-11-27', 1],
      ['2026-11-30', 2],
    ] as const) {
      const service = await later(held, day);
      await saveShippedContent(held.db, state, '2026-11-30T08:00:00.000Z');
      await service.services.catalogue.refresh();
      await digest(service);
      expect(await mailed(held), day).toHaveLength(count);
      await service.close();
    }
    expect((await mailed(held))[1]).toBe('sam@school.example: New: Mentor Two');
  }, 180_000);

  test('is queued once by any number of workers at the same time', async () => {
    await using held = await open('shipped');
    const services = await Promise.all([1, 2, 3].map(() => later(held, '2026-11-23')));
    const [first] = services as [TestApp, TestApp, TestApp];
    const visitors = await Promise.all(['a', 'b', 'c', 'd'].map((name) => aSignedIn(first, `${name}@school.example`)));
    for (const visitor of visitors) await follow(visitor);
    await addMentor(first, 'One');
    await Promise.all(services.map(({ services: { catalogue } }) => catalogue.refresh()));
    // On SQLite a transaction keeps the thread, so that there they take turns; on PostgreSQL all three are at it at once.
    if (held.kind === 'postgres') await Promise.all(services.map(digest));
    else for (const service of services) await digest(service);
    expect((await mailed(held)).toSorted()).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `${name}@school.example: New: Mentor One`),
    );
    for (const service of services) await service.close();
  }, 180_000);
});

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
  await addMentor(service, 'Zero');
});
afterAll(() => service.close());

/** Whether something is mailed of a change to whoever follows the mentors and then does this. */
async function isMailedAfter(name: string, act: (visitor: SignedInVisitor, alert: string) => Promise<unknown>) {
  const address = `${name.toLowerCase()}@school.example`;
  const visitor = await aSignedIn(service, address);
  await follow(visitor);
  const { id } = await service.services.db
    .selectFrom('alert')
    .select('id')
    .where('account_id', '=', visitor.account.id)
    .executeTakeFirstOrThrow();
  await act(visitor, id);
  await addMentor(service, name);
  await digest(service);
  return (await mailed(service.services)).some((one) => one.startsWith(`${address}:`));
}

test('whoever follows something is mailed; nobody who paused, removed, switched off or closed', async () => {
  const { db, mail, clock } = service.services;
  expect(await isMailedAfter('Anna', async () => undefined)).toBe(true);
  expect(await isMailedAfter('Ben', (ben, alert) => ben.post('/alerts', { act: 'pause', alert }))).toBe(false);
  expect(await isMailedAfter('Cara', (cara, alert) => cara.post('/alerts', { act: 'remove', alert }))).toBe(false);
  expect(
    await isMailedAfter('Dan', async () => {
      await switchKindOff(db, mail.keys.addressId(aMailbox('dan@school.example')), 'alert', clock.now());
    }),
  ).toBe(false);
  expect(
    await isMailedAfter('Eve', (eve) =>
      db
        .transaction()
        .execute((transaction) => closeAccount(transaction, { account: eve.account.id, now: clock.now() })),
    ),
  ).toBe(false);
});

test('what changed while an alert was paused is said once it is resumed', async () => {
  expect(
    await isMailedAfter('Finn', async (finn, alert) => {
      await finn.post('/alerts', { act: 'pause', alert });
      await addMentor(service, 'Missed');
      await digest(service);
      await finn.post('/alerts', { act: 'resume', alert });
    }),
  ).toBe(true);
  expect((await mailed(service.services)).find((one) => one.startsWith('finn@'))).toContain('Mentor Missed');
});

test.each([
  ['a Saturday', '2026-11-28'],
  ['the Christmas holiday', '2026-12-29'],
  ['the half term', '2027-02-17'],
])('nothing is mailed on %s', async (_, day) => {
  const other = await testApp({ today: day });
  await follow(await aSignedIn(other));
  await addMentor(other, 'One');
  await digest(other);
  expect(await mailed(other.services)).toEqual([]);
  await other.close();
});
