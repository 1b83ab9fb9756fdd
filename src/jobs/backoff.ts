const FIRST_MS = 10_000;
const LONGEST_MS = 6 * 3_600_000;

/** How long a job waits after its attempt of this number: ten seconds, four times as long each time, six hours at most. */
export function backoffMs(attempts: number): number {
  return Math.min(FIRST_MS * 4 ** Math.max(0, attempts - 1), LONGEST_MS);
}

const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000] as const;

/** How long a lane rests once nothing of it could be done for this many times running. */
export function pauseMs(times: number): number {
  return PAUSES_MS[Math.min(Math.max(times, 1), PAUSES_MS.length) - 1] ?? LONGEST_MS;
}

/** More attempts than this no job has: one that kills whoever takes it must end some day. */
export const ATTEMPTS_AT_MOST = 30;
