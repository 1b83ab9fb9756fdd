import type { DayCatalogue } from '../catalogue/catalogue.ts';
import { draftOptions, isKept, LANE_OF, type DraftWish } from './draft-options.ts';
import { goingOn, npqFinished, startsOf, type Window } from './draft-starts.ts';
import { intakeIn } from './plan-intakes.ts';
import { blockOf, halfTermAtOrdinal, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import type { Intake, Opportunity } from '../catalogue/opportunity.ts';
import type { PathwayAnswer, PathwayInstance, PathwayStep } from '../pathway/pathway.ts';
import { addStep, removeStep, stepFrom, withStep, type Edit } from './plan-edits.ts';
import { capacityIn, hoursPlanned, RECKONED_WEEKS } from './plan-hours.ts';
import { pinOf } from './plan-pins.ts';
import { halfTermsOf, nextToBegin } from './plan-start.ts';
import { LIMITS, plannedSteps, type Plan, type PlanStep } from './plan.ts';
import type { Ranked } from '../matching/ranking.ts';
import { costToTeacher } from './step-cost.ts';
import { loadOf, type StepLoad } from './step-load.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';

/** The ways to draft: what ends soonest, what takes least of a week, what costs least. */
export const DRAFT_KINDS = ['soonest', 'lightest', 'cheapest'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a draft is solved for, and what its answer's ids and half terms mean. */
export interface DraftQuestion {
  readonly instance: PathwayInstance;
  readonly options: ReadonlyMap<string, Ranked>;
  readonly first: HalfTermId;
}

export interface DraftLimits {
  /** Share of the teacher's hours that may be used, above 0 to 1; more than 1 asks what more hours would bring. */
  readonly share: number;
  /** Whole pounds over the whole plan. */
  readonly budget: number;
}

/** A step that has to be in is worth more than any others together, so that it is left out only where it cannot fit. */
const MUST_BE_IN = 1000;
export const GOAL = 'goal';

/**
 * The exact model's question for a plan: hours the kept steps leave, what can be chosen with its intakes, its hours and
 * its worth in the very points of the results page, and the goal as a step that takes nothing and needs what leads to it.
 */
export function draftQuestion(
  plan: Plan,
  wish: DraftWish,
  limits: DraftLimits,
  { halfTerms, on }: { readonly halfTerms: readonly HalfTerm[]; readonly on: DayCatalogue },
): DraftQuestion {
  const from = Math.max(0, ordinalOf(nextToBegin(halfTerms, on.day).id) - ordinalOf(plan.first));
  const window = { halfTerms, from, on, first: plan.first };
  const options = draftOptions(plan, wish, on);
  const steps = [...stepsGoingOn(plan, window), ...options.map((ranked) => stepFor(ranked, plan, wish, window))];
  const have = haveOf(plan);
  const ids = new Set([...steps.map(({ id }) => id), ...have]);
  const known = steps.map((step) => ({ ...step, requires: withinReach(step.requires, ids) }));
  return {
    instance: {
      id: 'draft',
      halfTerms: halfTerms.length,
      capacity: capacities(plan, limits.share, window),
      budget: limits.budget,
      have,
      goal: wish.goal ? GOAL : null,
      steps: wish.goal ? [...known, goalStep(wish.goal, ids, window)] : known,
    },
    options: new Map(options.map((one) => [one.opportunity.id, one])),
    first: plan.first,
  };
}

/** Of each choice what is on offer or held; a choice of nothing can never be met, which is what it then says. */
function withinReach(choices: readonly (readonly string[])[], ids: ReadonlySet<string>): readonly string[][] {
  return choices.map((choice) => choice.filter((id) => ids.has(id)));
}

/**
 * Hours each half term leaves beside the steps that stay. What can be chosen takes the hours of a reckoned half term,
 * and less in a shorter one, as `hoursAgainstCapacity` has it: a short half term therefore leaves more of those hours.
 */
function capacities(plan: Plan, share: number, { halfTerms, first }: Window): readonly number[] {
  const kept = hoursPlanned({ ...plan, steps: plan.steps.filter(isKept) });
  return halfTerms.map((halfTerm, index) => {
    const left = capacityIn(plan.profile, halfTerm) * share - (kept.get(ordinalOf(first) + index) ?? 0);
    // The most whole hours that still come to less than half an hour too many, which is where it begins to be too full.
    return Math.max(0, Math.ceil((left + 0.5) / Math.min(1, halfTerm.weeks / RECKONED_WEEKS)) - 1);
  });
}

/** What the teacher has: what is done counts as a way to others. */
function haveOf(plan: Plan): readonly string[] {
  return plan.steps
    .filter(isKept)
    .flatMap(({ pin, state, place }) =>
      pin && (state === 'done' || place === 'already-have') ? [pin.opportunity] : [],
    );
}

/** What is under way takes nothing more than the hours it has, and can be what another step waits for. */
function stepsGoingOn(plan: Plan, window: Window): readonly PathwayStep[] {
  return goingOn(plan, window).map(({ opportunity, from, until }) => ({
    id: opportunity.id,
    kind: opportunity.kind,
    duration: Math.max(1, until - from),
    load: Array.from({ length: Math.max(1, until - from) }, () => 0),
    cost: 0,
    value: 0,
    starts: [from],
    requires: [],
    excludes: [],
  }));
}

function stepFor(ranked: Ranked, plan: Plan, wish: DraftWish, window: Window): PathwayStep {
  const { opportunity, points } = ranked;
  const load = loadOf(opportunity, window.on);
  const cost = costToTeacher(opportunity, load.hours.length, window.on);
  return {
    id: opportunity.id,
    kind: opportunity.kind,
    duration: load.hours.length,
    load: load.hours.map((hours) => Math.ceil(hours)),
    cost: Math.ceil((cost ?? 0) / 100),
    value: Math.max(1, points) + (wish.must.includes(opportunity.id) ? MUST_BE_IN : 0),
    starts: startsOf(opportunity, load.hours.length, plan, window),
    requires: requiresOf(opportunity, plan, window),
    excludes: [],
    ...(isShort(load) ? {} : { group: LANE_OF[opportunity.kind] }),
  };
}

/** A message, a form, one conversation: done beside whatever else is going on. */
const SHORT_HOURS = 4;

function isShort({ hours }: StepLoad): boolean {
  return hours.length === 1 && (hours[0] ?? 0) <= SHORT_HOURS;
}

/** What has to come first beside what is held or being taken now. */
function requiresOf(opportunity: Opportunity, plan: Plan, window: Window): readonly (readonly string[])[] {
  if (npqFinished(opportunity, plan, window) !== undefined) return [];
  return opportunity.requirements.flatMap((requirement) => {
    if (requirement.kind !== 'holds-npq') return [];
    if (plan.profile.npqs?.some(({ code }) => requirement.anyOf.includes(code))) return [];
    return [window.on.opportunities.flatMap(({ id, npq }) => (npq && requirement.anyOf.includes(npq) ? [id] : []))];
  });
}

function goalStep(
  goal: NonNullable<DraftWish['goal']>,
  ids: ReadonlySet<string>,
  { halfTerms, from }: Window,
): PathwayStep {
  const starts = halfTerms.flatMap(({ id }, index) =>
    index >= from && (!goal.inSeptember || blockOf(id) === 'autumn-1') ? [index] : [],
  );
  return {
    id: GOAL,
    kind: 'goal',
    duration: 1,
    load: [0],
    cost: 0,
    value: 0,
    starts,
    requires: withinReach(goal.needs, ids),
    excludes: [],
  };
}

/** A drafted step and why it is in: the reasons its place in the list rests on. */
export interface DraftedStep {
  readonly ranked: Ranked;
  readonly start: HalfTermId;
  readonly intake: Intake | undefined;
  /** No intake is announced for that half term: it is a guess from earlier years. */
  readonly isGuess: boolean;
  readonly hours: readonly number[];
  readonly hoursBasis: StepLoad['basis'];
  readonly cost: number | null;
}

/** An answer as steps of a plan, in the order they start. */
export function draftedSteps(
  { options, first }: DraftQuestion,
  { chosen }: Pick<PathwayAnswer, 'chosen'>,
  { halfTerms, on }: { readonly halfTerms: readonly HalfTerm[]; readonly on: DayCatalogue },
): readonly DraftedStep[] {
  return chosen
    .flatMap(({ id, start: index }): readonly DraftedStep[] => {
      const ranked = options.get(id);
      if (!ranked) return [];
      const start = halfTermAtOrdinal(ordinalOf(first) + index);
      const { opportunity } = ranked;
      const { hours, basis } = loadOf(opportunity, on);
      const intake = intakeIn(opportunity, start, halfTerms, on.day);
      return [
        {
          ranked,
          start,
          intake,
          isGuess: opportunity.when.kind === 'intakes' && intake === undefined,
          hours,
          hoursBasis: basis,
          cost: costToTeacher(opportunity, hours.length, on),
        },
      ];
    })
    .toSorted(
      (a, b) => ordinalOf(a.start) - ordinalOf(b.start) || (a.ranked.opportunity.id < b.ranked.opportunity.id ? -1 : 1),
    );
}

/**
 * The plan with a draft in place of what was still to do; what is done, under way, put off or the teacher's own stays.
 * A step of the draft that was in the plan keeps its id, its note and what the teacher changed of it. The timetable
 * grows where the draft is longer.
 */
export function draftFromTaken(
  plan: Plan,
  taken: readonly { readonly id: string; readonly start: HalfTermId }[],
  on: DayCatalogue,
): Edit {
  const halfTerms = halfTermsOf({ ...plan, halfTerms: LIMITS.halfTerms.most }, on);
  const gone = plan.steps.filter((step) => !isKept(step) && taken.every(({ id }) => id !== step.pin?.opportunity));
  let made = gone.reduce(without, plan);
  for (const { id, start } of taken) {
    const opportunity = on.byId.get(id);
    if (!opportunity) continue;
    const intake = intakeIn(opportunity, start, halfTerms, on.day);
    const edited = planned(made, opportunity, { start, intake }, on);
    if ('refused' in edited) return edited;
    made = edited.plan;
  }
  const ends = plannedSteps(made).map(({ start, hours }) => ordinalOf(start) + hours.length - ordinalOf(plan.first));
  const needed = Math.min(LIMITS.halfTerms.most, Math.max(plan.halfTerms, ...ends));
  return { plan: { ...made, halfTerms: needed }, said: `Took a draft of ${taken.length} steps.` };
}

function without(plan: Plan, { id }: PlanStep): Plan {
  const edit = removeStep(plan, id);
  return 'plan' in edit ? edit.plan : plan;
}

/** The plan with an opportunity at a half term: the step that was still to do, moved there, or a new one. */
function planned(
  plan: Plan,
  opportunity: Opportunity,
  { start, intake }: { readonly start: HalfTermId; readonly intake: Intake | undefined },
  on: DayCatalogue,
): Edit {
  const step = plan.steps.find((one) => !isKept(one) && one.pin?.opportunity === opportunity.id);
  if (!step) return addStep(plan, stepFrom(opportunity, intake, { id: '', place: 'timetable', start }, on));
  return { plan: withStep(plan, { ...step, start, pin: pinOf(opportunity, intake, on) }), said: '' };
}
