import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { FundingAnswer } from '../domain/funding/funding.ts';
import { addHalfTerms, halfTermAtOrdinal, halfTermName, ordinalOf } from '../domain/calendar/half-term.ts';
import type { Check, Weight } from '../domain/plan/plan-check.ts';
import { hoursAgainstCapacity, weeklyHours, type HoursIn } from '../domain/plan/plan-hours.ts';
import { PHASE_WORDS, promptsOf } from '../domain/plan/plan-prompts.ts';
import { PHASE_IDS, plannedSteps, type Plan, type PlanGoal, type PlanStep } from '../domain/plan/plan.ts';
import type { HalfTerm } from '../domain/calendar/term-calendar.ts';
import { saidTogether } from '../domain/plan/plan-checks-together.ts';
import { layOutTimetable } from '../domain/plan/timetable.ts';
import { formatCount, formatDay, formatInstant, formatList } from '../ui/format.ts';
import { spanWords } from '../ui/step-words.ts';
import { someOf } from './cut.ts';
import { planSources, type PlanSource, type PlanSources } from './plan-sources.ts';
import { costIn, paragraphs, stepSheet, type StepSheet } from './plan-step-sheet.ts';
import { timetablePictures, type DocumentPicture } from './timetable-svg.ts';

/** A plan as documents are made from it: as it was saved, checked against the catalogue of the day. */
export interface PlanPaper {
  readonly plan: Plan;
  readonly version: number;
  /** When that version was saved, in UTC. */
  readonly savedAt: string;
  readonly halfTerms: readonly HalfTerm[];
  readonly checks: readonly Check[];
  readonly on: DayCatalogue;
  /** Who would pay for a step that is an NPQ, by the newest rules; undefined for any other. */
  readonly pays: (step: PlanStep) => FundingAnswer | undefined;
}

export interface HalfTermSheet {
  readonly name: string;
  readonly days: string;
  /** What began earlier and still runs. */
  readonly goesOn: string;
  readonly steps: readonly StepSheet[];
}

export interface HoursSheet {
  readonly name: string;
  readonly days: string;
  readonly planned: number;
  readonly capacity: number;
  readonly isOver: boolean;
}

/** A whole plan in plain words, section by section, for whatever document sets it. */
export interface PlanSheet {
  readonly title: string;
  /** What it is for, in a line. */
  readonly purpose: string;
  readonly glance: readonly (readonly [label: string, words: string])[];
  /** All goals, where there are more than the one that stands as what it is for. */
  readonly goals: readonly string[];
  readonly halfTerms: readonly HalfTermSheet[];
  readonly hours: readonly HoursSheet[];
  readonly hoursNote: string;
  readonly checks: readonly { readonly weight: string; readonly because: string; readonly fix: string }[];
  /** How many more there are to look at than stand here. */
  readonly moreChecks: number;
  readonly phases: readonly PhaseSheet[];
  readonly someDay: readonly StepSheet[];
  readonly alreadyHave: readonly StepSheet[];
  readonly dropped: readonly string[];
  readonly sources: readonly PlanSource[];
  /** `Made on 23 November 2026 from version 7, saved 22 November 2026 at 16:05`. */
  readonly made: string;
}

export interface PhaseSheet {
  readonly name: string;
  readonly about: string;
  readonly answers: readonly { readonly ask: string; readonly said: readonly string[] }[];
}

/** Nobody mends more than these from paper. */
const AT_MOST = { goesOn: 8, checks: 60 } as const;

