import fc from 'fast-check';
import {
  checkChoices,
  numbersOf,
  type Choice,
  type PathwayInstance,
  type PathwayStep,
} from '../../src/domain/pathway/pathway.ts';

const HALF_TERMS = 4;
export const IDS = ['a', 'b', 'c', 'd', 'e'];

/** A half makes no whole numbers, a third none in any unit. */
const VALUES = { whole: [0, 1, 2, 3, 5], any: [0, 1, 2, 3, 5, 2.5, 1 / 3] };

const anyStep = (id: string, values: readonly number[]): fc.Arbitrary<PathwayStep> =>
  fc
    .record({
      duration: fc.integer({ min: 1, max: 3 }),
      hours: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
      isEven: fc.boolean(),
      cost: fc.constantFrom(0, 0, 3, 5, 8),
      value: fc.constantFrom(...values),
      starts: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      requires: fc.array(fc.subarray([...IDS, 'x'], { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
      excludes: fc.subarray(IDS, { maxLength: 1 }),
      group: fc.constantFrom(undefined, undefined, 'npq'),
    })
    .map(({ hours, isEven, group, excludes, ...step }) => ({
      id,
      ...step,
      load: hours.slice(0, step.duration).map((each) => (isEven ? (hours[0] ?? 0) : each)),
      excludes: excludes.filter((one) => one !== id),
      ...(group === undefined ? {} : { group }),
    }));

/** Instances small enough that every set of choices can be looked at, and as tangled as anything. */
export const anInstance = (values: keyof typeof VALUES = 'any'): fc.Arbitrary<PathwayInstance> =>
  fc.record({
    id: fc.constant('made'),
    halfTerms: fc.constant(HALF_TERMS),
    capacity: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: HALF_TERMS, maxLength: HALF_TERMS }),
    budget: fc.integer({ min: 0, max: 20 }),
    have: fc.subarray(['a', 'x'], { maxLength: 1 }),
    goal: fc.constantFrom(null, null, ...IDS),
    steps: fc.tuple(...IDS.map((id) => anyStep(id, VALUES[values]))),
  });

/** Every set of choices that keeps all rules. */
export function everyPlan(instance: PathwayInstance): readonly (readonly Choice[])[] {
  const plans: (readonly Choice[])[] = [];
  const look = (index: number, chosen: readonly Choice[]): void => {
    const step = instance.steps[index];
    if (!step) {
      if (checkChoices(instance, chosen).length === 0) plans.push(chosen);
      return;
    }
    look(index + 1, chosen);
    for (const start of step.starts) look(index + 1, [...chosen, { id: step.id, start }]);
  };
  look(0, []);
  return plans;
}

/** The four numbers of the best plan, found by looking at every one; `undefined` where there is none. */
export function bestByHand(
  instance: PathwayInstance,
  plans: readonly (readonly Choice[])[] = everyPlan(instance),
): ReturnType<typeof numbersOf> | undefined {
  const [best] = plans.map((chosen) => numbersOf(instance, chosen)).toSorted(compare);
  return best;
}

function compare(a: ReturnType<typeof numbersOf>, b: ReturnType<typeof numbersOf>): number {
  const key = ({ goalEnd, value, cost, starts }: typeof a) => [goalEnd ?? 0, -(value ?? 0), cost ?? 0, starts ?? 0];
  const [one, other] = [key(a), key(b)];
  // Sums of fractions differ by their order of adding up.
  const at = one.findIndex((number, index) => Math.abs(number - (other[index] ?? 0)) > 1e-9);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
