import type { DayCatalogue } from './catalogue.ts';
import { addHalfTerms, halfTermName, ordinalOf, type HalfTermId } from './half-term.ts';
import { endOf, moveTo, type Check, type CheckedAgainst, type Fix, type Planned, type Weight } from './plan-check.ts';
import { hoursAgainstCapacity } from './plan-hours.ts';
import { checksOfStep } from './plan-step-checks.ts';
import { plannedSteps, stepOf, type Plan } from './plan.ts';

/** Everything to look at in a plan, what cannot happen first; within that in the order of the half terms. */
export function checkPlan(plan: Plan, against: CheckedAgainst): readonly Check[] {
  const steps = plannedSteps(plan);
  const found = [
    ...steps.flatMap((step) => checksOfStep(step, plan, against)),
    ...npqsAtOnce(steps, against.on),
    ...overfull(plan, against),
  ];
  const at = ({ halfTerm, steps: [first = ''] }: Check) =>
    halfTerm ? ordinalOf(halfTerm) : ordinalOf(stepOf(plan, first)?.start ?? plan.first);
  return found.toSorted((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || at(a) - at(b));
}

const WEIGHTS: readonly Weight[] = ['clash', 'ask', 'note'];

/** A person studies one NPQ at a time. */
function npqsAtOnce(steps: readonly Planned[], on: DayCatalogue): readonly Check[] {
  const npqs = steps
    .filter(({ pin, state }) => pin && state !== 'done' && on.byId.get(pin.opportunity)?.npq !== undefined)
    .toSorted((a, b) => ordinalOf(a.start) - ordinalOf(b.start));
  return npqs.flatMap((later, index): readonly Check[] => {
    const earlier = npqs.slice(0, index).findLast((one) => ordinalOf(endOf(one)) > ordinalOf(later.start));
    if (!earlier) return [];
    return [
      {
        code: 'two-npqs-at-once',
        weight: 'clash',
        steps: [later.id, earlier.id],
        because: `“${later.name}” and “${earlier.name}” would run at the same time: one NPQ at a time is as much as anybody should plan.`,
        fix: moveTo(later, endOf(earlier)),
      },
    ];
  });
}

function overfull(plan: Plan, { halfTerms }: CheckedAgainst): readonly Check[] {
  return hoursAgainstCapacity(plan, halfTerms.slice(0, plan.halfTerms)).flatMap(({ halfTerm, planned, capacity }) => {
    if (planned <= capacity) return [];
    const here = plannedSteps(plan).filter(
      (step) => ordinalOf(step.start) <= ordinalOf(halfTerm) && ordinalOf(halfTerm) < ordinalOf(endOf(step)),
    );
    return [
      {
        code: 'too-many-hours' as const,
        weight: 'clash' as const,
        steps: here.map(({ id }) => id),
        halfTerm,
        because: `${halfTermName(halfTerm)} is too full: ${planned} hours, and you have ${capacity}.`,
        fix: easement(here, halfTerm, planned - capacity),
      },
    ];
  });
}

/** The smallest step that starts here and whose going would be enough; else words. */
function easement(here: readonly Planned[], halfTerm: HalfTermId, over: number): Fix {
  const movable = here
    .filter(({ start, state, pin }) => start === halfTerm && state === 'to-do' && !pin?.intake)
    .filter(({ hours: [first = 0] }) => first >= over)
    .toSorted((a, b) => (a.hours[0] ?? 0) - (b.hours[0] ?? 0));
  const [first] = movable;
  if (first) return moveTo(first, addHalfTerms(halfTerm, 1));
  return { words: 'Move something later, put something off to some day, or give it more hours in the settings.' };
}
