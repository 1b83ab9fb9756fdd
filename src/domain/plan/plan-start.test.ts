import { describe, expect, test } from 'vitest';
import { aDayCatalogue, anIntake, anOpportunity, aTermCalendar, TODAY } from '../../../test/support/builders.ts';
import { aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';
import type { IsoDate, IsoMonth } from '../date.ts';
import { addHalfTerms } from '../calendar/half-term.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { emptyPlan, guessedStart, halfTermsOf, nextToBegin, usualStart } from './plan-start.ts';

const ON = aDayCatalogue();
const HALF_TERMS = halfTermsOf(aPlan(), ON);

describe('a new plan', () => {
  test.each([
    ['in term', '2026-11-23', '2026-autumn-2'],
    ['in a holiday, with the next half term', '2026-12-28', '2027-spring-1'],
    ['in summer, with the new school year', '2027-08-10', '2027-autumn-1'],
    ['on the last day of a half term, with that', '2026-10-23', '2026-autumn-1'],
  ])('begins %s', (_, day, first) => {
    const plan = emptyPlan('My plan', { fte: 0.6 }, aDayCatalogue({}, day as IsoDate));
    expect(plan).toEqual({
      title: 'My plan',
      profile: { fte: 0.6 },
      first,
      halfTerms: 12,
      goals: [],
      steps: [],
      stepsMade: 0,
      answers: {},
    });
    expect(parsePlan(planText(plan))).toEqual({ ok: true, plan });
  });
});

describe('the half terms of a plan', () => {
  test('are those it shows, in order and with their dates', () => {
    expect(HALF_TERMS.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, index) => addHalfTerms(FIRST, index)),
    );
    for (const [index, { from, until }] of HALF_TERMS.entries()) {
      expect(from < until).toBe(true);
      expect((HALF_TERMS[index - 1]?.until ?? '') < from).toBe(true);
    }
  });

  test('go on as long as any step does that is not dropped', () => {
    const long = aStep({ start: addHalfTerms(FIRST, 11), hours: Array.from({ length: 42 }, () => 1) });
    expect(halfTermsOf(aPlan({ steps: [long] }), ON)).toHaveLength(53);
    expect(halfTermsOf(aPlan({ steps: [{ ...long, state: 'dropped' }] }), ON)).toHaveLength(12);
  });

  test('are those of the school’s own calendar, else of its district’s', () => {
    const school = aTermCalendar({ id: 'school', name: 'School', for: { kind: 'school', urn: 123_456 } });
    const district = aTermCalendar({ id: 'wigan', name: 'Wigan', for: { kind: 'district', district: 'wigan' } });
    const because = (calendar: typeof school, words: string) => ({
      ...calendar,
      estimates: { ...calendar.estimates, because: words },
    });
    const on = aDayCatalogue({
      termCalendars: [aTermCalendar(), because(district, 'the district’s'), because(school, 'the school’s')],
    });
    const first = (profile: object) => halfTermsOf(aPlan({ profile }), on)[0]?.because;
    expect(first({ district: 'wigan' })).toBe('the district’s');
    expect(first({ district: 'wigan', setting: { kind: 'school', urn: 123_456 } })).toBe('the school’s');
    expect(first({ district: 'elsewhere' })).toBe('Estimated by the council’s principles.');
  });

  test('are known for the last plan that can be kept', () => {
    const last = aPlan({ first: '2035-autumn-2' as typeof FIRST, halfTerms: 30 });
    expect(halfTermsOf(last, ON)).toHaveLength(30);
  });
});

describe('where a step usually goes', () => {
  const starting = (...starts: readonly (string | null)[]): Partial<Opportunity> => ({
    when: { kind: 'intakes' },
    intakes: starts.map((one) =>
      anIntake({
        id: `a-step/${one}`,
        starts: one as IsoDate | IsoMonth | null,
        window: { opens: null, closes: null },
      }),
    ),
  });

  test.each<[clause: string, given: Partial<Opportunity>, start: string, intake: string | undefined]>([
    ['into the half term of its next intake', starting('2027-02', '2027-10'), '2027-spring-1', 'a-step/2027-02'],
    [
      'into that in which the last one began, a year on, where none is announced',
      starting('2025-11', '2026-11'),
      '2027-autumn-2',
      undefined,
    ],
    ['into the half term that is running, where it can begin at any time', {}, '2026-autumn-2', undefined],
    [
      'into the half term that is running, where nothing is known of its intake’s day',
      starting(null),
      '2026-autumn-2',
      'a-step/null',
    ],
    [
      'into the last half term, where its next intake is later than all of them',
      starting('2034-02'),
      '2028-autumn-1',
      'a-step/2034-02',
    ],
  ])('%s', (_, given, start, intake) => {
    const usual = usualStart(anOpportunity(given), HALF_TERMS, TODAY);
    expect([usual.start, usual.intake?.id]).toEqual([start, intake]);
  });

  test('is no guess where it has no intakes', () => {
    expect(guessedStart(anOpportunity({ intakes: [anIntake()] }), HALF_TERMS, TODAY)).toBeUndefined();
    expect(guessedStart(anOpportunity(starting()), HALF_TERMS, TODAY)).toBeUndefined();
  });

  test.each([
    ['the running half term while three weeks of it are left', '2026-11-23', '2026-autumn-2'],
    ['the next in the last three weeks before a holiday', '2026-12-07', '2027-spring-1'],
    ['the next in a holiday', '2026-12-28', '2027-spring-1'],
    ['the last, after the timetable’s end', '2031-01-01', '2028-autumn-1'],
  ])('what begins next is %s', (_, day, id) => {
    expect(nextToBegin(HALF_TERMS, day as IsoDate).id).toBe(id);
  });
});
