import { getSchool } from '../../db/schools.ts';
import { COHORT_IDS, type CohortId } from '../../domain/funding/funding-cohorts.ts';
import { intakesAbout } from '../../domain/funding/funding-intakes.ts';
import { supplyFacts } from '../../domain/funding/supply-cost.ts';
import { caseOf, type CaseDraft, type SponsorCase } from '../../domain/case/case.ts';
import type { CaseSheet } from '../../domain/case/case-sheet.ts';
import { opportunityOf } from '../../domain/plan/plan-check.ts';
import type { Plan, PlanStep } from '../../domain/plan/plan.ts';
import type { School } from '../../domain/school.ts';
import type { Services } from '../../services/services.ts';
import { caseSheet } from '../../ui/case-sheet.ts';
import type { Visit } from '../page.ts';
import { listsHeld, whoPaysFor } from '../who-pays.ts';

/** A case as it would be sent today. */
export interface WrittenCase {
  readonly made: SponsorCase;
  readonly sheet: CaseSheet;
  /** The school the plan names, as the register has it. */
  readonly school: School | undefined;
}

/** Writes the case of a plan: what is chosen, with its figures, and who pays by the rules as they stand today. */
export async function writeCase(
  services: Services,
  plan: Plan,
  draft: CaseDraft,
  { on, today }: Pick<Visit, 'on' | 'today'>,
): Promise<WrittenCase> {
  const { setting } = plan.profile;
  const school = setting?.urn === undefined ? undefined : await getSchool(services.db, setting.urn);
  const pays = whoPaysFor(plan.profile, { day: today, school, isOn: listsHeld(services) });
  const { newest } = intakesAbout(today);
  const made = caseOf(plan, draft, {
    on,
    supply: supplyFacts([school?.phase, school?.typeName, plan.profile.phase], on.facts),
    fundingOf: (step) => {
      const npq = opportunityOf(step, on)?.npq;
      const cohort = cohortOf(step) ?? newest;
      return npq === undefined || cohort === undefined ? undefined : pays.answer(npq, cohort);
    },
  });
  return { made, sheet: caseSheet(made, today), school };
}

/** The intake a step is planned for, where it is one whose rules have a name. */
function cohortOf({ pin }: PlanStep): CohortId | undefined {
  const [, name] = pin?.intake?.id.split('/') ?? [];
  return COHORT_IDS.find((cohort) => cohort === name);
}
