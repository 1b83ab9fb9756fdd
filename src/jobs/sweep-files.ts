import { daysAfter } from '../clock.ts';
import { findNamedFiles, removeDeletedEvidence } from '../db/evidence.ts';
import { DELETED_KEPT_DAYS } from '../domain/plan/plan.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const DAY_MS = 86_400_000;
/** Nobody takes longer to send a file: what is older and has no row was left by a process that died. */
const ON_ITS_WAY_MS = DAY_MS;
/** How long a file without a row is put aside before it is removed: time to see that the wrong database was named. */
const ASIDE_MS = 7 * DAY_MS;
const AT_ONCE = 500;

/** Once a day: removes evidence whose thirty days are over, and the files that nothing in the database names. */
export const sweepFiles: JobHandler = {
  begin: async (_jobs, context) => () => sweep(context),
};

async function sweep(context: JobContext): Promise<Result> {
  const { db, files, now } = context;
  await removeDeletedEvidence(db, daysAfter(now(), -DELETED_KEPT_DAYS));
  const at = Temporal.Instant.from(now()).epochMilliseconds;
  await files.forgetIncoming(at - ON_ITS_WAY_MS);
  await putAside(context, at);
  await removeAside(context, at);
  return { kind: 'done' };
}

async function putAside({ db, files }: JobContext, at: number): Promise<void> {
  const old = (await files.list()).filter((file) => file.at < at - ON_ITS_WAY_MS).map(({ id }) => id);
  for (const some of chunksOf(old)) {
    const named = await findNamedFiles(db, some);
    for (const id of some) if (!named.has(id)) await files.putAside(id, at);
  }
}

/** One that is named after all goes back: a backup was restored, or the right database is there again. */
async function removeAside({ db, files }: JobContext, at: number): Promise<void> {
  const aside = await files.listAside();
  for (const some of chunksOf(aside)) {
    const named = await findNamedFiles(
      db,
      some.map(({ id }) => id),
    );
    for (const file of some) {
      if (named.has(file.id)) await files.putBack(file.id);
      else if (file.at <= at - ASIDE_MS) await files.removeAside(file.id);
    }
  }
}

function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => items.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
