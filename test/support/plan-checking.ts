import type { DayCatalogue } from '../../src/domain/catalogue/catalogue.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import type { HalfTermId } from '../../src/domain/calendar/half-term.ts';
import type { Opportunity } from '../../src/domain/catalogue/opportunity.ts';
import type { Check, CheckCode, Fix } from '../../src/domain/plan/plan-check.ts';
import { checkPlan } from '../../src/domain/plan/plan-checks.ts';
import { moveStep, setAside, takeFresh, type Edit } from '../../src/domain/plan/plan-edits.ts';
import { pinOf } from '../../src/domain/plan/plan-pins.ts';
import { halfTermsOf } from '../../src/domain/plan/plan-start.ts';
import type { Plan, PlanStep } from '../../src/domain/plan/plan.ts';
import { aDayCatalogue, anOpportunity } from './builders.ts';
import { aStep } from './plan-builders.ts';

/** A half term in the words a test uses: `2027-spring-1`. */
export function at(text: string): HalfTermId {
  return text as HalfTermId;
}

export function checksOf(plan: Plan, on: DayCatalogue, today: IsoDate = on.day): readonly Check[] {
  return checkPlan(plan, { halfTerms: halfTermsOf(plan, on), on, today });
}

export function ofCode(checks: readonly Check[], code: CheckCode): readonly Check[] {
  return checks.filter((check) => check.code === code);
}

/** Each check's sentence and the words of its fix. */
export function said(checks: readonly Check[]): readonly [string, string][] {
  return checks.map(({ because, fix }) => [because, fix.words]);
}

/** The catalogue of the tests' day with these opportunities and nothing else. */
export function catalogueWith(...opportunities: readonly Partial<Opportunity>[]): DayCatalogue {
  return aDayCatalogue({ opportunities: opportunities.map((given) => anOpportunity(given)) });
}

/** A step planned by an opportunity of the catalogue, and by one of its intakes where that is named. */
export function stepBy(
  on: DayCatalogue,
  opportunity: string,
  given: Partial<PlanStep> = {},
  intake?: string,
): PlanStep {
  const found = on.catalogue.opportunities.find(({ id }) => id === opportunity) ?? anOpportunity({ id: opportunity });
  const pin = pinOf(
    found,
    found.intakes.find(({ id }) => id === intake),
    on,
  );
  return aStep({ name: found.name, route: found.route, pin, ...given });
}

/** Presses the button of a fix. */
export function pressed(plan: Plan, fix: Fix, on: DayCatalogue): Plan {
  const edit = editOf(plan, fix, on);
  if ('refused' in edit) throw new Error(`“${fix.words}” is refused: ${edit.refused}`);
  return edit.plan;
}

function editOf(plan: Plan, { act }: Fix, on: DayCatalogue): Edit {
  if (!act) return { refused: 'It has no button.' };
  if (act.kind === 'move') return moveStep(plan, act.step, act.to);
  return act.kind === 'take' ? takeFresh(plan, act.step, on) : setAside(plan, act.step, 'some-day');
}
