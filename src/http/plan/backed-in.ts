import { findAnswersToCases } from '../../db/cases.ts';
import type { KeptPlan } from '../../db/plans.ts';
import { backedSteps } from '../../domain/case/backed-steps.ts';
import type { Services } from '../../services/services.ts';

/** The steps of a plan that a sponsor has said yes to: the plan does not go on asking for what was given. */
export async function backedIn({ db }: Services, { id }: Pick<KeptPlan, 'id'>): Promise<ReadonlySet<string>> {
  return backedSteps(await findAnswersToCases(db, id));
}
