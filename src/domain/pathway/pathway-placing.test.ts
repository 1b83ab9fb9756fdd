import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place, type PlacedStep } from './pathway-placing.ts';
import { bitsOf } from './start-bits.ts';

/* Four half terms and up to five steps: every way to place them can be looked at. */

const HALF_TERMS = 4;
type Steps = readonly PlacedStep[];

const aStep = (count: number): fc.Arbitrary<PlacedStep> =>
  fc
    .record({
      load: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 3 }),
      isEven: fc.boolean(),
      starts: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      group: fc.constantFrom(undefined, undefined, 'npq'),
      needs: fc.array(
        fc.record({
          within: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 2 }),
          beside: fc.constantFrom(Infinity, Infinity, 1, 3),
        }),
        { maxLength: 1 },
      ),
    })
    .map(({ load, isEven, starts, ...step }) => ({
      ...step,
      load: load.map((hours) => (isEven ? (load[0] ?? 0) : hours)),
      starts: bitsOf(starts.filter((start) => start + load.length <= HALF_TERMS)),
    }));

const someSteps = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.array(aStep(count), { minLength: count, maxLength: count }));
// Past 61 hours sums are no longer looked at one by one.
const capacity = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: HALF_TERMS, maxLength: HALF_TERMS });

function keepsAll(steps: Steps, hours: readonly number[], starts: readonly number[]): boolean {
  const at = (index: number) => starts[index] ?? 0;
  const end = (index: number) => at(index) + (steps[index]?.load.length ?? 0);
  const used = hours.map((_, halfTerm) =>
    steps.reduce((sum, { load }, index) => sum + (load[halfTerm - at(index)] ?? 0), 0),
  );
  return (
    used.every((sum, halfTerm) => sum <= (hours[halfTerm] ?? 0)) &&
    steps.every(
      ({ needs, group }, index) =>
        needs.every(({ within, beside }) => beside <= at(index) || within.some((way) => end(way) <= at(index))) &&
        (group === undefined ||
          steps.every(
            (other, j) => j === index || other.group !== group || end(j) <= at(index) || end(index) <= at(j),
          )),
    )
  );
}

function everyPlacement(steps: Steps, hours: readonly number[]): readonly (readonly number[])[] {
  const all = steps.reduce<readonly (readonly number[])[]>(
    (placed, { starts }) =>
      placed.flatMap((before) =>
        [0, 1, 2, 3].filter((start) => (starts >>> start) & 1).map((start) => [...before, start]),
      ),
    [[]],
  );
  return all.filter((starts) => keepsAll(steps, hours, starts));
}

const sum = (starts: readonly number[]) => starts.reduce((total, start) => total + start, 0);

test('steps are placed where any placement keeps all rules, and only there', () => {
  fc.assert(
    fc.property(someSteps, capacity, (steps, hours) => {
      const { starts, isCertain } = place(steps, hours);
      expect(isCertain).toBe(true);
      expect(starts === undefined).toBe(everyPlacement(steps, hours).length === 0);
      if (starts) expect(keepsAll(steps, hours, starts)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('the least sum of starts is the least of all placements', () => {
  fc.assert(
    fc.property(someSteps, capacity, (steps, hours) => {
      const { starts } = place(steps, hours, { least: true });
      const sums = everyPlacement(steps, hours).map(sum);
      expect(starts && sum(starts)).toBe(sums.length > 0 ? Math.min(...sums) : undefined);
      if (starts) expect(keepsAll(steps, hours, starts)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('where the tries run out it says that it does not know', () => {
  const step = (hours: number) => ({ load: [hours], starts: bitsOf([0, 1, 2, 3]), group: undefined, needs: [] });
  const steps = [3, 2, 3, 2, 3, 2].map(step);
  expect(place(steps, [5, 5, 5, 4], { tries: 1 })).toMatchObject({ starts: undefined, isCertain: false });
  expect(place(steps, [5, 5, 5, 4])).toMatchObject({ isCertain: true });
});

test('nothing to place is placed', () => {
  expect(place([], [1])).toMatchObject({ starts: [], isCertain: true });
});
