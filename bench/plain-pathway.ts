import type { Highs } from 'highs';
import {
  numbersOf,
  openGoal,
  type PathwayAnswer,
  type PathwayInstance,
  type PathwayStep,
  type Relaxation,
} from '../src/domain/pathway/pathway.ts';

/*
 * The plain formulation, as the README of the cases describes it: one binary for each step and start, every rule as it
 * is said, four solves in turn (goal, value, cost, starts), both relaxations where the goal is out of reach. HiGHS reads
 * it as LP text, which is its everyday way in.
 */

interface Column {
  readonly name: string;
  readonly step: PathwayStep;
  readonly start: number;
}

interface Plain {
  readonly columns: readonly Column[];
  readonly of: (id: string) => readonly Column[];
  readonly rows: readonly string[];
  /** Seconds that one solve may take. */
  readonly seconds: number;
}

const term = (weight: number, name: string): string => `${weight < 0 ? '-' : '+'} ${Math.abs(weight)} ${name}`;
const all = (columns: readonly Column[]): string => columns.map(({ name }) => `+ ${name}`).join(' ');

function formulate(instance: PathwayInstance, seconds: number, limits = { capacity: true, budget: true }): Plain {
  const have = new Set(instance.have);
  const steps = instance.steps.filter(({ id }) => !have.has(id));
  const columns = steps
    .flatMap((step) => step.starts.map((start) => ({ step, start })))
    .filter(({ step, start }) => start + step.duration <= instance.halfTerms)
    .map((column, index) => ({ ...column, name: `x${index}` }));
  const byId = Map.groupBy(columns, ({ step }) => step.id);
  const of = (id: string) => byId.get(id) ?? [];
  const rows: string[] = [...byId.values()].map((own) => `${all(own)} <= 1`);
  if (limits.capacity)
    for (const [halfTerm, hours] of instance.capacity.entries()) {
      const terms = columns.flatMap(({ step, start, name }) => {
        const load = step.load[halfTerm - start] ?? 0;
        return load > 0 ? [term(load, name)] : [];
      });
      if (terms.length > 0) rows.push(`${terms.join(' ')} <= ${hours}`);
    }
  const costs = columns.filter(({ step }) => step.cost > 0).map(({ step, name }) => term(step.cost, name));
  if (limits.budget && costs.length > 0) rows.push(`${costs.join(' ')} <= ${instance.budget}`);
  for (const { step, start, name } of columns)
    for (const choice of step.requires) {
      if (choice.some((id) => have.has(id))) continue;
      const ways = choice.flatMap(of).filter((way) => way.start + way.step.duration <= start);
      rows.push(`+ ${name} ${ways.map((way) => term(-1, way.name)).join(' ')} <= 0`);
    }
  for (const step of steps)
    for (const other of step.excludes) {
      const [own, theirs] = [of(step.id), of(other)];
      if (own.length === 0) continue;
      if (have.has(other)) rows.push(`${all(own)} <= 0`);
      else if (theirs.length > 0) rows.push(`${all([...own, ...theirs])} <= 1`);
    }
  for (const group of new Set(steps.flatMap((step) => step.group ?? [])))
    for (let halfTerm = 0; halfTerm < instance.halfTerms; halfTerm += 1) {
      const running = columns.filter(
        ({ step, start }) => step.group === group && start <= halfTerm && halfTerm < start + step.duration,
      );
      if (running.length > 1) rows.push(`${all(running)} <= 1`);
    }
  return { columns, of, rows, seconds };
}

type Solved = { readonly value: number; readonly chosen: readonly Column[] } | undefined;

function solve(
  highs: Highs,
  { columns, seconds }: Plain,
  rows: readonly string[],
  sense: 'Maximize' | 'Minimize',
  weigh: (column: Column) => number,
): Solved {
  const objective = columns.filter((column) => weigh(column) !== 0).map((column) => term(weigh(column), column.name));
  const text = [
    sense,
    ` obj: ${objective.length > 0 ? objective.join(' ') : `0 ${columns[0]?.name ?? 'x0'}`}`,
    'Subject To',
    ...rows.map((row, index) => ` c${index}: ${row}`),
    'Binaries',
    ` ${columns.map(({ name }) => name).join(' ')}`,
    'End',
  ].join('\n');
  const answer = highs.solve(text, {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 0,
    time_limit: seconds,
  });
  if (answer.Status === 'Infeasible') return undefined;
  if (answer.Status !== 'Optimal') throw new Error(answer.Status);
  const values = answer.Columns as Readonly<Record<string, { readonly Primal?: number }>>;
  return {
    value: Math.round(answer.ObjectiveValue),
    chosen: columns.filter(({ name }) => (values[name]?.Primal ?? 0) > 0.5),
  };
}

const endOf = ({ step, start }: Column): number => start + step.duration;

function reach(highs: Highs, plain: Plain, goal: string): number | undefined {
  const own = plain.of(goal);
  if (own.length === 0) return undefined;
  const rows = [...plain.rows, `${all(own)} = 1`];
  return solve(highs, plain, rows, 'Minimize', (column) => (column.step.id === goal ? endOf(column) : 0))?.value;
}

/** The best plan by the plain formulation, with the choices that reach it. Throws where a solve takes more seconds. */
export function solvePlain(highs: Highs, instance: PathwayInstance, seconds = Infinity): PathwayAnswer {
  const goal = openGoal(instance);
  const plain = formulate(instance, seconds);
  const rows = [...plain.rows];
  if (goal !== null) {
    const goalEnd = reach(highs, plain, goal);
    if (goalEnd === undefined) {
      const eased = (limits: { capacity: boolean; budget: boolean }) =>
        reach(highs, formulate(instance, seconds, limits), goal) !== undefined;
      const unblockedBy: Relaxation[] = [];
      if (eased({ capacity: false, budget: true })) unblockedBy.push('capacity');
      if (eased({ capacity: true, budget: false })) unblockedBy.push('budget');
      const nothing = { goalEnd: null, value: null, cost: null, starts: null, chosen: [] };
      return { id: instance.id, feasible: false, ...nothing, unblockedBy };
    }
    rows.push(`${all(plain.of(goal).filter((column) => endOf(column) === goalEnd))} = 1`);
  }
  const hold = (weigh: (column: Column) => number, sign: string, value: number) => {
    const terms = plain.columns
      .filter((column) => weigh(column) !== 0)
      .map((column) => term(weigh(column), column.name));
    if (terms.length > 0) rows.push(`${terms.join(' ')} ${sign} ${value}`);
  };
  const valueOf = ({ step }: Column) => step.value;
  const costOf = ({ step }: Column) => step.cost;
  hold(valueOf, '>=', solve(highs, plain, rows, 'Maximize', valueOf)?.value ?? 0);
  hold(costOf, '<=', solve(highs, plain, rows, 'Minimize', costOf)?.value ?? 0);
  const chosen = (solve(highs, plain, rows, 'Minimize', ({ start }) => start)?.chosen ?? []).map(({ step, start }) => ({
    id: step.id,
    start,
  }));
  return { id: instance.id, feasible: true, ...numbersOf(instance, chosen), chosen };
}
