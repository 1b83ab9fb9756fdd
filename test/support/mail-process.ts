import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from '../../src/clock.ts';
import { londonDay } from '../../src/domain/calendar/london.ts';
import { openFileStore } from '../../src/files/file-store.ts';
import { openJobs, type Jobs } from '../../src/jobs/jobs.ts';
import type { Mail } from '../../src/mail/mail.ts';
import type { MailDraft } from '../../src/mail/write-mail.ts';
import type { HeldDatabase } from './both-databases.ts';
import { aDayCatalogue } from './builders.ts';
import { aDraft, aMailbox, NOW } from './mail-builders.ts';
import { aMail, MemoryTransport } from './mail-parts.ts';

/** A process that sends mail, its clock in the test's hand. */
export interface MailProcess {
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly transport: MemoryTransport;
  readonly log: Readonly<Record<string, unknown>>[];
  later(ms: number): void;
  queue(given?: Partial<MailDraft>): Promise<MailDraft>;
  fateOf(draft: MailDraft): ReturnType<Mail['fateOf']>;
  /** The addresses that were mailed, in order. */
  mailed(): readonly string[];
}

export function aMailProcess({ db }: Pick<HeldDatabase, 'db'>): MailProcess {
  let now = NOW;
  const transport = new MemoryTransport();
  const mail = aMail(transport, { now: () => now });
  const clock = { now: () => now, today: () => londonDay(now) };
  const files = openFileStore(join(tmpdir(), 'next-steps-no-files'), { keptFree: 0 });
  const jobs = openJobs({ db, mail, files, ...clock, on: (day) => aDayCatalogue({}, day) }, clock);
  return {
    jobs,
    mail,
    transport,
    log: [],
    later: (ms) => (now = after(now, ms)),
    queue: async (given) => {
      const draft = aDraft(given);
      await db.transaction().execute((transaction) => mail.queue(transaction, draft));
      return draft;
    },
    fateOf: (draft) => mail.fateOf(db, draft),
    mailed: () => transport.sent.map(({ to }) => to),
  };
}

/** Whom a draft is for. */
export const to = (name: string) => ({ to: aMailbox(`${name}@school.example`) });
/** All that is kept of mails. */
export const contentOf = async ({ db }: HeldDatabase) =>
  JSON.stringify(await db.selectFrom('mail').selectAll().execute());