export function planSheet(paper: PlanPaper): PlanSheet {
  const { plan, on } = paper;
  const checks = saidTogether(paper.checks, plan);
  const sources = planSources(on.catalogue.facts);
  const sheetOf = (step: PlanStep) => stepSheet(step, paper, sources);
  const beside = (place: PlanStep['place']) =>
    plan.steps.filter((step) => step.place === place && step.state !== 'dropped').map(sheetOf);
  return {
    title: plan.title,
    purpose: purposeOf(plan),
    glance: glanceOf(paper),
    goals: plan.goals.length > 1 ? plan.goals.map(goalWords) : [],
    halfTerms: halfTermSheets(paper, sources),
    hours: hoursSheets(paper),
    hoursNote: hoursNote(paper),
    checks: checks
      .slice(0, AT_MOST.checks)
      .map(({ weight, because, fix }) => ({ weight: WEIGHT_WORDS[weight], because, fix: fix.words })),
    moreChecks: Math.max(0, checks.length - AT_MOST.checks),
    phases: phaseSheets(plan),
    someDay: beside('some-day'),
    alreadyHave: beside('already-have'),
    dropped: plan.steps.filter(({ state }) => state === 'dropped').map(({ name }) => name),
    sources: sources.list(),
    made: madeWords(paper),
  };
}

const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  clash: 'Cannot happen as planned',
  ask: 'Waits for somebody',
  note: 'Good to know',
};

/** What the plan is for in a line: its first goal, and how many more there are. */
function purposeOf({ goals }: Plan): string {
  const [first, ...others] = goals;
  if (!first) return NO_GOAL;
  return others.length === 0 ? goalWords(first) : `${goalWords(first)} And ${formatCount(others.length, 'more goal')}.`;
}

export const NO_GOAL = 'No goal is written down yet.';

/** A goal as a sentence, with the half term it is for. */
export function goalWords({ text, by }: PlanGoal): string {
  const bare = text.trim().replace(/[.;,:]$/, '');
  const end = /[?!…]$/.test(bare) ? '' : '.';
  return by ? `${bare}, by ${halfTermName(by)}.` : `${bare}${end}`;
}

/** The timetable as pictures; none where it would be empty. A picture shows letters of one part only. */
export function picturesOf({ plan, halfTerms, on, checks }: PlanPaper): readonly DocumentPicture[] {
  const steps = plan.steps.map((step) => ({ ...step, name: step.name.normalize() }));
  const isEmpty = plannedSteps(plan).length === 0;
  return isEmpty ? [] : timetablePictures(layOutTimetable({ ...plan, steps }, halfTerms, on.day, checks));
}

/** Made when, and from which version. */
export function madeWords({ on, version, savedAt }: Pick<PlanPaper, 'on' | 'version' | 'savedAt'>): string {
  return `Made on ${formatDay(on.day)} from version ${version}, saved ${formatInstant(savedAt)}`;
}

/** The four figures of the whole plan, in the order of a step's. */
export function glanceOf(paper: PlanPaper): PlanSheet['glance'] {
  const { plan, halfTerms } = paper;
  const steps = plannedSteps(plan);
  return [
    ['Your time', timeWords(steps, hoursAgainstCapacity(plan, halfTerms))],
    ['Cost to you', costInAll(steps)],
    ['School', schoolWords(stepsFor('head', paper).length, stepsFor('line-manager', paper).length)],
    ['When', spanOf(steps)],
  ];
}

const NEEDED = { head: 'needs-a-sponsor', 'line-manager': 'needs-a-line-manager' } as const;

/** Steps still open for which the head or the line manager has to act, or has to say yes. */
export function stepsFor(who: keyof typeof NEEDED, { plan, checks }: PlanPaper): readonly Timed[] {
  const asked = new Set(checks.filter(({ code }) => code === NEEDED[who]).flatMap(({ steps }) => steps));
  return plannedSteps(plan).filter(({ id, owner, state }) => state !== 'done' && (owner === who || asked.has(id)));
}

function schoolWords(head: number, lineManager: number): string {
  const told = [
    ...(head > 0 ? [`your head for ${formatCount(head, 'step')}`] : []),
    ...(lineManager > 0 ? [`your line manager for ${formatCount(lineManager, 'step')}`] : []),
  ];
  return told.length === 0 ? 'No step waits for your head or line manager' : `It needs ${formatList(told)}`;
}

/** From the first half term in which something runs to the last. */
export function spanOf(steps: readonly Timed[]): string {
  if (steps.length === 0) return 'Nothing is in the timetable yet';
  const from = Math.min(...steps.map(({ start }) => ordinalOf(start)));
  const until = Math.max(...steps.map(({ start, hours }) => ordinalOf(start) + hours.length));
  return spanWords(halfTermAtOrdinal(from), until - from);
}

