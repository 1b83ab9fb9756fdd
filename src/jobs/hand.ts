import { randomUUID } from 'node:crypto';
import { after } from '../clock.ts';
import { claimJobs, releaseJobs, renewLease, type ClaimedJob } from '../db/jobs.ts';
import type { Database } from '../db/open-database.ts';
import type { Lane } from '../domain/job.ts';

/** How long whoever dies keeps others from what it had in hand. */
const LEASE_MS = 20_000;
const AT_ONCE = 20;

/** The jobs one worker holds at a time, under one lease, which is renewed for as long as it holds any. */
export class Hand {
  readonly lease = randomUUID();
  readonly #db: Database;
  readonly #now: () => string;
  readonly #held = new Set<string>();
  #until = '';
  #renewing: NodeJS.Timeout | undefined;

  constructor(db: Database, now: () => string) {
    this.#db = db;
    this.#now = now;
  }

  /** Takes what is due in a lane, some of it. */
  async take(lane: Lane): Promise<readonly ClaimedJob[]> {
    const now = this.#now();
    this.#until = after(now, LEASE_MS);
    const jobs = await claimJobs(this.#db, { lane, atMost: AT_ONCE, lease: this.lease, now, until: this.#until });
    for (const { id } of jobs) this.#held.add(id);
    if (jobs.length > 0) this.#renewing = setInterval(() => void this.#renew(), LEASE_MS / 4);
    return jobs;
  }

  /** Fails silently: whether what is held is still ours is asked before each job, by the clock. */
  async #renew(): Promise<void> {
    const [ids, until] = [[...this.#held], after(this.#now(), LEASE_MS)];
    if (ids.length === 0) return;
    await renewLease(this.#db, { lease: this.lease, ids, until }).then(
      () => (this.#until = until),
      () => undefined,
    );
  }

  /** Whether there is time to begin another job. There is none for a process that was stopped and woke up again. */
  isOurs(): boolean {
    return after(this.#now(), LEASE_MS / 4) < this.#until;
  }

  /** What came of a job has been recorded: it is held no longer. */
  letGo({ id }: ClaimedJob): void {
    this.#held.delete(id);
  }

  /** Gives back what has not been let go. `because` says what stood in the way. */
  async release(because: string | undefined): Promise<void> {
    clearInterval(this.#renewing);
    const ids = [...this.#held];
    if (ids.length > 0) await releaseJobs(this.#db, { lease: this.lease, ids, dueAt: this.#now(), error: because });
  }
}
