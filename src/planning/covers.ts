import { presenceOf, type SearchSpace } from './search-space.ts';
import type { SparseRow } from './sparse-row.ts';

/** One limit and all that could be taken of it: the hours of a half term, or the budget. */
export interface Limit {
  readonly most: number;
  readonly takers: readonly Taker[];
}

/** So much that one step takes where any of these variables is chosen; a step takes of a limit once at most. */
interface Taker {
  readonly step: number;
  readonly takes: number;
  readonly variables: readonly number[];
}

/** The limits that the steps together could break. */
export function limitsOf(space: SearchSpace): readonly Limit[] {
  const { capacity, budget, steps } = space;
  const limits = [
    ...capacity.map((most, halfTerm) => ({ most, takers: takersIn(space, halfTerm) })),
    {
      most: budget,
      takers: steps.flatMap(({ cost }, step) =>
        cost > 0 ? [{ step, takes: cost, variables: [presenceOf(space, step)] }] : [],
      ),
    },
  ];
  return limits.filter(({ most, takers }) => takers.reduce((sum, { takes }) => sum + takes, 0) > most);
}

function takersIn({ steps, columns, columnsOf }: SearchSpace, halfTerm: number): readonly Taker[] {
  return steps.flatMap(({ load }, step) => {
    const byHours = Map.groupBy(columnsOf[step] ?? [], (column) => load[halfTerm - (columns[column]?.start ?? 0)] ?? 0);
    return [...byHours].flatMap(([takes, variables]) => (takes > 0 ? [{ step, takes, variables }] : []));
  });
}

/** A taker with how far the fractions choose it, and how much it counts for in the row that is being made. */
interface Weighed extends Taker {
  readonly share: number;
  counts: number;
}

/** A row that the fractions break by less says too little to be worth its place. */
const BROKEN_BY = 1e-3;

/**
 * Rows that every plan keeps and these fractions break: of takers that together exceed a limit one must stay out (a
 * cover), and each other taker counts for as many of them as it leaves no room for (lifting). Two covers are tried for
 * each limit: the takers most chosen, and those that give most weight for what they lack in being chosen.
 */
export function brokenCovers(limits: readonly Limit[], values: ArrayLike<number>): readonly SparseRow[] {
  return limits.flatMap(({ most, takers }) => {
    const weighed = takers.map((taker) => ({
      ...taker,
      share: taker.variables.reduce((sum, variable) => sum + (values[variable] ?? 0), 0),
      counts: 0,
    }));
    return [byShare, byWeightForLack].flatMap((order) => coverRow(most, weighed, order));
  });
}

const byShare = (a: Weighed, b: Weighed) => b.share - a.share || b.takes - a.takes;
const byWeightForLack = (a: Weighed, b: Weighed) => (1 - a.share) / a.takes - (1 - b.share) / b.takes;

function coverRow(
  most: number,
  weighed: readonly Weighed[],
  order: (a: Weighed, b: Weighed) => number,
): readonly SparseRow[] {
  const cover = coverOf(most, weighed, order);
  if (cover.length < 2) return [];
  for (const taker of weighed) taker.counts = cover.includes(taker) ? 1 : 0;
  const counted = [...cover];
  for (const taker of weighed.filter((one) => !cover.includes(one)).toSorted(byShare)) {
    const room = most - taker.takes;
    taker.counts = room < 0 ? cover.length - 1 : cover.length - 1 - mostCounted(counted, room, taker.step);
    if (taker.counts > 0) counted.push(taker);
  }
  const sum = counted.reduce((total, { share, counts }) => total + share * counts, 0);
  return sum > cover.length - 1 + BROKEN_BY ? [rowOf(counted, cover.length - 1)] : [];
}

/** Takers of different steps that together exceed the limit, and of which none could be left out. */
function coverOf(most: number, weighed: readonly Weighed[], order: (a: Weighed, b: Weighed) => number): Weighed[] {
  const cover: Weighed[] = [];
  let taken = 0;
  for (const taker of weighed.toSorted(order)) {
    if (taker.share <= 0 || cover.some(({ step }) => step === taker.step)) continue;
    cover.push(taker);
    taken += taker.takes;
    if (taken > most) break;
  }
  if (taken <= most) return [];
  return cover
    .toSorted((a, b) => a.share - b.share)
    .filter(({ takes }) => {
      if (taken - takes <= most) return true;
      taken -= takes;
      return false;
    });
}

/** The most that takers within so much room can count for, one of each step and none of `but`. */
function mostCounted(counted: readonly Weighed[], room: number, but: number): number {
  // Each pair takes more than the one before it and counts for more.
  let best: readonly (readonly [takes: number, counts: number])[] = [[0, 0]];
  for (const [step, takers] of Map.groupBy(counted, (taker) => taker.step)) {
    if (step === but) continue;
    const more = best.flatMap(([takes, counts]) =>
      takers.map((taker) => [takes + taker.takes, counts + taker.counts] as const),
    );
    const sorted = [...best, ...more.filter(([takes]) => takes <= room)].toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
    let greatest = -1;
    best = sorted.filter(([, counts]) => {
      if (counts <= greatest) return false;
      greatest = counts;
      return true;
    });
  }
  return best.at(-1)?.[1] ?? 0;
}

function rowOf(counted: readonly Weighed[], most: number): SparseRow {
  const terms = counted.flatMap(({ variables, counts }) => variables.map((variable) => [variable, counts] as const));
  return {
    variables: Int32Array.from(terms, ([variable]) => variable),
    weights: Float64Array.from(terms, ([, counts]) => counts),
    least: -Infinity,
    most,
  };
}
