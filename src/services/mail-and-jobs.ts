import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Database } from '../db/open-database.ts';
import { openFileStore, type FileStore } from '../files/file-store.ts';
import { openJobs, type Jobs } from '../jobs/jobs.ts';
import type { JobContext } from '../jobs/result.ts';
import { FileTransport } from '../mail/file-transport.ts';
import { mailKeys } from '../mail/mail-keys.ts';
import type { MailTransport } from '../mail/mail-transport.ts';
import { openMail, type Mail } from '../mail/mail.ts';
import { secretOf } from './secret.ts';

export interface MailAndJobs {
  readonly mail: Mail;
  readonly jobs: Jobs;
  /** What people add as files: jobs remove those that nobody names any more. */
  readonly files: FileStore;
}

/** Where mail waits and what sends it: two that need each other, for whoever queues a mail wakes whoever sends it. */
export async function openMailAndJobs(
  config: Config,
  parts: {
    readonly db: Database;
    readonly clock: Clock;
    readonly catalogue: {
      current(): Pick<Catalogue, 'hub'>;
      on: JobContext['on'];
    };
  },
): Promise<MailAndJobs> {
  const { db, clock, catalogue } = parts;
  const now = () => clock.now();
  const mail: Mail = openMail({
    from: config.mailFrom,
    baseUrl: config.baseUrl,
    keys: mailKeys(() => secretOf(config)),
    transport: await transportOf(config),
    now,
    hub: () => catalogue.current().hub,
    onQueued: () => jobs.nudge(),
  });
  const files = openFileStore(config.filesDir, { keptFree: config.diskKeptFree });
  const jobs = openJobs({ db, mail, files, now, today: () => clock.today(), on: (day) => catalogue.on(day) }, clock);
  return { mail, jobs, files };
}

/** A mail server's client is read only where there is a mail server: most commands and most machines have none. */
async function transportOf({ smtp, baseUrl, dataDir }: Config): Promise<MailTransport> {
  if (!smtp) return new FileTransport(join(dataDir, 'mail'));
  const { SmtpTransport } = await import('../mail/smtp-transport.ts');
  return new SmtpTransport(smtp, new URL(baseUrl).hostname);
}
