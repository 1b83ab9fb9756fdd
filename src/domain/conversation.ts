import type { IsoDate } from './date.ts';
import { plannedSteps, type Plan, type PlanStep } from './plan.ts';

/** What a reviewer can say to a step. A change or a decline has its reason. */
export const OUTCOMES = ['agree', 'change', 'decline'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Party = 'teacher' | 'reviewer';

/** What a reviewer answered to: the parts of a step that an agreement is about. */
export interface StepSeen {
  readonly name: string;
  readonly place: PlanStep['place'];
  readonly start: PlanStep['start'];
  readonly hours: readonly number[];
  readonly cost: PlanStep['cost'];
  readonly owner: PlanStep['owner'];
  readonly needs: readonly string[];
}

/** Everything that was done in one conversation, in order; nothing in it is ever changed or taken out. */
export type ConversationEvent =
  | { readonly kind: 'asked'; readonly at: string }
  | { readonly kind: 'opened'; readonly at: string }
  | {
      readonly kind: 'answered';
      readonly at: string;
      readonly step: string;
      readonly outcome: Outcome;
      readonly reason: string;
      readonly seen: StepSeen;
    }
  | {
      readonly kind: 'said';
      readonly at: string;
      readonly by: Party;
      readonly step: string | null;
      readonly text: string;
    }
  | { readonly kind: 'asked-again'; readonly at: string }
  | { readonly kind: 'reminded'; readonly at: string }
  | { readonly kind: 'closed'; readonly at: string; readonly by: Party | 'nobody' }
  | { readonly kind: 'revoked'; readonly at: string };

/**
 * Where a conversation stands, named by who acts next. `closed` and `ended` wait for nobody; everything that was said
 * stays with the teacher.
 */
export type Standing = 'reviewer-to-open' | 'reviewer-to-answer' | 'teacher-to-answer' | 'agreed' | 'closed' | 'ended';

/** What a reviewer's answer to a step is worth today. */
export interface StepAnswer {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly at: string;
  /** The step is no longer what was answered to: how it was then. */
  readonly changedSince: StepSeen | undefined;
}

export function seenOf({ name, place, start, hours, cost, owner, needs }: PlanStep): StepSeen {
  return { name, place, start, hours, cost, owner, needs };
}

/** Steps a reviewer is asked about: those in the timetable that are not done and not dropped. */
export function stepsToReview(plan: Plan): readonly PlanStep[] {
  return plannedSteps(plan).filter(({ state }) => state !== 'done');
}

/** The newest answer to each step, and whether the step has changed since. */
export function answersTo(plan: Plan, events: readonly ConversationEvent[]): ReadonlyMap<string, StepAnswer> {
  const answers = new Map<string, StepAnswer>();
  for (const event of events) {
    if (event.kind !== 'answered') continue;
    const step = plan.steps.find(({ id }) => id === event.step);
    if (!step) continue;
    const { outcome, reason, at, seen } = event;
    answers.set(event.step, { outcome, reason, at, changedSince: isSame(seen, seenOf(step)) ? undefined : seen });
  }
  return answers;
}

function isSame(a: StepSeen, b: StepSeen): boolean {
  return (
    a.name === b.name &&
    a.place === b.place &&
    a.start === b.start &&
    a.cost === b.cost &&
    a.owner === b.owner &&
    a.hours.join() === b.hours.join() &&
    a.needs.join() === b.needs.join()
  );
}

/** Which parts of a step differ from what was answered to. */
export function differences(was: StepSeen, now: StepSeen): readonly (keyof StepSeen)[] {
  return (Object.keys(was) as (keyof StepSeen)[]).filter((key) => String(was[key]) !== String(now[key]));
}

/**
 * Where a conversation stands on a day. A revoked or expired link has ended. Until it is opened it is the reviewer's to
 * open; while any step has no answer that still fits it, theirs to answer; a wish for a change or a decline is the
 * teacher's to answer, by changing the step or saying why not and asking again; with every step agreed it is agreed.
 */
export function standingOf(
  plan: Plan,
  events: readonly ConversationEvent[],
  expires: IsoDate,
  today: IsoDate,
): Standing {
  if (today > expires || events.some(({ kind }) => kind === 'revoked')) return 'ended';
  const last = events.findLast(({ kind }) => kind === 'closed' || kind === 'asked-again');
  if (last?.kind === 'closed') return 'closed';
  if (!events.some(({ kind }) => kind === 'opened')) return 'reviewer-to-open';
  return openStanding(plan, events);
}

function openStanding(plan: Plan, events: readonly ConversationEvent[]): Standing {
  const answers = answersTo(plan, events);
  const steps = stepsToReview(plan);
  const isOpen = steps.some(({ id }) => {
    const answer = answers.get(id);
    return answer === undefined || answer.changedSince !== undefined;
  });
  const refused = steps
    .filter(({ id }) => answers.get(id)?.changedSince === undefined)
    .filter(({ id }) => {
      const outcome = answers.get(id)?.outcome;
      return outcome === 'change' || outcome === 'decline';
    });
  const askedAgain = events.findLastIndex(({ kind }) => kind === 'asked-again');
  // What was refused before the teacher last asked again is the reviewer's once more.
  const isTeachers = refused.some(({ id }) => lastAnswer(events, id) > askedAgain);
  if (isOpen || (refused.length > 0 && !isTeachers)) return 'reviewer-to-answer';
  return refused.length > 0 ? 'teacher-to-answer' : 'agreed';
}

function lastAnswer(events: readonly ConversationEvent[], step: string): number {
  return events.findLastIndex((event) => event.kind === 'answered' && event.step === step);
}

/** A move somebody tries to make: the event that follows, or why it cannot be. */
export type Move = { readonly event: ConversationEvent } | { readonly refused: string };

/**
 * Whether a reviewer may answer a step so. A change or a decline without a reason, a step that is not theirs to see and
 * a conversation that has ended are refused in a sentence.
 */
export function answerStep(
  plan: Plan,
  standing: Standing,
  answer: { readonly step: string; readonly outcome: Outcome; readonly reason: string; readonly at: string },
): Move {
  if (standing === 'ended' || standing === 'closed')
    return { refused: 'This conversation is over. Ask for a new link.' };
  const step = stepsToReview(plan).find(({ id }) => id === answer.step);
  if (!step) return { refused: 'That step is not in the plan any more.' };
  if (answer.outcome !== 'agree' && answer.reason.trim() === '')
    return { refused: 'Say why: a change or a no needs its reason.' };
  return { event: { kind: 'answered', ...answer, seen: seenOf(step) } };
}
