import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import { addHalfTerms, halfTermName, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { nextStart } from './plan-intakes.ts';
import type { Plan, PlanStep } from './plan.ts';
import { halfTermOn, type HalfTerm } from '../calendar/term-calendar.ts';

export type CheckCode =
  | 'starts-before-what-it-needs'
  | 'needs-what-is-not-planned'
  | 'window-closes-before'
  | 'window-not-open-yet'
  | 'not-when-the-intake-starts'
  | 'intake-not-announced'
  | 'intake-announced'
  | 'two-npqs-at-once'
  | 'too-many-hours'
  | 'needs-a-sponsor'
  | 'needs-a-line-manager'
  | 'ends-after-what-it-rests-on'
  | 'no-longer-offered'
  | 'starts-in-the-past'
  | 'runs-past-the-timetable'
  | 'hours-not-known';

/** How much it matters: `clash` cannot happen as planned, `ask` waits for somebody, `note` is good to know. */
export type Weight = 'clash' | 'ask' | 'note';

/** What would mend it: in words, and where one press of a button can do it, what that would do. */
export interface Fix {
  readonly words: string;
  readonly act?:
    | { readonly kind: 'move'; readonly step: string; readonly to: HalfTermId }
    | { readonly kind: 'some-day' | 'take'; readonly step: string };
}

/** One thing to look at in a plan, as a sentence with its fix. The first of `steps` is the one it is said of. */
export interface Check {
  readonly code: CheckCode;
  readonly weight: Weight;
  readonly steps: readonly string[];
  readonly halfTerm?: HalfTermId;
  readonly because: string;
  readonly fix: Fix;
}

export interface CheckedAgainst {
  /** From the timetable's first half term on, as far as any step runs. */
  readonly halfTerms: readonly HalfTerm[];
  readonly on: DayCatalogue;
  readonly today: IsoDate;
  /** Steps that a sponsor was asked about and said yes to, by their ids. */
  readonly backed?: ReadonlySet<string>;
}

export type Planned = PlanStep & { readonly start: HalfTermId };

/** The first half term after a step has ended. */
export function endOf({ start, hours }: Planned): HalfTermId {
  return addHalfTerms(start, hours.length);
}

/** The first half term that begins on a day or later; where none that is known does, the one after the timetable. */
export function halfTermAfter(day: IsoDate, { first, halfTerms }: Plan, against: CheckedAgainst): HalfTermId {
  return against.halfTerms.find(({ from }) => day <= from)?.id ?? addHalfTerms(first, halfTerms);
}

/** The opportunity a step was planned by, as it stands today, under whatever id; `undefined` where it is offered no more. */
export function opportunityOf({ pin }: PlanStep, { byId, catalogue }: DayCatalogue): Opportunity | undefined {
  return pin ? byId.get(catalogue.aliases.get(pin.opportunity) ?? pin.opportunity) : undefined;
}

/** Ids as they were given out: s2 before s10. */
export function byNumber({ id: a }: Pick<PlanStep, 'id'>, { id: b }: Pick<PlanStep, 'id'>): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}

export function quoted({ name }: Pick<PlanStep, 'name'>): string {
  return `“${name}”`;
}

/** Moves a step to a half term of the timetable; one that lies after its end can only wait for some day. */
export function moveTo(step: PlanStep, to: HalfTermId, { first, halfTerms }: Plan): Fix {
  if (ordinalOf(to) < ordinalOf(first) + halfTerms)
    return { words: `Move ${quoted(step)} to ${halfTermName(to)}.`, act: { kind: 'move', step: step.id, to } };
  return putOff(step, `its next chance, in ${halfTermName(to)}, lies after the timetable ends`);
}

export function putOff(step: PlanStep, because: string): Fix {
  return { words: `Put off ${quoted(step)} to some day: ${because}.`, act: { kind: 'some-day', step: step.id } };
}

/** The first half term from `from` on, and not before today's, in which a step could begin. */
export function nextChance(step: PlanStep, from: HalfTermId, { halfTerms, on, today }: CheckedAgainst): HalfTermId {
  const now = halfTermOn(halfTerms, today)?.id ?? from;
  const earliest = ordinalOf(now) > ordinalOf(from) ? now : from;
  return nextStart(opportunityOf(step, on), earliest, halfTerms, today);
}

/** Moves a step to when it can next begin, from a half term on. */
export function moveOn(step: PlanStep, from: HalfTermId, plan: Plan, against: CheckedAgainst): Fix {
  return moveTo(step, nextChance(step, from, against), plan);
}
