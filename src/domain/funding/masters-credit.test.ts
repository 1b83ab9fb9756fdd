import { describe, expect, test } from 'vitest';
import { aFact, TODAY } from '../../../test/support/builders.ts';
import type { IsoDate, IsoMonth } from '../date.ts';
import { factsOn, type Fact } from '../catalogue/fact.ts';
import {
  creditAt,
  isPublishedBy,
  isSilent,
  rankCredit,
  type CreditAnswer,
  type FinishedNpq,
} from './masters-credit.ts';
import type { University } from './masters-credit-universities.ts';
import type { NpqCode } from '../catalogue/npq.ts';

const month = (text: string) => text as IsoMonth;
const finished = (npq: NpqCode, when?: string): FinishedNpq => ({ npq, finished: when ? month(when) : undefined });
const LITERACY = 'npq-leading-literacy';
const HEADSHIP = 'npq-headship';
const MATHEMATICS = 'npq-leading-primary-mathematics';

function about(
  topic: string,
  value: Omit<Exclude<Fact['value'], string | undefined>, 'basis'>,
  more: Partial<Fact> = {},
) {
  return aFact({ id: `${topic}-${value.max}`, topic, value: { ...value, basis: 'published' }, ...more });
}
const upTo = (topic: string, max: number, more: Partial<Fact> = {}) =>
  about(topic, { min: 0, max, unit: 'credits' }, more);

const WHOLE = about('masters-credits', { min: 180, max: 180, unit: 'credits' });
const LOAN = about('masters-loan-credits', { min: 180, max: null, unit: 'credits' });
const A_UNIVERSITY: University = {
  provider: 'a-university',
  opportunity: 'a-masters',
  credit: { [LITERACY]: 'literacy-credit', [HEADSHIP]: 'headship-credit' },
  limit: 'credit-limit',
  age: 'credit-age',
  fee: { price: 'module-fee', credits: 'module-credits' },
  says: [],
};
const TERMS = [WHOLE, LOAN, upTo('literacy-credit', 40), upTo('headship-credit', 100)];
const FIVE_YEARS = about('credit-age', { min: 0, max: 5, unit: 'years' });
const MODULES = [
  about('module-fee', { min: 94_500, max: 94_500, unit: 'pence' }, { certainty: 'low' }),
  about('module-credits', { min: 20, max: 20, unit: 'credits' }),
];

function answer(held: readonly FinishedNpq[], facts: readonly Fact[] = TERMS, day: IsoDate = TODAY): CreditAnswer {
  return creditAt({
    university: A_UNIVERSITY,
    held,
    facts: factsOn(facts, day),
    day,
    began: (npq) => (npq === LITERACY ? ('2022-06-01' as IsoDate) : null),
  });
}

describe('what an NPQ counts for', () => {
  test('"up to 40 of 180 credits" leaves 140 to 180', () => {
    const { credits, left, isConfirmed } = answer([finished(LITERACY)]);
    expect({ credits, left, isConfirmed }).toEqual({
      credits: { min: 0, max: 40 },
      left: { min: 140, max: 180 },
      isConfirmed: true,
    });
  });

  test('a fixed number of credits leaves a fixed number', () => {
    const fixed = about('literacy-credit', { min: 40, max: 40, unit: 'credits' });
    expect(answer([finished(LITERACY)], [WHOLE, fixed]).left).toEqual({ min: 140, max: 140 });
  });

  test('an NPQ the university does not name has no figure, and none is made up', () => {
    const { credits, left, saves, npqs, loan } = answer([finished(MATHEMATICS)], [...TERMS, ...MODULES]);
    expect([credits, left, saves]).toEqual([undefined, undefined, undefined]);
    expect(npqs[0]?.state).toBe('not-named');
    expect(loan).toBe('unknown');
  });

  test('of several NPQs the one that brings most is counted, for no fact says that they may be added', () => {
    const { credits, best, hangsOnAdding } = answer([finished(LITERACY), finished(HEADSHIP)]);
    expect(credits).toEqual({ min: 0, max: 100 });
    expect(best?.npq).toBe(HEADSHIP);
    expect(hangsOnAdding).toBe(true);
    expect(answer([finished(HEADSHIP), finished(MATHEMATICS)]).hangsOnAdding).toBe(false);
  });

  test('the university’s limit holds whatever an NPQ brings; where its pages differ, the lower', () => {
    const limits = (['disputed', 'disputed'] as const).map((certainty, index) =>
      upTo('credit-limit', [90, 60][index] ?? 0, { certainty }),
    );
    expect(answer([finished(HEADSHIP)], [...TERMS, ...limits]).credits).toEqual({ min: 0, max: 60 });
  });

  test('a figure that could not be confirmed is said to be unconfirmed', () => {
    const unsure = [WHOLE, upTo('literacy-credit', 40, { certainty: 'low' })];
    expect(answer([finished(LITERACY)], unsure).isConfirmed).toBe(false);
    expect(isPublishedBy(A_UNIVERSITY, factsOn(unsure, TODAY))).toBe(false);
    expect(isPublishedBy(A_UNIVERSITY, factsOn(TERMS, TODAY))).toBe(true);
  });

  test('an award from before today’s NPQ of the name has no figure', () => {
    const { npqs, credits } = answer([finished(LITERACY, '2019-07')]);
    expect(npqs[0]?.state).toBe('before-reform');
    expect(credits).toBeUndefined();
    expect(answer([finished(LITERACY, '2022-06')]).npqs[0]?.state).toBe('counts');
  });

  test('a university of which nothing is held is silent; an age limit alone is something', () => {
    expect(isSilent(A_UNIVERSITY, factsOn([WHOLE], TODAY))).toBe(true);
    expect(isSilent(A_UNIVERSITY, factsOn([FIVE_YEARS], TODAY))).toBe(false);
  });

  test('the university that counts most comes first, and those that say nothing stay in their order', () => {
    const silent = answer([finished(MATHEMATICS)]);
    const least = answer([finished(LITERACY)]);
    const most = answer([finished(HEADSHIP)]);
    expect(rankCredit([silent, least, most])).toEqual([most, least, silent]);
  });
});

