import type { PathwayInstance, PathwayStep } from './pathway.ts';

/** What is left to choose from: starts in order, choices of needs that are not had already. */
export type ReducedStep = PathwayStep;

/**
 * Takes away what no plan can contain, so that the solver need not find out: a step that is had or barred by what is
 * had, one dearer than the whole budget, a start that ends too late or takes more hours than its half terms have, a
 * start before any way to a need could have ended. Each step and start taken away is in no valid set of choices, so the
 * best of the rest is the best of all. Repeated until nothing more falls.
 */
export function reduceInstance(instance: PathwayInstance): readonly ReducedStep[] {
  const have = new Set(instance.have);
  let steps: ReducedStep[] = instance.steps
    .filter(
      ({ id, excludes, cost }) => !have.has(id) && !excludes.some((one) => have.has(one)) && cost <= instance.budget,
    )
    .map((step) => ({
      ...step,
      starts: [...new Set(step.starts)].filter((start) => fits(step, start, instance)).toSorted((a, b) => a - b),
      requires: step.requires
        .filter((choice) => !choice.some((id) => have.has(id)))
        .map((choice) => [...new Set(choice)]),
    }));
  for (let before = -1, now = size(steps); before !== now; now = size(steps)) {
    before = now;
    steps = withoutWhatIsOutOfReach(steps);
  }
  return steps;
}

function fits({ duration, load }: PathwayStep, start: number, { halfTerms, capacity }: PathwayInstance): boolean {
  return (
    start >= 0 && start + duration <= halfTerms && load.every((hours, index) => hours <= (capacity[start + index] ?? 0))
  );
}

function size(steps: readonly ReducedStep[]): number {
  return steps.reduce((sum, { starts, requires }) => sum + 1 + starts.length + requires.flat().length, 0);
}

function withoutWhatIsOutOfReach(steps: readonly ReducedStep[]): ReducedStep[] {
  const left = new Map(steps.filter(({ starts }) => starts.length > 0).map((step) => [step.id, step]));
  return [...left.values()].map((step) => {
    const requires = step.requires.map((choice) =>
      choice.filter((id) => {
        const need = left.get(id);
        return need && id !== step.id && !need.excludes.includes(step.id) && !step.excludes.includes(id);
      }),
    );
    // The soonest that each choice could be met; a choice of nothing never is.
    const soonest = requires.map((choice) =>
      Math.min(...choice.map((id) => (left.get(id)?.starts[0] ?? Infinity) + (left.get(id)?.duration ?? 0))),
    );
    return { ...step, requires, starts: step.starts.filter((start) => soonest.every((end) => end <= start)) };
  });
}

/** The steps that a goal can rest on, itself among them: no other step can help it. */
export function leadingTo(goal: string, steps: readonly ReducedStep[]): readonly ReducedStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const needed = new Set<string>();
  const look = [goal];
  for (let id = look.pop(); id !== undefined; id = look.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    look.push(...(byId.get(id)?.requires.flat() ?? []));
  }
  return steps.filter(({ id }) => needed.has(id));
}
