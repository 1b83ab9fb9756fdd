import { removeDeletedPlans } from './db/remove-plans.ts';
import type { Database } from './db/open-database.ts';
import { DELETED_KEPT_DAYS } from './domain/plan/plan.ts';

const LOOK_AGAIN_MS = 60 * 60 * 1000;

export interface PlanKeeper {
  /** Removes now what is due, instead of at the next beat. Gives how many plans are gone for good. */
  removeDue(): Promise<number>;
  close(): void;
}

/** Removes deleted plans for good once their thirty days are over. Any number of processes may do so at once. */
export function openPlanKeeper(db: Database, now: () => string): PlanKeeper {
  const removeDue = async (): Promise<number> => {
    const before = daysBefore(now(), DELETED_KEPT_DAYS);
    let removed = 0;
    const removeSome = () => removeDeletedPlans(db, before, now());
    for (let some = await removeSome(); some > 0; some = await removeSome()) removed += some;
    return removed;
  };
  const timer = setInterval(() => {
    removeDue().catch((error: unknown) => console.error('deleted plans could not be removed', error));
  }, LOOK_AGAIN_MS);
  timer.unref();
  return { removeDue, close: () => clearInterval(timer) };
}

function daysBefore(instant: string, days: number): string {
  return Temporal.Instant.from(instant)
    .subtract({ hours: 24 * days })
    .toString({ smallestUnit: 'millisecond' });
}
