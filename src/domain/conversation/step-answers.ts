import { ordinalOf } from '../calendar/half-term.ts';
import { plannedSteps, type Plan, type PlanStep } from '../plan/plan.ts';
import type { ConversationEvent, NamedStep, Outcome, StepSeen } from './conversation-event.ts';
import { sharedPart, type Section } from './share.ts';

type PlannedStep = ReturnType<typeof plannedSteps>[number];

/** A plan as the reader of a share may see it, and which of its parts those are. */
export interface SharedPlan {
  readonly plan: Plan;
  readonly sections: readonly Section[];
}

/** The whole plan cut down to what is shared: cut down before, it stays as it is. */
export function sharedPlan(whole: Plan, sections: readonly Section[]): SharedPlan {
  return { plan: sharedPart(whole, sections), sections };
}

/** What is answered to when a step is answered: its cost only where costs are shown. */
export function seenOf(
  { name, start, hours, hoursBasis, cost, owner }: PlannedStep,
  sections: readonly Section[],
): StepSeen {
  return { name, start, hours, hoursBasis, ...(sections.includes('costs') ? { cost } : {}), owner };
}

/** Steps to be answered: those in the timetable that are neither done nor dropped, in their order. */
export function stepsToAnswer({ plan }: Pick<SharedPlan, 'plan'>): readonly PlannedStep[] {
  return plannedSteps(plan)
    .filter(({ state }) => state !== 'done')
    .toSorted((a, b) => ordinalOf(a.start) - ordinalOf(b.start) || numberOf(a) - numberOf(b));
}

function numberOf({ id }: PlanStep): number {
  return Number(id.slice(1));
}

/** The parts of a step that can differ, in the order they are told. */
export const SEEN_PARTS = ['name', 'when', 'hours', 'cost', 'owner'] as const;
export type SeenPart = (typeof SEEN_PARTS)[number];

/**
 * Which parts of a step are no longer as they were. A cost that was not shown then or is not shown now is no change of
 * the step, and neither is a figure that only rests on something else.
 */
export function differences(was: StepSeen, now: StepSeen): readonly SeenPart[] {
  const differs: Readonly<Record<SeenPart, boolean>> = {
    name: was.name !== now.name,
    when: was.start !== now.start || was.hours.length !== now.hours.length,
    hours: hoursText(was) !== hoursText(now),
    cost: was.cost !== undefined && now.cost !== undefined && was.cost !== now.cost,
    owner: was.owner !== now.owner,
  };
  return SEEN_PARTS.filter((part) => differs[part]);
}

function hoursText({ hours, hoursBasis }: StepSeen): string {
  return hoursBasis === 'not-known' ? 'not known' : hours.join(' ');
}

/** What a reviewer's newest answer to a step is worth today. */
export interface StepAnswer {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly at: string;
  /** The event it is. */
  readonly number: number;
  /** The step as it was when it was answered. */
  readonly seen: StepSeen;
  /** What has changed since. With anything here the answer holds for the step as it was, and the step waits again. */
  readonly changed: readonly SeenPart[];
}

/** A step of the plan in its conversation, and whose turn it is. */
export interface StepTalk {
  readonly step: PlannedStep;
  readonly now: StepSeen;
  readonly answer: StepAnswer | undefined;
  /**
   * `reviewer`: theirs to answer. `teacher`: a change or a decline to answer. `untold`: changed or added since, and the
   * reviewer has not been asked about it. `nobody`: agreed as it is.
   */
  readonly waitsFor: 'reviewer' | 'teacher' | 'untold' | 'nobody';
}

/** Each step to be answered, with the newest answer to it. */
export function stepTalks(shared: SharedPlan, events: readonly ConversationEvent[]): readonly StepTalk[] {
  return stepsToAnswer(shared).map((step) => {
    const now = seenOf(step, shared.sections);
    const answer = answerTo(step.id, now, events);
    return { step, now, answer, waitsFor: waitsFor(step.id, answer, events) };
  });
}

function answerTo(step: string, now: StepSeen, events: readonly ConversationEvent[]): StepAnswer | undefined {
  const found = events.findLast((event) => event.kind === 'answered' && event.step === step);
  if (found?.kind !== 'answered') return undefined;
  const { outcome, reason, at, number, seen } = found;
  return { outcome, reason, at, number, seen, changed: differences(seen, now) };
}

function waitsFor(
  step: string,
  answer: StepAnswer | undefined,
  events: readonly ConversationEvent[],
): StepTalk['waitsFor'] {
  const answeredAt = events.findLastIndex((event) => event.kind === 'answered' && event.step === step);
  const askedAt = events.findLastIndex(
    (event) => (event.kind === 'asked' || event.kind === 'asked-again') && event.steps.some(({ id }) => id === step),
  );
  const isAskedSince = askedAt > answeredAt;
  if (answer === undefined || answer.changed.length > 0) return isAskedSince ? 'reviewer' : 'untold';
  if (answer.outcome === 'agree') return 'nobody';
  return isAskedSince ? 'reviewer' : 'teacher';
}

/** What a step was last called in a conversation, for steps that are not in the plan any more. */
export function nameInTalk(step: string, events: readonly ConversationEvent[]): string | undefined {
  for (const event of events.toReversed()) {
    const name = nameIn(event, step);
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameIn(event: ConversationEvent, step: string): string | undefined {
  switch (event.kind) {
    case 'answered':
      return event.step === step ? event.seen.name : undefined;
    case 'said':
      return event.step?.id === step ? event.step.name : undefined;
    case 'asked':
    case 'asked-again':
      return event.steps.find(({ id }) => id === step)?.name;
    default:
      return undefined;
  }
}

export function named({ id, name }: PlanStep): NamedStep {
  return { id, name };
}
