import type { IsoDate } from '../date.ts';
import { judgeIntakes } from '../catalogue/intakes.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import type { Profile } from './profile.ts';
import { chancesOf, effectOf, type Chances } from './question-chances.ts';
import { QUESTIONS } from './questions.ts';
import { QUESTION_IDS, REQUIREMENT_KINDS, type QuestionId, type Requirement } from '../catalogue/requirement.ts';
import { isTold, spares } from './told.ts';

/** Questions as bits of a number, so that "which are still owed" is one comparison. */
type Questions = number;

const BITS: Readonly<Record<QuestionId, Questions>> = Object.fromEntries(
  QUESTION_IDS.map((id, place) => [id, 1 << place]),
) as Record<QuestionId, Questions>;

interface Hanging {
  readonly question: Questions;
  readonly requirement: Requirement;
}

interface Standing {
  readonly hanging: readonly Hanging[];
  /** A shut window already makes it `not-yet`, whatever is answered. */
  readonly shut: boolean;
  readonly owes: Questions;
  /** Questions whose answer can make it `no`. */
  readonly barring: Questions;
  readonly chances: readonly (Chances & { readonly question: QuestionId })[];
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
  const hanging: Hanging[] = [];
  let owes = 0;
  let barring = 0;
  for (const requirement of opportunity.requirements) {
    const { question, permanent } = REQUIREMENT_KINDS[requirement.kind];
    if (question === null) continue;
    hanging.push({ question: BITS[question], requirement });
    owes |= BITS[question];
    if (permanent) barring |= BITS[question];
  }
  const chances = QUESTIONS.filter(({ id }) => owes & sparing(id)).map((question) => {
    const told = hanging.filter((one) => one.question & sparing(question.id)).map((one) => one.requirement);
    return { question: question.id, ...chancesOf(question, told, day) };
  });
  return { hanging, owes, barring, chances, shut: judgeIntakes(opportunity, day)?.outcome === 'not-met' };
}

/** Where one opportunity stands while the questions are asked. */
interface Running {
  readonly standing: Standing;
  /** Not asked yet. */
  owed: Questions;
  /** Owed still, or asked and not answered. */
  left: Questions;
  notYet: boolean;
  no: boolean;
}

/**
 * Replays the questionnaire: the next question is always the one that settles most verdicts. What the profile tells is
 * answered, what stands in `skipped` is passed over, and the first question that is neither is the next one. Back,
 * next, "may I be here?" and "change" all read this one answer, so they cannot disagree.
 */
export function replay(journey: Journey, profile: Profile, skipped: ReadonlySet<QuestionId>): Progress {
  let unsettled = journey.standings.map(start).filter((one) => !isSettledNow(one));
  const of = unsettled.length;
  const asked: QuestionId[] = [];
  const settledAfter: number[] = [];
  for (;;) {
    const next = bestQuestion(unsettled, asked);
    if (next === undefined || (!isTold(next, profile) && !skipped.has(next))) {
      return { asked, next, settledAfter, settled: settledAfter.at(-1) ?? 0, of };
    }
    const spared = spares(next, profile).reduce((bits, id) => bits | BITS[id], 0);
    for (const one of unsettled) answer(one, BITS[next], spared, profile, journey.day);
    unsettled = unsettled.filter((one) => !isSettledNow(one));
    asked.push(next);
    settledAfter.push(of - unsettled.length);
  }
}

function start(standing: Standing): Running {
  return { standing, owed: standing.owes, left: standing.owes, notYet: standing.shut, no: false };
}

/** What was asked is owed no longer; what the profile tells of it, in whole or in part, is no longer left. */
function answer(one: Running, question: Questions, spared: Questions, profile: Profile, day: IsoDate): void {
  const put = (question | spared) & one.owed;
  if (put === 0) return;
  one.owed &= ~put;
  one.left &= ~put;
  for (const { question: bit, requirement } of one.standing.hanging) {
    if ((bit & put) === 0) continue;
    const effect = effectOf(requirement, profile, day);
    if (effect === 'untold') one.left |= bit;
    else if (effect === 'no') one.no = true;
    else if (effect === 'not-yet') one.notYet = true;
  }
}

function isSettledNow(one: Running): boolean {
  return one.no || (one.left & (one.notYet ? one.standing.barring : ~0)) === 0;
}

/** How much a step towards settling counts beside settling itself; found by trying, see docs/questions.md. */
const STEP_WEIGHT = 0.5;

function bestQuestion(unsettled: readonly Running[], asked: readonly QuestionId[]): QuestionId | undefined {
  const worths = worthsOf(unsettled);
  let best: QuestionId | undefined;
  let most = 0;
  for (const { id } of QUESTIONS) {
    const worth = asked.includes(id) ? 0 : (worths.get(id) ?? 0);
    if (worth > most + 1e-9) [best, most] = [id, worth];
  }
  return best;
}

function worthsOf(unsettled: readonly Running[]): ReadonlyMap<QuestionId, number> {
  const worths = new Map<QuestionId, number>();
  for (const one of unsettled) {
    for (const chances of one.standing.chances) {
      const worth = worthOf(one, chances);
      if (worth > 0) worths.set(chances.question, (worths.get(chances.question) ?? 0) + worth);
    }
  }
  return worths;
}

/** The chance that an answer settles this opportunity, and a share for bringing it nearer. */
function worthOf(one: Running, { question, clear, notYet, no }: Standing['chances'][number]): number {
  const put = sparing(question) & one.owed;
  // Once a verdict is `not-yet` only an answer that could bar it for good still matters.
  if ((put & (one.notYet ? one.standing.barring : ~0)) === 0) return 0;
  const left = one.left & ~put;
  const bars = (left & one.standing.barring) !== 0;
  const settlesNotYet = bars ? 0 : 1;
  const settlesClear = (one.notYet ? !bars : left === 0) ? 1 : 0;
  const settles = no + notYet * settlesNotYet + clear * settlesClear;
  return settles + (1 - settles) * (STEP_WEIGHT / (countOf(left) + 1));
}

/** The question itself and what it mostly spares. */
function sparing(id: QuestionId): Questions {
  return id === 'setting' ? BITS.setting | BITS.phase : BITS[id];
}

function countOf(questions: Questions): number {
  let count = 0;
  for (let rest = questions; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
