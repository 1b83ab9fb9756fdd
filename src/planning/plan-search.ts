import { brokenCovers, limitsOf } from './covers.ts';
import { firstPlan, type PlacedSet } from './first-plan.ts';
import { addFixingRow, fix, isFixed, openFixings, propagate, undoTo, type Fixings } from './fixings.ts';
import type { Bounds, Relaxed } from './relaxation.ts';
import { presenceOf, type SearchSpace } from './search-space.ts';
import type { SparseRow } from './sparse-row.ts';
import { helpersOf, isAllowed, isProvedImpossible, placeSet, rowAgainst, shrink } from './step-sets.ts';
import { expected, isTried, openTrials, promise, record, SIDES, type Side, type Trials } from './trials.ts';

/** What is looked for. */
export interface Aim {
  /** What each variable is worth, in whole numbers: the sum over what is chosen is to be greatest. */
  readonly worth: Float64Array;
  /** Whether it matters when steps start, and the earlier the better. */
  readonly least?: boolean;
  /** Whether any plan will do. */
  readonly any?: boolean;
  /** Told of each better plan, and of what none can be worth more than. */
  readonly found?: (plan: PlacedSet, bound: number) => void;
}

interface Branch {
  readonly step: number;
  readonly first: Side;
  /** The way in which nothing better is left. */
  readonly dead?: Side;
}

/** Rounds of covers at the outset: most of what they bring comes with the first. */
const COVER_ROUNDS = 8;
/** Steps tried both ways before one is decided, where they never were. */
const MOST_TRIED = 4;
/** Solves for one node of the search: each settles what the bound leaves no choice in. */
const MOST_SOLVES = 20;
/** Tries to show that what is decided so far cannot be placed; where they run out the search goes on. */
const TRIES_FOR_MUSTS = 2000;
/** A fraction this near to a whole number is taken for it, where that only decides what to look at next. */
const NEAR = 1e-6;

/**
 * Looks for the best plan by deciding step after step whether it is chosen, never when it starts: of a set of steps that
 * is found out exactly, and fast, by placing them. HiGHS bounds what can still be gained with fractions allowed; where a
 * set looks best to it that cannot be placed, it is given a row that every plan keeps and that set does not.
 *
 * Exact whatever the solver answers: a branch is left only on a bound that is summed up again from the solver's prices,
 * on rows that every plan keeps, or where a set was tried in all its placements. Owns what bounds it: close it.
 */
export class PlanSearch {
  readonly #space: SearchSpace;
  readonly #fixings: Fixings;
  readonly #bounds: Bounds;
  readonly #isPossible: boolean;
  /** The columns open before anything was decided: what is shown of them holds everywhere. */
  readonly #open: Uint8Array;
  #aim: Aim = { worth: new Float64Array(0) };
  #best: PlacedSet | undefined;
  #worth = -Infinity;
  #bound = Infinity;
  #looked = new Set<string>();
  #trials: Trials;

