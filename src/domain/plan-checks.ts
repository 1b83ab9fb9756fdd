import type { DayCatalogue } from './catalogue.ts';
import { addHalfTerms, halfTermName, ordinalOf, type HalfTermId } from './half-term.ts';
import { endOf, moveTo, type Check, type CheckedAgainst, type Fix, type Planned, type Weight } from './plan-check.ts';
import { hoursAgainstCapacity, type HoursIn } from './plan-hours.ts';
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

/** Half terms that are too full, those that follow each other with the same steps said once. */
function overfull(plan: Plan, { halfTerms }: CheckedAgainst): readonly Check[] {
  const full = hoursAgainstCapacity(plan, halfTerms.slice(0, plan.halfTerms)).filter(
    ({ planned, capacity }) => planned > capacity,
  );
  return runsOf(full, plan).map((run) => overfullCheck(run, plan));
}

type Run = readonly [HoursIn, ...HoursIn[]];

function runsOf(full: readonly HoursIn[], plan: Plan): readonly Run[] {
  const runs: [HoursIn, ...HoursIn[]][] = [];
  for (const one of full) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows = before && addHalfTerms(before.halfTerm, 1) === one.halfTerm;
    if (run && follows && idsIn(plan, before.halfTerm) === idsIn(plan, one.halfTerm)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function idsIn(plan: Plan, halfTerm: HalfTermId): string {
  return stepsIn(plan, halfTerm)
    .map(({ id }) => id)
    .join(' ');
}

function stepsIn(plan: Plan, halfTerm: HalfTermId): readonly Planned[] {
  return plannedSteps(plan).filter(
    (step) => ordinalOf(step.start) <= ordinalOf(halfTerm) && ordinalOf(halfTerm) < ordinalOf(endOf(step)),
  );
}

function overfullCheck(run: Run, plan: Plan): Check {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const worst = run.reduce(
    (most, one) => (one.planned - one.capacity > most.planned - most.capacity ? one : most),
    first,
  );
  const here = stepsIn(plan, first.halfTerm);
  const hours = `${worst.planned} hours, and you have ${worst.capacity}`;
  return {
    code: 'too-many-hours',
    weight: 'clash',
    steps: here.map(({ id }) => id),
    halfTerm: first.halfTerm,
    because:
      run.length === 1
        ? `${halfTermName(first.halfTerm)} is too full: ${hours}.`
        : `${halfTermName(first.halfTerm)} to ${halfTermName(last.halfTerm)} are too full: up to ${hours}.`,
    fix: easement(here, run, worst.planned - worst.capacity),
  };
}

/**
 * The smallest step still to do whose going would be enough: moved past where it is too full if it starts there and its
 * start is free, else put off to some day. Where no single step is enough, the largest is put off first.
 */
function easement(here: readonly Planned[], run: Run, over: number): Fix {
  const open = here
    .filter(({ state }) => state === 'to-do')
    .toSorted((a, b) => hoursMost(a) - hoursMost(b) || (a.id < b.id ? -1 : 1));
  const enough = open.find((step) => hoursMost(step) >= over) ?? open.at(-1);
  if (!enough) return { words: 'Give it more hours in the settings, or take longer over what is under way.' };
  if (run.length === 1 && enough.start === run[0].halfTerm && !enough.pin?.intake && hoursMost(enough) >= over)
    return moveTo(enough, addHalfTerms(enough.start, 1));
  return {
    words: `Put off “${enough.name}” to some day: it alone takes ${hoursMost(enough)} of them.`,
    act: { kind: 'some-day', step: enough.id },
  };
}

function hoursMost({ hours }: Planned): number {
  return Math.max(...hours);
}
