import type { DayCatalogue } from '../../src/domain/catalogue/catalogue.ts';
import { checkPlan } from '../../src/domain/plan/plan-checks.ts';
import { halfTermsOf } from '../../src/domain/plan/plan-start.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanPaper } from '../../src/documents/plan-sheet.ts';

export const SAVED_AT = '2026-11-22T16:05:00.000Z';

/** A plan as documents are made from it: its seventh version, checked against a day's catalogue. */
export function onPaper(plan: Plan, on: DayCatalogue): PlanPaper {
  const halfTerms = halfTermsOf(plan, on);
  const checks = checkPlan(plan, { halfTerms, on, today: on.day });
  return { plan, version: 7, savedAt: SAVED_AT, halfTerms, checks, on, pays: () => undefined };
}
