import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aJob, NOW } from './support/mail-builders.ts';
import { aDatabaseOn } from './support/postgres-databases.ts';
import { startPostgres } from './support/postgres-server.ts';
import { aMailProcess, contentOf, to } from './support/mail-process.ts';
import { addJob } from '../src/db/jobs.ts';
import { openDatabase } from '../src/db/open-database.ts';
import type { MailDraft } from '../src/mail/write-mail.ts';
import { ATTEMPTS_AT_MOST } from '../src/jobs/backoff.ts';

/* Processes that die, sleep, are told to stop, or find their database away. */

const [SECOND, DAY] = [1000, 86_400_000];

forBothDatabases('processes that come and go', (open, kind) => {
  test('what a process that has died had in hand another sends once the lease is over', async () => {
    await using held = await open();
    const [dying, living] = [aMailProcess(held), aMailProcess(held)];
    const sending = Promise.withResolvers<{ kind: 'accepted' }>();
    const begun = Promise.withResolvers<void>();
    dying.transport.answer = () => {
      begun.resolve();
      return sending.promise;
    };
    const draft = await dying.queue(to('jane'));
    const dead = dying.jobs.runDue();
    await begun.promise;
    living.later(19 * SECOND);
    await living.jobs.runDue();
    expect(living.mailed()).toEqual([]);
    living.later(SECOND);
    await living.jobs.runDue();
    expect(living.mailed()).toEqual(['jane@school.example']);
    // It was not dead but asleep: it says nothing of what is no longer its own.
    sending.resolve({ kind: 'accepted' });
    await dead;
    expect(await living.fateOf(draft)).toMatchObject({ outcome: 'done', attempts: 2 });
  });

  test('a job that ends whoever takes it is taken no more after many times', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    const draft = await own.queue();
    await held.db.updateTable('job').set({ attempts: ATTEMPTS_AT_MOST }).where('kind', '=', 'send-mail').execute();
    await own.jobs.runDue();
    expect(own.mailed()).toEqual([]);
    expect(await own.fateOf(draft)).toMatchObject({ outcome: 'failed' });
  });

  test('a job of a newer version is left to it', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    await addJob(held.db, aJob({ kind: 'a-kind-to-come' as never, lane: 'mail' }));
    await own.jobs.runDue();
    const { ended_at } = await held.db
      .selectFrom('job')
      .select('ended_at')
      .where('lane', '=', 'mail')
      .executeTakeFirstOrThrow();
    expect(ended_at).toBeNull();
  });

  test('once a day, by one of all processes, what was left full is emptied and what is old forgotten', async () => {
    await using held = await open();
    const [own, other] = [aMailProcess(held), aMailProcess(held)];
    const draft = await own.queue();
    const daily = () => held.db.selectFrom('job').select('ended_at').where('kind', '=', 'forget-mail').execute();
    // As a process leaves it that dies right after it has sent the mail.
    await held.db.updateTable('job').set({ ended_at: NOW, outcome: 'done' }).execute();
    await own.jobs.runDue();
    await other.jobs.runDue();
    expect(await daily()).toEqual([{ ended_at: NOW }]);
    expect(await contentOf(held)).not.toContain('jane');
    expect(await own.fateOf(draft)).toMatchObject({ outcome: 'done' });
    for (const { later } of [own, other]) later(91 * DAY);
    await own.jobs.runDue();
    expect(await own.fateOf(draft)).toBeUndefined();
    expect(await daily()).toHaveLength(1);
  });

  test('what was sent is written down before anything else is sent, however long the database refuses', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    await own.queue(to('jane'));
    own.later(SECOND);
    await own.queue(to('john'));
    const allow = await refuseEnds(held);
    own.jobs.start((entry) => own.log.push(entry));
    await until(() => own.log.some((entry) => entry['job'] === 'send-mail' && 'unrecorded' in entry));
    expect(own.mailed()).toEqual(['jane@school.example']);
    await allow();
    await until(() => own.mailed().length === 2);
    await own.jobs.close();
    expect(own.mailed()).toEqual(['jane@school.example', 'john@school.example']);
    expect(JSON.stringify(own.log)).not.toMatch(/jane|john/);
  });

  test('closing finishes the mail under way and gives the others back untouched', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    const sending = Promise.withResolvers<{ kind: 'accepted' }>();
    const begun = Promise.withResolvers<void>();
    own.transport.answer = () => {
      begun.resolve();
      return sending.promise;
    };
    const drafts = [await own.queue(to('jane'))];
    own.later(SECOND);
    drafts.push(await own.queue(to('john')));
    own.jobs.start(() => undefined);
    await begun.promise;
    const closing = own.jobs.close();
    sending.resolve({ kind: 'accepted' });
    await closing;
    expect(own.mailed()).toEqual(['jane@school.example']);
    expect(await own.fateOf(drafts[0] as MailDraft)).toMatchObject({ outcome: 'done' });
    expect(await own.fateOf(drafts[1] as MailDraft)).toMatchObject({ outcome: null, attempts: 0 });
    const next = aMailProcess(held);
    next.later(SECOND);
    await next.jobs.runDue();
    expect(next.mailed()).toEqual(['john@school.example']);
  });

  test('what is queued while it rests is found at once, and close ends the rest', async () => {
    await using held = await open();
    const own = aMailProcess(held);
    own.jobs.start((entry) => own.log.push(entry));
    await own.queue(to('jane'));
    own.jobs.nudge();
    await until(() => own.mailed().length === 1);
    await own.jobs.close();
    expect(own.log).toEqual([]);
  });

  async function refuseEnds({ db }: HeldDatabase): Promise<() => Promise<void>> {
    if (kind === 'sqlite') {
      await sql`create trigger away before update of ended_at on job when new.ended_at is not null begin select raise(abort, 'away'); end`.execute(
        db,
      );
      return async () => void (await sql`drop trigger away`.execute(db));
    }
    await sql`create function away() returns trigger language plpgsql as 'begin raise ''away''; end'`.execute(db);
    await sql`create trigger away before update of ended_at on job for each row when (new.ended_at is not null) execute function away()`.execute(
      db,
    );
    return async () => void (await sql`drop trigger away on job`.execute(db));
  }
});

test('a database that crashes is said to be away once, and worked with again when it is back', async () => {
  await using postgres = await startPostgres({ durable: true });
  await using database = await aDatabaseOn(postgres.url);
  const db = await openDatabase(database.url, NOW);
  const own = aMailProcess({ db });
  own.jobs.start((entry) => own.log.push(entry));
  await own.queue(to('jane'));
  await until(() => own.mailed().length === 1);
  await postgres.crash();
  await own.queue(to('john'));
  await until(() => own.mailed().length === 2);
  await own.jobs.close();
  await db.destroy();
  expect(own.mailed()).toEqual(['jane@school.example', 'john@school.example']);
  const away = own.log.filter((entry) => 'broken' in entry && entry['level'] === 'error');
  expect(away.length).toBeLessThanOrEqual(2);
  expect(JSON.stringify(own.log)).not.toMatch(/jane|john|postgres:/);
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
