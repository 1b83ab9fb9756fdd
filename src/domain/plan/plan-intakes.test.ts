import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDayCatalogue, anIntake, anOpportunity, TODAY } from '../../../test/support/builders.ts';
import { aPlan } from '../../../test/support/plan-builders.ts';
import type { IsoDate, IsoMonth } from '../date.ts';
import { addHalfTerms, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import type { Intake } from '../catalogue/opportunity.ts';
import { dueIntakes, intakeIn, nextStart } from './plan-intakes.ts';
import { halfTermsOf } from './plan-start.ts';

const HALF_TERMS = halfTermsOf(aPlan({ halfTerms: 18 }), aDayCatalogue());

function starting(starts: string | null, window: Partial<Intake['window']> = {}): Intake {
  return anIntake({
    id: `a-course/${starts}`,
    starts: starts as IsoDate | IsoMonth | null,
    window: { opens: null, closes: null, ...window },
  });
}

function aCourse(...intakes: readonly Intake[]) {
  return anOpportunity({ when: { kind: 'intakes' }, intakes });
}

const LAST_AUTUMN = starting('2026-11');

describe('the intakes that are due', () => {
  test('are those still to come with a known start, in the half term that holds it, the soonest first', () => {
    const course = aCourse(
      starting('2027-10-11'),
      LAST_AUTUMN,
      starting(null),
      starting('2027-02'),
      starting('2099-01'),
    );
    expect(dueIntakes(course, HALF_TERMS, TODAY).map(({ intake, due }) => [intake.starts, due])).toEqual([
      ['2027-02', '2027-spring-1'],
      ['2027-10-11', '2027-autumn-1'],
    ]);
  });

  test('one that starts in a holiday is due in the half term after it', () => {
    expect(intakeIn(aCourse(starting('2027-08-15')), '2027-autumn-1' as HalfTermId, HALF_TERMS, TODAY)?.starts).toBe(
      '2027-08-15',
    );
  });

  test('nothing is due some day', () => {
    expect(intakeIn(aCourse(starting('2027-02')), null, HALF_TERMS, TODAY)).toBeUndefined();
  });
});

describe('when somebody could next begin', () => {
  test.each<[clause: string, intakes: readonly Intake[], from: string, start: string]>([
    ['in the half term of the next intake', [starting('2027-10')], '2026-autumn-2', '2027-autumn-1'],
    [
      'in that of the one after, where the first is too soon',
      [starting('2027-02'), starting('2027-10')],
      '2027-summer-1',
      '2027-autumn-1',
    ],
    [
      'a year after the last that is announced, where all are too soon',
      [starting('2027-10')],
      '2028-spring-1',
      '2028-autumn-1',
    ],
    [
      'in the half term in which the last one began, where none is announced',
      [LAST_AUTUMN],
      '2027-spring-1',
      '2027-autumn-2',
    ],
    ['in the same of a later year, where that is too soon', [LAST_AUTUMN], '2028-spring-1', '2028-autumn-2'],
    ['when they like, where nothing is known of any intake', [], '2027-spring-1', '2027-spring-1'],
  ])('%s', (_, intakes, from, start) => {
    expect(nextStart(aCourse(...intakes), from as HalfTermId, HALF_TERMS, TODAY)).toBe(start);
  });

  test('at once, with what has no intakes or is offered no more', () => {
    expect(nextStart(anOpportunity(), '2027-spring-2' as HalfTermId, HALF_TERMS, TODAY)).toBe('2027-spring-2');
    expect(nextStart(undefined, '2027-spring-2' as HalfTermId, HALF_TERMS, TODAY)).toBe('2027-spring-2');
  });

  test('never before the half term asked for, and from there at once', () => {
    const month = fc
      .integer({ min: 0, max: 35 })
      .map((count) => `${2026 + Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(month, { maxLength: 4 }), fc.nat(17), (months, later) => {
        const course = aCourse(...months.map((one) => starting(one)));
        const from = addHalfTerms(HALF_TERMS[0]?.id ?? ('' as HalfTermId), later);
        const start = nextStart(course, from, HALF_TERMS, TODAY);
        expect(ordinalOf(start)).toBeGreaterThanOrEqual(ordinalOf(from));
        expect(nextStart(course, start, HALF_TERMS, TODAY)).toBe(start);
      }),
    );
  });
});
