import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase, type Database } from '../src/db/open-database.ts';
import { aDatabaseOn } from '../test/support/postgres-databases.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { aDraft, aMailbox } from '../test/support/mail-builders.ts';
import { aMail } from '../test/support/mail-parts.ts';
import { aMailServer, type TestMailServer } from '../test/support/smtp.ts';
import { median, print, type Row } from './measure.ts';
import { temporaryDirectory } from './servers.ts';

const ROUNDS = 3;
const MESSAGES = 2000;
const WANTED = 200;
const ROOT = join(import.meta.dirname, '..');
const now = () => new Date().toISOString();

/** What a reminder may look like: a few parts, some 6 kB as it goes out. */
const BODY = [
  {
    kind: 'paragraph',
    text: 'Autumn 2 ends on Friday. This is what you planned for it, and what waits for an answer.',
  },
  { kind: 'heading', text: 'In your plan' },
  {
    kind: 'list',
    items: Array.from({ length: 12 }, (_, step) => `Step ${step}: watch two colleagues teach, and say what you saw`),
  },
  { kind: 'link', text: 'Open your plan', href: '/plans/0123456789abcdef0123456789abcdef/1' },
] as const;

async function queue(db: Database, round: number): Promise<void> {
  const mail = aMail(undefined, { now });
  const drafts = Array.from({ length: MESSAGES }, (_, index) =>
    aDraft({ key: `${round}/${index}`, to: aMailbox(`teacher-${index}@school.example`, 'A Teacher'), body: BODY }),
  );
  await db.transaction().execute((transaction) => mail.queueAll(transaction, drafts));
}

async function isAnyWaiting(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('lane', '=', 'mail')
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** One worker as it is started by hand; the server and the database are beside it on this machine. */
async function startWorker(env: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'work'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it had begun`)));
  });
  return () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
}

/** Messages a second, from when they are committed to the queue until the last is sent and recorded. */
async function measure(place: string, server: TestMailServer, env: Readonly<Record<string, string>>): Promise<number> {
  const db = await openDatabase(place, now());
  const stop = await startWorker({
    ...env,
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: 'Next Steps <next-steps@hub.example>',
    NODE_ENV: 'production',
    BASE_URL: 'https://next-steps.example',
    SECRET: 'a secret for the bench, of enough characters',
  });
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = server.received.length;
    await queue(db, round);
    const start = performance.now();
    while (await isAnyWaiting(db)) await setTimeout(20);
    rates.push(MESSAGES / ((performance.now() - start) / 1000));
    if (server.received.length - before !== MESSAGES) throw new Error('messages were lost or doubled');
  }
  await stop();
  await db.destroy();
  return median(rates);
}

/** Milliseconds that a page of a database takes to be on the disk, at this moment. */
function diskWait(directory: string): number {
  const file = openSync(join(directory, 'wait'), 'w');
  const page = Buffer.alloc(8192);
  const waits = Array.from({ length: 100 }, () => {
    writeSync(file, page);
    const start = performance.now();
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return median(waits);
}

function rowOf(what: string, rate: number, { bytes, wait }: { bytes: number; wait: number }): Row {
  const reached = rate >= WANTED;
  const result = `${Math.round(rate)} a second`;
  return {
    what: `Mail, from queued to sent by one worker to a mail server on this machine, ${what} (${MESSAGES.toLocaleString('en-GB')} messages of ${(bytes / 1000).toFixed(1)} kB)`,
    ours: result,
    against: `one wait for this disk: ${wait.toFixed(1)} ms`,
    result,
    wanted: `at least ${WANTED} a second`,
    reached,
    ...(reached
      ? {}
      : {
          why: `Each message is recorded before the next is handed over, and waits for the disk once: ${wait.toFixed(1)} ms in the median while this ran beside other work, of ${(1000 / rate).toFixed(1)} ms for a message.`,
        }),
  };
}

await using server = await aMailServer();
const directory = temporaryDirectory();
const onSqlite = await measure(join(directory, 'next-steps.db'), server, { DATA_DIR: directory, DATABASE_URL: '' });
await using postgres = await startPostgres({ durable: true });
await using database = await aDatabaseOn(postgres.url);
const onPostgres = await measure(database.url, server, { DATA_DIR: directory, DATABASE_URL: database.url });
const seen = { bytes: Buffer.byteLength(server.received[0]?.source ?? ''), wait: diskWait(directory) };

print({
  rows: [rowOf('on SQLite', onSqlite, seen), rowOf('on PostgreSQL', onPostgres, seen)],
  shortcut:
    'Time handing over alone, send messages of one line, hand several over at once and risk sending all of them twice, or let the database commit without waiting for the disk.',
  ruledOut:
    'The clock starts when the messages are committed to the queue and stops when the last is recorded as sent, one statement for each, on databases that wait for the disk. The worker is `cli work` in a process of its own; it composes each message from its parts, hands over one at a time and records it before the next. The server reads each to its end and counts it; a message lost or doubled stops the bench.',
});
