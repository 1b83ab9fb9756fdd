import { canHold, hoursBoard, type HoursBoard } from './pathway-hours.ts';
import { highest, lowest, upTo } from './start-bits.ts';

/*
 * Whether given steps can all be done, and when. Which steps are chosen is settled before: what is left is to find each
 * a start. The steps of most hours are placed first, and no start is tried that leaves another step without one or
 * leaves fewer usable hours than the rest still takes.
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
  /** Called now and then: what it throws ends the search. */
  readonly pulse?: () => void;
}

export interface Placed {
  /** The start of each step in the order given; `undefined` where none was found. */
  readonly starts: readonly number[] | undefined;
  /** False where the tries ran out: that nothing (better) was found then means nothing. */
  readonly isCertain: boolean;
}

/**
 * Finds every step a start, or proves that there is none. Exact: of the starts a step may have only those are left out
 * that are in no placement (with `least`: in none better than the best so far).
 */
export function place(steps: readonly PlacedStep[], capacity: readonly number[], options: PlaceOptions = {}): Placed {
  const board = boardOf(steps, capacity, options);
  descend(board, 0, 0);
  const { found, order } = board;
  return {
    starts: found && order.map((_, index) => found[order.indexOf(index)] as number),
    isCertain: board.tried <= board.tries,
  };
}

interface Needed {
  readonly step: number;
  readonly need: PlacedNeed;
}

/** The steps by their hours, most first, and what changes while they are placed one after the other. */
interface Board extends Required<PlaceOptions> {
  /** Which of the given steps stands at each place. */
  readonly order: readonly number[];
  readonly steps: readonly PlacedStep[];
  readonly needed: readonly Needed[];
  readonly hours: HoursBoard;
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

function boardOf(given: readonly PlacedStep[], capacity: readonly number[], options: PlaceOptions): Board {
  const hours = given.map(({ load }) => load.reduce((sum, each) => sum + each, 0));
  const order = [...given.keys()].toSorted((a, b) => (hours[b] as number) - (hours[a] as number));
  const placeOf = new Map(order.map((index, at) => [index, at]));
  const steps = order.map((index) => {
    const { needs, ...step } = given[index] as PlacedStep;
    const moved = needs.map((need) => ({ ...need, within: need.within.map((each) => placeOf.get(each) as number) }));
    return { ...step, needs: moved };
  });
  const open = Array.from({ length: steps.length + 1 }, () => new Int32Array(steps.length));
  open[0]?.set(steps.map(({ starts }) => starts));
  return {
    least: false,
    tries: Infinity,
    pulse: () => undefined,
    ...options,
    order,
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

const PULSE_EVERY = 4096;

/** Places the steps from `depth` on. True when the search is over: found what it looks for, or out of tries. */
function descend(board: Board, depth: number, sum: number): boolean {
  if (sum > board.budget) return false;
  if (depth === board.steps.length) {
    board.found = board.start.slice();
    board.budget = sum - 1;
    return !board.least;
  }
  board.tried += 1;
  if (board.tried > board.tries) return true;
  if (board.tried % PULSE_EVERY === 0) board.pulse();
  const open = board.open[depth] as Int32Array;
  if (!narrow(board, depth, open) || !keepBudget(board, depth, sum, open) || !canHold(board.hours, depth, open))
    return false;
  return tryStarts(board, depth, sum, open);
}

function tryStarts(board: Board, depth: number, sum: number, open: Int32Array): boolean {
  const { hours, start } = board;
  const next = board.open[depth + 1] as Int32Array;
  for (let left = open[depth] as number; left !== 0; left &= left - 1) {
    const at = lowest(left);
    start[depth] = at;
    hours.take(depth, at, 1);
    next.set(open);
    const isOver = descend(board, depth + 1, sum + at);
    hours.take(depth, at, -1);
    if (isOver) return true;
  }
  start[depth] = -1;
  return false;
}

/** Leaves of the open starts what hours, groups and needs allow; false where a step is left without any. */
function narrow(board: Board, depth: number, open: Int32Array): boolean {
  const { steps, hours } = board;
  hours.look();
  for (let step = depth; step < steps.length; step += 1) {
    let left = (open[step] as number) & hours.fitting(step);
    if (steps[step]?.group !== undefined) left &= ~overlapping(board, step, depth);
    if (left === 0) return false;
    open[step] = left;
  }
  return board.needed.length === 0 || narrowByNeeds(board, depth, open);
}

/** The starts at which a step would run beside one of its group that is placed. */
function overlapping({ steps, start }: Board, step: number, depth: number): number {
  const { group, load } = steps[step] as PlacedStep;
  let barred = 0;
  for (let other = 0; other < depth; other += 1) {
    const its = steps[other] as PlacedStep;
    const from = start[other] as number;
    if (its.group === group) barred |= upTo(from + its.load.length - 1) & ~upTo(from - load.length);
  }
  return barred;
}

/** Repeats until nothing changes: a step starts after some way to each need, and an only way ends before it. */
function narrowByNeeds(board: Board, depth: number, open: Int32Array): boolean {
  const { steps, start, first, last } = board;
  for (let step = 0; step < steps.length; step += 1) {
    first[step] = step < depth ? (start[step] as number) : lowest(open[step] as number);
    last[step] = step < depth ? (start[step] as number) : highest(open[step] as number);
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const needed of board.needed) {
      const outcome = narrowByNeed(board, depth, open, needed);
      if (outcome === 'broken') return false;
      changed ||= outcome === 'narrowed';
    }
  }
  return true;
}

type Outcome = 'kept' | 'narrowed' | 'broken';

function narrowByNeed(board: Board, depth: number, open: Int32Array, { step, need }: Needed): Outcome {
  const latest = board.last[step] as number;
  const soonest = soonestOf(board, need);
  if (soonest > latest) return 'broken';
  const own = soonest > (board.first[step] as number) ? keep(board, depth, open, step, ~upTo(soonest - 1)) : 'kept';
  const only = own === 'broken' || need.beside <= latest ? undefined : onlyWayBy(board, need, latest);
  if (only === undefined) return own;
  const lastWay = latest - durationOf(board, only);
  const its = (board.last[only] as number) > lastWay ? keep(board, depth, open, only, upTo(lastWay)) : 'kept';
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
function keep(board: Board, depth: number, open: Int32Array, step: number, allowed: number): Outcome {
  if (step < depth) return 'broken';
  const left = (open[step] as number) & allowed;
  if (left === 0) return 'broken';
  open[step] = left;
  board.first[step] = lowest(left);
  board.last[step] = highest(left);
  return 'narrowed';
}

/** Takes away starts so late that the sum could not be better even with all others at their soonest. */
function keepBudget({ steps, least, budget }: Board, depth: number, sum: number, open: Int32Array): boolean {
  if (!least || budget === Infinity) return true;
  let soonest = sum;
  for (let step = depth; step < steps.length; step += 1) soonest += lowest(open[step] as number);
  if (soonest > budget) return false;
  for (let step = depth; step < steps.length; step += 1) {
    const left = open[step] as number;
    open[step] = left & upTo(lowest(left) + budget - soonest);
  }
  return true;
}
