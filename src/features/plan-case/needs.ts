import { opportunityOf } from '../../domain/plan/plan-check.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';

/** Which steps ask for a sponsor, and which are NPQs: what a case begins with. */
export function findNeeds({ visit: { on } }: Pick<PlanVisit, 'visit'>) {
  return {
    isSponsored: (step: PlanStep) =>
      opportunityOf(step, on)?.requirements.some(({ kind }) => kind === 'sponsor') ?? false,
    isNpq: (step: PlanStep) => opportunityOf(step, on)?.npq !== undefined,
  };
}