describe('the age limit', () => {
  const dated = (when: string | undefined, day = TODAY, facts = [...TERMS, FIVE_YEARS]) =>
    answer([finished(HEADSHIP, when)], facts, day);

  test.for([
    ['2026-07', '2026-11-23', 'counts'],
    ['2026-07', '2031-07-01', 'counts'],
    ['2026-07', '2031-07-02', 'hangs-on-its-day'],
    ['2026-07', '2031-07-31', 'hangs-on-its-day'],
    ['2026-07', '2031-08-01', 'too-old'],
  ] as const)('finished in %s, asked on %s, with a limit of five years: %s', ([when, day, kind]) => {
    const [npq] = dated(when, day as IsoDate).npqs;
    expect(npq?.age).toEqual({ kind, surelyUntil: '2031-07-01', atMostUntil: '2031-07-31' });
    expect(npq?.state).toBe(kind === 'too-old' ? 'too-old' : 'counts');
  });

  test('the last day of a leap February is clamped', () => {
    expect(dated('2024-02').npqs[0]?.age).toMatchObject({ surelyUntil: '2029-02-01', atMostUntil: '2029-02-28' });
  });

  test('too old an award counts for nothing; a younger one beside it still counts', () => {
    expect(dated('2020-01').credits).toEqual({ min: 0, max: 0 });
    const both = answer([finished(HEADSHIP, '2020-01'), finished(LITERACY, '2025-01')], [...TERMS, FIVE_YEARS]);
    expect(both.credits).toEqual({ min: 0, max: 40 });
    expect(both.hangsOnAdding).toBe(false);
  });

  test('without a month it is not told, and without a limit it is not held', () => {
    expect(dated(undefined).npqs[0]?.age).toEqual({ kind: 'not-told' });
    expect(dated('2020-01', TODAY, TERMS).npqs[0]?.age).toEqual({ kind: 'not-held' });
  });

  test('where pages differ the shorter limit is gone by', () => {
    const four = about('credit-age', { min: 0, max: 48, unit: 'months' });
    expect(dated('2026-07', TODAY, [...TERMS, FIVE_YEARS, four]).npqs[0]?.age).toMatchObject({
      surelyUntil: '2030-07-01',
    });
  });

  test('an NPQ still to be finished counts, and is said to be to come', () => {
    expect(dated('2027-07').npqs[0]).toMatchObject({ state: 'counts', isToCome: true });
    expect(dated('2026-11').npqs[0]?.isToCome).toBe(false);
  });
});

describe('what it saves, and what it costs', () => {
  test('40 credits at £945 for 20 save up to £1,890; a fee that was not confirmed is said to be so', () => {
    const { saves, isFeeConfirmed } = answer([finished(LITERACY)], [...TERMS, ...MODULES]);
    expect(saves).toEqual({ min: 0, max: 189_000 });
    expect(isFeeConfirmed).toBe(false);
  });

  test('without a price nothing is worked out', () => {
    expect(answer([finished(LITERACY)]).saves).toBeUndefined();
  });

  test('credit that leaves fewer credits than the loan asks usually loses it; none leaves it alone', () => {
    expect(answer([finished(LITERACY)]).loan).toBe('usually-lost');
    expect(answer([finished(LITERACY, '2020-01')], [...TERMS, FIVE_YEARS]).loan).toBe('untouched');
    expect(answer([finished(LITERACY)], [WHOLE, upTo('literacy-credit', 40)]).loan).toBe('unknown');
  });
});
