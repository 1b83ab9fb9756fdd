import { after } from '../clock.ts';
import { removeAttempts } from '../db/attempts.ts';
import { removeSessionsOver, removeSignInLinks } from '../db/sign-in.ts';
import { SIGN_IN_TRACES_HOURS } from '../domain/account/retention.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

/** For so long a link that is used or over is still known as such, and attempts are: longer than any limit counts. */
const KEPT_MS = SIGN_IN_TRACES_HOURS * 3_600_000;

/** Once a day: forgets links that signed somebody in or no longer can, sessions that are over, and who tried how often. */
export const forgetSignIn: JobHandler = {
  begin: async (_jobs, context) => () => forget(context),
};

async function forget({ db, now }: JobContext): Promise<Result> {
  const before = after(now(), -KEPT_MS);
  await removeSignInLinks(db, before);
  await removeAttempts(db, before);
  await removeSessionsOver(db, now());
  return { kind: 'done' };
}
