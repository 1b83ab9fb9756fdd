import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quantity } from '../quantity.ts';
import { incomeOf, schoolCost, type SchoolCostInput } from './school-cost.ts';

const price = (pence: number): Quantity => ({ min: pence, max: pence, unit: 'pence', basis: 'published' });
const NOTHING_TOLD: SchoolCostInput = {
  fees: [],
  years: 1,
  daysAYear: undefined,
  dayCost: undefined,
  travelAYear: undefined,
  income: undefined,
};

describe('what a next step costs a school', () => {
  test('several example prices make a range, paid once, in the first year', () => {
    const cost = schoolCost({ ...NOTHING_TOLD, fees: [price(105_500), price(133_300)], years: 2, travelAYear: 6000 });
    expect(cost.net).toEqual([
      { min: 111_500, max: 139_300 },
      { min: 6000, max: 6000 },
    ]);
  });

  test('cover needs both days and the cost of one; without either it is not known, and not nothing', () => {
    expect(schoolCost({ ...NOTHING_TOLD, daysAYear: { min: 4, max: 4 } }).cover).toBeUndefined();
    expect(
      schoolCost({ ...NOTHING_TOLD, daysAYear: { min: 2, max: 4 }, dayCost: { min: 21_800, max: 29_100 } }).cover,
    ).toEqual({ min: 43_600, max: 116_400 });
  });

  test('a grant is taken off, and can leave the school with money', () => {
    expect(schoolCost({ ...NOTHING_TOLD, income: { min: 72_168, max: 72_168 } }).net).toEqual([
      { min: -72_168, max: -72_168 },
    ]);
  });

  test('a grant by the hour needs the hours; one whose rate was not found counts for nothing known', () => {
    const hourly: Quantity = { min: 4380, max: 4380, unit: 'pence-an-hour', basis: 'published' };
    expect(incomeOf(hourly, {})).toBeUndefined();
    expect(incomeOf(hourly, { hours: 20 })).toEqual({ min: 87_600, max: 87_600 });
    expect(incomeOf('not found for this year', { hours: 20 })).toBeUndefined();
  });

  test('the least is never above the most', () => {
    const range = fc
      .tuple(fc.nat(1_000_000), fc.nat(1_000_000))
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
    const maybe = fc.option(range, { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(fc.nat(500_000).map(price), { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        maybe,
        maybe,
        maybe,
        (fees, years, daysAYear, dayCost, income) => {
          const { net } = schoolCost({ fees, years, daysAYear, dayCost, travelAYear: undefined, income });
          expect(net).toHaveLength(years);
          for (const { min, max } of net) expect(min).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
