import { expect, test } from 'vitest';
import { HANDLERS } from '../src/jobs/job-table.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aVisitor, type PlanVisitor } from './support/plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Who is mailed that it is time to look back: whoever asked, once for each time, on a school day and never in a holiday. */

const STARTED = '2026-11-23';
/** The plan's first prompt is due on 7 December, its second on 18 December, the last day of the half term. */
const DUE = '2026-12-07';

interface Asked {
  readonly owner: SignedInVisitor;
  readonly plan: PlanVisitor;
  readonly path: string;
}

/** A teacher whose plan has begun, and who asked to be mailed. */
async function anAsker(service: TestApp): Promise<Asked> {
  const plan = await aVisitor(service);
  await plan.save('/add', { name: 'Read aloud', route: 'reflect', when: '2026-autumn-2', lasts: '2', hours: '3' });
  const owner = await aSignedIn(service, 'sam.patel@school.example');
  const path = await keepPlan(service, owner, plan);
  expect((await owner.post(`${path}/reflections`, { act: 'mail-on' })).status).toBe(303);
  return { owner, plan, path };
}

/** Does the day's asking as a worker does that was given its job, at nine in the morning of a day. */
async function askOn(held: HeldDatabase, today: string, time = '09:00'): Promise<void> {
  const service = await testApp({ place: held.place, today });
  const { db, mail, files, clock, catalogue } = service.services;
  const now = () => `${today}T${time}:00.000Z`;
  const attempt = await HANDLERS['ask-reflections'].begin([], {
    db,
    mail,
    files,
    now,
    today: clock.today,
    on: catalogue.on,
  });
  const job = { id: '', kind: 'ask-reflections', payload: {}, attempts: 1, giveUpAt: '', lastError: null } as const;
  expect(await attempt(job)).toEqual({ kind: 'done' });
  await service.close();
}

const mailed = ({ db }: HeldDatabase) =>
  db
    .selectFrom('mail')
    .select(['to_address', 'subject', 'text_body'])
    .where('kind', '=', 'reflection')
    .orderBy('queued_at')
    .orderBy('id')
    .execute();

forBothDatabases('the mail that it is time to look back', (open) => {
  test('comes on the day, once, and says nothing of what stands in the plan', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place, today: STARTED });
    const { path } = await anAsker(service);
    await askOn(held, '2026-12-04');
    expect(await mailed(held)).toEqual([]);
    for (const day of [DUE, DUE, '2026-12-08', '2026-12-09']) await askOn(held, day);
    const [mail, ...others] = await mailed(held);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to_address: 'sam.patel@school.example', subject: 'Time to look back on your plan' });
    expect(mail?.text_body).toContain(`${path}/reflections/2-weeks`);
    expect(mail?.text_body).toContain('Stop these mails');
    expect(mail?.text_body).not.toContain('Read aloud');
    await askOn(held, '2026-12-18');
    expect(await mailed(held)).toHaveLength(2);
    await service.close();
  });

  test('does not come to who never asked, stopped it, has answered or has skipped', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place, today: STARTED });
    const { owner, path, plan } = await anAsker(service);
    await owner.post(`${path}/reflections`, { act: 'mail-off' });
    await askOn(held, DUE);
    expect(await mailed(held)).toEqual([]);
    await owner.post(`${path}/reflections`, { act: 'mail-on' });
    await plan.save('/reflections/2-weeks', { version: '0', act: 'skip' });
    await askOn(held, DUE);
    expect(await mailed(held)).toEqual([]);
    await service.close();
  });

  test.each([
    ['a Saturday', '2026-12-12', '09:00'],
    ['the evening', '2026-12-08', '18:30'],
    ['the holidays', '2026-12-22', '09:00'],
    ['a bank holiday', '2027-01-01', '09:00'],
  ])('does not come in %s', async (_, day, time) => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place, today: STARTED });
    await anAsker(service);
    await askOn(held, day, time);
    expect(await mailed(held)).toEqual([]);
    await service.close();
  });

  test('what fell due in a holiday comes on the first school day after it', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place, today: STARTED });
    await anAsker(service);
    await askOn(held, '2026-12-28');
    expect(await mailed(held)).toEqual([]);
    await askOn(held, '2027-01-06');
    expect(await mailed(held)).toHaveLength(1);
    await service.close();
  });

  test('does not come for a plan that is deleted, or an account that is closed', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place, today: STARTED });
    const { plan, owner } = await anAsker(service);
    const closing = (deleted_at: string | null) =>
      held.db.updateTable('account').set({ deleted_at }).where('id', '=', owner.account.id).execute();
    await closing('2026-12-01T09:00:00.000Z');
    await askOn(held, DUE);
    await closing(null);
    await service.post(plan.folder, { act: 'delete', number: '1' });
    await askOn(held, DUE);
    expect(await mailed(held)).toEqual([]);
    await service.close();
  });

  test('does not come for what was due before its owner asked', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place, today: STARTED });
    const { owner, path } = await anAsker(service);
    await owner.post(`${path}/reflections`, { act: 'mail-off' });
    const later = await testApp({ place: held.place, today: '2026-12-09' });
    await later.post(`${path}/reflections`, { act: 'mail-on' }, owner.headers);
    await askOn(held, '2026-12-10');
    expect(await mailed(held)).toEqual([]);
    await later.close();
    await service.close();
  });
});
