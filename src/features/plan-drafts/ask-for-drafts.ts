import { draftQuestion, DRAFT_KINDS, GOAL, type DraftKind, type DraftQuestion } from '../../domain/plan/plan-draft.ts';
import type { DraftWish } from '../../domain/plan/draft-options.ts';
import { halfTermAtOrdinal, ordinalOf, type HalfTermId } from '../../domain/calendar/half-term.ts';
import { weeklyHours } from '../../domain/plan/plan-hours.ts';
import { halfTermsOf } from '../../domain/plan/plan-start.ts';
import { LIMITS } from '../../domain/plan/plan.ts';
import { leadingTo } from '../../domain/pathway/pathway-reduce.ts';
import type { PathwayAnswer } from '../../domain/pathway/pathway.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { Busy } from '../../http/problems.ts';
import { PlannerBusy, type Planner, type PlannerAsked } from '../../planning/planner.ts';

/** A page never waits longer: what is not proved by then is shown as far as it is. */
const PAGE_WAITS_MS = 3000;

/** One draft as far as it is known. */
export interface Draft {
  readonly kind: DraftKind;
  readonly question: DraftQuestion;
  /** Absent while nothing was found yet. */
  readonly best: Pick<PathwayAnswer, 'chosen' | 'value' | 'cost'> | undefined;
  /** Proved to be the best there is; else how far from it it can be at most, from 0 to 1, where that is known. */
  readonly isProved: boolean;
  readonly gap: number | undefined;
  /** Not proved, and not worked on any more: it took longer than a draft may, or broke the solver. */
  readonly isOver: boolean;
  readonly halfTerms: PlanVisit['halfTerms'];
}

/** What is known of reaching a goal. */
export type GoalReach =
  | { readonly kind: 'reached'; readonly by: HalfTermId; readonly sooner: Sooner | undefined }
  | { readonly kind: 'blocked'; readonly by: readonly ('capacity' | 'budget')[]; readonly moved: Moved | undefined }
  | { readonly kind: 'working' }
  /** It took longer than it may, or broke the solver. */
  | { readonly kind: 'not-found' };

/** What an hour a week more would bring. */
export interface Sooner {
  readonly hours: number;
  readonly by: HalfTermId;
}

/** What would open the way: so many hours a week, or so much money in all. */
export interface Moved {
  readonly hours?: number;
  readonly pounds?: number;
  readonly by: HalfTermId;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly goal: GoalReach | undefined;
}

/** Asks for the three drafts and, with a goal, for the way there; answers after three seconds with what there is. */
export async function askForDrafts(planner: Planner, here: PlanVisit, wish: DraftWish): Promise<Drafts> {
  const asking = new Asking(planner, here, wish);
  const work = Promise.allSettled([asking.goal(), ...DRAFT_KINDS.map((kind) => asking.draft(kind))]);
  const settled = await within(PAGE_WAITS_MS, work);
  // That too many wait is said, so that it is asked again; what took too long or broke the solver is shown as it is.
  if (settled?.some(({ status, reason }: Settled) => status === 'rejected' && reason instanceof PlannerBusy))
    throw new Busy();
  return asking.sofar();
}

interface Settled {
  readonly status: 'fulfilled' | 'rejected';
  readonly reason?: unknown;
}

/** What the work comes to, or `undefined` where it takes longer; it then goes on, for whoever asks again. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Everything unlimited: more hours than a week has, more money than anybody plans with. */
const ALL_MONEY = 1_000_000;
/** Shares of one's hours that the lightest draft tries in turn. */
const SHARES = [0.25, 0.5, 0.75, 1] as const;
const HALF = 0.5;
/** Hours a week more that are tried in turn where hours stand in the way. */
const MORE_HOURS = [0.5, 1, 1.5, 2, 3, 4, 6, 8] as const;

interface AskedDraft {
  readonly question: DraftQuestion;
  readonly asked: PlannerAsked;
  readonly answer?: PathwayAnswer;
  readonly isOver?: boolean;
}

/** One page's questions to the planner; it owns nothing and is done when the page is. */
class Asking {
  readonly #planner: Planner;
  readonly #here: PlanVisit;
  readonly #wish: DraftWish;
  readonly #drafts = new Map<DraftKind, AskedDraft>();
  #goal: GoalReach = { kind: 'working' };
  #goalEnd: Promise<number | undefined> | undefined;

  constructor(planner: Planner, here: PlanVisit, wish: DraftWish) {
    this.#planner = planner;
    this.#here = here;
    this.#wish = wish;
  }

  sofar(): Drafts {
    const drafts = [...this.#drafts].map(([kind, { question, asked, answer, isOver = false }]) => {
      const progress = asked.best();
      const best = answer ?? progress;
      return {
        kind,
        question,
        best: best && { chosen: best.chosen, value: best.value, cost: best.cost },
        isProved: answer !== undefined,
        gap: answer ? 0 : progress?.gap,
        isOver,
        halfTerms: this.#halfTerms(question.instance.halfTerms),
      };
    });
    return { drafts, goal: this.#wish.goal && this.#goal };
  }

