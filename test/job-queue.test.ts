import { expect, test } from 'vitest';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aJob, NOW } from './support/mail-builders.ts';
import {
  addJob,
  addJobs,
  claimJobs,
  countWaiting,
  endJob,
  isAnyDue,
  putOffJob,
  releaseJobs,
  renewLease,
} from '../src/db/jobs.ts';

const LEASE = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const LATER = '2026-11-23T09:00:20.000Z';
const MUCH_LATER = '2026-11-23T10:00:00.000Z';

const claim = ({ db }: HeldDatabase, given: Partial<Parameters<typeof claimJobs>[1]> = {}) =>
  claimJobs(db, { lane: 'mail', atMost: 10, lease: LEASE, now: NOW, until: LATER, ...given });

const stateOf = ({ db }: HeldDatabase, id: string) =>
  db
    .selectFrom('job')
    .select(['due_at', 'lease', 'attempts', 'ended_at', 'outcome', 'last_error'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

forBothDatabases('jobs', (open, kind) => {
  test('what is added in a transaction that fails was never added', async () => {
    await using held = await open();
    const failing = held.db.transaction().execute(async (transaction) => {
      await addJob(transaction, aJob());
      throw new Error('the page broke');
    });
    await expect(failing).rejects.toThrow('the page broke');
    expect(await claim(held)).toEqual([]);
  });

  test('the same cause is added once, whatever the rest of the job says', async () => {
    await using held = await open();
    const first = aJob({ dedupeKey: 'remind/1' });
    expect(await addJob(held.db, first)).toBe(true);
    expect(await addJob(held.db, aJob({ dedupeKey: 'remind/1', lane: 'other' }))).toBe(false);
    const more = [aJob(), aJob({ dedupeKey: 'remind/1' }), aJob()];
    expect(await addJobs(held.db, more)).toEqual(new Set([more[0]?.id, more[2]?.id]));
    expect((await claim(held)).map(({ id }) => id)).toContain(first.id);
  });

  test('what is due in the lane is taken, the longest due first, and no more than asked for', async () => {
    await using held = await open();
    const due = (minute: string) => aJob({ dueAt: `2026-11-23T08:${minute}:00.000Z` });
    const [third, first, second] = [due('59'), due('01'), due('30')];
    const notYet = aJob({ dueAt: '2026-11-23T09:00:00.001Z' });
    const elsewhere = aJob({ lane: 'mail-now' });
    await addJobs(held.db, [third, first, second, notYet, elsewhere]);
    const some = await claim(held, { atMost: 2 });
    expect(new Set(some.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
    expect((await claim(held)).map(({ id }) => id)).toEqual([third.id]);
    expect(await claim(held)).toEqual([]);
    expect((await claim(held, { lane: 'mail-now' })).map(({ id }) => id)).toEqual([elsewhere.id]);
  });

  test('a job comes with what it was added with, and counts the attempt', async () => {
    await using held = await open();
    const job = aJob({ payload: { plan: 'p1', number: 2 } });
    await addJob(held.db, job);
    expect(await claim(held)).toEqual([
      {
        id: job.id,
        kind: 'send-mail',
        payload: { plan: 'p1', number: 2 },
        attempts: 1,
        giveUpAt: job.giveUpAt,
        lastError: null,
      },
    ]);
  });

  test('a job whose holder has died is taken again once the lease is over, and the dead can end it no more', async () => {
    await using held = await open();
    const { id } = aJob();
    await addJob(held.db, aJob({ id }));
    await claim(held);
    expect(await claim(held, { lease: OTHER, now: '2026-11-23T09:00:19.999Z' })).toEqual([]);
    await renewLease(held.db, { lease: LEASE, ids: [id], until: '2026-11-23T09:00:40.000Z' });
    expect(await claim(held, { lease: OTHER, now: LATER })).toEqual([]);
    const [again] = await claim(held, { lease: OTHER, now: '2026-11-23T09:00:40.000Z', until: MUCH_LATER });
    expect(again).toMatchObject({ id, attempts: 2 });
    expect(await endJob(held.db, id, { lease: LEASE, outcome: 'done', now: LATER })).toBe(false);
    expect(await putOffJob(held.db, id, { lease: LEASE, dueAt: LATER, error: 'busy' })).toBe(false);
    await releaseJobs(held.db, { lease: LEASE, ids: [id], dueAt: NOW, error: undefined });
    expect(await stateOf(held, id)).toMatchObject({ lease: OTHER, due_at: MUCH_LATER, attempts: 2 });
    expect(await endJob(held.db, id, { lease: OTHER, outcome: 'done', now: LATER })).toBe(true);
    expect(await stateOf(held, id)).toMatchObject({ ended_at: LATER, outcome: 'done', lease: null });
    expect(await claim(held, { now: '2027-01-01T00:00:00.000Z' })).toEqual([]);
  });

  test('one that is put off waits with its reason; one that is given back is as if it had not been taken', async () => {
    await using held = await open();
    const [off, back] = [aJob(), aJob()];
    await addJobs(held.db, [off, back]);
    await claim(held);
    await putOffJob(held.db, off.id, { lease: LEASE, dueAt: LATER, error: '450' });
    await releaseJobs(held.db, { lease: LEASE, ids: [off.id, back.id], dueAt: NOW, error: undefined });
    expect(await stateOf(held, off.id)).toMatchObject({ due_at: LATER, lease: null, attempts: 1, last_error: '450' });
    expect(await stateOf(held, back.id)).toMatchObject({ due_at: NOW, lease: null, attempts: 0, last_error: null });
    expect(await isAnyDue(held.db, ['mail-now'], NOW)).toBe(false);
    expect(await isAnyDue(held.db, ['mail-now', 'mail'], NOW)).toBe(true);
    expect(await countWaiting(held.db)).toEqual([{ lane: 'mail', waiting: 2, oldest: NOW }]);
  });

  test.runIf(kind === 'postgres')(
    'of four who take at once each gets others, and nobody waits for another',
    async () => {
      await using held = await open();
      const jobs = Array.from({ length: 400 }, () => aJob());
      await addJobs(held.db, jobs);
      const ways = await Promise.all([1, 2, 3, 4].map(() => held.another()));
      const taken = await Promise.all(
        ways.map(async (db, way) => {
          const own: string[] = [];
          for (let round = 0; round < 30; round += 1) {
            const lease = `00000000-0000-4000-8000-${String(way * 100 + round).padStart(12, '0')}`;
            own.push(
              ...(await claimJobs(db, { lane: 'mail', atMost: 5, lease, now: NOW, until: LATER })).map(({ id }) => id),
            );
          }
          return own;
        }),
      );
      expect(taken.flat()).toHaveLength(400);
      expect(new Set(taken.flat())).toEqual(new Set(jobs.map(({ id }) => id)));
    },
  );
});
