import { place, type Placed, type PlacedStep } from '../domain/pathway/pathway-placing.ts';
import { bitsOf } from '../domain/pathway/start-bits.ts';
import { presenceOf, type SearchSpace } from './search-space.ts';
import type { SparseRow } from './sparse-row.ts';

/* Sets of steps, looked at exactly: can all of them be chosen, and can they all be done? */

/** Whether no step of the set bars another, and the budget pays for all of them. */
export function isAllowed({ steps, barred, budget }: SearchSpace, set: readonly number[]): boolean {
  const cost = set.reduce((sum, step) => sum + (steps[step]?.cost ?? 0), 0);
  return cost <= budget && set.every((step) => set.every((other) => !barred[step]?.has(other)));
}

/** What counts when a set is looked at. */
export interface SetOptions {
  /** The starts still open: 1 for each column that may be chosen. */
  readonly open: Uint8Array;
  /** Steps outside the set that can meet no need of it. Any other step outside is taken to come to help at once. */
  readonly absent: ReadonlySet<number>;
  readonly least?: boolean;
  readonly tries?: number;
}

/** Finds each step of an allowed set a start, or proves that there is none; see `place`. */
export function placeSet(space: SearchSpace, set: readonly number[], options: SetOptions): Placed {
  const places = new Map(set.map((step, index) => [step, index]));
  const { least = false, tries = Infinity } = options;
  return place(
    set.map((step) => placedStep(space, step, places, options)),
    space.capacity,
    { least, tries },
  );
}

/** Whether so many tries prove that the set cannot be placed; false where they run out too. */
export function isProvedImpossible(
  space: SearchSpace,
  set: readonly number[],
  options: SetOptions & { readonly tries: number },
): boolean {
  const { starts, isCertain } = placeSet(space, set, options);
  return isCertain && starts === undefined;
}

function placedStep(
  space: SearchSpace,
  step: number,
  places: ReadonlyMap<number, number>,
  { open, absent }: SetOptions,
): PlacedStep {
  const { steps, ways } = space;
  return {
    load: steps[step]?.load ?? [],
    group: steps[step]?.group,
    starts: bitsOf(openStarts(space, step, open)),
    needs: (ways[step] ?? []).map((choice) => ({
      within: choice.flatMap((way) => places.get(way) ?? []),
      beside: Math.min(
        ...choice
          .filter((way) => !places.has(way) && !absent.has(way))
          .map((way) => (openStarts(space, way, open)[0] ?? Infinity) + (steps[way]?.duration ?? 0)),
      ),
    })),
  };
}

function openStarts({ columns, columnsOf }: SearchSpace, step: number, open: Uint8Array): readonly number[] {
  return (columnsOf[step] ?? []).flatMap((column) => (open[column] === 1 ? [columns[column]?.start ?? 0] : []));
}

/** The steps outside a set that can meet a need of one in it. */
export function helpersOf({ ways }: SearchSpace, set: readonly number[]): ReadonlySet<number> {
  return new Set(set.flatMap((step) => (ways[step] ?? []).flat()).filter((way) => !set.includes(way)));
}

/** Steps that cannot all be chosen unless one of the helpers is chosen with them. */
export interface Impossible {
  readonly set: readonly number[];
  readonly helpers: readonly number[];
}

/** Taking steps out of an impossible set is worth so many tries each, and no more: a smaller set rules out more. */
const TRIES_TO_SHRINK = 500;

/**
 * An impossible set made smaller, one step after the other from the lightest on, for as long as it is plainly still
 * impossible; then its helpers. A step that is taken out counts as one that helps at once, so what is left can be done
 * in no plan, whatever else is in it.
 */
export function shrink(space: SearchSpace, { set, helpers }: Impossible, open: Uint8Array): Impossible {
  const isImpossible = (smaller: readonly number[], absent: ReadonlySet<number>) =>
    isProvedImpossible(space, smaller, { open, absent, tries: TRIES_TO_SHRINK });
  let left = set.toSorted((a, b) => (space.hours[a] ?? 0) - (space.hours[b] ?? 0));
  const absent = new Set(helpers);
  for (const step of left) {
    const smaller = left.filter((other) => other !== step);
    if (isImpossible(smaller, absent)) left = smaller;
  }
  for (const helper of helpersOf(space, left).intersection(absent)) {
    absent.delete(helper);
    if (!isImpossible(left, absent)) absent.add(helper);
  }
  return { set: left, helpers: [...helpersOf(space, left).intersection(absent)] };
}

/** The row that every plan keeps and a plan with that set alone does not: not all of it, unless a helper comes along. */
export function rowAgainst(space: SearchSpace, { set, helpers }: Impossible): SparseRow {
  return {
    variables: Int32Array.from([...set, ...helpers], (step) => presenceOf(space, step)),
    weights: Float64Array.from([...set.map(() => 1), ...helpers.map(() => -1)]),
    least: -Infinity,
    most: set.length - 1,
  };
}
