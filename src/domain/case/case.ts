import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { Fact } from '../catalogue/fact.ts';
import type { FundingAnswer } from '../funding/funding.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { opportunityOf } from '../plan/plan-check.ts';
import {
  plannedSteps,
  type HoursBasis,
  type Pin,
  type PinnedFact,
  type PinnedFigure,
  type PinnedIntake,
  type Plan,
  type PlanStep,
} from '../plan/plan.ts';
import type { Quantity } from '../quantity.ts';
import { holdsOn } from '../date.ts';
import { caseMoney, type CaseMoney } from './case-money.ts';

/** What a sponsor can be asked for, in the order it is asked. A closed list: it is what providers ask sponsors. */
export const ASKS = [
  'endorse',
  'pay-if-unfunded',
  'arrange-cover',
  'pay-travel',
  'release-time',
  'confirm-employment',
] as const;
export type Ask = (typeof ASKS)[number];

/** What keeps a case on one page and its answer on the same. */
export const CASE_LIMITS = { steps: 3, why: 500, back: 300 } as const;

/** What a teacher has chosen and written for the case they make. Money in pence. */
export interface CaseDraft {
  /** Ids of steps of the plan. */
  readonly steps: readonly string[];
  /** Why, for pupils. */
  readonly why: string;
  /** What comes back to the school. */
  readonly back: string;
  readonly asks: readonly Ask[];
  /** Days out of class in a year, of all the steps together; `null` where the teacher has not asked yet. */
  readonly days: number | null;
  readonly dayCost: number | null;
  readonly travel: number | null;
}

/** Usually the head; where the applicant is the head it is a governor. */
export type CaseReader = 'head' | 'governor';

export function readerOf({ profile }: Pick<Plan, 'profile'>): CaseReader {
  return profile.role === 'headteacher' ? 'governor' : 'head';
}

/** A statement a figure of the case rests on, with where it comes from while the catalogue holds that. */
export interface CaseFact extends PinnedFact {
  readonly fact: Fact | undefined;
}

export type CaseFigure =
  | { readonly kind: 'facts'; readonly facts: readonly CaseFact[] }
  | { readonly kind: 'estimate'; readonly estimate: Omit<Quantity, 'basis'> }
  /** Nobody has published it, or nothing is said of it at all. */
  | { readonly kind: 'unknown'; readonly because: string | undefined };

export interface CaseStep {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly start: HalfTermId;
  readonly hours: readonly number[];
  readonly hoursBasis: HoursBasis;
  readonly isNpq: boolean;
  readonly intake: PinnedIntake | null;
  readonly intakeFacts: readonly CaseFact[];
  /** Whether it begins only at dated chances. */
  readonly hasIntakes: boolean;
  readonly costToSchool: CaseFigure;
  readonly outOfClass: CaseFigure;
  readonly income: CaseFigure;
  /** Who pays, by DfE's rules: whom they would fund, never that a place is there. For an NPQ only. */
  readonly funding: FundingAnswer | undefined;
  /** The rules of the intake it is planned for are not known yet, and these are an earlier one’s. */
  readonly isGuide: boolean;
  /** What bears that rule out. */
  readonly fundingFacts: readonly Fact[];
}

/** The case a sponsor reads: the chosen steps with what they rest on, and what it comes to for the school. */
export interface SponsorCase {
  readonly reader: CaseReader;
  readonly steps: readonly CaseStep[];
  readonly why: string;
  readonly back: string;
  readonly asks: readonly Ask[];
  readonly money: CaseMoney;
}

export interface CaseContext {
  readonly on: DayCatalogue;
  /** Published costs of a day's cover that fit the school. */
  readonly supply: readonly Fact[];
  /** By the rules of the intake the step is planned for, or the newest there are. */
  readonly fundingOf: (step: PlanStep) => FundingAnswer | undefined;
}

/** Steps a case can be made for: those in the timetable that are still to come. */
export function stepsForCase(plan: Plan): readonly (PlanStep & { readonly start: HalfTermId })[] {
  return plannedSteps(plan).filter(({ state }) => state !== 'done');
}

