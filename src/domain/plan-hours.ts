import type { Fact } from './fact.ts';
import { ordinalOf, type HalfTermId } from './half-term.ts';
import { plannedSteps, type Plan, type PlanStep } from './plan.ts';
import type { Profile } from './profile.ts';
import type { HalfTerm } from './term-calendar.ts';

/** Teaching weeks in half a term, as hours are reckoned from the catalogue: 39 in a year of six. */
export const RECKONED_WEEKS = 6.5;

/** Hours a week we reckon with where a full-time teacher has not said: our own estimate, shown as one. */
const USUAL_HOURS_A_WEEK = 2;

export interface WeeklyHours {
  readonly hours: number;
  readonly basis: 'yours' | 'our-estimate';
}

/**
 * Hours a week this person has for development. What they said is taken as it stands, part-time or not; where they have
 * not said, two hours of a full week, less by the share of the week they work.
 */
export function weeklyHours({ hoursPerWeek, fte = 1 }: Profile): WeeklyHours {
  if (hoursPerWeek !== undefined) return { hours: hoursPerWeek, basis: 'yours' };
  return { hours: Math.max(0.5, toHalf(USUAL_HOURS_A_WEEK * fte)), basis: 'our-estimate' };
}

/** Hours this person has in a half term: those of a week, for each of its teaching weeks. */
export function capacityIn(profile: Profile, halfTerm: Pick<HalfTerm, 'weeks'>): number {
  return toHalf(weeklyHours(profile).hours * halfTerm.weeks);
}

/** Hours planned in each half term, by its ordinal. Steps whose hours are not known add nothing. */
export function hoursPlanned(plan: Plan): ReadonlyMap<number, number> {
  const planned = new Map<number, number>();
  for (const { start, hours } of plannedSteps(plan)) {
    const first = ordinalOf(start);
    for (const [index, value] of hours.entries()) planned.set(first + index, (planned.get(first + index) ?? 0) + value);
  }
  return planned;
}

/** One half term's hours against what there is. */
export interface HoursIn {
  readonly halfTerm: HalfTermId;
  readonly planned: number;
  readonly capacity: number;
  /** Whether they are more than there is, with what a short half term forgives. */
  readonly isOver: boolean;
}

export function hoursAgainstCapacity(plan: Plan, halfTerms: readonly HalfTerm[]): readonly HoursIn[] {
  const planned = hoursPlanned(plan);
  return halfTerms.map((halfTerm) => {
    const capacity = capacityIn(plan.profile, halfTerm);
    return {
      halfTerm: halfTerm.id,
      planned: toHalf(planned.get(ordinalOf(halfTerm.id)) ?? 0),
      capacity,
      isOver: hoursNeeded(plan, halfTerm) > capacity,
    };
  });
}

/**
 * What the steps of a half term really ask of its weeks. Hours that the teacher gave count in full. Those reckoned from
 * the catalogue are the same in half terms of any length, so that in a short one they count for its weeks only: two
 * hours a week always fit somebody who has two.
 */
function hoursNeeded(plan: Plan, { id, weeks }: HalfTerm): number {
  const at = ordinalOf(id);
  let given = 0;
  let reckoned = 0;
  for (const step of plannedSteps(plan)) {
    const hours = step.hours[at - ordinalOf(step.start)] ?? 0;
    if (isSpread(step)) reckoned += hours;
    else given += hours;
  }
  const forWeeks = reckoned * Math.min(1, weeks / RECKONED_WEEKS);
  return toHalf(given) + Math.floor(forWeeks * 2) / 2;
}

function isSpread({ hours, hoursBasis }: PlanStep): boolean {
  return hours.length > 1 && hoursBasis !== 'yours';
}

/**
 * Directed hours in a year of somebody who works this share of a full week: shown beside the plan and never policed.
 * `fact` is the published figure for full time.
 */
export function directedHours({ fte = 1 }: Profile, fact: Fact | undefined): number | undefined {
  const value = fact?.value;
  return typeof value === 'object' ? Math.round(value.min * fte) : undefined;
}

function toHalf(hours: number): number {
  return Math.round(hours * 2) / 2;
}
