import type { PathwayInstance } from './pathway.ts';

/** Tenths, hundredths or thousandths are made whole; finer parts are not. */
const FACTORS = [1, 10, 100, 1000];
/** Past this, sums of whole numbers would no longer be exact, or the solver's own rounding would show. */
const GREATEST = 1e9;

/**
 * The same instance in units so small that hours, pounds and worth are whole numbers, for which the same choices are
 * best. `undefined` where no such unit is small enough.
 */
export function inWholeNumbers(instance: PathwayInstance): PathwayInstance | undefined {
  const { steps, capacity, budget } = instance;
  const hours = factorFor([...capacity, ...steps.flatMap(({ load }) => load)]);
  const pounds = factorFor([budget, ...steps.map(({ cost }) => cost)]);
  const worth = factorFor(steps.map(({ value }) => value));
  if (hours === undefined || pounds === undefined || worth === undefined) return undefined;
  return {
    ...instance,
    capacity: capacity.map((each) => Math.round(each * hours)),
    budget: Math.round(budget * pounds),
    steps: steps.map((step) => ({
      ...step,
      load: step.load.map((each) => Math.round(each * hours)),
      cost: Math.round(step.cost * pounds),
      value: Math.round(step.value * worth),
    })),
  };
}

function factorFor(numbers: readonly number[]): number | undefined {
  return FACTORS.find((factor) => numbers.every((each) => isWhole(each * factor)));
}

/** 0.29 × 100 is 28.999999999999996 to a computer. */
function isWhole(number: number): boolean {
  return number >= 0 && number <= GREATEST && Math.abs(number - Math.round(number)) < 1e-6 * Math.max(1, number / 1e6);
}
