import { after } from '../clock.ts';
import { removeEndedJobs } from '../db/mail.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

/** How long it stays known that a mail of some kind was sent, and what became of it. */
export const FATE_KEPT_DAYS = 90;
/** How long mail that was written to files on this machine can be read there. */
export const FILES_KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/** Once a day: forgets what is old. */
export const forgetMail: JobHandler = {
  begin: async (_jobs, context) => () => forget(context),
};

async function forget({ db, mail, now }: JobContext): Promise<Result> {
  while ((await removeEndedJobs(db, after(now(), -FATE_KEPT_DAYS * DAY_MS))) > 0);
  await mail.transport.forget(after(now(), -FILES_KEPT_DAYS * DAY_MS));
  return { kind: 'done' };
}
