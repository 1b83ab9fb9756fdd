import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFact, TODAY } from '../../../test/support/builders.ts';
import { firstDayOf, addDays, type IsoDate, type IsoMonth } from '../date.ts';
import { factsOn, type Fact } from '../catalogue/fact.ts';
import { creditAt, type CreditQuestion, type FinishedNpq } from './masters-credit.ts';
import type { University } from './masters-credit-universities.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';

const UNIVERSITY: University = {
  provider: 'a-university',
  opportunity: 'a-masters',
  credit: Object.fromEntries(NPQ_CODES.map((npq) => [npq, `${npq}-credit`])),
  limit: 'limit',
  age: 'age',
  fee: { price: 'price', credits: 'per' },
  says: [],
};

const fact = (topic: string, value: { min: number; max: number }, unit: 'credits' | 'years' | 'pence'): Fact =>
  aFact({ id: `${topic}-${value.min}-${value.max}`, topic, value: { ...value, unit, basis: 'published' } });
const some = (topic: string, most: number, unit: 'credits' | 'years' | 'pence', least = 0) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
      .map(([a, b]) => fact(topic, { min: Math.min(a, b), max: Math.max(a, b) }, unit)),
    { maxLength: 2 },
  );

const months: fc.Arbitrary<IsoMonth | undefined> = fc.option(
  fc
    .tuple(fc.integer({ min: 2017, max: 2030 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}` as IsoMonth),
  { nil: undefined },
);
const npqs: fc.Arbitrary<FinishedNpq> = fc.record({ npq: fc.constantFrom<NpqCode>(...NPQ_CODES), finished: months });

const questions: fc.Arbitrary<CreditQuestion> = fc
  .record({
    held: fc.uniqueArray(npqs, { selector: ({ npq }) => npq, maxLength: 4 }),
    terms: fc.tuple(...NPQ_CODES.map((npq) => some(`${npq}-credit`, 240, 'credits'))),
    limit: some('limit', 120, 'credits'),
    age: some('age', 8, 'years'),
    money: fc.tuple(some('price', 200_000, 'pence'), some('per', 40, 'credits', 1)),
    began: fc.constantFrom(null, '2021-07-01' as IsoDate),
  })
  .map(({ held, terms, limit, age, money, began }) => ({
    university: UNIVERSITY,
    held,
    facts: factsOn(
      [fact('masters-credits', { min: 180, max: 180 }, 'credits'), ...terms.flat(), ...limit, ...age, ...money.flat()],
      TODAY,
    ),
    day: TODAY,
    began: () => began,
  }));

const law = (predicate: (question: CreditQuestion) => void) =>
  fc.assert(fc.property(questions, predicate), { numRuns: 1000 });

test('another NPQ never lowers what a university counts', () => {
  fc.assert(
    fc.property(questions, npqs, (question, more) => {
      if (question.held.some(({ npq }) => npq === more.npq)) return;
      const { credits: before } = creditAt(question);
      const { credits: after } = creditAt({ ...question, held: [...question.held, more] });
      if (!before) return;
      // Beside awards that are all too old, one that no fact speaks of turns "none" into "not known".
      if (!after) expect(before).toEqual({ min: 0, max: 0 });
      else {
        expect(after.max).toBeGreaterThanOrEqual(before.max);
        expect(after.min).toBeGreaterThanOrEqual(before.min);
      }
    }),
    { numRuns: 1000 },
  );
});

test('credit never exceeds the university’s limit, nor a whole degree, whatever the facts say', () => {
  law((question) => {
    const { credits, left } = creditAt(question);
    if (!credits) return;
    const limits = (question.facts.get('limit') ?? []).flatMap(({ value }) =>
      typeof value === 'object' && value.max !== null ? [value.max] : [],
    );
    for (const limit of [...limits, 180]) expect(credits.max).toBeLessThanOrEqual(limit);
    expect(credits.min).toBeLessThanOrEqual(credits.max);
    expect(left).toEqual({ min: 180 - credits.max, max: 180 - credits.min });
  });
});

test('no credits, no saving: money is only ever worked out from credits and a price that are held', () => {
  law((question) => {
    const { credits, saves } = creditAt(question);
    const isPriced = ['price', 'per'].every((topic) => question.facts.has(topic));
    expect(saves !== undefined).toBe(credits !== undefined && isPriced);
    if (saves) expect(saves.min).toBeLessThanOrEqual(saves.max);
    if (credits?.max === 0) expect(saves?.max ?? 0).toBe(0);
  });
});

test('the days of an age limit lie in this order: it counts, it hangs on its day, it is too old, and never back', () => {
  const order = ['counts', 'hangs-on-its-day', 'too-old'];
  fc.assert(
    fc.property(questions, months, fc.nat(4000), fc.nat(400), (question, finished, offset, later) => {
      if (finished === undefined) return;
      const held = [{ npq: 'npq-headship' as const, finished }];
      const kindOn = (days: number) =>
        creditAt({ ...question, held, day: addDays(firstDayOf(finished), days) }).npqs[0]?.age.kind ?? '';
      expect(order.indexOf(kindOn(offset + later))).toBeGreaterThanOrEqual(order.indexOf(kindOn(offset)));
    }),
    { numRuns: 500 },
  );
});
