import type { IsoDate, IsoMonth } from '../date.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Profile } from '../matching/profile.ts';
import type { PromptId } from './plan-prompts.ts';
import type { Quantity } from '../quantity.ts';
import type { RouteId } from '../catalogue/route.ts';

/** The number of the form plans are kept and handed over in. A later form will read this one too. */
export const PLAN_SCHEMA = 1;

/** Where a step stands: in the timetable, or in one of the two places beside it. */
export const PLACES = ['timetable', 'some-day', 'already-have'] as const;
export type Place = (typeof PLACES)[number];

export const STEP_STATES = ['to-do', 'under-way', 'done', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Who has to act for a step to happen. Roles and never names. */
export const OWNERS = ['me', 'line-manager', 'head', 'hub', 'provider', 'somebody-else'] as const;
export type Owner = (typeof OWNERS)[number];

/** The EEF's phases of implementation (2024 edition). */
export const PHASE_IDS = ['explore', 'prepare', 'deliver', 'sustain'] as const;
export type PhaseId = (typeof PHASE_IDS)[number];

/** What a step's hours rest on. */
export type HoursBasis = 'published' | 'our-estimate' | 'yours' | 'not-known';

/** A statement as it stood when a step was planned by it. */
export interface PinnedFact {
  readonly id: string;
  readonly statement: string;
  readonly value?: Quantity | string;
}

/** A figure as it stood: the facts that held it, our own estimate, or that nobody had published it. */
export type PinnedFigure =
  | { readonly facts: readonly PinnedFact[] }
  | { readonly estimate: Omit<Quantity, 'basis'> }
  | { readonly unknown: string };

/** Figures a plan relies on, by their names in the catalogue. */
export const PINNED_FIGURES = ['time', 'duration', 'outOfClass', 'costToYou', 'costToSchool', 'income'] as const;
export type PinnedFigureName = (typeof PINNED_FIGURES)[number];

export interface PinnedIntake {
  readonly id: string;
  readonly name: string;
  readonly starts: IsoDate | IsoMonth | null;
  readonly opens: IsoDate | null;
  readonly closes: IsoDate | null;
  readonly facts: readonly PinnedFact[];
}

/** What a step relied on: an opportunity, one intake of it, their figures and facts, as one catalogue said them on one day. */
export interface Pin {
  readonly opportunity: string;
  /** The catalogue's version. */
  readonly catalogue: string;
  readonly on: IsoDate;
  readonly name: string;
  readonly summary: string;
  readonly figures: Readonly<Partial<Record<PinnedFigureName, PinnedFigure>>>;
  readonly intake: PinnedIntake | null;
  /** The last day the opportunity was known to exist. */
  readonly until: IsoDate | null;
}

export interface PlanStep {
  /** `s1`, `s2`, …: never given twice in one plan. */
  readonly id: string;
  readonly name: string;
  /** Whose line it is drawn with. */
  readonly route: RouteId;
  readonly phase: PhaseId;
  readonly place: Place;
  /** The half term it starts in; `null` anywhere but in the timetable. */
  readonly start: HalfTermId | null;
  /** Hours in each half term it lasts, at least one. With `not-known` they are zeros and count for nothing. */
  readonly hours: readonly number[];
  readonly hoursBasis: HoursBasis;
  /** What it costs the teacher in all, in whole pence; `null` where nobody has said. */
  readonly cost: number | null;
  readonly owner: Owner;
  readonly state: StepState;
  /** Steps of this plan that have to end before it starts. */
  readonly needs: readonly string[];
  readonly note: string;
  /** Absent for an action of one's own. */
  readonly pin: Pin | null;
}

export interface PlanGoal {
  readonly id: string;
  readonly text: string;
  readonly by: HalfTermId | null;
}

/** A teacher's own plan, as one version of it is kept. No name of any person stands in it. */
export interface Plan {
  readonly title: string;
  /** What the teacher told; hours a week, share of a full week and budget are read from here. */
  readonly profile: Profile;
  /** The first half term of the timetable. */
  readonly first: HalfTermId;
  /** How many half terms it shows. */
  readonly halfTerms: number;
  readonly goals: readonly PlanGoal[];
  readonly steps: readonly PlanStep[];
  /** How many steps it has ever had, so that no id is given twice. */
  readonly stepsMade: number;
  /** What was written to each prompt; one that was skipped is absent. */
  readonly answers: Readonly<Partial<Record<PromptId, string>>>;
}

/** How many plans a folder holds, deleted ones counted until they are gone: a dozen scenarios and room to spare. */
export const PLANS_AT_MOST = 30;

/** How long a deleted plan can be brought back. */
export const DELETED_KEPT_DAYS = 30;

/** What keeps a plan readable on one page and a file from being a weapon. */
export const LIMITS = {
  title: 80,
  stepName: 100,
  note: 1000,
  answer: 3000,
  steps: 100,
  /** Steps a plan can ever have had. */
  stepsMade: 999_999,
  goals: 10,
  goalText: 200,
  halfTerms: { least: 3, most: 30 },
  /** Half terms one step may last: seven years, as a doctorate may. */
  duration: 42,
  hoursInHalfTerm: 300,
  pence: 10_000_000,
  hoursPerWeek: 60,
} as const;

export function stepOf(plan: Plan, id: string): PlanStep | undefined {
  return plan.steps.find((step) => step.id === id);
}

/** Steps in the timetable that are not dropped: what is checked, counted and drawn. */
export function plannedSteps(plan: Plan): readonly (PlanStep & { readonly start: HalfTermId })[] {
  return plan.steps.filter(
    (step): step is PlanStep & { readonly start: HalfTermId } =>
      step.place === 'timetable' && step.start !== null && step.state !== 'dropped',
  );
}
