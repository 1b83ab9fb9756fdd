import type { ClaimedJob } from '../db/jobs.ts';
import type { Database } from '../db/open-database.ts';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { IsoDate } from '../domain/date.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Mail } from '../mail/mail.ts';
import type { MayFinish } from '../mail/mail-transport.ts';

/** What jobs are done with. */
export interface JobContext {
  readonly db: Database;
  readonly mail: Mail;
  readonly files: FileStore;
  readonly now: () => string;
  /** Today in England. */
  readonly today: () => IsoDate;
  /** The catalogue as it stands on a day. */
  readonly on: (day: IsoDate) => DayCatalogue;
}

/**
 * What came of one attempt. `because` is kept and shown: it names nobody.
 *
 * - `done`, `dropped` (no longer wanted), `failed` (never): the job has ended.
 * - `later`: this job is tried again after a while.
 * - `wait`: this is not the time for it; at `until` it is looked at again.
 * - `stop`: nothing of its lane can be done at the moment, whatever it is. Where the job had `begun`, it is tried again
 *   after a while and lets others go first; else it is as if it had not been taken.
 */
export type Result =
  | { readonly kind: 'done' | 'dropped' }
  | { readonly kind: 'failed' | 'later'; readonly because: string }
  | { readonly kind: 'wait'; readonly until: string }
  | { readonly kind: 'stop'; readonly begun: boolean; readonly because: string };

export type Stop = Extract<Result, { kind: 'stop' }>;

/** One attempt at a job. `mayFinish` waits until what came of the one before is recorded, and says whether to go on. */
export type Attempt = (job: ClaimedJob, mayFinish?: MayFinish) => Promise<Result>;

/** How a kind of job is done. */
export interface JobHandler {
  /**
   * Takes those in hand, and gives what makes one attempt at one of them. That may be made again after a crash: what it
   * does twice must be as if done once.
   */
  begin(jobs: readonly ClaimedJob[], context: JobContext): Promise<Attempt>;
  /** It asks `mayFinish` itself, so that it can make an attempt ready while the one before is being recorded. */
  readonly asksToFinish?: true;
  /** Called after some of its jobs have ended; if the process dies first, not at all. */
  tidy?(ended: readonly string[], context: JobContext): Promise<void>;
  /** Called at the start and whenever all that was due is done: makes up for what one that died left untidied. */
  sweep?(context: JobContext): Promise<void>;
}
