import { halfTermName, parseHalfTermId, type HalfTermId } from '../calendar/half-term.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';
import { addDays, daysBetween, type IsoDate } from '../date.ts';
import { plannedSteps, type PhaseId, type Plan } from '../plan/plan.ts';

/*
 * When a plan asks its owner to look back, and what it asks. Two, six and twelve weeks after the plan began to be used,
 * and at each half term's end, four questions that take two minutes. Each can be skipped, and a skip is an answer. Only
 * one is ever waiting: when the next falls due, the one before has passed, and nobody is told that they missed it.
 */

/** How long it takes, and when it is asked, as pages say it. */
export const TAKES = 'two minutes';
export const ASKED_WORDS = {
  begins: 'It begins two weeks after your first step does.',
  days: 'Two, six and twelve weeks after your first step begins, and on the last day of each half term. One that falls within ten days of another is not asked by itself. Move a step and these days move with it.',
} as const;

export const WEEKS = [2, 6, 12] as const;
type WeeksId = `${(typeof WEEKS)[number]}-weeks`;

/** `6-weeks`, or the half term at whose end it is asked. */
export type PromptKey = WeeksId | HalfTermId;

export const REFLECTION_QUESTIONS = ['tried', 'changed', 'know', 'next'] as const;
export type ReflectionQuestion = (typeof REFLECTION_QUESTIONS)[number];

export const QUESTION_WORDS: Readonly<Record<ReflectionQuestion, string>> = {
  tried: 'What did you try?',
  changed: 'What changed?',
  know: 'How do you know?',
  next: 'What next?',
};

/** The EEF's phases in which one looks back: while something is put to use, and once it should keep going. */
export type ReflectionPhase = Extract<PhaseId, 'deliver' | 'sustain'>;

export const QUESTION_HINTS: Readonly<Record<ReflectionPhase, Readonly<Record<ReflectionQuestion, string>>>> = {
  deliver: {
    tried: 'One small thing you did differently. “Nothing yet” is an honest answer.',
    changed: 'For pupils, or for how you teach. Say so where you cannot tell yet.',
    know: 'What you saw, heard or counted. No pupil’s name.',
    next: 'Keep it, change one thing, or stop.',
  },
  sustain: {
    tried: 'What you still do, and what has fallen away.',
    changed: 'What is different now from before your plan began.',
    know: 'What you saw, heard or counted. No pupil’s name.',
    next: 'What keeps it going, who else takes it on, or when to stop.',
  },
};

/** How long one answer may be: these are two minutes, and no essay. */
export const ANSWER_AT_MOST = 1500;

export type ReflectionAnswers = Readonly<Partial<Record<ReflectionQuestion, string>>>;

/** One time at which a plan asks its owner to look back. */
export interface ReflectionPrompt {
  readonly key: PromptKey;
  /** `Six weeks in`; `The end of Autumn 2 of 2026`. */
  readonly name: string;
  readonly dueOn: IsoDate;
  readonly phase: ReflectionPhase;
}

/**
 * The day a plan's use begins: the first day of the half term in which its first step starts, steps that were dropped
 * aside; with nothing in the timetable, the day the last NPQ was completed. A plan that is made later than that is used
 * from the day it is made. `undefined` where there is neither: a plan that nobody has begun asks nothing.
 */
export function startOfUse(plan: Plan, halfTerms: readonly HalfTerm[], madeOn: IsoDate): IsoDate | undefined {
  const starts = plannedSteps(plan).map(({ start }) => start);
  const first = halfTerms.find(({ id }) => starts.includes(id));
  const completed = (plan.profile.npqs ?? [])
    .flatMap((npq) => npq.completed ?? [])
    .toSorted()
    .at(-1);
  // A step can start before the timetable's first half term, whose days are not among those given.
  const began = starts.length > 0 ? (first?.from ?? madeOn) : completed;
  if (began === undefined) return undefined;
  return began < madeOn ? madeOn : began;
}

/** A half term's end so near to one of the weeks is not asked about by itself: twice in ten days would be nagging. */
const NEAR_DAYS = 10;

/** Everything a plan asks over its half terms, the earliest first. */
export function reflectionPrompts(
  plan: Plan,
  halfTerms: readonly HalfTerm[],
  madeOn: IsoDate,
): readonly ReflectionPrompt[] {
  const start = startOfUse(plan, halfTerms, madeOn);
  if (start === undefined) return [];
  const sustainFrom = addDays(start, 7 * Math.max(...WEEKS));
  const phaseOn = (day: IsoDate): ReflectionPhase => (day > sustainFrom ? 'sustain' : 'deliver');
  const weeks = WEEKS.map((count) => ({ key: `${count}-weeks` as const, dueOn: addDays(start, 7 * count) }));
  const isNear = (day: IsoDate) => weeks.some(({ dueOn }) => Math.abs(daysBetween(dueOn, day)) <= NEAR_DAYS);
  const ends = halfTerms
    .filter(({ until }) => until > start && daysBetween(start, until) > NEAR_DAYS && !isNear(until))
    .map(({ id, until }) => ({ key: id, dueOn: until }));
  return [...weeks, ...ends]
    .map(({ key, dueOn }) => ({ key, dueOn, name: promptName(key), phase: phaseOn(dueOn) }))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

const WEEKS_WORDS: Readonly<Record<WeeksId, string>> = {
  '2-weeks': 'Two weeks in',
  '6-weeks': 'Six weeks in',
  '12-weeks': 'Twelve weeks in',
};

function isWeeks(text: string): text is WeeksId {
  return Object.hasOwn(WEEKS_WORDS, text);
}

/** `Six weeks in`, `The end of Autumn 2 of 2026`. */
export function promptName(key: PromptKey): string {
  return isWeeks(key) ? WEEKS_WORDS[key] : `The end of ${halfTermName(key)}`;
}

/** Takes any text; gives the prompt it names, whether or not some plan asks it. */
export function parsePromptKey(text: string): PromptKey | undefined {
  return isWeeks(text) ? text : parseHalfTermId(text);
}

/** How a plan's prompts stand on a day. */
export interface PromptsDue {
  /** The one that waits, if any: the newest that has fallen due, while nobody has answered or skipped it. */
  readonly due: ReflectionPrompt | undefined;
  /** The next to fall due, one that was answered early aside. */
  readonly next: ReflectionPrompt | undefined;
  /** Those that fell due and were neither answered nor skipped before the next one did. */
  readonly passed: readonly ReflectionPrompt[];
}

/** What waits, comes next and has passed, by what was answered or skipped. */
export function promptsDue(
  prompts: readonly ReflectionPrompt[],
  answered: ReadonlySet<PromptKey>,
  today: IsoDate,
): PromptsDue {
  const fallen = prompts.filter(({ dueOn }) => dueOn <= today);
  const newest = fallen.at(-1);
  const due = newest && !answered.has(newest.key) ? newest : undefined;
  return {
    due,
    next: prompts.find(({ key, dueOn }) => dueOn > today && !answered.has(key)),
    passed: fallen.filter((prompt) => prompt !== due && !answered.has(prompt.key)),
  };
}

/** Whether anything was written at all. */
export function isAnswered(answers: ReflectionAnswers): boolean {
  return REFLECTION_QUESTIONS.some((question) => (answers[question] ?? '') !== '');
}
