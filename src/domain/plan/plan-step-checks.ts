import { addHalfTerms, ordinalOf } from '../calendar/half-term.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import {
  byNumber,
  endOf,
  halfTermAfter,
  moveOn,
  opportunityOf,
  quoted,
  type Check,
  type CheckedAgainst,
  type Planned,
} from './plan-check.ts';
import { endChecks, timetableChecks } from './plan-end-checks.ts';
import { intakeChecks } from './plan-intake-checks.ts';
import { lineManagerMissing, sponsorMissing } from './plan-shared-checks.ts';
import { plannedSteps, stepOf, type Plan } from './plan.ts';
import type { HeldNpq } from '../matching/profile.ts';
import type { Requirement } from '../catalogue/requirement.ts';
import { NPQ_WORDS, andList, orList } from '../words.ts';

/**
 * Everything to look at in one step of a plan. What is under way or done is not told what it should have waited for,
 * and what was to start in the past only that it has to move: the rest is judged where it will stand.
 */
export function checksOfStep(step: Planned, plan: Plan, against: CheckedAgainst): readonly Check[] {
  const opportunity = opportunityOf(step, against.on);
  const late = timetableChecks(step, plan, against);
  const isToStart = step.state === 'to-do' && late.every(({ code }) => code !== 'starts-in-the-past');
  return [
    ...(isToStart ? startChecks(step, opportunity, plan, against) : []),
    ...(opportunity ? endChecks(step, opportunity, against) : []),
    ...late,
  ];
}

function startChecks(
  step: Planned,
  opportunity: Opportunity | undefined,
  plan: Plan,
  against: CheckedAgainst,
): readonly Check[] {
  return [
    ...orderChecks(step, plan, against),
    ...(opportunity ? requirementChecks(step, opportunity, plan, against) : []),
    ...(opportunity ? intakeChecks(step, opportunity, plan, against) : []),
    ...(step.pin && !opportunity ? [noLongerOffered(step)] : []),
  ];
}

function orderChecks(step: Planned, plan: Plan, against: CheckedAgainst): readonly Check[] {
  const needs = [...new Set(step.needs)]
    .flatMap((id) => stepOf(plan, id) ?? [])
    .filter(({ place, state }) => place !== 'already-have' && state !== 'done');
  const planned = plannedSteps({ ...plan, steps: needs });
  const missing = needs.filter(({ id }) => planned.every((one) => one.id !== id));
  return [
    ...missing.map((need): Check => ({
      code: 'needs-what-is-not-planned',
      weight: 'clash',
      steps: [step.id, need.id],
      because: `${quoted(step)} needs ${quoted(need)} first, which ${need.state === 'dropped' ? 'you have dropped' : 'is not in the timetable'}.`,
      fix: { words: `Put ${quoted(need)} into the timetable before it, or among what you already have.` },
    })),
    ...beforeItsNeeds(step, planned, plan, against),
  ];
}

/** One sentence for all that has not ended by then; the fix waits for the last of them. */
function beforeItsNeeds(
  step: Planned,
  needs: readonly Planned[],
  plan: Plan,
  against: CheckedAgainst,
): readonly Check[] {
  const late = needs.filter((need) => ordinalOf(endOf(need)) > ordinalOf(step.start)).toSorted(byNumber);
  if (late.length === 0) return [];
  const waits = Math.max(...late.map((need) => ordinalOf(endOf(need)) - ordinalOf(step.start)));
  return [
    {
      code: 'starts-before-what-it-needs',
      weight: 'clash',
      steps: [step.id, ...late.map(({ id }) => id)],
      because: `${quoted(step)} starts before ${andList(late.map(quoted))}, which it needs, ${late.length === 1 ? 'has' : 'have'} ended.`,
      fix: moveOn(step, addHalfTerms(step.start, waits), plan, against),
    },
  ];
}

function requirementChecks(
  step: Planned,
  { requirements }: Opportunity,
  plan: Plan,
  against: CheckedAgainst,
): readonly Check[] {
  return requirements.flatMap((requirement): readonly Check[] => {
    switch (requirement.kind) {
      case 'holds-npq':
        return npqFirst(step, requirement, plan, against);
      case 'sponsor':
        return plan.profile.sponsor === 'yes' || against.backed?.has(step.id) === true
          ? []
          : [sponsorMissing([step], plan.profile)];
      case 'line-manager':
        return plan.profile.lineManager === 'yes' ? [] : [lineManagerMissing([step])];
      default:
        return [];
    }
  });
}

/** An NPQ that a step asks for is finished, or is in the plan, or is being taken, and ends before the step starts. */
function npqFirst(
  step: Planned,
  { anyOf }: Extract<Requirement, { readonly kind: 'holds-npq' }>,
  plan: Plan,
  against: CheckedAgainst,
): readonly Check[] {
  const held = plan.profile.npqs?.filter(({ code }) => anyOf.includes(code)) ?? [];
  const given = plan.steps.filter((one) => {
    const npq = opportunityOf(one, against.on)?.npq;
    return npq !== undefined && anyOf.includes(npq) && one.id !== step.id;
  });
  if (given.some(({ place, state }) => place === 'already-have' || state === 'done')) return [];
  if (held.some(({ completed }) => completed === undefined || completed <= against.today)) return [];
  const [soonest] = plannedSteps({ ...plan, steps: given }).toSorted(
    (a, b) => ordinalOf(endOf(a)) - ordinalOf(endOf(b)) || byNumber(a, b),
  );
  const [taken] = held.toSorted((a, b) => ((a.completed ?? '') < (b.completed ?? '') ? -1 : 1));
  if (taken) return beforeItIsFinished(step, taken, plan, against);
  if (!soonest) return [npqMissing(step, anyOf, plan)];
  return step.needs.includes(soonest.id) ? [] : beforeItsNeeds(step, [soonest], plan, against);
}

function npqMissing(step: Planned, anyOf: readonly HeldNpq['code'][], { profile }: Plan): Check {
  const wanted = anyOf.length > 3 ? 'an NPQ' : orList(anyOf.map((code) => NPQ_WORDS[code]));
  const isTold = profile.npqs !== undefined;
  return {
    code: 'needs-what-is-not-planned',
    weight: isTold ? 'clash' : 'ask',
    steps: [step.id],
    because: isTold
      ? `${quoted(step)} needs ${wanted} first, and your plan has none that counts for it.`
      : `${quoted(step)} needs ${wanted} first, and you have not told us whether you have one.`,
    fix: {
      words: isTold
        ? 'Put one into the timetable before it, or among what you already have.'
        : 'Put yours among what you already have, or one into the timetable before it.',
    },
  };
}

/** The NPQ that it needs is still being taken. */
function beforeItIsFinished(
  step: Planned,
  { code, completed }: HeldNpq,
  plan: Plan,
  against: CheckedAgainst,
): readonly Check[] {
  const starts = against.halfTerms.find(({ id }) => id === step.start);
  if (!starts || completed === undefined || completed <= starts.from) return [];
  return [
    {
      code: 'starts-before-what-it-needs',
      weight: 'clash',
      steps: [step.id],
      because: `${quoted(step)} starts before you finish ${NPQ_WORDS[code]}, which it needs.`,
      fix: moveOn(step, halfTermAfter(completed, plan, against), plan, against),
    },
  ];
}

function noLongerOffered(step: Planned): Check {
  return {
    code: 'no-longer-offered',
    weight: 'clash',
    steps: [step.id],
    because: `${quoted(step)} is no longer offered as far as we know.`,
    fix: { words: 'See what took its place, or remove it.' },
  };
}
