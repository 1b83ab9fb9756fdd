import { daysAfter } from '../clock.ts';
import { removeDeletedPlans } from '../db/remove-plans.ts';
import { DELETED_KEPT_DAYS } from '../domain/plan/plan.ts';
import type { JobContext, JobHandler } from './result.ts';

/** Once a day: removes deleted plans for good whose thirty days are over. */
export const removePlans: JobHandler = {
  begin: async (_jobs, context) => async () => {
    await removePlansDue(context);
    return { kind: 'done' };
  },
};

/** Gives how many plans are gone for good. Any number of processes may do so at once. */
export async function removePlansDue({ db, now }: Pick<JobContext, 'db' | 'now'>): Promise<number> {
  const before = daysAfter(now(), -DELETED_KEPT_DAYS);
  let removed = 0;
  const removeSome = () => removeDeletedPlans(db, before, now());
  for (let some = await removeSome(); some > 0; some = await removeSome()) removed += some;
  return removed;
}
