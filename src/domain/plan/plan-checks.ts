import { ordinalOf } from '../calendar/half-term.ts';
import type { Check, CheckedAgainst, Weight } from './plan-check.ts';
import { tooManyHours } from './plan-hours-checks.ts';
import { A_YEAR } from './plan-intakes.ts';
import { npqsAtOnce } from './plan-npq-checks.ts';
import { halfTermsOf } from './plan-start.ts';
import { checksOfStep } from './plan-step-checks.ts';
import { plannedSteps, stepOf, type Plan } from './plan.ts';

/**
 * Everything to look at in a plan, what cannot happen first; within that in the order of the half terms, then of the
 * steps' ids, so that the order never flickers.
 */
export function checkPlan(plan: Plan, given: CheckedAgainst): readonly Check[] {
  const against = { ...given, halfTerms: seenAhead(plan, given) };
  const steps = plannedSteps(plan);
  const found = [
    ...steps.flatMap((step) => checksOfStep(step, plan, against)),
    ...npqsAtOnce(plan, against),
    ...tooManyHours(plan, against),
  ];
  const at = ({ halfTerm, steps: [first = ''] }: Check) =>
    halfTerm ? ordinalOf(halfTerm) : ordinalOf(stepOf(plan, first)?.start ?? plan.first);
  return found.toSorted(
    (a, b) =>
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      at(a) - at(b) ||
      numberOf(a) - numberOf(b) ||
      (a.code < b.code ? -1 : 1),
  );
}

/** Two years more than the timetable shows, so that an intake which lies after its end is known to. */
function seenAhead(plan: Plan, { halfTerms, on }: CheckedAgainst): CheckedAgainst['halfTerms'] {
  const wanted = plan.halfTerms + 2 * A_YEAR;
  return halfTerms.length >= wanted ? halfTerms : halfTermsOf({ ...plan, halfTerms: wanted }, on);
}

const WEIGHTS: readonly Weight[] = ['clash', 'ask', 'note'];

function numberOf({ steps: [first = 's0'] }: Check): number {
  return Number(first.slice(1));
}
