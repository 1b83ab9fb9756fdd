import { daysAfter } from '../clock.ts';
import { removeEndedJobs } from '../db/mail.ts';
import { MAIL_FATE_KEPT_DAYS, MAIL_FILES_KEPT_DAYS } from '../domain/account/retention.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

/** Once a day: forgets what is old. */
export const forgetMail: JobHandler = {
  begin: async (_jobs, context) => () => forget(context),
};

async function forget({ db, mail, now }: JobContext): Promise<Result> {
  while ((await removeEndedJobs(db, daysAfter(now(), -MAIL_FATE_KEPT_DAYS))) > 0);
  await mail.transport.forget(daysAfter(now(), -MAIL_FILES_KEPT_DAYS));
  return { kind: 'done' };
}
