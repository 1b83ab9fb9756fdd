import { daysOf } from '../calendar/bank-holidays.ts';
import type { DayCatalogue } from '../catalogue/catalogue.ts';
import { addDays, addMonths, type IsoDate } from '../date.ts';
import { halfTermOn, halfTermsFrom, calendarFor, halfTermsFromDay, type HalfTerm } from '../calendar/term-calendar.ts';
import { ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import { comingIntakes } from '../catalogue/intakes.ts';
import { earliestStart, type Intake, type Opportunity } from '../catalogue/opportunity.ts';
import { plannedSteps, type Plan } from './plan.ts';
import type { Profile } from '../matching/profile.ts';

/** Two school years: far enough for an NPQ after this one, near enough to be believed. */
const USUAL_HALF_TERMS = 12;

/** A plan with nothing in it yet, from the half term that is running or the next to begin. */
export function emptyPlan(title: string, profile: Profile, on: DayCatalogue): Plan {
  const [first] = halfTermsFromDay(...calendarOf(profile, on), on.day, 1);
  if (!first) throw new Error(`no half term is known from ${on.day} on`);
  return {
    title,
    profile,
    first: first.id,
    halfTerms: USUAL_HALF_TERMS,
    goals: [],
    steps: [],
    stepsMade: 0,
    answers: {},
  };
}

function calendarOf({ setting, district }: Profile, { catalogue }: DayCatalogue) {
  const calendar = calendarFor(catalogue.termCalendars, { urn: setting?.urn, district });
  return [calendar, daysOf(catalogue.bankHolidays)] as const;
}

/** The plan's half terms with their dates: its timetable's, and as many after it as its longest step runs on. */
export function halfTermsOf(plan: Plan, on: DayCatalogue): readonly HalfTerm[] {
  const first = ordinalOf(plan.first);
  const ends = plannedSteps(plan).map(({ start, hours }) => ordinalOf(start) + hours.length - first);
  return halfTermsFrom(...calendarOf(plan.profile, on), plan.first, Math.max(plan.halfTerms, ...ends));
}

/**
 * Where a step would usually go: its next intake with a known start, else the half term it would be guessed for, else
 * the next half term to begin. Where its intakes are known to begin only after the half terms given, the last of them.
 */
export interface UsualStart {
  readonly start: HalfTermId;
  readonly intake: Intake | undefined;
}

export function usualStart(opportunity: Opportunity, halfTerms: readonly HalfTerm[], today: IsoDate): UsualStart {
  const intake = comingIntakes(opportunity, today)[0];
  const starts = intake ? earliestStart(intake) : null;
  const due = starts === null ? undefined : halfTermOn(halfTerms, starts);
  const start = due?.id ?? guessedStart(opportunity, halfTerms, today) ?? lastOf(opportunity, halfTerms);
  return { start: start ?? nextToBegin(halfTerms, today).id, intake };
}

function lastOf({ when, intakes }: Opportunity, halfTerms: readonly HalfTerm[]): HalfTermId | undefined {
  const isKnown = when.kind === 'intakes' && intakes.some((intake) => earliestStart(intake) !== null);
  return isKnown ? halfTerms.at(-1)?.id : undefined;
}

/**
 * Where no coming intake has a date: the half term in which the last one began, in the next year in which it is still
 * to come. A guess, which the plan's checks say is one.
 */
export function guessedStart(
  { when, intakes }: Opportunity,
  halfTerms: readonly HalfTerm[],
  today: IsoDate,
): HalfTermId | undefined {
  const last =
    when.kind === 'intakes'
      ? intakes
          .flatMap((one) => earliestStart(one) ?? [])
          .toSorted()
          .at(-1)
      : undefined;
  if (last === undefined) return undefined;
  for (let year = 0; year < 5; year += 1) {
    const day = addMonths(last, 12 * year);
    if (day > today) return halfTermOn(halfTerms, day)?.id;
  }
  return undefined;
}

/** The running half term while most of it is still to come, else the next. */
export function nextToBegin(halfTerms: readonly HalfTerm[], today: IsoDate): HalfTerm {
  const due = halfTermOn(halfTerms, addDays(today, SETTLING_IN_DAYS)) ?? halfTerms.at(-1);
  if (!due) throw new Error('a plan has no half terms');
  return due;
}

/** Nobody begins something new in the last three weeks before a holiday. */
const SETTLING_IN_DAYS = 21;
