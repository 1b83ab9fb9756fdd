import { setTimeout } from 'node:timers/promises';
import { after } from '../clock.ts';
import { endJob, putOffJob, type ClaimedJob } from '../db/jobs.ts';
import type { Outcome } from '../domain/job.ts';
import { backoffMs } from './backoff.ts';
import type { Hand } from './hand.ts';
import { nameOf, type Report } from './report.ts';
import type { JobContext, Result } from './result.ts';

const RECORD_AGAIN_MS = 250;
/** Once the process is to end: five seconds. */
const RECORD_TRIES_AT_END = 20;

/** What settling needs to know of its worker. */
export interface Settling {
  readonly context: JobContext;
  readonly hand: Hand;
  readonly report: Report;
  readonly isClosing: () => boolean;
}

/** Records what came of an attempt. True where the job has ended. */
export async function settle(job: ClaimedJob, result: Result, settling: Settling): Promise<boolean> {
  switch (result.kind) {
    case 'done':
    case 'dropped':
      return end(job, result.kind, undefined, settling);
    case 'failed':
      settling.report('error', { job: job.kind, id: job.id, failed: result.because });
      return end(job, 'failed', result.because, settling);
    case 'later':
      return putOff(job, result.because, settling);
    case 'wait':
      return wait(job, result.until, settling);
    case 'stop':
      return result.begun ? putOff(job, result.because, settling) : false;
    default:
      return result satisfies never;
  }
}

async function end(job: ClaimedJob, outcome: Outcome, error: string | undefined, settling: Settling): Promise<true> {
  const { db, now } = settling.context;
  const { lease } = settling.hand;
  await record(job, settling, () => endJob(db, job.id, { lease, outcome, error, now: now() }));
  return true;
}

/** Until the next attempt, or for good where that would be too late. */
async function putOff(job: ClaimedJob, because: string, settling: Settling): Promise<boolean> {
  const { db, now } = settling.context;
  const { lease } = settling.hand;
  const dueAt = after(now(), backoffMs(job.attempts));
  if (dueAt >= job.giveUpAt) return settle(job, { kind: 'failed', because }, settling);
  settling.report('info', { job: job.kind, id: job.id, attempts: job.attempts, later: because });
  await record(job, settling, () => putOffJob(db, job.id, { lease, dueAt, error: because }));
  return false;
}

/** Puts it off to its time: nothing went wrong, and what went wrong before is still what is known. */
async function wait(job: ClaimedJob, until: string, settling: Settling): Promise<boolean> {
  if (until >= job.giveUpAt) return settle(job, { kind: 'failed', because: 'its time was over' }, settling);
  const { db } = settling.context;
  const { lease } = settling.hand;
  await record(job, settling, () => putOffJob(db, job.id, { lease, dueAt: until, error: job.lastError }));
  return false;
}

/**
 * What has been done must be written down before anything else is done, or it would be done again: a database that is
 * away is waited for.
 */
async function record(
  job: ClaimedJob,
  { hand, report, isClosing }: Settling,
  write: () => Promise<boolean>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const isOurs = await write();
      if (!isOurs) report('error', { job: job.kind, id: job.id, lost: 'another took it meanwhile' });
      hand.letGo(job);
      return;
    } catch (error) {
      if (isClosing() && tries >= RECORD_TRIES_AT_END) throw error;
      if (tries === 1) report('error', { job: job.kind, id: job.id, unrecorded: nameOf(error) });
      await setTimeout(RECORD_AGAIN_MS);
    }
  }
}
