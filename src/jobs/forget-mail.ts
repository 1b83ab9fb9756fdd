import { after } from '../clock.ts';
import { removeEndedJobs } from '../db/mail.ts';
import { MAIL_FATE_KEPT_DAYS, MAIL_FILES_KEPT_DAYS } from '../domain/account/retention.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const DAY_MS = 86_400_000;

/** Once a day: forgets what is old. */
export const forgetMail: JobHandler = {
  begin: async (_jobs, context) => () => forget(context),
};

async function forget({ db, mail, now }: JobContext): Promise<Result> {
  while ((await removeEndedJobs(db, after(now(), -MAIL_FATE_KEPT_DAYS * DAY_MS))) > 0);
  await mail.transport.forget(after(now(), -MAIL_FILES_KEPT_DAYS * DAY_MS));
  return { kind: 'done' };
}