/** Builds the case from the plan as it stands. Steps that are chosen and no longer to come are left out. */
export function caseOf(plan: Plan, draft: CaseDraft, context: CaseContext): SponsorCase {
  const facts = new Map(context.on.catalogue.facts.map((fact) => [fact.id, fact]));
  const steps = stepsForCase(plan)
    .filter(({ id }) => draft.steps.includes(id))
    .slice(0, CASE_LIMITS.steps)
    .map((step) => caseStep(step, facts, context));
  return {
    reader: readerOf(plan),
    steps,
    why: draft.why,
    back: draft.back,
    asks: ASKS.filter((ask) => draft.asks.includes(ask)),
    money: caseMoney(steps, draft, context.supply),
  };
}

type FactsById = ReadonlyMap<string, Fact>;

function caseStep(
  step: PlanStep & { readonly start: HalfTermId },
  facts: FactsById,
  { on, fundingOf }: CaseContext,
): CaseStep {
  const opportunity = opportunityOf(step, on);
  return {
    id: step.id,
    name: step.name,
    about: step.pin?.summary ?? '',
    start: step.start,
    hours: step.hours,
    hoursBasis: step.hoursBasis,
    isNpq: opportunity?.npq !== undefined,
    hasIntakes: opportunity?.when.kind === 'intakes',
    ...figuresOf(step.pin, facts),
    ...fundedBy(fundingOf(step), step.pin, on),
  };
}

function figuresOf(pin: Pin | null, facts: FactsById) {
  const intake = pin?.intake ?? null;
  return {
    intake,
    intakeFacts: (intake?.facts ?? []).map((one) => caseFact(one, facts)),
    costToSchool: figureOf(pin?.figures.costToSchool, facts),
    outOfClass: figureOf(pin?.figures.outOfClass, facts),
    income: figureOf(pin?.figures.income, facts),
  };
}

function fundedBy(funding: FundingAnswer | undefined, pin: Pin | null, on: DayCatalogue) {
  if (!funding) return { funding, isGuide: false, fundingFacts: [] };
  return {
    funding,
    isGuide: pin?.intake?.id.split('/')[1] !== funding.cohort,
    fundingFacts: factsBehind(funding, on),
  };
}

function figureOf(figure: PinnedFigure | undefined, facts: FactsById): CaseFigure {
  if (figure === undefined) return { kind: 'unknown', because: undefined };
  if ('unknown' in figure) return { kind: 'unknown', because: figure.unknown };
  if ('estimate' in figure) return { kind: 'estimate', estimate: figure.estimate };
  if (figure.facts.length === 0) return { kind: 'unknown', because: undefined };
  return { kind: 'facts', facts: figure.facts.map((one) => caseFact(one, facts)) };
}

function caseFact(pinned: PinnedFact, facts: FactsById): CaseFact {
  return { ...pinned, fact: facts.get(pinned.id) };
}

function factsBehind({ fact: { topic, day } }: FundingAnswer, { catalogue }: DayCatalogue): readonly Fact[] {
  return catalogue.facts.filter((fact) => fact.topic === topic && holdsOn(fact, day));
}

/** What a case begins with: the step that waits for a sponsor, else the first there is, and what providers ask for it. */
export function firstDraft(
  plan: Plan,
  {
    isSponsored,
    isNpq,
  }: {
    readonly isSponsored: (step: PlanStep) => boolean;
    readonly isNpq: (step: PlanStep) => boolean;
  },
): CaseDraft {
  const steps = stepsForCase(plan);
  const chosen = steps.find(isSponsored) ?? steps[0];
  const asks: readonly Ask[] = chosen && isNpq(chosen) ? NPQ_ASKS : ['endorse'];
  return {
    steps: chosen ? [chosen.id] : [],
    why: '',
    back: '',
    asks,
    days: null,
    dayCost: null,
    travel: null,
  };
}

const NPQ_ASKS: readonly Ask[] = ['endorse', 'pay-if-unfunded', 'arrange-cover', 'pay-travel', 'confirm-employment'];

/** What of a case is still missing before it can be sent, in the order of its page. */
export type CaseGap = 'no-steps' | 'no-why' | 'no-asks';

export function gapsIn({ steps, why, asks }: Pick<SponsorCase, 'steps' | 'why' | 'asks'>): readonly CaseGap[] {
  return [
    ...(steps.length === 0 ? (['no-steps'] as const) : []),
    ...(why.trim() === '' ? (['no-why'] as const) : []),
    ...(asks.length === 0 ? (['no-asks'] as const) : []),
  ];
}
