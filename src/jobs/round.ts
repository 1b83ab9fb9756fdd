import { isAnyDue, type ClaimedJob } from '../db/jobs.ts';
import type { JobKind, Lane } from '../domain/people/job.ts';
import { ATTEMPTS_AT_MOST } from './backoff.ts';
import { Hand } from './hand.ts';
import { HANDLERS } from './job-table.ts';
import { nameOf, placeOf, type Report } from './report.ts';
import type { JobContext, JobHandler, Result, Stop } from './result.ts';
import { settle } from './settle.ts';

/** What a round needs to know of its worker. */
export interface Rounds {
  readonly lanes: readonly Lane[];
  readonly context: JobContext;
  readonly report: Report;
  readonly isClosing: () => boolean;
}

/** What a round came to: how many jobs it took, and why it had to stop, if it had. */
export interface Round {
  readonly taken: number;
  readonly stop: Stop | undefined;
}

type Attempt = (job: ClaimedJob) => Promise<Result>;

/** Takes some of what is due in the first lane that has anything, and does it, one job after the other. */
export async function doRound(rounds: Rounds): Promise<Round> {
  const { lanes, context } = rounds;
  const { db, now } = context;
  if (!(await isAnyDue(db, lanes, now()))) return NOTHING;
  for (const lane of lanes) {
    const hand = new Hand(db, now);
    const jobs = await hand.take(lane);
    if (jobs.length > 0) return { taken: jobs.length, stop: await doAll(hand, jobs, rounds) };
  }
  return NOTHING;
}

const NOTHING: Round = { taken: 0, stop: undefined };

async function doAll(hand: Hand, jobs: readonly ClaimedJob[], rounds: Rounds): Promise<Stop | undefined> {
  const attempt = beginAll(jobs, rounds.context);
  const ended: ClaimedJob[] = [];
  let stop: Stop | undefined;
  try {
    for (const job of jobs) {
      if (rounds.isClosing() || stop || !hand.isOurs()) break;
      const result = await tryOnce(job, attempt, rounds);
      if (await settle(job, result, { ...rounds, hand })) ended.push(job);
      stop = result.kind === 'stop' ? result : undefined;
    }
  } finally {
    await hand.release(stop?.because);
  }
  await tidy(ended, rounds.context);
  return stop;
}

/** What makes an attempt at a job of each kind in hand, made ready when the first of them is come to. */
function beginAll(jobs: readonly ClaimedJob[], context: JobContext): Attempt {
  const begun = new Map<JobKind, ReturnType<JobHandler['begin']>>();
  return async (job) => {
    const { kind } = job;
    const own =
      begun.get(kind) ??
      HANDLERS[kind].begin(
        jobs.filter((one) => one.kind === kind),
        context,
      );
    begun.set(kind, own);
    return (await own)(job);
  };
}

async function tryOnce(job: ClaimedJob, attempt: Attempt, { context, report }: Rounds): Promise<Result> {
  const isLate = context.now() >= job.giveUpAt;
  if (isLate || job.attempts > ATTEMPTS_AT_MOST)
    return { kind: 'failed', because: job.lastError ?? 'nobody was there to do it in time' };
  try {
    return await attempt(job);
  } catch (error) {
    report('error', { job: job.kind, id: job.id, error: nameOf(error), at: placeOf(error) });
    return { kind: 'later', because: `it broke: ${nameOf(error)}`.slice(0, 300) };
  }
}

async function tidy(ended: readonly ClaimedJob[], context: JobContext): Promise<void> {
  for (const [kind, some] of Map.groupBy(ended, (job) => job.kind)) {
    const ids = some.map(({ id }) => id);
    await HANDLERS[kind].tidy?.(ids, context);
  }
}
