/**
 * Where jobs wait for one another: mail that somebody sits waiting for, all other mail, and everything else. Mail goes
 * out one message at a time in each process, the first lane before the second; the third has a loop of its own.
 */
export const LANES = ['mail-now', 'mail', 'other'] as const;
export type Lane = (typeof LANES)[number];

/** Every kind of job there is. What is done for each stands in one table, `src/jobs/job-table.ts`. */
export const JOB_KINDS = [
  'send-mail',
  'forget-mail',
  'forget-sign-in',
  'warn-unused',
  'remove-closed',
  'remove-plans',
  'remind-shares',
  'weekly-digest',
  'sweep-files',
  'ask-reflections',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Kinds of which there is one job each day, by whichever process looks first: nobody's doing causes them. */
export const DAILY: readonly JobKind[] = JOB_KINDS.filter((kind) => kind !== 'send-mail');

/** What came of a job: done, no longer wanted, or given up. */
export type Outcome = 'done' | 'dropped' | 'failed';
