import { describe, expect, test } from 'vitest';
import { aFact, anOpportunity, TODAY } from '../../../test/support/builders.ts';
import { aPin } from '../../../test/support/plan-builders.ts';
import { factsOn } from '../catalogue/fact.ts';
import { LIMITS, type PinnedFigure } from './plan.ts';
import type { Unit } from '../quantity.ts';
import { costToTeacher, costWhenPinned } from './step-cost.ts';

describe('what a step costs the teacher over all its half terms', () => {
  test.each<[clause: string, range: readonly [number, number | null, Unit], halfTerms: number, pence: number | null]>([
    ['a sum is paid once', [4900, 4900, 'pence'], 12, 4900],
    ['a range counts at its upper end', [4750, 7000, 'pence'], 1, 7000],
    ['“at least” counts at its least', [4750, null, 'pence'], 1, 4750],
    ['a sum a year is paid for each year begun', [7000, 7000, 'pence-a-year'], 7, 14_000],
    ['a sum a month is paid for two months of each half term', [500, 500, 'pence-a-month'], 3, 3000],
    ['a rate by the hour is no sum', [2000, 2000, 'pence-an-hour'], 6, null],
    ['no more than a plan can hold', [9_000_000, 9_000_000, 'pence-a-year'], 12, LIMITS.pence],
  ])('%s', (_, [min, max, unit], halfTerms, pence) => {
    const estimate = { min, max, unit };
    const figures = { ...anOpportunity().figures, costToYou: { estimate, because: 'A guess.' } };
    expect(costToTeacher(anOpportunity({ figures }), halfTerms, { facts: new Map() })).toBe(pence);
    expect(costWhenPinned(aPin({ figures: { costToYou: { estimate } } }), halfTerms)).toBe(pence);
  });

  test('is not known where nobody has said, or only in words', () => {
    const opportunity = anOpportunity({ figures: { ...anOpportunity().figures, costToYou: { fact: 'a-fee' } } });
    const facts = factsOn([aFact({ value: 'free to members' })], TODAY);
    expect(costToTeacher(opportunity, 6, { facts })).toBeNull();
    const figures: readonly PinnedFigure[] = [
      { unknown: 'Not found.' },
      { facts: [] },
      { facts: [{ id: 'a', statement: 'A sentence.', value: 'free to members' }] },
    ];
    for (const costToYou of figures) expect(costWhenPinned(aPin({ figures: { costToYou } }), 6)).toBeNull();
    expect(costWhenPinned(aPin(), 6)).toBeNull();
  });
});
