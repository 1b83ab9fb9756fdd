import type { PathwayInstance } from '../domain/pathway/pathway.ts';
import { barredBy, type Barred, type Dominance } from '../domain/pathway/pathway-dominance.ts';
import type { ReducedStep } from '../domain/pathway/pathway-reduce.ts';

/** One binary variable: this step starts in this half term. */
export interface Column {
  readonly step: ReducedStep;
  readonly start: number;
}

/** One binary variable: this step is chosen at all; the sum of its columns. */
export interface Presence {
  readonly step: ReducedStep;
  readonly columns: readonly number[];
}

/** `least ≤ sum of weight × column ≤ most`. */
export interface Row {
  readonly terms: readonly (readonly [column: number, weight: number])[];
  readonly least: number;
  readonly most: number;
}

export interface Formulation {
  readonly columns: readonly Column[];
  /**
   * Numbered on after the columns. They say nothing new, but let the solver decide whether a step is chosen before it
   * decides when: of two halves of its search each then leaves something out, where "not in this half term" leaves out
   * next to nothing. On the longest cases that is three times as fast.
   */
  readonly presences: readonly Presence[];
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
  readonly rows: readonly Row[];
}

/** Limits that an instance may be asked about without. */
export interface Limits {
  readonly capacity: boolean;
  readonly budget: boolean;
}

/**
 * The model as rows over binaries. Stronger than saying each rule by itself, and true for the same plans: a need is
 * stated for all starts up to a half term together (what has begun by then needs what has ended by then), exclusions as
 * groups of which one may be chosen, limits only where the steps together could break them.
 */
export function formulate(instance: PathwayInstance, steps: readonly ReducedStep[], limits: Limits): Formulation {
  const columns: Column[] = [];
  const columnsOf = new Map<string, readonly number[]>();
  for (const step of steps) {
    columnsOf.set(
      step.id,
      step.starts.map((_, index) => columns.length + index),
    );
    for (const start of step.starts) columns.push({ step, start });
  }
  const presences = steps.map((step) => ({ step, columns: columnsOf.get(step.id) ?? [] }));
  const made = { columns, columnsOf, steps, presenceOf: presencesById(columns.length, steps) };
  return {
    columns,
    presences,
    columnsOf,
    rows: [
      ...presenceRows(presences, columns.length),
      ...(limits.capacity ? capacityRows(instance, made) : []),
      ...(limits.budget ? budgetRows(instance, made) : []),
      ...needRows(made),
      ...exclusionRows(made),
      ...groupRows(instance, made),
    ],
  };
}

interface Made {
  readonly columns: readonly Column[];
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
  readonly presenceOf: ReadonlyMap<string, number>;
  readonly steps: readonly ReducedStep[];
}

function presencesById(first: number, steps: readonly ReducedStep[]): ReadonlyMap<string, number> {
  return new Map(steps.map(({ id }, index) => [id, first + index]));
}

const atMost = (most: number, terms: Row['terms']): Row => ({ terms, least: -Infinity, most });
const each = (columns: readonly number[], weight = 1): Row['terms'] =>
  columns.map((column) => [column, weight] as const);

/** A step's columns together are its presence, which is at most one: it is chosen at most once. */
function presenceRows(presences: readonly Presence[], first: number): readonly Row[] {
  return presences.map(({ columns }, index) => ({
    terms: [...each(columns), [first + index, -1] as const],
    least: 0,
    most: 0,
  }));
}

function capacityRows({ capacity }: PathwayInstance, { columns, steps }: Made): readonly Row[] {
  return capacity.flatMap((hours, halfTerm) => {
    const terms = columns.flatMap(({ step, start }, column) => {
      const load = step.load[halfTerm - start] ?? 0;
      return load > 0 ? [[column, load] as const] : [];
    });
    const worst = steps.reduce(
      (sum, step) => sum + Math.max(0, ...step.starts.map((start) => step.load[halfTerm - start] ?? 0)),
      0,
    );
    return worst > hours ? [atMost(hours, terms)] : [];
  });
}

