import type { Fact } from '../catalogue/fact.ts';
import { ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import { plannedSteps, type Plan, type PlanStep } from './plan.ts';
import type { Profile } from '../matching/profile.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';

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
  return new Map([...sumsOf(plan)].map(([ordinal, { planned }]) => [ordinal, planned]));
}

/** One half term's planned hours: all of them, those the teacher gave, and those reckoned from the catalogue. */
interface Sums {
  planned: number;
  given: number;
  reckoned: number;
}

function sumsOf(plan: Plan): ReadonlyMap<number, Readonly<Sums>> {
  const sums = new Map<number, Sums>();
  for (const step of plannedSteps(plan)) {
    const first = ordinalOf(step.start);
    const kind = isSpread(step) ? 'reckoned' : 'given';
    for (const [index, hours] of step.hours.entries()) {
      const sum = sums.get(first + index) ?? { planned: 0, given: 0, reckoned: 0 };
      sum.planned += hours;
      sum[kind] += hours;
      sums.set(first + index, sum);
    }
  }
  return sums;
}

const NOTHING: Readonly<Sums> = { planned: 0, given: 0, reckoned: 0 };

/** One half term's hours against what there is. */
export interface HoursIn {
  readonly halfTerm: HalfTermId;
  readonly planned: number;
  readonly capacity: number;
  /** Whether they are more than there is, with what a short half term forgives. */
  readonly isOver: boolean;
}

export function hoursAgainstCapacity(plan: Plan, halfTerms: readonly HalfTerm[]): readonly HoursIn[] {
  const sums = sumsOf(plan);
  return halfTerms.map((halfTerm) => {
    const capacity = capacityIn(plan.profile, halfTerm);
    const sum = sums.get(ordinalOf(halfTerm.id)) ?? NOTHING;
    return {
      halfTerm: halfTerm.id,
      planned: toHalf(sum.planned),
      capacity,
      isOver: hoursNeeded(sum, halfTerm) > capacity,
    };
  });
}

/**
 * What the steps of a half term really ask of its weeks. Hours that the teacher gave count in full. Those reckoned from
 * the catalogue are the same in half terms of any length, so that in a short one they count for its weeks only: two
 * hours a week always fit somebody who has two.
 */
function hoursNeeded({ given, reckoned }: Readonly<Sums>, { weeks }: HalfTerm): number {
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