  #halfTerms(count: number): PlanVisit['halfTerms'] {
    const { plan, visit } = this.#here;
    return halfTermsOf({ ...plan, halfTerms: count }, visit.on).slice(0, count);
  }

  #question(share: number, budget: number, count: number): DraftQuestion {
    const { plan, visit } = this.#here;
    return draftQuestion(plan, this.#wish, { share, budget }, { halfTerms: this.#halfTerms(count), on: visit.on });
  }

  /** Pounds over the whole plan: what one could pay in a year, for each year it lasts. */
  #budget(count: number): number {
    return Math.floor(((this.#here.plan.profile.budget ?? 0) * count) / 6);
  }

  async draft(kind: DraftKind): Promise<void> {
    const count = this.#wish.goal ? await this.#untilGoal() : this.#here.plan.halfTerms;
    if (count === undefined) return;
    if (kind === 'lightest') await this.#lightest(count);
    else if (kind === 'cheapest') await this.#cheapest(count);
    else await this.#solve(kind, this.#question(1, this.#budget(count), count));
  }

  /** Half of the hours; with a goal, the smallest share of them that reaches it. */
  async #lightest(count: number): Promise<void> {
    if (!this.#wish.goal) {
      await this.#solve('lightest', this.#question(HALF, this.#budget(count), count));
      return;
    }
    for (const share of SHARES) {
      const answer = await this.#solve('lightest', this.#question(share, this.#budget(count), count));
      if (answer.feasible) return;
    }
  }

  /** With nothing to pay; where the goal costs something whatever one does, what it costs at least. */
  async #cheapest(count: number): Promise<void> {
    const answer = await this.#solve('cheapest', this.#question(1, 0, count));
    if (this.#wish.goal && !answer.feasible)
      await this.#solve('cheapest', onlyTheGoal(this.#question(1, this.#budget(count), count)));
  }

  async #solve(kind: DraftKind, question: DraftQuestion): Promise<PathwayAnswer> {
    const asked = this.#planner.ask(question.instance, this.#here.kept.id);
    this.#drafts.set(kind, { question, asked });
    const answer = await asked.done.catch((error: unknown) => {
      if (!(error instanceof PlannerBusy)) this.#drafts.set(kind, { question, asked, isOver: true });
      throw error;
    });
    this.#drafts.set(kind, { question, asked, answer });
    return answer;
  }

  /** How many half terms the soonest way to the goal takes; `undefined` where there is none. */
  #untilGoal(): Promise<number | undefined> {
    this.#goalEnd ??= this.#reach(1, this.#budget(LIMITS.halfTerms.most)).then(({ goalEnd }) => goalEnd ?? undefined);
    return this.#goalEnd;
  }

  #reach(share: number, budget: number): Promise<PathwayAnswer> {
    const question = onlyTheGoal(this.#question(share, budget, LIMITS.halfTerms.most));
    return this.#planner.ask(question.instance, this.#here.kept.id).done;
  }

  async goal(): Promise<void> {
    if (!this.#wish.goal) return;
    await this.#reachGoal().catch((error: unknown) => {
      // What is known already of the way there stays; only what is not known yet will not come.
      if (!(error instanceof PlannerBusy) && this.#goal.kind === 'working') this.#goal = { kind: 'not-found' };
      throw error;
    });
  }

  async #reachGoal(): Promise<void> {
    const budget = this.#budget(LIMITS.halfTerms.most);
    const answer = await this.#reach(1, budget);
    if (answer.goalEnd !== null && answer.feasible) {
      this.#goal = { kind: 'reached', by: this.#at(answer.goalEnd), sooner: undefined };
      this.#goal = { ...this.#goal, sooner: await this.#sooner(answer.goalEnd, budget) };
      return;
    }
    const by = answer.unblockedBy ?? [];
    this.#goal = { kind: 'blocked', by, moved: undefined };
    this.#goal = { ...this.#goal, moved: await this.#whatMoves(by, budget) };
  }

  /** The half term in which the goal itself stands: the last one before its end. */
  #at(goalEnd: number): HalfTermId {
    return halfTermAtOrdinal(ordinalOf(this.#here.plan.first) + goalEnd - 1);
  }

  async #sooner(goalEnd: number, budget: number): Promise<Sooner | undefined> {
    const { hours } = weeklyHours(this.#here.plan.profile);
    const more = hours + 1;
    const answer = await this.#reach(more / hours, budget);
    const isSooner = answer.goalEnd !== null && answer.goalEnd < goalEnd;
    return isSooner && answer.goalEnd !== null ? { hours: more, by: this.#at(answer.goalEnd) } : undefined;
  }

  async #whatMoves(by: readonly string[], budget: number): Promise<Moved | undefined> {
    if (by.includes('capacity')) {
      const { hours } = weeklyHours(this.#here.plan.profile);
      for (const more of MORE_HOURS) {
        const { goalEnd } = await this.#reach((hours + more) / hours, budget);
        if (goalEnd !== null) return { hours: hours + more, by: this.#at(goalEnd) };
      }
    }
    if (!by.includes('budget')) return undefined;
    const { goalEnd, cost } = await this.#reach(1, ALL_MONEY);
    return goalEnd === null ? undefined : { pounds: cost ?? 0, by: this.#at(goalEnd) };
  }
}

/** The same question with nothing worth anything but the goal: its answer is the bare way there, and the cheapest of the soonest. */
function onlyTheGoal(question: DraftQuestion): DraftQuestion {
  const { instance } = question;
  const needed = new Set(leadingTo(GOAL, instance.steps).map(({ id }) => id));
  const steps = instance.steps.filter(({ id }) => needed.has(id)).map((step) => ({ ...step, value: 0 }));
  return { ...question, instance: { ...instance, steps } };
}
