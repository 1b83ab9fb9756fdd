import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TODAY } from '../../../test/support/builders.ts';
import { decideFunding, type FundingAnswer } from './funding.ts';
import {
  FUNDING_LISTS,
  FUNDING_STATUSES,
  LIST_VINTAGES,
  statusOf,
  type FundingList,
  type IsOn,
  type ListAnswer,
} from './funding-codes.ts';
import { COHORT_IDS, rulesFor, type CohortRules } from './funding-cohorts.ts';
import type { FundingTeacher } from './funding-input.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';
import { EARLY_YEARS_SETTINGS, EMPLOYMENTS, SECTORS, SETTING_KINDS } from '../matching/profile.ts';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const teachers: fc.Arbitrary<FundingTeacher> = fc.record({
  inEngland: maybe(fc.boolean()),
  paidFor: fc.subarray([...NPQ_CODES], { maxLength: 2 }),
  perhapsPaidFor: fc.subarray([...NPQ_CODES], { maxLength: 2 }),
  newHeadteacher: maybe(fc.boolean()),
  workplace: maybe(fc.constantFrom(...SETTING_KINDS, 'unlisted' as const)),
  school: maybe(
    fc.record({
      urn: maybe(fc.constant('100001')),
      ukprn: maybe(fc.constant('10000001')),
      typeCode: maybe(fc.integer({ min: 1, max: 57 })),
      stateFunded: maybe(fc.boolean()),
    }),
  ),
  sector: maybe(fc.constantFrom(...SECTORS)),
  earlyYears: maybe(fc.constantFrom(...EARLY_YEARS_SETTINGS)),
  ofstedUrns: maybe(fc.constant(['EY1'])),
  employment: maybe(fc.constantFrom(...EMPLOYMENTS)),
  ittProviderApproved: maybe(fc.boolean()),
  referred: maybe(fc.boolean()),
});

const lists: fc.Arbitrary<IsOn> = fc
  .array(fc.constantFrom<ListAnswer>('yes', 'no', 'not-held'), { minLength: 24, maxLength: 24 })
  .map((answers) => (list, _, identifier, vintage) => {
    const answer = answers[FUNDING_LISTS.indexOf(list) * 4 + LIST_VINTAGES.indexOf(vintage)] ?? 'no';
    return identifier === '' && answer === 'yes' ? 'no' : answer;
  });

const npqs = fc.constantFrom<NpqCode>(...NPQ_CODES);
const intakes: fc.Arbitrary<CohortRules> = fc.constantFrom(...COHORT_IDS).map((cohort) => rulesFor(cohort, TODAY));
const inputs = fc.record({ npq: npqs, rules: intakes, teacher: teachers, isOn: lists });

const law = (predicate: (input: Parameters<typeof decideFunding>[0]) => void) =>
  fc.assert(fc.property(inputs, predicate), { numRuns: 2000 });

const answering =
  (isOn: IsOn, name: FundingList, answer: ListAnswer): IsOn =>
  (list, type, identifier, vintage) =>
    list === name ? (identifier === '' ? 'no' : answer) : isOn(list, type, identifier, vintage);

/** The worse, the lower. */
const rank = ({ status }: FundingAnswer): number =>
  ['not-offered', 'not-announced', 'not-funded', 'unknown', 'review', 'funded'].indexOf(status);

test('a decision never throws, and always has a status, a code, a sentence, a path and a fact', () => {
  law((input) => {
    const answer = decideFunding(input);
    expect(FUNDING_STATUSES).toContain(answer.status);
    expect(statusOf(answer.code)).toBe(answer.status);
    expect(answer.because).toMatch(/^[A-Z].*[^.]\.$/);
    expect(answer.because).not.toMatch(/undefined|null|!/);
    expect(answer.steps.at(-1)?.question).toBe(answer.settledBy);
    expect(answer.fact.topic).not.toBe('');
    expect(answer.owner !== undefined).toBe(answer.status === 'unknown');
  });
});

test('the same input always gives the same answer', () => {
  law((input) => {
    expect(decideFunding(input)).toEqual(decideFunding(input));
  });
});

test('being on the RISE list never makes an answer worse', () => {
  law((input) => {
    const off = decideFunding({ ...input, isOn: answering(input.isOn, 'rise', 'no') });
    const on = decideFunding({ ...input, isOn: answering(input.isOn, 'rise', 'yes') });
    expect(rank(on)).toBeGreaterThanOrEqual(rank(off));
  });
});

test('the RISE list makes no difference to the offers for new heads', () => {
  law((input) => {
    for (const npq of ['npq-early-headship-coaching-offer', 'npq-additional-support-offer'] as const) {
      const off = decideFunding({ ...input, npq, isOn: answering(input.isOn, 'rise', 'no') });
      expect(decideFunding({ ...input, npq, isOn: answering(input.isOn, 'rise', 'yes') })).toEqual(off);
    }
  });
});

test('being on any other list never makes an answer worse either', () => {
  law((input) => {
    for (const list of FUNDING_LISTS) {
      const off = decideFunding({ ...input, isOn: answering(input.isOn, list, 'no') });
      const on = decideFunding({ ...input, isOn: answering(input.isOn, list, 'yes') });
      expect(rank(on)).toBeGreaterThanOrEqual(rank(off));
    }
  });
});

test('money had before beats everything after England, and England everything after the intake', () => {
  law((input) => {
    const { money, courses } = input.rules;
    const byIntake = courses[input.npq] === 'not-offered' || money === 'zero' || money === 'not-announced';
    const own = byIntake ? decideFunding(input).code : undefined;
    const paid = { ...input, teacher: { ...input.teacher, inEngland: true, paidFor: [input.npq] } };
    expect(decideFunding(paid).code).toBe(own ?? 'previously_funded');
    expect(decideFunding({ ...paid, teacher: { ...paid.teacher, inEngland: false } }).code).toBe(
      own ?? 'not_in_england',
    );
  });
});

/** Every answer that was not told, told in each of its ways, one at a time. */
function* toldMore(teacher: FundingTeacher): Generator<FundingTeacher> {
  if (teacher.inEngland === undefined) for (const inEngland of [true, false]) yield { ...teacher, inEngland };
  if (teacher.newHeadteacher === undefined)
    for (const newHeadteacher of [true, false]) yield { ...teacher, newHeadteacher };
  if (teacher.referred === undefined) for (const referred of [true, false]) yield { ...teacher, referred };
  if (teacher.ittProviderApproved === undefined)
    for (const ittProviderApproved of [true, false]) yield { ...teacher, ittProviderApproved };
  if (teacher.employment === undefined) for (const employment of EMPLOYMENTS) yield { ...teacher, employment };
  if (teacher.workplace === undefined) yield { ...teacher, workplace: 'unlisted' };
}

test('what is known without an answer stays so whatever the answer turns out to be', () => {
  law((input) => {
    const before = decideFunding(input);
    if (before.status === 'unknown') return;
    for (const teacher of toldMore(input.teacher))
      expect(decideFunding({ ...input, teacher }).status).toBe(before.status);
  });
});
