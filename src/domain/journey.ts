import type { IsoDate } from './date.ts';
import type { Outcome } from './finding.ts';
import { judgeIntakes } from './intakes.ts';
import type { Opportunity } from './opportunity.ts';
import type { Profile } from './profile.ts';
import { isTold, QUESTIONS, tellsNone, type Question } from './questions.ts';
import { REQUIREMENT_KINDS, type QuestionId, type Requirement } from './requirement.ts';
import { judge } from './rules.ts';

/** What one question's answer does to one opportunity: nothing in the way, something for now, or for good. */
type Effect = 'clear' | 'not-yet' | 'no';

/** How likely each effect is, over the workforce: only the order of the questions hangs on it. */
interface Chances {
  readonly clear: number;
  readonly notYet: number;
  readonly no: number;
}

interface Standing {
  readonly requirements: readonly Requirement[];
  /** A shut window already makes it `not-yet`, whatever is answered. */
  readonly shut: boolean;
  readonly chances: ReadonlyMap<QuestionId, Chances>;
  /** Questions whose answer can make it `no`. */
  readonly barring: ReadonlySet<QuestionId>;
}

/** What the questions can settle on one day: made once for a day's catalogue, then asked of many teachers. */
export interface Journey {
  readonly day: IsoDate;
  readonly standings: readonly Standing[];
}

/** The questions put so far, in order, the next one if any verdict is left to settle, and how many are settled. */
export interface Progress {
  readonly asked: readonly QuestionId[];
  readonly next: QuestionId | undefined;
  /** Verdicts settled among those that were open at the start, after each question asked. */
  readonly settledAfter: readonly number[];
  readonly settled: number;
  readonly of: number;
}

export function planJourney(opportunities: readonly Opportunity[], day: IsoDate): Journey {
  return { day, standings: opportunities.map((opportunity) => standingOf(opportunity, day)) };
}

function standingOf(opportunity: Opportunity, day: IsoDate): Standing {
  const chances = new Map<QuestionId, Chances>();
  const barring = new Set<QuestionId>();
  for (const question of QUESTIONS) {
    const hanging = opportunity.requirements.filter((requirement) => REQUIREMENT_KINDS[requirement.kind].question === question.id);
    if (hanging.length === 0) continue;
    chances.set(question.id, chancesOf(question, hanging, day));
    if (hanging.some((requirement) => REQUIREMENT_KINDS[requirement.kind].permanent)) barring.add(question.id);
  }
  return { requirements: opportunity.requirements, shut: judgeIntakes(opportunity, day)?.outcome === 'not-met', chances, barring };
}

function chancesOf(question: Question, hanging: readonly Requirement[], day: IsoDate): Chances {
  const effect = (told: Partial<Profile>) => effectOf(hanging, told, day);
  return question.many ? chancesOfMany(question, effect) : chancesOfOne(question, effect);
}

function chancesOfOne(question: Question, effect: (told: Partial<Profile>) => Effect): Chances {
  const total = question.options.reduce((sum, option) => sum + option.weight, 0);
  const share = (wanted: Effect) =>
    question.options.reduce((sum, option) => sum + (effect(option.tells) === wanted ? option.weight : 0), 0) / total;
  return { clear: share('clear'), notYet: share('not-yet'), no: share('no') };
}

/** Boxes are ticked independently: the answer differs from "none" as soon as one box that matters is ticked. */
function chancesOfMany(question: Question, effect: (told: Partial<Profile>) => Effect): Chances {
  const none = effect(tellsNone(question.id));
  const mattering = question.options.filter((option) => effect(option.tells) !== none);
  const [first] = mattering;
  const differs = 1 - mattering.reduce((product, option) => product * (1 - option.weight / 100), 1);
  const other = first ? effect(first.tells) : none;
  const share = (wanted: Effect) => (none === wanted ? 1 - differs : 0) + (other === wanted ? differs : 0);
  return { clear: share('clear'), notYet: share('not-yet'), no: share('no') };
}

