import { canHold, hoursBoard, type HoursBoard } from './pathway-hours.ts';
import { countOf, highest, lowest, upTo } from './start-bits.ts';

/*
 * Whether given steps can all be done, and when. Which steps are chosen is settled before: what is left is to find each
 * a start. The step with the fewest starts for its hours is placed next, and no start is tried that leaves another step
 * without one or leaves fewer usable hours than the rest still takes.
 */

/** A step to be placed. Its hours are whole numbers, in the same unit as the capacity. */
export interface PlacedStep {
  readonly load: readonly number[];
  /** Bit `t` is set where it may start in half term `t`. */
  readonly starts: number;
  readonly group: string | undefined;
  readonly needs: readonly PlacedNeed[];
}

/** One choice of what a step requires. */
export interface PlacedNeed {
  /** Which of the steps to be placed can meet it, by their place in the list. */
  readonly within: readonly number[];
  /** The first half term by which something that is not placed can meet it; Infinity where nothing can. */
  readonly beside: number;
}

export interface PlaceOptions {
  /** Look for the placement whose starts sum to least, not for any. */
  readonly least?: boolean;
  /** How many partial placements to look at before giving up. */
  readonly tries?: number;
}

export interface Placed {
  /** The start of each step; `undefined` where none was found. */
  readonly starts: readonly number[] | undefined;
  /** False where the tries ran out: that nothing (better) was found then means nothing. */
  readonly isCertain: boolean;
  readonly tried: number;
}

/**
 * Finds every step a start, or proves that there is none. Exact: of the starts a step may have only those are left out
 * that are in no placement (with `least`: in none better than the best so far).
 */
export function place(steps: readonly PlacedStep[], capacity: readonly number[], options: PlaceOptions = {}): Placed {
  const board = boardOf(steps, capacity, options);
  descend(board, 0, 0);
  const { found, tried, tries } = board;
  return { starts: found && [...found], isCertain: tried <= tries, tried };
}

interface Needed {
  readonly step: number;
  readonly need: PlacedNeed;
}

/** The steps, and what changes while they are placed one after the other. */
interface Board extends Required<PlaceOptions> {
  readonly steps: readonly PlacedStep[];
  readonly needed: readonly Needed[];
  readonly hours: HoursBoard;
  /** Where each step was placed; -1 while it is not. */
  readonly start: Int32Array;
  /** The starts still open to each step, at each depth of the search. */
  readonly open: readonly Int32Array[];
  readonly first: Int32Array;
  readonly last: Int32Array;
  tried: number;
  /** What the starts may sum to at most: one less than the best so far. */
  budget: number;
  found: Int32Array | undefined;
}

function boardOf(steps: readonly PlacedStep[], capacity: readonly number[], options: PlaceOptions): Board {
  const open = Array.from({ length: steps.length + 1 }, () => new Int32Array(steps.length));
  open[0]?.set(steps.map(({ starts }) => starts));
  return {
    least: false,
    tries: Infinity,
    ...options,
    steps,
    open,
    needed: steps.flatMap(({ needs }, step) => needs.map((need) => ({ step, need }))),
    hours: hoursBoard(
      steps.map(({ load }) => load),
      capacity,
    ),
    start: new Int32Array(steps.length).fill(-1),
    first: new Int32Array(steps.length),
    last: new Int32Array(steps.length),
    tried: 0,
    budget: Infinity,
    found: undefined,
  };
}

function isPlaced({ start }: Board, step: number): boolean {
  return (start[step] as number) >= 0;
}

/** Places the steps that are left. True when the search is over: found what it looks for, or out of tries. */
function descend(board: Board, depth: number, sum: number): boolean {
  if (sum > board.budget) return false;
  if (depth === board.steps.length) {
    board.found = board.start.slice();
    board.budget = sum - 1;
    return !board.least;
  }
  board.tried += 1;
  if (board.tried > board.tries) return true;
  const open = board.open[depth] as Int32Array;
  if (!narrow(board, open) || !keepBudget(board, sum, open) || !canHold(board.hours, board.start, open)) return false;
  return tryStarts(board, depth, sum, open);
}

function tryStarts(board: Board, depth: number, sum: number, open: Int32Array): boolean {
  const { hours, start } = board;
  const step = nextOf(board, open);
  const next = board.open[depth + 1] as Int32Array;
  for (let left = open[step] as number; left !== 0; left &= left - 1) {
    const at = lowest(left);
    start[step] = at;
    hours.take(step, at, 1);
    next.set(open);
    const isOver = descend(board, depth + 1, sum + at);
    hours.take(step, at, -1);
    if (isOver) return true;
  }
  start[step] = -1;
  return false;
}