type Timed = ReturnType<typeof plannedSteps>[number];

/** Whether a step runs in a half term. */
export function runsIn({ start, hours }: Timed, halfTerm: HalfTerm['id']): boolean {
  const [at, from] = [ordinalOf(halfTerm), ordinalOf(start)];
  return from <= at && at < from + hours.length;
}

function timeWords(steps: readonly Timed[], hours: readonly HoursIn[]): string {
  const total = hours.reduce((sum, { planned }) => sum + planned, 0);
  const unknown = steps.filter(({ hoursBasis }) => hoursBasis === 'not-known').length;
  const fullest = hours.toSorted((a, b) => b.planned - a.planned)[0];
  return [
    `${formatCount(total, 'hour')} in all`,
    ...(fullest && fullest.planned > 0
      ? [`most in ${halfTermName(fullest.halfTerm)}: ${fullest.planned} of ${fullest.capacity}`]
      : []),
    ...(unknown > 0 ? [`${formatCount(unknown, 'step')} whose hours nobody has published`] : []),
  ].join('; ');
}

function costInAll(steps: readonly Timed[]): string {
  const total = steps.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const unknown = steps.filter(({ cost }) => cost === null).length;
  return [
    costIn({ cost: total }),
    ...(unknown > 0 ? [`${formatCount(unknown, 'step')} whose cost is not known`] : []),
  ].join('; ');
}

/** The half terms in which something begins, those before the timetable's first among them. */
function halfTermSheets(paper: PlanPaper, sources: PlanSources): readonly HalfTermSheet[] {
  const { plan, halfTerms } = paper;
  const steps = plannedSteps(plan);
  const starts = [...new Set(steps.map(({ start }) => start))].toSorted((a, b) => ordinalOf(a) - ordinalOf(b));
  return starts.map((id) => {
    const halfTerm = halfTerms.find((one) => one.id === id);
    return {
      name: halfTermName(id),
      days: halfTerm ? `${daysOf(halfTerm)}${halfTerm.basis === 'estimate' ? ' (estimated)' : ''}` : '',
      goesOn: someOf(
        steps.filter((step) => step.start !== id && runsIn(step, id)).map(({ name }) => name),
        AT_MOST.goesOn,
      ),
      steps: steps.filter(({ start }) => start === id).map((step) => stepSheet(step, paper, sources)),
    };
  });
}

/** `2 November to 18 December 2026`; a half term lies in one year. */
function daysOf({ from, until }: HalfTerm): string {
  return `${formatDay(from).replace(/ \d{4}$/, '')} to ${formatDay(until)}`;
}

/** The timetable's half terms, and those after it in which something still runs. */
function hoursSheets({ plan, halfTerms }: PlanPaper): readonly HoursSheet[] {
  return hoursAgainstCapacity(plan, halfTerms).map(({ planned, capacity, isOver }, index) => {
    const halfTerm = halfTerms[index];
    return {
      name: halfTermName(addHalfTerms(plan.first, index)),
      days: halfTerm ? daysOf(halfTerm) : '',
      planned,
      capacity,
      isOver,
    };
  });
}

function hoursNote({ plan, halfTerms }: PlanPaper): string {
  const { hours, basis } = weeklyHours(plan.profile);
  const whose = basis === 'yours' ? 'as you said' : 'our estimate';
  const dates = [...new Set(halfTerms.map(({ because }) => because))];
  return `Reckoned with ${formatCount(hours, 'hour')} a week (${whose}) for each teaching week. ${dates.join(' ')}`;
}

function phaseSheets({ answers }: Plan): readonly PhaseSheet[] {
  return PHASE_IDS.flatMap((phase) => {
    const said = promptsOf(phase).flatMap(({ id, ask }) => {
      const lines = paragraphs(answers[id] ?? '');
      return lines.length === 0 ? [] : [{ ask, said: lines }];
    });
    return said.length === 0 ? [] : [{ ...PHASE_WORDS[phase], answers: said }];
  });
}