function effectOf(requirements: readonly Requirement[], profile: Profile, day: IsoDate): Effect {
  let effect: Effect = 'clear';
  for (const requirement of requirements) {
    const finding = judge(requirement, profile, day);
    if (finding.outcome !== ('not-met' satisfies Outcome)) continue;
    if (finding.permanent) return 'no';
    effect = 'not-yet';
  }
  return effect;
}

/** Where one opportunity stands while the questions are asked. */
interface Running {
  readonly standing: Standing;
  readonly owed: Set<QuestionId>;
  readonly skipped: Set<QuestionId>;
  notYet: boolean;
  no: boolean;
}

/**
 * Replays the questionnaire: the next question is always the one that settles most verdicts. What the profile tells is
 * answered, what stands in `skipped` is passed over, and the first question that is neither is the next one. Back,
 * next, "may I be here?" and "change" all read this one answer, so they cannot disagree.
 */
export function replay(journey: Journey, profile: Profile, skipped: ReadonlySet<QuestionId>): Progress {
  const running = journey.standings.map(start);
  const open = running.filter((one) => !isSettledNow(one));
  const asked: QuestionId[] = [];
  const settledAfter: number[] = [];
  for (;;) {
    const next = bestQuestion(open, asked);
    const waiting = next !== undefined && !isTold(next, profile) && !skipped.has(next);
    if (next === undefined || waiting) {
      return { asked, next, settledAfter, settled: settledAfter.at(-1) ?? 0, of: open.length };
    }
    for (const one of open) answer(one, next, isTold(next, profile) ? profile : undefined, journey.day);
    asked.push(next);
    settledAfter.push(open.filter(isSettledNow).length);
  }
}

function start(standing: Standing): Running {
  return { standing, owed: new Set(standing.chances.keys()), skipped: new Set(), notYet: standing.shut, no: false };
}

function answer(one: Running, question: QuestionId, profile: Profile | undefined, day: IsoDate): void {
  if (!one.owed.delete(question)) return;
  if (!profile) {
    one.skipped.add(question);
    return;
  }
  const hanging = one.standing.requirements.filter((requirement) => REQUIREMENT_KINDS[requirement.kind].question === question);
  const effect = effectOf(hanging, profile, day);
  if (effect === 'no') one.no = true;
  if (effect === 'not-yet') one.notYet = true;
}

function isSettledNow(one: Running): boolean {
  if (one.no) return true;
  const left = [...one.owed, ...one.skipped];
  return one.notYet ? !left.some((question) => one.standing.barring.has(question)) : left.length === 0;
}

/** How much a step towards settling counts beside settling itself; found by trying, see docs/questions.md. */
const STEP_WEIGHT = 0.5;

function bestQuestion(open: readonly Running[], asked: readonly QuestionId[]): QuestionId | undefined {
  let best: QuestionId | undefined;
  let most = 0;
  const unsettled = open.filter((one) => !isSettledNow(one));
  for (const { id } of QUESTIONS) {
    if (asked.includes(id)) continue;
    let worth = 0;
    for (const one of unsettled) worth += worthOf(one, id);
    if (worth > most + 1e-9) [best, most] = [id, worth];
  }
  return best;
}

/** The chance that an answer settles this opportunity, and a share for bringing it nearer. */
function worthOf(one: Running, question: QuestionId): number {
  const chances = one.standing.chances.get(question);
  if (!chances || !one.owed.has(question)) return 0;
  // Once a verdict is `not-yet` only an answer that could bar it for good still matters.
  if (one.notYet && !one.standing.barring.has(question)) return 0;
  const left = [...one.owed, ...one.skipped].filter((other) => other !== question);
  const bars = left.some((other) => one.standing.barring.has(other));
  const settlesNotYet = bars ? 0 : 1;
  const settlesClear = one.notYet ? settlesNotYet : left.length === 0 ? 1 : 0;
  const settles = chances.no + chances.notYet * settlesNotYet + chances.clear * settlesClear;
  return settles + (1 - settles) * (STEP_WEIGHT / (left.length + 1));
}
