import { addHalfTerms, halfTermName, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import {
  byNumber,
  endOf,
  moveTo,
  opportunityOf,
  putOff,
  type Check,
  type CheckedAgainst,
  type Fix,
  type Planned,
} from './plan-check.ts';
import { withStep } from './plan-edits.ts';
import { hoursAgainstCapacity, weeklyHours, type HoursIn } from './plan-hours.ts';
import { plannedSteps, type Plan } from './plan.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';

/** Half terms that are not over and too full; those that follow each other are said once, by the fullest of them. */
export function tooManyHours(plan: Plan, { halfTerms, on, today }: CheckedAgainst): readonly Check[] {
  const open = halfTerms.slice(0, plan.halfTerms).filter(({ until }) => until >= today);
  const full = hoursAgainstCapacity(plan, open).filter(({ isOver }) => isOver);
  return stretchesOf(full).map((stretch) => overfull(stretch, { plan, open, on }));
}

type Stretch = readonly [HoursIn, ...HoursIn[]];

function stretchesOf(full: readonly HoursIn[]): readonly Stretch[] {
  const stretches: [HoursIn, ...HoursIn[]][] = [];
  for (const one of full) {
    const stretch = stretches.at(-1);
    const before = stretch?.at(-1);
    if (stretch && before && addHalfTerms(before.halfTerm, 1) === one.halfTerm) stretch.push(one);
    else stretches.push([one]);
  }
  return stretches;
}

interface Where {
  readonly plan: Plan;
  /** The half terms of the timetable that are not over. */
  readonly open: readonly HalfTerm[];
  readonly on: CheckedAgainst['on'];
}

function overfull(stretch: Stretch, where: Where): Check {
  const [first] = stretch;
  const last = stretch.at(-1) ?? first;
  const over = ({ planned, capacity }: HoursIn) => planned - capacity;
  const worst = stretch.reduce((most, one) => (over(one) > over(most) ? one : most), first);
  const hours = `${worst.planned} ${worst.planned === 1 ? 'hour' : 'hours'}, and ${capacityWords(worst, where.plan)}`;
  return {
    code: 'too-many-hours',
    weight: 'clash',
    steps: stepsIn(where.plan, stretch)
      .toSorted(byNumber)
      .map(({ id }) => id),
    halfTerm: first.halfTerm,
    because:
      stretch.length === 1
        ? `${halfTermName(first.halfTerm)} is too full: ${hours}.`
        : `${halfTermName(first.halfTerm)} to ${halfTermName(last.halfTerm)} are too full, ${halfTermName(worst.halfTerm)} the most: ${hours}.`,
    fix: easement(stretch, worst.halfTerm, where),
  };
}

function capacityWords({ capacity }: HoursIn, { profile }: Plan): string {
  return weeklyHours(profile).basis === 'yours'
    ? `you have ${capacity}`
    : `we reckon with ${capacity} until you say in the settings how many you have`;
}

/** Steps with hours in any of these half terms. */
function stepsIn(plan: Plan, stretch: Stretch): readonly Planned[] {
  return plannedSteps(plan).filter((step) => hoursWithin(step, stretch) > 0);
}

function hoursWithin(step: Planned, stretch: readonly HoursIn[]): number {
  return stretch.reduce((sum, { halfTerm }) => sum + hoursAt(step, halfTerm), 0);
}

function hoursAt({ start, hours }: Planned, halfTerm: HalfTermId): number {
  return hours[ordinalOf(halfTerm) - ordinalOf(start)] ?? 0;
}

/**
 * The smallest step still to do whose going alone would be enough: moved to where there is room for it, else put off to
 * some day. Where none is enough, the largest is put off first, and what is left is said again. What others need goes
 * last, and before it what is on a route the teacher wants.
 */
function easement(stretch: Stretch, worst: HalfTermId, where: Where): Fix {
  const { plan } = where;
  const open = stepsIn(plan, stretch)
    .filter(({ state }) => state === 'to-do')
    .toSorted((a, b) => hoursWithin(a, stretch) - hoursWithin(b, stretch) || byNumber(a, b));
  const goesLast = (step: Planned) => Number(waitingFor(step.id, plan).length > 0) * 2 + Number(isWanted(step, plan));
  const bySacrifice = (a: Planned, b: Planned) => goesLast(a) - goesLast(b);
  const enough = open
    .filter((step) => isClear(without(plan, step), halfTermsIn(stretch, where.open)))
    .toSorted(bySacrifice);
  for (const step of enough) {
    const to = roomFor(step, stretch, where);
    if (to) return moveTo(step, to, plan);
  }
  const [step] = enough.length > 0 ? enough : open.toReversed().toSorted(bySacrifice);
  if (!step) return { words: 'Give it more hours a week in the settings, or take longer over what is under way.' };
  const most = hoursAt(step, worst) || Math.max(...step.hours);
  return putOff(step, `it alone takes ${most} ${most === 1 ? 'hour' : 'hours'}`);
}

function isWanted({ route }: Planned, { profile }: Plan): boolean {
  return profile.aims?.includes(route) === true;
}

function halfTermsIn(stretch: Stretch, open: readonly HalfTerm[]): readonly HalfTerm[] {
  return open.filter(({ id }) => stretch.some(({ halfTerm }) => halfTerm === id));
}

function isClear(plan: Plan, halfTerms: readonly HalfTerm[]): boolean {
  return hoursAgainstCapacity(plan, halfTerms).every(({ isOver }) => !isOver);
}

/** Steps still to do that cannot start before this one has ended. */
function waitingFor(id: string, plan: Plan): readonly Planned[] {
  return plannedSteps(plan).filter(({ needs, state }) => state === 'to-do' && needs.includes(id));
}

function without(plan: Plan, { id }: Planned): Plan {
  return { ...plan, steps: plan.steps.filter((step) => step.id !== id) };
}

/**
 * The first later half term in which a step that begins when it is wanted would make nothing too full, would end within
 * the timetable, and would still end before what needs it starts.
 */
function roomFor(step: Planned, stretch: Stretch, { plan, open, on }: Where): HalfTermId | undefined {
  if (opportunityOf(step, on)?.when.kind === 'intakes') return undefined;
  const length = step.hours.length;
  const waiting = waitingFor(step.id, plan);
  const latest = open.slice(0, Math.max(0, open.length - length + 1)).map(({ id }) => id);
  return latest.find((start) => {
    const moved = { ...step, start };
    if (ordinalOf(start) <= ordinalOf(step.start)) return false;
    if (waiting.some((one) => ordinalOf(one.start) < ordinalOf(endOf(moved)))) return false;
    const touched = open.filter(({ id }) => hoursAt(moved, id) > 0);
    return isClear(withStep(plan, moved), [...touched, ...halfTermsIn(stretch, open)]);
  });
}
