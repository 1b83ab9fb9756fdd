/*
 * What a person could do, half term by half term, as the exact model sees it. Half terms are counted from 0; hours and
 * pounds are whole or not, as they come.
 */

/** One thing that can be chosen, at most once. */
export interface PathwayStep {
  readonly id: string;
  /** What it is, for readers; the model does not look at it. */
  readonly kind?: string;
  /** Half terms it lasts, at least one. */
  readonly duration: number;
  /** Hours in each of them. */
  readonly load: readonly number[];
  readonly cost: number;
  readonly value: number;
  /** The half terms it may start in. */
  readonly starts: readonly number[];
  /** Of each choice at least one is had, or has ended when this starts. */
  readonly requires: readonly (readonly string[])[];
  /** Never chosen together; nor where one of them is had. */
  readonly excludes: readonly string[];
  /** Of one group at most one runs at a time. */
  readonly group?: string;
}

export interface PathwayInstance {
  readonly id: string;
  readonly halfTerms: number;
  /** Hours there are in each half term. */
  readonly capacity: readonly number[];
  readonly budget: number;
  readonly have: readonly string[];
  readonly goal: string | null;
  readonly steps: readonly PathwayStep[];
}

export interface Choice {
  readonly id: string;
  readonly start: number;
}

/** What would make a goal reachable that is not: more hours, or more money. */
export type Relaxation = 'capacity' | 'budget';

/**
 * The best plan: the goal ends soonest, then value is greatest, then cost least, then starts earliest in sum. Where the
 * goal cannot be reached the numbers are `null`, nothing is chosen, and `unblockedBy` says which single limit is in the way.
 */
export interface PathwayAnswer {
  readonly id: string;
  readonly feasible: boolean;
  /** The half term after the goal's last; `null` without a goal, or where it is had already. */
  readonly goalEnd: number | null;
  readonly value: number | null;
  readonly cost: number | null;
  readonly starts: number | null;
  readonly chosen: readonly Choice[];
  readonly unblockedBy?: readonly Relaxation[];
}

/** The goal that is still to be reached. */
export function openGoal({ goal, have }: PathwayInstance): string | null {
  return goal === null || have.includes(goal) ? null : goal;
}

/** The four numbers of a set of choices. */
export function numbersOf(
  instance: PathwayInstance,
  chosen: readonly Choice[],
): Pick<PathwayAnswer, 'goalEnd' | 'value' | 'cost' | 'starts'> {
  const goal = openGoal(instance);
  const steps = new Map(instance.steps.map((step) => [step.id, step]));
  const sum = (of: (step: PathwayStep) => number) =>
    chosen.reduce((total, { id }) => total + (steps.get(id) ? of(steps.get(id) as PathwayStep) : 0), 0);
  const reached = chosen.find(({ id }) => id === goal);
  return {
    goalEnd: reached ? reached.start + (steps.get(reached.id)?.duration ?? 0) : null,
    value: sum(({ value }) => value),
    cost: sum(({ cost }) => cost),
    starts: chosen.reduce((total, { start }) => total + start, 0),
  };
}

/** Every rule of the model that a set of choices breaks, each in a sentence; none where it is a plan. */
export function checkChoices(instance: PathwayInstance, chosen: readonly Choice[]): readonly string[] {
  const steps = new Map(instance.steps.map((step) => [step.id, step]));
  const known = chosen.flatMap((choice) => {
    const step = steps.get(choice.id);
    return step ? [{ ...choice, step }] : [];
  });
  const unknown = chosen.filter(({ id }) => !steps.has(id)).map(({ id }) => `${id} is no step`);
  return [
    ...unknown,
    ...brokenAlone(instance, known),
    ...brokenOrder(instance, known),
    ...brokenTogether(instance, known),
    ...brokenLimits(instance, known),
  ];
}

type Chosen = Choice & { readonly step: PathwayStep };

function brokenAlone({ have, halfTerms, goal }: PathwayInstance, chosen: readonly Chosen[]): readonly string[] {
  const twice = chosen.filter(({ id }, index) => chosen.findIndex((other) => other.id === id) !== index);
  const missed = goal !== null && !have.includes(goal) && !chosen.some(({ id }) => id === goal);
  return [
    ...twice.map(({ id }) => `${id} is chosen twice`),
    ...chosen.filter(({ id }) => have.includes(id)).map(({ id }) => `${id} is had already`),
    ...chosen
      .filter(({ step, start }) => !step.starts.includes(start))
      .map(({ id, start }) => `${id} cannot start in ${start}`),
    ...chosen.filter(({ step, start }) => start + step.duration > halfTerms).map(({ id }) => `${id} ends too late`),
    ...(missed ? [`the goal ${goal} is not chosen`] : []),
  ];
}

function brokenOrder({ have }: PathwayInstance, chosen: readonly Chosen[]): readonly string[] {
  return chosen.flatMap(({ id, start, step }) =>
    step.requires
      .filter(
        (choice) =>
          !choice.some(
            (need) =>
              have.includes(need) ||
              chosen.some((other) => other.id === need && other.start + other.step.duration <= start),
          ),
      )
      .map((choice) => `${id} starts before any of ${choice.join(', ')} has ended`),
  );
}

function brokenTogether({ have }: PathwayInstance, chosen: readonly Chosen[]): readonly string[] {
  return chosen.flatMap((one, index) => [
    ...one.step.excludes
      .filter((other) => have.includes(other) || chosen.some(({ id }) => id === other))
      .map((other) => `${one.id} excludes ${other}`),
    ...chosen
      .slice(index + 1)
      .filter((other) => one.step.group !== undefined && other.step.group === one.step.group && overlap(one, other))
      .map((other) => `${one.id} and ${other.id} of one group run at once`),
  ]);
}

function overlap(a: Chosen, b: Chosen): boolean {
  return a.start < b.start + b.step.duration && b.start < a.start + a.step.duration;
}

/** Hours may be fractions: a thousandth over is rounding and no hour. */
const ROUNDING = 1e-6;

function brokenLimits({ capacity, budget }: PathwayInstance, chosen: readonly Chosen[]): readonly string[] {
  const cost = chosen.reduce((sum, { step }) => sum + step.cost, 0);
  const over = capacity.flatMap((hours, halfTerm) => {
    const used = chosen.reduce((sum, { start, step }) => sum + (step.load[halfTerm - start] ?? 0), 0);
    return used > hours + ROUNDING ? [`${used} hours in half term ${halfTerm}, and there are ${hours}`] : [];
  });
  return [...over, ...(cost > budget + ROUNDING ? [`it costs ${cost}, and there is ${budget}`] : [])];
}