  /** `musts` are chosen in any case; `bounds` begins with the rows of the space. */
  constructor(space: SearchSpace, musts: readonly number[], bounds: Bounds) {
    this.#space = space;
    this.#fixings = openFixings(space.width);
    for (const row of space.rows) addFixingRow(this.#fixings, row);
    const areOpen = musts.every((step) => fix(this.#fixings, presenceOf(space, step), 1));
    this.#isPossible = areOpen && propagate(this.#fixings);
    this.#open = this.#fixings.upper.slice();
    this.#bounds = bounds;
    this.#trials = openTrials(space.steps.length);
  }

  /** The best plan by an aim, `known` where none is better; `undefined` where there is none. */
  best(aim: Aim, known?: PlacedSet): PlacedSet | undefined {
    if (!this.#isPossible) return undefined;
    this.#aim = aim;
    this.#best = known;
    this.#worth = known ? this.#worthOf(known) : -Infinity;
    this.#looked = new Set();
    this.#trials = openTrials(this.#space.steps.length);
    const mark = this.#fixings.trail.length;
    this.#begin();
    this.#explore(0);
    undoTo(this.#fixings, mark);
    return this.#best;
  }

  /** A row that every plan from here on must keep. */
  add(row: SparseRow): void {
    addFixingRow(this.#fixings, row);
    this.#bounds.add(row);
  }

  close(): void {
    this.#bounds.close();
  }

  /** Covers, and where no plan is known some plan to measure all others by. */
  #begin(): void {
    this.#bounds.aim(this.#aim.worth);
    const limits = limitsOf(this.#space);
    let relaxed = this.#bounds.solve(this.#fixings);
    for (let round = 0; round < COVER_ROUNDS && relaxed.status === 'solved'; round += 1) {
      const rows = brokenCovers(limits, relaxed.values);
      if (rows.length === 0) break;
      for (const row of rows) this.add(row);
      relaxed = this.#bounds.solve(this.#fixings);
    }
    this.#bound = relaxed.bound;
    if (!this.#best) this.#guess(relaxed);
  }

  /** Two plans: steps taken by how far the fractions choose them, and by what an hour of them is worth. */
  #guess({ values }: Relaxed): void {
    const { steps, hours } = this.#space;
    const musts = this.#musts();
    const share = (step: number) => values[presenceOf(this.#space, step)] ?? 0;
    const worth = (step: number) => this.#aim.worth[presenceOf(this.#space, step)] ?? 0;
    const hourly = (step: number) => (worth(step) / Math.max(1, hours[step] ?? 1)) * (0.5 + share(step));
    for (const order of [
      (a: number, b: number) => share(b) - share(a) || worth(b) - worth(a),
      (a: number, b: number) => hourly(b) - hourly(a),
    ]) {
      const rest = [...steps.keys()].filter((step) => this.#isOpen(step) && !musts.includes(step)).toSorted(order);
      const plan = firstPlan(this.#space, this.#open, [...musts, ...rest]);
      if (musts.every((step) => plan.set.includes(step))) this.#offer(plan);
    }
  }

  #isOpen(step: number): boolean {
    return this.#fixings.upper[presenceOf(this.#space, step)] === 1;
  }

  #musts(): readonly number[] {
    const { lower } = this.#fixings;
    return [...this.#space.steps.keys()].filter((step) => lower[presenceOf(this.#space, step)] === 1);
  }

  #worthOf({ set, starts }: PlacedSet): number {
    const { columns, columnsOf } = this.#space;
    const { worth } = this.#aim;
    return set.reduce((sum, step, index) => {
      const column = (columnsOf[step] ?? []).find((one) => columns[one]?.start === starts[index]) ?? -1;
      return sum + (worth[column] ?? 0) + (worth[presenceOf(this.#space, step)] ?? 0);
    }, 0);
  }

  #offer(plan: PlacedSet): void {
    const worth = this.#worthOf(plan);
    if (worth <= this.#worth) return;
    this.#best = plan;
    this.#worth = worth;
    this.#aim.found?.(plan, Math.max(worth, this.#bound));
  }

  #isEnough(): boolean {
    return this.#aim.any === true && this.#best !== undefined;
  }

  /** Looks at all plans with what is settled; the best is then in `#best`. `placed` of the musts are known to fit. */
  #explore(placed: number): void {
    const relaxed = this.#settle(placed);
    if (!relaxed || this.#isEnough()) return;
    const branch = this.#branch(relaxed);
    if (!branch) return;
    if (branch.dead !== undefined) {
      if (this.#decide(branch.step, branch.first)) this.#explore(placed);
      return;
    }
    const mark = this.#fixings.trail.length;
    const musts = this.#musts().length;
    for (const side of [branch.first, branch.first === 1 ? 0 : 1] as const) {
      if (this.#decide(branch.step, side)) this.#explore(musts);
      undoTo(this.#fixings, mark);
      if (this.#isEnough()) return;
    }
  }

  #decide(step: number, side: Side): boolean {
    return fix(this.#fixings, presenceOf(this.#space, step), side) && propagate(this.#fixings);
  }

  /** Settles all that follows; `undefined` where nothing better can come of it. */
  #settle(placed: number): Relaxed | undefined {
    for (let known = placed; ;) {
      const musts = this.#musts();
      if (musts.length > known && !this.#couldPlace(musts)) return undefined;
      known = musts.length;
      const relaxed = this.#relax();
      const set = relaxed && this.#setIn(relaxed);
      if (!relaxed || !set || !this.#look(set)) return relaxed;
      if (this.#isEnough() || !propagate(this.#fixings)) return undefined;
    }
  }

  #couldPlace(set: readonly number[]): boolean {
    const { upper: open } = this.#fixings;
    return !isProvedImpossible(this.#space, set, { open, absent: new Set(), tries: TRIES_FOR_MUSTS });
  }

  /** Solves, and settles what would cost more than can be gained; `undefined` where nothing can. */
  #relax(): Relaxed | undefined {
    for (let solves = 1; ; solves += 1) {
      const relaxed = this.#bounds.solve(this.#fixings);
      if (this.#isBeaten(relaxed.bound)) return undefined;
      const from = this.#fixings.trail.length;
      this.#settleBy(relaxed);
      if (!propagate(this.#fixings)) return undefined;
      const { trail, lower } = this.#fixings;
      const isKept = trail
        .slice(from)
        .every((variable) => Math.abs((relaxed.values[variable] ?? 0) - (lower[variable] ?? 0)) < NEAR);
      if (isKept || relaxed.status !== 'solved' || solves === MOST_SOLVES) return relaxed;
    }
  }

  /** Worths are whole: what cannot be worth a whole one more is not better. */
  #isBeaten(bound: number): boolean {
    return bound === -Infinity || bound < this.#worth + 1;
  }

  #settleBy({ bound, reduced }: Relaxed): void {
    const gain = bound - this.#worth - 1;
    if (!Number.isFinite(gain)) return;
    for (let variable = 0; variable < reduced.length; variable += 1) {
      const loss = reduced[variable] as number;
      if (Math.abs(loss) > gain && !isFixed(this.#fixings, variable)) fix(this.#fixings, variable, loss < 0 ? 0 : 1);
    }
  }

  /** The set that the fractions come to, where they are none. */
  #setIn({ status, values }: Relaxed): readonly number[] | undefined {
    const presences = [...this.#space.steps.keys()].map((step) => presenceOf(this.#space, step));
    if (status !== 'solved') return presences.every((one) => isFixed(this.#fixings, one)) ? this.#musts() : undefined;
    const shares = presences.map((one) => values[one] ?? 0);
    if (shares.some((share) => share > NEAR && share < 1 - NEAR)) return undefined;
    const set = shares.flatMap((share, step) => (share > 0.5 ? [step] : []));
    return isAllowed(this.#space, set) ? set : undefined;
  }

  /** Places a set exactly: a plan, or a row against it. False where it was looked at before. */
  #look(set: readonly number[]): boolean {
    const key = set.join();
    if (this.#looked.has(key)) return false;
    this.#looked.add(key);
    const open = this.#open;
    const helpers = helpersOf(this.#space, set);
    const { starts, tried } = placeSet(this.#space, set, { open, absent: helpers, least: this.#aim.least ?? false });
    if (starts) {
      this.#offer({ set, starts });
      return true;
    }
    // That no helper helps either is worth as many tries as the set itself took, and no more.
    const isHopeless = isProvedImpossible(this.#space, set, { open, absent: new Set(), tries: tried });
    this.add(rowAgainst(this.#space, shrink(this.#space, { set, helpers: isHopeless ? [] : [...helpers] }, open)));
    return true;
  }

  /** The step to decide next. */
  #branch(relaxed: Relaxed): Branch | undefined {
    const { steps, hours } = this.#space;
    const undecided = [...steps.keys()].filter((step) => !isFixed(this.#fixings, presenceOf(this.#space, step)));
    const share = (step: number) => relaxed.values[presenceOf(this.#space, step)] ?? 0;
    const split = undecided.filter((step) => share(step) > NEAR && share(step) < 1 - NEAR);
    if (split.length === 0 || relaxed.status !== 'solved') {
      const step = undecided.find((one) => share(one) > 0.5) ?? undecided[0];
      return step === undefined ? undefined : { step, first: 0 };
    }
    const gap = relaxed.bound - this.#worth;
    const promiseOf = (step: number) =>
      promise(expected(this.#trials, step, share(step), hours[step] ?? 1), gap) * (10 + (hours[step] ?? 0));
    const likely = split.toSorted((a, b) => promiseOf(b) - promiseOf(a)).slice(0, MOST_TRIED);
    for (const step of likely.filter((one) => !isTried(this.#trials, one))) {
      const dead = SIDES.find((side) => this.#try(step, side, share(step), relaxed.bound));
      if (dead !== undefined) return { step, first: dead === 1 ? 0 : 1, dead };
    }
    const step = likely.toSorted((a, b) => promiseOf(b) - promiseOf(a))[0] as number;
    return { step, first: share(step) >= 0.5 ? 1 : 0 };
  }

  /** Sees what deciding a step costs; true where nothing better is left that way. */
  #try(step: number, side: Side, share: number, bound: number): boolean {
    const mark = this.#fixings.trail.length;
    const left = this.#decide(step, side) ? this.#bounds.solve(this.#fixings).bound : -Infinity;
    undoTo(this.#fixings, mark);
    if (this.#isBeaten(left)) return true;
    record(this.#trials, step, side, share, bound - left);
    return false;
  }
}
