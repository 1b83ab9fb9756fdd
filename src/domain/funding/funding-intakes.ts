import type { IsoDate } from '../date.ts';
import { COHORT_IDS, COHORT_RULES, type CohortId } from './funding-cohorts.ts';

/** The intakes as they lie about a day. */
export interface IntakesAbout {
  /** The newest whose rules are announced; none before the first of them. */
  readonly newest: CohortId | undefined;
  /** The one after it. */
  readonly next: CohortId | undefined;
  /** What a table shows first, in order of time: a little past, the newest, those to come. */
  readonly near: readonly CohortId[];
  readonly older: readonly CohortId[];
}

const EARLIER = 2;
const COMING = 2;

/** Later intakes than these are not spoken of on that day. */
export function intakesAbout(day: IsoDate): IntakesAbout {
  const newest = COHORT_RULES.findLast((rules) => rules.from !== null && rules.from <= day)?.cohort;
  const at = newest === undefined ? -1 : COHORT_IDS.indexOf(newest);
  const from = Math.max(0, at - EARLIER);
  return {
    newest,
    next: COHORT_IDS[at + 1],
    near: COHORT_IDS.slice(from, at + 1 + COMING),
    older: COHORT_IDS.slice(0, from),
  };
}

const NAMES: ReadonlyMap<CohortId, string> = new Map(COHORT_RULES.map(({ cohort, name }) => [cohort, name]));

/** "autumn 2026", for inside a sentence. */
export function intakeName(cohort: CohortId): string {
  return NAMES.get(cohort) ?? cohort;
}
