import { JOB_KINDS, type JobKind, type Lane, type Outcome } from '../domain/job.ts';
import { isPostgres } from './dialect.ts';
import type { Queryable } from './open-database.ts';

/** Work to be done once, however often its cause is reported. */
export interface NewJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly lane: Lane;
  /** Names the cause. While a job with this key is held, another with it is not added. */
  readonly dedupeKey: string;
  /** Which rows it is about; nothing personal. */
  readonly payload: Readonly<Record<string, string | number>>;
  readonly now: string;
  readonly dueAt: string;
  readonly giveUpAt: string;
}

/** A job in the hands of whoever holds its lease. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: JobKind;
  /** As it was added; its kind's own schema reads it. */
  readonly payload: unknown;
  /** This one counted. */
  readonly attempts: number;
  readonly giveUpAt: string;
  /** What stood in the way last time. */
  readonly lastError: string | null;
}

/** Rows in one statement, far below the parameters either database takes. */
const ROWS_AT_ONCE = 500;

/** Adds jobs in the transaction of what caused them. Gives the ids of those that were not there already. */
export async function addJobs(transaction: Queryable, jobs: readonly NewJob[]): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  for (let start = 0; start < jobs.length; start += ROWS_AT_ONCE) {
    const rows = await transaction
      .insertInto('job')
      .values(jobs.slice(start, start + ROWS_AT_ONCE).map(rowOf))
      .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
      .returning('id')
      .execute();
    for (const { id } of rows) added.add(id);
  }
  return added;
}

/** Adds one. False where a job with its key is held already. */
export async function addJob(transaction: Queryable, job: NewJob): Promise<boolean> {
  return (await addJobs(transaction, [job])).size === 1;
}

function rowOf({ id, kind, lane, dedupeKey, payload, now, dueAt, giveUpAt }: NewJob) {
  return {
    id,
    kind,
    lane,
    dedupe_key: dedupeKey,
    payload: JSON.stringify(payload),
    created_at: now,
    due_at: dueAt,
    give_up_at: giveUpAt,
    attempts: 0,
    lease: null,
    ended_at: null,
    outcome: null,
    last_error: null,
  };
}

/** Whether a lane has something to do: only read, so that whoever looks every second locks nothing. */
export async function isAnyDue(db: Queryable, lanes: readonly Lane[], now: string): Promise<boolean> {
  for (const lane of lanes) {
    const row = await db
      .selectFrom('job')
      .select('id')
      .where('lane', '=', lane)
      .where('kind', 'in', JOB_KINDS)
      .where('ended_at', 'is', null)
      .where('due_at', '<=', now)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

export interface Claim {
  readonly lane: Lane;
  readonly atMost: number;
  /** Names this claim; new for each. */
  readonly lease: string;
  readonly now: string;
  /** When others may take what is still held under the lease. */
  readonly until: string;
}

/**
 * Takes what is due, the longest due first, in one statement: of any number of processes that do so at once, each job
 * goes to one. On PostgreSQL none waits for another; on SQLite writers take turns in any case.
 */
export async function claimJobs(db: Queryable, claim: Claim): Promise<readonly ClaimedJob[]> {
  const rows = await db
    .with('due', (query) => {
      const due = query
        .selectFrom('job')
        .select('id')
        .where('lane', '=', claim.lane)
        // One that a newer version has added is left to it.
        .where('kind', 'in', JOB_KINDS)
        .where('ended_at', 'is', null)
        .where('due_at', '<=', claim.now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(claim.atMost);
      return isPostgres(db) ? due.forUpdate().skipLocked() : due;
    })
    .updateTable('job')
    .from('due')
    .set((set) => ({ lease: claim.lease, due_at: claim.until, attempts: set('job.attempts', '+', 1) }))
    .whereRef('job.id', '=', 'due.id')
    .returning([
      'job.id',
      'job.kind',
      'job.payload',
      'job.attempts',
      'job.give_up_at',
      'job.created_at',
      'job.last_error',
    ])
    .execute();
  return rows
    .toSorted((a, b) => compare(a.created_at, b.created_at) || compare(a.id, b.id))
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      payload: JSON.parse(row.payload) as unknown,
      attempts: row.attempts,
      giveUpAt: row.give_up_at,
      lastError: row.last_error,
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Keeps what is held under a lease for longer. */
export async function renewLease(
  db: Queryable,
  { lease, ids, until }: { lease: string; ids: readonly string[]; until: string },
): Promise<void> {
  await db.updateTable('job').set({ due_at: until }).where('id', 'in', ids).where('lease', '=', lease).execute();
}

/** Ends a job held under a lease. False where the lease has been lost to another, who will end it. */
export async function endJob(
  db: Queryable,
  id: string,
  { lease, outcome, error, now }: { lease: string; outcome: Outcome; error?: string | undefined; now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ ended_at: now, outcome, lease: null, ...(error === undefined ? {} : { last_error: error }) })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Puts a job held under a lease off until it is tried again. False where the lease has been lost. */
export async function putOffJob(
  db: Queryable,
  id: string,
  { lease, dueAt, error }: { lease: string; dueAt: string; error: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ due_at: dueAt, lease: null, last_error: error })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Gives back what is still held under a lease, as if it had not been taken. `error` says what stood in the way. */
export async function releaseJobs(
  db: Queryable,
  { lease, ids, dueAt, error }: { lease: string; ids: readonly string[]; dueAt: string; error: string | undefined },
): Promise<void> {
  await db
    .updateTable('job')
    .set((set) => ({
      due_at: dueAt,
      lease: null,
      attempts: set('attempts', '-', 1),
      ...(error === undefined ? {} : { last_error: error }),
    }))
    .where('id', 'in', ids)
    .where('lease', '=', lease)
    .execute();
}

/** How many wait in each lane, and since when the longest due has been. */
export async function countWaiting(
  db: Queryable,
): Promise<readonly { readonly lane: Lane; readonly waiting: number; readonly oldest: string }[]> {
  return db
    .selectFrom('job')
    .select((select) => [
      'lane',
      select.fn.countAll<number>().as('waiting'),
      select.fn.min<string>('created_at').as('oldest'),
    ])
    .where('ended_at', 'is', null)
    .groupBy('lane')
    .orderBy('lane')
    .execute();
}
