import { lowest } from './start-bits.ts';

/**
 * The hours of a placement: what is free in each half term, which starts a step fits in, and whether what is free could
 * still hold all that is left to place.
 */
export interface HoursBoard {
  readonly steps: readonly StepHours[];
  readonly free: Float64Array;
  /** Hours that all steps not placed take together. */
  left: number;
  /** Places a step (sign 1), or takes it out again (-1). */
  take(step: number, start: number, sign: 1 | -1): void;
  /** Sees anew how much is free, before `fitting` is asked. */
  look(): void;
  /** The starts in which the step would find its hours free. */
  fitting(step: number): number;
  /** The sums of hours that steps left to place could reach in each half term, and what they could take at most. */
  readonly sums: Sums;
}

interface StepHours {
  readonly hours: number;
  readonly load: readonly number[];
  /** Its hours where they are the same in each half term, else 0. */
  readonly even: number;
  /** For each of its half terms the number of its load among the different loads there are. */
  readonly kinds: readonly number[];
}

/** Sums up to 61 as the bits of two numbers, 31 in each: whether a sum of loads comes to just so many hours. */
interface Sums {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly most: Float64Array;
}

const HALF = 31;
const ALL = 0x7fffffff;
const MOST_SUM = 2 * HALF - 1;

/** A board with nothing placed. Hours are whole numbers; sums past 61 are only bounded, not looked at one by one. */
export function hoursBoard(loads: readonly (readonly number[])[], capacity: readonly number[]): HoursBoard {
  const kinds = [...new Set(loads.flat())];
  const fits = new Int32Array(kinds.length);
  const free = Float64Array.from(capacity);
  const steps = loads.map((load) => ({
    load,
    hours: load.reduce((sum, each) => sum + each, 0),
    even: load.every((each) => each === load[0]) ? (load[0] ?? 0) : 0,
    kinds: load.map((each) => kinds.indexOf(each)),
  }));
  const board: HoursBoard = {
    steps,
    free,
    left: steps.reduce((sum, { hours }) => sum + hours, 0),
    sums: {
      low: new Int32Array(capacity.length),
      high: new Int32Array(capacity.length),
      most: new Float64Array(capacity.length),
    },
    take: (step, start, sign) => {
      const { load, hours } = steps[step] as StepHours;
      board.left -= sign * hours;
      for (let index = 0; index < load.length; index += 1)
        free[start + index] = (free[start + index] as number) - sign * (load[index] as number);
    },
    look: () => {
      for (let kind = 0; kind < kinds.length; kind += 1) fits[kind] = halfTermsWith(free, kinds[kind] as number);
    },
    fitting: (step) => startsWithin(steps[step] as StepHours, fits),
  };
  return board;
}

function halfTermsWith(free: Float64Array, hours: number): number {
  let bits = 0;
  for (let halfTerm = 0; halfTerm < free.length; halfTerm += 1)
    if ((free[halfTerm] as number) >= hours) bits |= 1 << halfTerm;
  return bits;
}

function startsWithin({ kinds }: StepHours, fits: Int32Array): number {
  let starts = -1;
  for (let index = 0; index < kinds.length; index += 1) starts &= (fits[kinds[index] as number] as number) >>> index;
  return starts;
}

/**
 * Whether the free hours could hold the steps that have no start yet. In each half term no more can be taken than the greatest
 * sum of their loads that is still free: 7 free hours are worth 6 to steps of 3. Where even all these sums together are
 * less than what the steps take, no placement is left.
 */
export function canHold({ steps, free, left, sums }: HoursBoard, start: Int32Array, open: Int32Array): boolean {
  const { low, high, most } = sums;
  low.fill(1);
  high.fill(0);
  most.fill(0);
  for (let step = 0; step < steps.length; step += 1)
    if ((start[step] as number) < 0) addStep(sums, steps[step] as StepHours, open[step] as number);
  let usable = 0;
  for (let halfTerm = 0; halfTerm < free.length; halfTerm += 1) usable += usableIn(sums, free, halfTerm);
  return usable >= left;
}

/** What the steps could take of one half term's free hours. */
function usableIn({ low, high, most }: Sums, free: Float64Array, halfTerm: number): number {
  let hours = free[halfTerm] as number;
  if (hours > MOST_SUM) return Math.min(hours, most[halfTerm] as number);
  const [lower, upper] = [low[halfTerm] as number, high[halfTerm] as number];
  while (hours > 0 && ((hours < HALF ? lower >>> hours : upper >>> (hours - HALF)) & 1) === 0) hours -= 1;
  return hours;
}

function addStep(sums: Sums, { load, even, kinds }: StepHours, starts: number): void {
  let running = 0;
  for (let index = 0; index < kinds.length; index += 1) running |= starts << index;
  for (let left = running; left !== 0; left &= left - 1) {
    const halfTerm = lowest(left);
    if (even > 0) addSum(sums, halfTerm, even);
    else addAnyOf(sums, halfTerm, load, starts);
  }
}

function addSum({ low, high, most }: Sums, halfTerm: number, hours: number): void {
  most[halfTerm] = (most[halfTerm] as number) + hours;
  const [lower, upper] = [low[halfTerm] as number, high[halfTerm] as number];
  low[halfTerm] = lower | shiftedLow(lower, hours);
  high[halfTerm] = upper | shiftedHigh(lower, upper, hours);
}

/** A step whose hours differ takes in a half term the hours that one of its starts gives it there. */
function addAnyOf({ low, high, most }: Sums, halfTerm: number, load: readonly number[], starts: number): void {
  const [lower, upper] = [low[halfTerm] as number, high[halfTerm] as number];
  let greatest = 0;
  for (let index = 0; index < load.length && index <= halfTerm; index += 1) {
    if (((starts >>> (halfTerm - index)) & 1) === 0) continue;
    const hours = load[index] as number;
    greatest = Math.max(greatest, hours);
    low[halfTerm] = (low[halfTerm] as number) | shiftedLow(lower, hours);
    high[halfTerm] = (high[halfTerm] as number) | shiftedHigh(lower, upper, hours);
  }
  most[halfTerm] = (most[halfTerm] as number) + greatest;
}

function shiftedLow(low: number, by: number): number {
  return by < HALF ? (low << by) & ALL : 0;
}

function shiftedHigh(low: number, high: number, by: number): number {
  if (by >= 2 * HALF) return 0;
  if (by >= HALF) return (low << (by - HALF)) & ALL;
  return ((high << by) | (low >>> (HALF - by))) & ALL;
}