/** The step of fewest starts for its hours: a wrong turn shows soonest there. */
function nextOf({ hours, start }: Board, open: Int32Array): number {
  let next = -1;
  let fewest = Infinity;
  for (let step = 0; step < start.length; step += 1) {
    if ((start[step] as number) >= 0) continue;
    const startsForHours = countOf(open[step] as number) / ((hours.steps[step]?.hours ?? 0) + 1);
    if (startsForHours >= fewest) continue;
    fewest = startsForHours;
    next = step;
  }
  return next;
}

/** Leaves of the open starts what hours, groups and needs allow; false where a step is left without any. */
function narrow(board: Board, open: Int32Array): boolean {
  const { steps, hours } = board;
  hours.look();
  for (let step = 0; step < steps.length; step += 1) {
    if (isPlaced(board, step)) continue;
    let left = (open[step] as number) & hours.fitting(step);
    if (steps[step]?.group !== undefined) left &= ~overlapping(board, step);
    if (left === 0) return false;
    open[step] = left;
  }
  return board.needed.length === 0 || narrowByNeeds(board, open);
}

/** The starts at which a step would run beside one of its group that is placed. */
function overlapping({ steps, start }: Board, step: number): number {
  const { group, load } = steps[step] as PlacedStep;
  let barred = 0;
  for (let other = 0; other < steps.length; other += 1) {
    const its = steps[other] as PlacedStep;
    const from = start[other] as number;
    if (from >= 0 && its.group === group) barred |= upTo(from + its.load.length - 1) & ~upTo(from - load.length);
  }
  return barred;
}

/** Repeats until nothing changes: a step starts after some way to each need, and an only way ends before it. */
function narrowByNeeds(board: Board, open: Int32Array): boolean {
  const { start, first, last } = board;
  for (let step = 0; step < start.length; step += 1) {
    const at = start[step] as number;
    first[step] = at >= 0 ? at : lowest(open[step] as number);
    last[step] = at >= 0 ? at : highest(open[step] as number);
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const needed of board.needed) {
      const outcome = narrowByNeed(board, open, needed);
      if (outcome === 'broken') return false;
      changed ||= outcome === 'narrowed';
    }
  }
  return true;
}

type Outcome = 'kept' | 'narrowed' | 'broken';

function narrowByNeed(board: Board, open: Int32Array, { step, need }: Needed): Outcome {
  const latest = board.last[step] as number;
  const soonest = soonestOf(board, need);
  if (soonest > latest) return 'broken';
  const own = soonest > (board.first[step] as number) ? keep(board, open, step, ~upTo(soonest - 1)) : 'kept';
  const only = own === 'broken' || need.beside <= latest ? undefined : onlyWayBy(board, need, latest);
  if (only === undefined) return own;
  const lastWay = latest - durationOf(board, only);
  const its = (board.last[only] as number) > lastWay ? keep(board, open, only, upTo(lastWay)) : 'kept';
  return its === 'kept' ? own : its;
}

/** The first half term by which the need could be met. */
function soonestOf(board: Board, { within, beside }: PlacedNeed): number {
  let soonest = beside;
  for (const way of within) soonest = Math.min(soonest, (board.first[way] as number) + durationOf(board, way));
  return soonest;
}

/** The one step that can meet the need in time; `undefined` where there are more. */
function onlyWayBy(board: Board, { within }: PlacedNeed, latest: number): number | undefined {
  let only: number | undefined;
  for (const way of within) {
    if ((board.first[way] as number) + durationOf(board, way) > latest) continue;
    if (only !== undefined) return undefined;
    only = way;
  }
  return only;
}

function durationOf({ steps }: Board, step: number): number {
  return (steps[step] as PlacedStep).load.length;
}

/** Keeps of a step's starts those in `allowed`; a step that is placed has no other. */
function keep(board: Board, open: Int32Array, step: number, allowed: number): Outcome {
  if (isPlaced(board, step)) return 'broken';
  const left = (open[step] as number) & allowed;
  if (left === 0) return 'broken';
  open[step] = left;
  board.first[step] = lowest(left);
  board.last[step] = highest(left);
  return 'narrowed';
}

/** Takes away starts so late that the sum could not be better even with all others at their soonest. */
function keepBudget(board: Board, sum: number, open: Int32Array): boolean {
  if (!board.least || board.budget === Infinity) return true;
  let spare = board.budget - sum;
  for (let step = 0; step < open.length; step += 1) if (!isPlaced(board, step)) spare -= lowest(open[step] as number);
  if (spare < 0) return false;
  for (let step = 0; step < open.length; step += 1) {
    const left = open[step] as number;
    if (!isPlaced(board, step)) open[step] = left & upTo(lowest(left) + spare);
  }
  return true;
}
