import type { DayCatalogue } from '../catalogue/catalogue.ts';
import { halfTermName, parseHalfTermId, type HalfTermId } from '../calendar/half-term.ts';
import type { Intake, Opportunity, OpportunityKind } from '../catalogue/opportunity.ts';
import { intakeIn } from './plan-intakes.ts';
import { pinOf, pinState } from './plan-pins.ts';
import type { PromptId } from './plan-prompts.ts';
import { halfTermsOf } from './plan-start.ts';
import { LIMITS, stepOf, type PhaseId, type Pin, type Place, type Plan, type PlanStep } from './plan.ts';
import { costToTeacher, costWhenPinned } from './step-cost.ts';
import { loadOf } from './step-load.ts';

/** A plan after one change, and the change in one plain sentence for its history. */
export interface Edited {
  readonly plan: Plan;
  readonly said: string;
}

/** A change that cannot be made; `because` is one sentence for the person who asked for it. */
export interface Refused {
  readonly refused: string;
}

export type Edit = Edited | Refused;

const NO_SUCH_STEP: Refused = { refused: 'That step is not in this plan any more.' };

/** Where a step of each kind usually belongs; the teacher may put it elsewhere. */
const USUAL_PHASE: Readonly<Record<OpportunityKind, PhaseId>> = {
  resource: 'explore',
  npq: 'prepare',
  course: 'prepare',
  programme: 'prepare',
  masters: 'prepare',
  activity: 'deliver',
  role: 'deliver',
  membership: 'sustain',
  network: 'sustain',
};

/** A step as the catalogue of the day describes it, at a half term or in one of the places beside the timetable. */
export function stepFrom(
  opportunity: Opportunity,
  intake: Intake | undefined,
  at: { readonly id: string; readonly place: Place; readonly start: HalfTermId | null },
  on: DayCatalogue,
): PlanStep {
  const load = loadOf(opportunity, on);
  return {
    id: at.id,
    name: opportunity.name,
    route: opportunity.route,
    phase: USUAL_PHASE[opportunity.kind],
    place: at.place,
    start: at.place === 'timetable' ? at.start : null,
    hours: load.hours,
    hoursBasis: load.basis,
    cost: costToTeacher(opportunity, load.hours.length, on),
    owner: opportunity.when.kind === 'school-decides' ? 'head' : 'me',
    state: at.place === 'already-have' ? 'done' : 'to-do',
    needs: [],
    note: '',
    pin: pinOf(opportunity, intake, on),
  };
}

/** Puts a step into the plan under an id of its own. */
export function addStep(plan: Plan, step: Omit<PlanStep, 'id'>): Edit {
  if (plan.steps.length >= LIMITS.steps)
    return { refused: `A plan holds up to ${LIMITS.steps} steps. Remove one that you no longer want.` };
  if (plan.stepsMade >= LIMITS.stepsMade)
    return { refused: 'This plan has had as many steps as can be numbered. Go on in a new plan.' };
  const isTwice = step.pin && plan.steps.some((one) => one.pin?.opportunity === step.pin?.opportunity);
  if (isTwice) return { refused: `“${step.name}” is in your plan already.` };
  const stepsMade = plan.stepsMade + 1;
  const added = { ...step, id: `s${stepsMade}` };
  return {
    plan: { ...plan, steps: [...plan.steps, added], stepsMade },
    said: `Added “${step.name}”${whereWords(added)}.`,
  };
}

function whereWords({ place, start }: PlanStep): string {
  if (place === 'timetable' && start) return ` in ${halfTermName(start)}`;
  return place === 'some-day' ? ' for some day' : ' to what you already have';
}

/** Puts a step into the timetable at a half term; from another place it is moved there. */
export function moveStep(plan: Plan, id: string, to: HalfTermId): Edit {
  const step = stepOf(plan, id);
  if (!step) return NO_SUCH_STEP;
  if (step.place === 'timetable' && step.start === to)
    return { refused: `“${step.name}” starts in ${halfTermName(to)} already.` };
  if (parseHalfTermId(to) === undefined) return { refused: `No plan reaches as far as ${halfTermName(to)}.` };
  const state = step.place === 'already-have' ? 'to-do' : step.state;
  return {
    plan: withStep(plan, { ...step, place: 'timetable', start: to, state }),
    said: `Moved “${step.name}” to ${halfTermName(to)}.`,
  };
}

/** Takes a step out of the timetable into one of the two places beside it. */
export function setAside(plan: Plan, id: string, place: Exclude<Place, 'timetable'>): Edit {
  const step = stepOf(plan, id);
  if (!step) return NO_SUCH_STEP;
  if (step.place === place) return { refused: `“${step.name}” is there already.` };
  const state = place === 'already-have' ? 'done' : step.state === 'under-way' ? 'under-way' : 'to-do';
  const words = place === 'some-day' ? 'Put off “NAME” to some day.' : 'Moved “NAME” to what you already have.';
  return {
    plan: withStep(plan, { ...step, place, start: null, state }),
    said: words.replace('NAME', () => step.name),
  };
}

