import type { DayCatalogue } from '../catalogue/catalogue.ts';
import { isKept, LANE_OF } from './draft-options.ts';
import { blockOf, halfTermAtOrdinal, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { endOf, opportunityOf } from './plan-check.ts';
import { A_YEAR, dueIntakes } from './plan-intakes.ts';
import { guessedStart } from './plan-start.ts';
import { plannedSteps, type Plan } from './plan.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';

/** The half terms a draft is made for. */
export interface Window {
  readonly halfTerms: readonly HalfTerm[];
  /** The first half term in which anything new can begin, counted from the plan's first. */
  readonly from: number;
  readonly on: DayCatalogue;
  readonly first: HalfTermId;
}

/**
 * The half terms a step of this length may start in, counted from the plan's first: its intakes, or when schools and
 * people begin things; after the NPQ it asks for is finished; and no course of study beside one that goes on.
 */
export function startsOf(opportunity: Opportunity, length: number, plan: Plan, window: Window): readonly number[] {
  const last = window.halfTerms.length - length;
  const earliest = Math.max(window.from, npqFinished(opportunity, plan, window) ?? 0);
  const studies = LANE_OF[opportunity.kind] === 'study' ? studiesGoingOn(plan, window) : [];
  return possibleStarts(opportunity, window)
    .filter((start) => start >= earliest && start <= last)
    .filter((start) => studies.every(({ from, until }) => start + length <= from || until <= start));
}

/**
 * When the NPQ that a step asks for is finished, where the teacher told us that they are taking it: counted from the
 * plan's first half term. `undefined` where none is being taken.
 */
export function npqFinished({ requirements }: Opportunity, plan: Plan, window: Window): number | undefined {
  const ends = requirements.flatMap((requirement) => {
    if (requirement.kind !== 'holds-npq') return [];
    const held = npqsTaken(plan, window).filter(({ code }) => requirement.anyOf.includes(code));
    return held.length > 0 ? [Math.min(...held.map(({ until }) => until))] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** Steps of the plan that a draft leaves in the timetable and that are not done, from which half term until which. */
export function goingOn(plan: Plan, { first, on }: Window): readonly GoingOn[] {
  return plannedSteps({ ...plan, steps: plan.steps.filter(isKept) }).flatMap((step) => {
    const opportunity = step.state === 'done' ? undefined : opportunityOf(step, on);
    if (!opportunity) return [];
    const [from, until] = [step.start, endOf(step)].map((id) => Math.max(0, ordinalOf(id) - ordinalOf(first)));
    return [{ opportunity, from: from ?? 0, until: until ?? 0 }];
  });
}

export interface GoingOn {
  readonly opportunity: Opportunity;
  /** Counted from the plan's first half term; 0 also where it began before that. */
  readonly from: number;
  /** The first half term it is no longer in. */
  readonly until: number;
}

/** NPQs that the teacher told us of and has not finished, until the half term that begins after they are. */
function npqsTaken({ profile }: Plan, { halfTerms, on }: Window) {
  return (profile.npqs ?? []).flatMap(({ code, completed }) => {
    if (completed === undefined || completed <= on.day) return [];
    const after = halfTerms.findIndex(({ from }) => completed <= from);
    return [{ code, until: after < 0 ? halfTerms.length : after }];
  });
}

/** From and until which half terms the teacher studies already, the second no longer among them. */
function studiesGoingOn(plan: Plan, window: Window): readonly Pick<GoingOn, 'from' | 'until'>[] {
  const planned = goingOn(plan, window).filter(({ opportunity }) => LANE_OF[opportunity.kind] === 'study');
  return [...planned, ...npqsTaken(plan, window).map(({ until }) => ({ from: 0, until }))];
}

function possibleStarts(opportunity: Opportunity, { halfTerms, on, first }: Window): readonly number[] {
  const all = halfTerms.map((_, index) => index);
  switch (opportunity.when.kind) {
    case 'any-time':
    case 'rolling':
      return all;
    case 'school-decides':
    case 'ask':
      return all.filter((index) => blockOf(halfTermAtOrdinal(ordinalOf(first) + index)).endsWith('-1'));
    default:
      return intakeStarts(opportunity, halfTerms, on);
  }
}

/** Announced intakes; where there is none, the last one's half term in each year to come, as a guess. */
function intakeStarts(opportunity: Opportunity, halfTerms: readonly HalfTerm[], on: DayCatalogue): readonly number[] {
  const indexOf = (id: HalfTermId | undefined) => halfTerms.findIndex((halfTerm) => halfTerm.id === id);
  const announced = dueIntakes(opportunity, halfTerms, on.day).map(({ due }) => indexOf(due));
  if (announced.length > 0) return announced;
  const guess = indexOf(guessedStart(opportunity, halfTerms, on.day));
  if (guess < 0) return [];
  return halfTerms.map((_, index) => index).filter((index) => index >= guess && (index - guess) % A_YEAR === 0);
}
