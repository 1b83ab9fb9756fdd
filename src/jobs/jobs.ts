import { randomUUID } from 'node:crypto';
import { daysAfter, type Clock } from '../clock.ts';
import { addJob } from '../db/jobs.ts';
import { londonInstant } from '../domain/calendar/london.ts';
import { DAILY } from '../domain/job.ts';
import { NOT_BEFORE } from './job-table.ts';
import type { JobLog } from './report.ts';
import type { JobContext } from './result.ts';
import { Worker } from './worker.ts';

/** How long the message under way may take once a stop is asked for; after that it is broken off. */
const FINISH_WITHIN_MS = 10_000;

/** The work behind the pages. Any number of processes may do it at once. */
export interface Jobs {
  /** Works from now on, until closed. Without it nothing is done in this process but what `runDue` is asked for. */
  start(log: JobLog): void;
  /** Says that something was queued: it is looked for at once. */
  nudge(): void;
  /** Does all that is due at this moment. Gives how many jobs were taken in hand. */
  runDue(): Promise<number>;
  /** Finishes what is in hand, and no more. */
  close(): Promise<void>;
}

/** Starts nothing yet: a process that only serves pages queues, and leaves the work to others. */
export function openJobs(context: JobContext, clock: Clock): Jobs {
  const mailers = new Worker(['mail-now', 'mail'], context);
  const others = new Worker(['other'], context);
  const workers = [mailers, others];
  const addDaily = dailyJobs(context, clock);
  return {
    start: (log) => {
      mailers.start(log, async () => undefined);
      others.start(log, addDaily);
    },
    nudge: () => {
      for (const worker of workers) worker.nudge();
    },
    runDue: async () => {
      await addDaily();
      let taken = 0;
      for (const worker of workers) taken += await worker.runDue();
      return taken;
    },
    close: async () => {
      const late = setTimeout(() => void context.mail.close(), FINISH_WITHIN_MS);
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(late);
      await context.mail.close();
    },
  };
}

/** Adds the day's jobs, once this process sees that it is another day; whichever process is first adds them. */
function dailyJobs({ db }: JobContext, clock: Clock): () => Promise<void> {
  let added = '';
  return async () => {
    const today = clock.today();
    if (added === today) return;
    const now = clock.now();
    for (const kind of DAILY) {
      const dedupeKey = `${kind}/${today}`;
      const notBefore = NOT_BEFORE[kind];
      const opens = notBefore === undefined ? now : londonInstant(today, notBefore);
      const dueAt = opens > now ? opens : now;
      const giveUpAt = daysAfter(dueAt, 1);
      await addJob(db, { id: randomUUID(), kind, lane: 'other', dedupeKey, payload: {}, now, dueAt, giveUpAt });
    }
    added = today;
  };
}
