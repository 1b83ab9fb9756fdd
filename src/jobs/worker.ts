import { isAnyDue, type ClaimedJob } from '../db/jobs.ts';
import type { JobKind, Lane } from '../domain/job.ts';
import { ATTEMPTS_AT_MOST, pauseMs } from './backoff.ts';
import { Hand } from './hand.ts';
import { HANDLERS } from './job-table.ts';
import { nameOf, placeOf, type JobLog, type Report } from './report.ts';
import type { JobContext, JobHandler, Result } from './result.ts';
import { settle, type Settling } from './settle.ts';

const LOOK_EVERY_MS = 1000;
/** Long enough for whoever queued something to commit it. */
const LOOK_AFTER_NUDGE_MS = 25;

type Stop = Extract<Result, { kind: 'stop' }>;
type Attempts = (job: ClaimedJob) => Promise<Result>;

/** Works through some lanes, one job at a time, the first lane before the next. */
export class Worker {
  readonly #lanes: readonly Lane[];
  readonly #context: JobContext;
  #log: JobLog = () => undefined;
  #loop: Promise<void> | undefined;
  #isClosing = false;
  /** How many times running nothing could be done. */
  #stops = 0;
  #rest: { readonly end: () => void; readonly canBeCut: boolean } | undefined;

  constructor(lanes: readonly Lane[], context: JobContext) {
    this.#lanes = lanes;
    this.#context = context;
  }

  /** Works until it is closed. `before` is called each time it looks for work. */
  start(log: JobLog, before: () => Promise<void>): void {
    this.#log = log;
    this.#loop ??= this.#work(before);
  }

  /** Looks sooner than it would: something has just been queued. */
  nudge(): void {
    if (this.#rest?.canBeCut) setTimeout(() => this.#rest?.canBeCut && this.#rest.end(), LOOK_AFTER_NUDGE_MS);
  }

  /** Finishes the job it is at, gives the others back, and is done. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#rest?.end();
    await this.#loop;
  }

  /** Does all that is due at this moment. Gives how many jobs it took in hand. */
  async runDue(): Promise<number> {
    let taken = 0;
    for (let some = await this.#round(); some > 0; some = await this.#round()) {
      taken += some;
      if (this.#stops > 0) break;
    }
    return taken;
  }

  async #work(before: () => Promise<void>): Promise<void> {
    for (let faults = 0; !this.#isClosing;) {
      try {
        await before();
        const taken = await this.#round();
        if (faults > 0) this.#report('info', { lanes: this.#lanes, broken: 'no longer' });
        faults = 0;
        if (this.#stops > 0) await this.#sleep(pauseMs(this.#stops), false);
        else if (taken === 0) await this.#sleep(LOOK_EVERY_MS, true);
      } catch (error) {
        // A database that is away is one event, however long it lasts.
        faults += 1;
        if (faults === 1) this.#report('error', { lanes: this.#lanes, broken: nameOf(error), at: placeOf(error) });
        await this.#sleep(pauseMs(faults), false);
      }
    }
  }

  async #sleep(ms: number, canBeCut: boolean): Promise<void> {
    if (this.#isClosing) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#rest = { canBeCut, end };
    });
    this.#rest = undefined;
  }

  /** Takes some of what is due in the first lane that has anything, and does it. */
  async #round(): Promise<number> {
    const { db, now } = this.#context;
    if (!(await isAnyDue(db, this.#lanes, now()))) return 0;
    for (const lane of this.#lanes) {
      const hand = new Hand(db, now);
      const jobs = await hand.take(lane);
      if (jobs.length === 0) continue;
      await this.#doAll(hand, jobs);
      return jobs.length;
    }
    return 0;
  }

  async #doAll(hand: Hand, jobs: readonly ClaimedJob[]): Promise<void> {
    const settling: Settling = {
      context: this.#context,
      hand,
      report: this.#report,
      isClosing: () => this.#isClosing,
    };
    const attempts = this.#beginAll(jobs);
    const ended: ClaimedJob[] = [];
    let stop: Stop | undefined;
    try {
      for (const job of jobs) {
        if (this.#isClosing || stop || !hand.isOurs()) break;
        const result = await this.#attempt(job, attempts);
        if (await settle(job, result, settling)) ended.push(job);
        stop = result.kind === 'stop' ? result : undefined;
      }
    } finally {
      await hand.release(stop?.because);
    }
    this.#countStops(stop);
    await this.#tidy(ended);
  }

  /** What makes an attempt at a job of each kind in hand, made ready when the first of them is come to. */
  #beginAll(jobs: readonly ClaimedJob[]): Attempts {
    const begun = new Map<JobKind, ReturnType<JobHandler['begin']>>();
    return async (job) => {
      const { kind } = job;
      const own =
        begun.get(kind) ??
        HANDLERS[kind].begin(
          jobs.filter((one) => one.kind === kind),
          this.#context,
        );
      begun.set(kind, own);
      return (await own)(job);
    };
  }

  async #attempt(job: ClaimedJob, attempts: Attempts): Promise<Result> {
    const isLate = this.#context.now() >= job.giveUpAt;
    if (isLate || job.attempts > ATTEMPTS_AT_MOST)
      return { kind: 'failed', because: job.lastError ?? 'nobody was there to do it in time' };
    try {
      return await attempts(job);
    } catch (error) {
      this.#report('error', { job: job.kind, id: job.id, error: nameOf(error), at: placeOf(error) });
      return { kind: 'later', because: `it broke: ${nameOf(error)}`.slice(0, 300) };
    }
  }

  #countStops(stop: Stop | undefined): void {
    if (stop && this.#stops === 0) this.#report('error', { lanes: this.#lanes, stopped: stop.because });
    if (!stop && this.#stops > 0) this.#report('info', { lanes: this.#lanes, stopped: 'no longer' });
    this.#stops = stop ? this.#stops + 1 : 0;
  }

  async #tidy(ended: readonly ClaimedJob[]): Promise<void> {
    for (const [kind, some] of Map.groupBy(ended, (job) => job.kind)) {
      const ids = some.map(({ id }) => id);
      await HANDLERS[kind].tidy?.(ids, this.#context);
    }
  }

  readonly #report: Report = (level, entry) => this.#log({ level, ...entry });
}