function budgetRows({ budget }: PathwayInstance, { steps, presenceOf }: Made): readonly Row[] {
  const all = steps.reduce((sum, { cost }) => sum + cost, 0);
  if (all <= budget) return [];
  return [
    atMost(
      budget,
      steps.flatMap(({ id, cost }) => (cost > 0 ? [[presenceOf.get(id) ?? 0, cost] as const] : [])),
    ),
  ];
}

function needRows(made: Made): readonly Row[] {
  return made.steps.flatMap((step) => step.requires.flatMap((choice) => needRowsOf(step, choice, made)));
}

/** One row for each start after which other ways to the need could have ended; the rows between say nothing more. */
function needRowsOf(step: ReducedStep, choice: readonly string[], { columns, columnsOf }: Made): readonly Row[] {
  const own = columnsOf.get(step.id) ?? [];
  const ways = choice.flatMap((id) => columnsOf.get(id) ?? []);
  const endedBy = (start: number) =>
    ways.filter((column) => {
      const way = columns[column];
      return way && way.start + way.step.duration <= start;
    });
  return step.starts.flatMap((start, index) => {
    const ended = endedBy(start);
    const next = step.starts[index + 1];
    if (next !== undefined && endedBy(next).length === ended.length) return [];
    return [atMost(0, [...each(own.slice(0, index + 1)), ...each(ended, -1)])];
  });
}

/** Steps that bar each other in pairs, gathered so that each pair stands in some group of which one may be chosen. */
function exclusionRows({ steps, presenceOf }: Made): readonly Row[] {
  const barred = barredBy(steps);
  const done = new Set<string>();
  const rows: Row[] = [];
  const pairs = [...barred].flatMap(([id, others]) => [...others].map((other) => [id, other] as const));
  for (const [id, other] of pairs) {
    if (!barred.has(other) || done.has(pair(id, other))) continue;
    const group = grown([id, other], barred);
    for (const a of group) group.forEach((b) => done.add(pair(a, b)));
    rows.push(atMost(1, each(group.flatMap((one) => presenceOf.get(one) ?? []))));
  }
  return rows;
}

/** The two, and whatever bars and is barred by everything that is in already. */
function grown([first, second]: readonly [string, string], barred: Barred): readonly string[] {
  const group = [first, second];
  for (const third of barred.get(first) ?? []) {
    if (barred.has(third) && group.every((one) => one !== third && barred.get(third)?.has(one))) group.push(third);
  }
  return group;
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * The worse of a pair is chosen only with the better; where they can trade their starts also not before it. Plans that
 * are cut off have one as good among those that are left, so the solver looks at each kind of plan once.
 */
export function dominanceRows(
  { columns, columnsOf, presences }: Pick<Formulation, 'columns' | 'columnsOf' | 'presences'>,
  pairs: readonly Dominance[],
): readonly Row[] {
  const presenceOf = presencesById(
    columns.length,
    presences.map(({ step }) => step),
  );
  return pairs.flatMap(({ better, worse, alike }) => {
    const [first, second] = [columnsOf.get(better) ?? [], columnsOf.get(worse) ?? []];
    if (!alike) return [atMost(0, [...each([presenceOf.get(worse) ?? 0]), ...each([presenceOf.get(better) ?? 0], -1)])];
    return second.map((_, index) =>
      atMost(0, [...each(second.slice(0, index + 1)), ...each(first.slice(0, index + 1), -1)]),
    );
  });
}

function groupRows({ halfTerms }: PathwayInstance, { columns }: Made): readonly Row[] {
  const groups = Map.groupBy(
    columns.map((column, index) => ({ ...column, index })),
    ({ step }) => step.group,
  );
  const rows = new Map<string, Row>();
  for (const [group, its] of groups) {
    if (group === undefined) continue;
    for (let halfTerm = 0; halfTerm < halfTerms; halfTerm += 1) {
      const running = its.filter(({ step, start }) => start <= halfTerm && halfTerm < start + step.duration);
      if (new Set(running.map(({ step }) => step.id)).size < 2) continue;
      const indexes = running.map(({ index }) => index);
      rows.set(indexes.join(), atMost(1, each(indexes)));
    }
  }
  return [...rows.values()];
}
