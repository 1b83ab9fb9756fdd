import { getSchool } from '../../db/schools.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { Services } from '../../services/services.ts';
import type { PlanVisit } from './plan-visit.ts';
import { listsHeld, moneyAnswers, whoPaysFor, type MoneyAnswers } from '../who-pays.ts';

/** Who would pay for a step that is an NPQ; undefined for any other. */
export type PlanPays = (step: PlanStep) => MoneyAnswers | undefined;

/** Who would pay for the NPQs of a plan, by what its owner told and what the register says of their school. */
export async function planPays(services: Services, { plan, visit: { on } }: PlanVisit): Promise<PlanPays> {
  const { profile } = plan;
  const urn = profile.setting?.urn;
  const school = urn === undefined ? undefined : await getSchool(services.db, urn);
  const pays = whoPaysFor(profile, { day: on.day, school, isOn: listsHeld(services) });
  return ({ pin }) => {
    const npq = pin === null ? undefined : on.byId.get(pin.opportunity)?.npq;
    return npq && moneyAnswers(pays, npq);
  };
}
