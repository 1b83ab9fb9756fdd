import { isAnyDue, type ClaimedJob } from '../db/jobs.ts';
import type { JobKind, Lane } from '../domain/job.ts';
import { ATTEMPTS_AT_MOST } from './backoff.ts';
import { Hand } from './hand.ts';
import { HANDLERS } from './job-table.ts';
import { nameOf, placeOf, type Report } from './report.ts';
import type { Attempt, JobContext, JobHandler, Result, Stop } from './result.ts';
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

/**
 * One after the other. What came of each is recorded while the next is made ready, and before that is finished: who is
 * killed leaves one of which nobody knows, and no more.
 */
async function doAll(hand: Hand, jobs: readonly ClaimedJob[], rounds: Rounds): Promise<Stop | undefined> {
  const attempt = beginAll(jobs, rounds.context);
  const ended: ClaimedJob[] = [];
  let stop: Stop | undefined;
  let recorded: Promise<unknown> = Promise.resolve();
  try {
    for (const job of jobs) {
      if (rounds.isClosing() || stop || !hand.isOurs()) break;
      const before = recorded;
      const mayFinish = async () => (await isDone(before)) && hand.isOurs();
      const result = await tryOnce(job, (one) => attempt(one, mayFinish), rounds);
      await before;
      recorded = record(job, result, { rounds, hand, ended });
      // Whoever awaits it is told; until then a failure has nobody to tell.
      recorded.catch(() => undefined);
      stop = result.kind === 'stop' ? result : undefined;
    }
    await recorded;
  } finally {
    await hand.release(stop?.because);
  }
  await tidy(ended, rounds.context);
  return stop;
}

async function record(
  job: ClaimedJob,
  result: Result,
  { rounds, hand, ended }: { readonly rounds: Rounds; readonly hand: Hand; readonly ended: ClaimedJob[] },
): Promise<void> {
  await afterNextBegins();
  if (await settle(job, result, { ...rounds, hand })) ended.push(job);
}

/** Gives the next message the time to go on its way: a database in this process keeps the thread while it writes. */
function afterNextBegins(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isDone(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** What makes an attempt at a job of each kind in hand, made ready when the first of them is come to. */
function beginAll(jobs: readonly ClaimedJob[], context: JobContext): Attempt {
  const begun = new Map<JobKind, ReturnType<JobHandler['begin']>>();
  return async (job, mayFinish) => {
    const { kind } = job;
    const handler = HANDLERS[kind];
    if (!handler.asksToFinish && mayFinish && !(await mayFinish())) return HELD_BACK;
    const own =
      begun.get(kind) ??
      handler.begin(
        jobs.filter((one) => one.kind === kind),
        context,
      );
    begun.set(kind, own);
    return (await own)(job, mayFinish);
  };
}

const HELD_BACK: Stop = { kind: 'stop', begun: false, because: 'whoever did it had no time left' };

async function tryOnce(
  job: ClaimedJob,
  attempt: (job: ClaimedJob) => Promise<Result>,
  { context, report }: Rounds,
): Promise<Result> {
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
