import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../src/db/open-database.ts';
import { mailFiles } from '../src/mail/file-transport.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { aDraft, aMailbox } from './support/mail-builders.ts';
import { aMail } from './support/mail-parts.ts';
import { startErrand, startService, temporaryDirectory } from './support/processes.ts';
import { aMailServer, type TestMailServer } from './support/smtp.ts';
import { TEST_SECRET } from './support/test-app.ts';

/*
 * Real processes, a real mail server, a real database: one process is killed in the middle, the server is away for a
 * while, and every message arrives, none twice but the one that was being handed over at the kill.
 */

const NUMBERS = { postgres: 10_000, sqlite: 1000 } as const;
const AWAY_MS = 3000;

/** What each process is told. */
const settings = (server: TestMailServer, dataDir: string) => ({
  DATA_DIR: dataDir,
  SMTP_URL: `smtp://127.0.0.1:${server.port}`,
  MAIL_FROM: 'Next Steps <next-steps@hub.example>',
  NODE_ENV: 'test',
  BASE_URL: 'https://next-steps.example',
  SECRET: TEST_SECRET,
});

async function queue(db: Database, howMany: number): Promise<void> {
  const mail = aMail(undefined, { now: () => new Date().toISOString() });
  for (let start = 0; start < howMany; start += 500) {
    const drafts = Array.from({ length: Math.min(500, howMany - start) }, (_, index) =>
      aDraft({ key: String(start + index), to: aMailbox(`teacher-${start + index}@school.example`, '') }),
    );
    await db.transaction().execute((transaction) => mail.queueAll(transaction, drafts));
  }
}

async function isAllEnded(db: Database): Promise<boolean> {
  const waiting = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'send-mail')
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return waiting === undefined;
}

/** Of names, addresses and words: nor of what the process that was killed had sent. */
async function isNothingLeft(db: Database): Promise<boolean> {
  const full = await db.selectFrom('mail').select('id').where('to_address', '<>', '').limit(1).executeTakeFirst();
  return full === undefined;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(50);
}

const messageIds = ({ received }: TestMailServer) =>
  received.map(({ source }) => /^Message-ID: (<\S+>)$/im.exec(source)?.[1] ?? 'none');

forBothDatabases('mail on its way', (open, kind) => {
  const howMany = NUMBERS[kind];

  test(`${howMany} messages, three processes, one killed, the server away for a while: all arrive, none twice`, async () => {
    using data = temporaryDirectory();
    await using held = await open();
    await using server = await aMailServer({}, { firstPartOnly: true });
    await queue(held.db, howMany);
    const env = settings(server, data.path);
    const start = () => startErrand('test/support/mail-worker.ts', { env }, [held.place]);
    const [first, ...others] = await Promise.all([start(), start(), start()]);
    await until(() => server.received.length > howMany * 0.3);
    await first.kill('SIGKILL');
    await until(() => server.received.length > howMany * 0.5);
    await server.fail();
    const before = server.received.length;
    await setTimeout(AWAY_MS);
    expect(server.received.length).toBe(before);
    await server.comeBack();
    await until(() => isAllEnded(held.db));
    await until(() => isNothingLeft(held.db));
    const ended = await Promise.all(others.map((process) => process.kill('SIGTERM')));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const ids = messageIds(server);
    expect(new Set(ids).size).toBe(howMany);
    expect(ids.length - howMany).toBeLessThanOrEqual(1);
    const outcomes = await held.db
      .selectFrom('job')
      .select('outcome')
      .where('kind', '=', 'send-mail')
      .distinct()
      .execute();
    expect(outcomes).toEqual([{ outcome: 'done' }]);
  }, 180_000);
});

describe('who sends it', () => {
  const mailIn = (dataDir: string) => mailFiles(join(dataDir, 'mail'));

  /** Queues as another process does, so that nobody is nudged. */
  async function queueOne(dataDir: string): Promise<void> {
    const db = await openDatabase(join(dataDir, 'next-steps.db'), new Date().toISOString());
    await queue(db, 1);
    await db.destroy();
  }

  test('the web process, unless it is told not to', async () => {
    using data = temporaryDirectory();
    // By the real clock, as whoever queues goes by it.
    const service = await startService({ DATA_DIR: data.path, TODAY: '' });
    await queueOne(data.path);
    await until(async () => (await mailIn(data.path)).length === 1);
    expect(await service.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  test('processes beside it: cli work, which stops when it is told to', async () => {
    using data = temporaryDirectory();
    const env = { DATA_DIR: data.path };
    const service = await startService({ ...env, JOBS: 'off' });
    await queueOne(data.path);
    expect((await fetch(`${service.address}/dev/mail`)).status).toBe(200);
    const worker = await startErrand('src/cli.ts', { env }, ['work']);
    await until(async () => (await mailIn(data.path)).length === 1);
    expect(await worker.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    await service.stop();
  });
});
