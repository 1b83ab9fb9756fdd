import type { Highs } from 'highs';
import {
  numbersOf,
  openGoal,
  type Choice,
  type PathwayAnswer,
  type PathwayInstance,
  type Relaxation,
} from '../domain/pathway/pathway.ts';
import { reduceInstance, type ReducedStep } from '../domain/pathway/pathway-reduce.ts';
import { inWholeNumbers } from '../domain/pathway/pathway-whole.ts';
import { MOST_HALF_TERMS } from '../domain/pathway/start-bits.ts';
import type { Limits } from './formulation.ts';
import { byRows } from './solve-by-rows.ts';
import { bySearch } from './solve-by-search.ts';

/** The best found so far, and how much of its worth could at most be gained: from 0 to 1. */
export interface Progress {
  readonly chosen: readonly Choice[];
  readonly value: number;
  readonly cost: number;
  readonly gap: number;
}

/** A way to the proved answer. */
export interface Method {
  /** The half term after a goal's last at the soonest; `undefined` where it cannot be reached. */
  soonest(instance: PathwayInstance, steps: readonly ReducedStep[], goal: string, limits: Limits): number | undefined;
  /** What is chosen of the greatest value, of that the cheapest, and of that with starts that sum to least. */
  best(
    instance: PathwayInstance,
    steps: readonly ReducedStep[],
    found: (chosen: readonly Choice[], gap: number) => void,
  ): readonly Choice[] | undefined;
}

/**
 * The best plan of an instance, in the model's order: goal soonest, then value, then cost, then starts. Each stage is
 * proved before the next, which starts from its answer. `found` is told of each better plan on the way.
 */
export function solvePathway(
  highs: Highs,
  instance: PathwayInstance,
  found: (progress: Progress) => void = () => undefined,
): PathwayAnswer {
  const whole = searchable(instance);
  return solveBy(whole ? bySearch(highs) : byRows(highs), whole ?? instance, instance, found);
}

/** What the search can take: whole numbers, in some unit, and no more half terms than it can tell apart. */
function searchable(instance: PathwayInstance): PathwayInstance | undefined {
  const fits =
    instance.halfTerms <= MOST_HALF_TERMS && instance.steps.every(({ load, duration }) => load.length === duration);
  return fits ? inWholeNumbers(instance) : undefined;
}

/** `asked` is the instance in the units of whoever asks, in which they are answered. */
export function solveBy(
  method: Method,
  instance: PathwayInstance,
  asked: PathwayInstance,
  found: (progress: Progress) => void,
): PathwayAnswer {
  const goal = openGoal(instance);
  const steps = reduceInstance(instance);
  const goalEnd = goal === null ? undefined : method.soonest(instance, steps, goal, { capacity: true, budget: true });
  if (goal !== null && goalEnd === undefined) return unreachable(method, instance, goal);
  const inTime = steps.map((step) =>
    step.id === goal ? { ...step, starts: step.starts.filter((start) => start + step.duration === goalEnd) } : step,
  );
  const chosen = method.best(instance, inTime, (better, gap) => {
    const { value, cost } = numbersOf(asked, better);
    found({ chosen: better, value: value ?? 0, cost: cost ?? 0, gap });
  });
  if (!chosen) throw new Error('a plan that is possible was not found');
  return { id: instance.id, feasible: true, ...numbersOf(asked, chosen), chosen };
}

/** More hours than any sum of steps takes, and more money. */
const PLENTY = 1e9;

function unreachable(method: Method, instance: PathwayInstance, goal: string): PathwayAnswer {
  const reaches = (limits: Limits): boolean => {
    const eased = {
      ...instance,
      capacity: limits.capacity ? instance.capacity : instance.capacity.map(() => PLENTY),
      budget: limits.budget ? instance.budget : PLENTY,
    };
    return method.soonest(eased, reduceInstance(eased), goal, limits) !== undefined;
  };
  const unblockedBy: Relaxation[] = [
    ...(reaches({ capacity: false, budget: true }) ? (['capacity'] as const) : []),
    ...(reaches({ capacity: true, budget: false }) ? (['budget'] as const) : []),
  ];
  return {
    id: instance.id,
    feasible: false,
    goalEnd: null,
    value: null,
    cost: null,
    starts: null,
    chosen: [],
    unblockedBy,
  };
}
