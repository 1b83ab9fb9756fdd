import { removePlansDue } from '../../src/jobs/remove-plans.ts';
import type { TestApp } from './test-app.ts';

/** Does what the day's job does with plans that were deleted long ago. Gives how many are gone for good. */
export function removeOldPlans({ services: { db, clock } }: TestApp): Promise<number> {
  return removePlansDue({ db, now: () => clock.now() });
}