/** What the teacher may change of a step. */
export type StepChanges = Partial<Omit<PlanStep, 'id' | 'route' | 'place' | 'pin'>>;

/** Changes one step. Hours the teacher gives are theirs, whatever they were before. */
export function changeStep(plan: Plan, id: string, changes: StepChanges): Edit {
  const step = stepOf(plan, id);
  if (!step) return NO_SUCH_STEP;
  const wanted = new Set(changes.needs ?? step.needs);
  if (wanted.has(id)) return { refused: 'A step cannot need itself.' };
  const circle = [...wanted].find((need) => allNeeds(plan, need).has(id));
  if (circle !== undefined) {
    const other = stepOf(plan, circle)?.name ?? circle;
    return { refused: `“${other}” already needs “${step.name}”: one of them has to come first.` };
  }
  const changed = {
    ...step,
    ...(changes.hours ? { hoursBasis: 'yours' as const } : {}),
    ...changes,
    needs: [...wanted].filter((need) => stepOf(plan, need)),
  };
  return { plan: withStep(plan, changed), said: `Changed “${changed.name}”.` };
}

/** Every step that has to end before `id` starts: what it needs, what that needs, and so on. */
function allNeeds(plan: Plan, id: string): ReadonlySet<string> {
  const found = new Set(stepOf(plan, id)?.needs);
  for (const need of found) for (const further of stepOf(plan, need)?.needs ?? []) found.add(further);
  return found;
}

/** Removes a step; what needed it needs it no longer. */
export function removeStep(plan: Plan, id: string): Edit {
  const step = stepOf(plan, id);
  if (!step) return NO_SUCH_STEP;
  const steps = plan.steps
    .filter((one) => one.id !== id)
    .map((one) => (one.needs.includes(id) ? { ...one, needs: one.needs.filter((need) => need !== id) } : one));
  return { plan: { ...plan, steps }, said: `Removed “${step.name}”.` };
}

/**
 * Takes what the catalogue says now in place of what was pinned, with the intake that is announced for the step's half
 * term. Hours and cost that the teacher gave stay theirs.
 */
export function takeFresh(plan: Plan, id: string, on: DayCatalogue): Edit {
  const step = stepOf(plan, id);
  if (!step?.pin) return NO_SUCH_STEP;
  const opportunity = on.byId.get(on.catalogue.aliases.get(step.pin.opportunity) ?? step.pin.opportunity);
  if (!opportunity) return { refused: `“${step.name}” is not offered any more: there is nothing newer to take.` };
  const pin = pinOf(opportunity, intakeNow(step, opportunity, plan, on), on);
  if (pinState(step.pin, on).kind === 'same' && pin.intake?.id === step.pin.intake?.id)
    return { refused: 'There is nothing newer to take.' };
  return {
    plan: withStep(plan, asPinned(step, step.pin, pin, opportunity, on)),
    said: `Took what is known now of “${pin.name}”.`,
  };
}

/** The intake announced for the step's half term, else the one it was planned by where that is still listed. */
function intakeNow(step: PlanStep, opportunity: Opportunity, plan: Plan, on: DayCatalogue): Intake | undefined {
  return (
    intakeIn(opportunity, step.start, halfTermsOf(plan, on), on.day) ??
    opportunity.intakes.find(({ id }) => id === step.pin?.intake?.id)
  );
}

function asPinned(step: PlanStep, was: Pin, pin: Pin, opportunity: Opportunity, on: DayCatalogue): PlanStep {
  const load = step.hoursBasis === 'yours' ? undefined : loadOf(opportunity, on);
  const hours = load?.hours ?? step.hours;
  const isCostTheirs = step.cost !== costWhenPinned(was, step.hours.length);
  return {
    ...step,
    name: step.name === was.name ? pin.name : step.name,
    pin,
    hours,
    hoursBasis: load?.basis ?? step.hoursBasis,
    cost: isCostTheirs ? step.cost : costToTeacher(opportunity, hours.length, on),
  };
}

/** Writes answers to prompts; an empty one takes the answer away. */
export function answerPrompts(plan: Plan, answers: Readonly<Partial<Record<PromptId, string>>>, phase: string): Edit {
  const kept: Partial<Record<PromptId, string>> = { ...plan.answers };
  for (const [id, text] of Object.entries(answers) as [PromptId, string][]) {
    if (text === '') delete kept[id];
    else kept[id] = text;
  }
  return { plan: { ...plan, answers: kept }, said: `Wrote in ${phase}.` };
}

export function withStep(plan: Plan, step: PlanStep): Plan {
  return { ...plan, steps: plan.steps.map((one) => (one.id === step.id ? step : one)) };
}
