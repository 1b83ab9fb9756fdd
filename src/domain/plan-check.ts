import type { DayCatalogue } from './catalogue.ts';
import type { IsoDate } from './date.ts';
import { addHalfTerms, halfTermName, type HalfTermId } from './half-term.ts';
import type { PlanStep } from './plan.ts';
import type { HalfTerm } from './term-calendar.ts';

export type CheckCode =
  | 'starts-before-what-it-needs'
  | 'needs-what-is-not-planned'
  | 'window-closes-before'
  | 'not-when-the-intake-starts'
  | 'two-npqs-at-once'
  | 'too-many-hours'
  | 'needs-a-sponsor'
  | 'needs-a-line-manager'
  | 'ends-after-what-it-rests-on'
  | 'intake-not-announced'
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
    | { readonly kind: 'some-day'; readonly step: string };
}

/** One thing to look at in a plan, as a sentence with its fix. */
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
}

export type Planned = PlanStep & { readonly start: HalfTermId };

/** The first half term after a step has ended. */
export function endOf({ start, hours }: Planned): HalfTermId {
  return addHalfTerms(start, hours.length);
}

export function moveTo(step: PlanStep, to: HalfTermId): Fix {
  return { words: `Move “${step.name}” to ${halfTermName(to)}.`, act: { kind: 'move', step: step.id, to } };
}
