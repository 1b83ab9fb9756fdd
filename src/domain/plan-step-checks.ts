import { firstDayOf, isMonth } from './date.ts';
import { halfTermName, ordinalOf } from './half-term.ts';
import { intakeState } from './intakes.ts';
import type { Opportunity } from './opportunity.ts';
import { endOf, moveTo, type Check, type CheckedAgainst, type Planned } from './plan-check.ts';
import { endChecks, timetableChecks } from './plan-end-checks.ts';
import { plannedSteps, stepOf, type Plan } from './plan.ts';
import type { Requirement } from './requirement.ts';
import { halfTermOn } from './term-calendar.ts';
import { NPQ_WORDS } from './words.ts';

/** Everything to look at in one step of a plan. */
export function checksOfStep(step: Planned, plan: Plan, against: CheckedAgainst): readonly Check[] {
  const opportunity = step.pin
    ? against.on.byId.get(against.on.catalogue.aliases.get(step.pin.opportunity) ?? step.pin.opportunity)
    : undefined;
  return [
    ...orderChecks(step, plan),
    ...(opportunity ? requirementChecks(step, opportunity, plan, against) : []),
    ...(opportunity ? intakeChecks(step, opportunity, against) : []),
    ...(step.pin && !opportunity ? [noLongerOffered(step)] : []),
    ...endChecks(step, against),
    ...timetableChecks(step, plan, against),
  ];
}

function orderChecks(step: Planned, plan: Plan): readonly Check[] {
  return step.needs.flatMap((id): readonly Check[] => {
    const need = stepOf(plan, id);
    if (!need || need.place === 'already-have' || need.state === 'done') return [];
    if (need.place !== 'timetable' || need.start === null || need.state === 'dropped')
      return [
        {
          code: 'needs-what-is-not-planned',
          weight: 'clash',
          steps: [step.id, id],
          because: `“${step.name}” needs “${need.name}” first, which is not in the timetable.`,
          fix: { words: `Put “${need.name}” into the timetable, or say that you already have it.` },
        },
      ];
    return beforeItsNeed(step, need as Planned);
  });
}

function beforeItsNeed(step: Planned, need: Planned): readonly Check[] {
  const free = endOf(need);
  if (ordinalOf(step.start) >= ordinalOf(free)) return [];
  return [
    {
      code: 'starts-before-what-it-needs',
      weight: 'clash',
      steps: [step.id, need.id],
      because: `“${step.name}” starts before “${need.name}”, which it needs, has ended.`,
      fix: moveTo(step, free),
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
        return plan.profile.sponsor === 'yes' || step.state !== 'to-do' ? [] : [sponsorMissing(step)];
      case 'line-manager':
        return plan.profile.lineManager === 'yes' || step.state !== 'to-do' ? [] : [lineManagerMissing(step)];
      default:
        return [];
    }
  });
}

function sponsorMissing(step: Planned): Check {
  return {
    code: 'needs-a-sponsor',
    weight: 'ask',
    steps: [step.id],
    because: `“${step.name}” needs your head to back you, and as far as you have told us they have not yet.`,
    fix: { words: `Ask your head before ${halfTermName(step.start)}.` },
  };
}

function lineManagerMissing(step: Planned): Check {
  return {
    code: 'needs-a-line-manager',
    weight: 'ask',
    steps: [step.id],
    because: `“${step.name}” needs a line manager or a colleague who will help.`,
    fix: { words: 'Ask yours, or a colleague in their place.' },
  };
}

/** An NPQ that a step asks for is held, or is in the plan and ends before the step starts. */
function npqFirst(
  step: Planned,
  { anyOf }: Extract<Requirement, { readonly kind: 'holds-npq' }>,
  plan: Plan,
  { on }: CheckedAgainst,
): readonly Check[] {
  const isHeld = plan.profile.npqs?.some(({ code }) => anyOf.includes(code));
  const given = plan.steps.filter(({ pin }) => {
    const npq = pin && on.byId.get(pin.opportunity)?.npq;
    return npq != null && anyOf.includes(npq);
  });
  if (isHeld || given.some(({ place }) => place === 'already-have')) return [];
  const planned = plannedSteps({ ...plan, steps: given });
  const [soonest] = planned.toSorted((a, b) => ordinalOf(endOf(a)) - ordinalOf(endOf(b)));
  if (soonest) return beforeItsNeed(step, soonest);
  const [first] = anyOf;
  return [
    {
      code: 'needs-what-is-not-planned',
      weight: 'clash',
      steps: [step.id],
      because: `“${step.name}” needs ${first && anyOf.length === 1 ? NPQ_WORDS[first] : 'one of the NPQs it counts'}, and none is in your plan.`,
      fix: { words: 'Put the NPQ into the timetable before it, or put this step off to some day.' },
    },
  ];
}

function intakeChecks(step: Planned, opportunity: Opportunity, { halfTerms, today }: CheckedAgainst): readonly Check[] {
  if (opportunity.when.kind !== 'intakes' || step.state !== 'to-do') return [];
  const intake = opportunity.intakes.find(({ id }) => id === step.pin?.intake?.id);
  if (!intake?.starts) return [notAnnounced(step)];
  if (intakeState(intake, today) === 'past')
    return [
      {
        code: 'window-closes-before',
        weight: 'clash',
        steps: [step.id],
        because: `The ${intake.name} intake of “${step.name}” can no longer be applied for.`,
        fix: { words: 'Plan it for the next intake once that is announced: ask the hub to tell you.' },
      },
    ];
  const starts = isMonth(intake.starts) ? firstDayOf(intake.starts) : intake.starts;
  const due = halfTermOn(halfTerms, starts);
  if (!due || due.id === step.start) return [];
  return [
    {
      code: 'not-when-the-intake-starts',
      weight: 'clash',
      steps: [step.id],
      because: `The ${intake.name} intake of “${step.name}” starts in ${halfTermName(due.id)}, not in ${halfTermName(step.start)}.`,
      fix: moveTo(step, due.id),
    },
  ];
}

function notAnnounced(step: Planned): Check {
  return {
    code: 'intake-not-announced',
    weight: 'ask',
    steps: [step.id],
    because: `No intake of “${step.name}” is announced for ${halfTermName(step.start)}: that half term is your own guess.`,
    fix: { words: 'Ask the hub to tell you when one is, and keep something else ready for then.' },
  };
}

function noLongerOffered(step: Planned): Check {
  return {
    code: 'no-longer-offered',
    weight: 'clash',
    steps: [step.id],
    because: `“${step.name}” is no longer offered as far as we know.`,
    fix: { words: 'See what took its place, or remove it.' },
  };
}
