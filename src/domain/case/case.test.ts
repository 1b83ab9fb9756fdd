import { describe, expect, test } from 'vitest';
import { aCaseDraft } from '../../../test/support/case-builders.ts';
import { aDayCatalogue, aFact, anOpportunity, aProfile } from '../../../test/support/builders.ts';
import { aPin, aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { decideFunding } from '../funding/funding.ts';
import { rulesFor } from '../funding/funding-cohorts.ts';
import { fundingTeacher } from '../funding/funding-profile.ts';
import type { IsoDate } from '../date.ts';
import type { Pin, Plan } from '../plan/plan.ts';
import { caseOf, firstDraft, gapsIn, readerOf, stepsForCase, type CaseContext, type CaseDraft } from './case.ts';

const today = '2026-11-23' as IsoDate;
const fee = aFact({
  id: 'npq-fee-2026',
  topic: 'npq-fee',
  value: { min: 105_500, max: 105_500, unit: 'pence', basis: 'published' },
});
const otherFee = aFact({
  id: 'npq-fee-b',
  topic: 'npq-fee',
  value: { min: 133_300, max: 133_300, unit: 'pence', basis: 'published', vat: 'excluded' },
});
const supply = aFact({
  id: 'supply-primary',
  topic: 'supply-day-cost-primary',
  value: { min: 21_800, max: 21_800, unit: 'pence-a-day', basis: 'published' },
});
const pay = aFact({
  id: 'pay',
  topic: 'pay',
  value: { min: 30_000, max: 30_000, unit: 'pence-a-day', basis: 'published' },
});
const npq = anOpportunity({
  id: 'npq-senior-leadership',
  name: 'NPQ in Senior Leadership',
  npq: 'npq-senior-leadership',
  when: { kind: 'intakes' },
});
const role = anOpportunity({ id: 'a-step' });
const on = aDayCatalogue({ facts: [fee, otherFee, supply, pay], opportunities: [npq, role] });

const pinned = ({ id, value }: typeof fee) => ({
  id,
  statement: 'It is so.',
  ...(typeof value === 'object' ? { value } : {}),
});
const npqPin = (given: Partial<Pin> = {}) =>
  aPin({
    opportunity: npq.id,
    name: npq.name,
    intake: null,
    figures: { costToSchool: { facts: [pinned(fee), pinned(otherFee)] }, outOfClass: { unknown: 'Ask the provider.' } },
    ...given,
  });
const planWith = (pin: Pin | null, more: Partial<Plan> = {}) =>
  aPlan({ steps: [aStep({ name: 'NPQ in Senior Leadership', hours: [6, 6, 6, 6, 6, 6, 6, 6, 6], pin })], ...more });

/** Who pays at a school in England, or outside it, by the rules of the day. */
const contextFor = (inEngland = true): CaseContext => ({
  on,
  supply: [supply],
  fundingOf: ({ pin }) =>
    pin?.opportunity === npq.id
      ? decideFunding({
          npq: 'npq-senior-leadership',
          rules: rulesFor('2026-autumn', today),
          teacher: fundingTeacher(aProfile({ inEngland })),
          isOn: () => 'not-held',
        })
      : undefined,
});
const made = (plan: Plan, draft: Partial<CaseDraft> = {}, context = contextFor()) =>
  caseOf(plan, aCaseDraft(draft), context);

describe('the money of an NPQ', () => {
  test('with the days and travel known it is summed with a funded place and without, over the years it runs', () => {
    const { money } = made(planWith(npqPin()), { days: 4, travel: 6000 });
    expect(money.years).toBe(2);
    expect(money.missing).toEqual([]);
    expect(money.columns.map(({ id, cost }) => [id, cost.net])).toEqual([
      [
        'funded',
        [
          { min: 93_200, max: 93_200 },
          { min: 93_200, max: 93_200 },
        ],
      ],
      [
        'unfunded',
        [
          { min: 198_700, max: 226_500 },
          { min: 93_200, max: 93_200 },
        ],
      ],
    ]);
    expect(money.days).toEqual({ basis: 'yours', range: { min: 4, max: 4 } });
    expect(money.dayCost).toMatchObject({ basis: 'published', facts: [supply] });
  });

  test('what is not known is in no sum and is named', () => {
    const { money } = made(planWith(npqPin()));
    expect(money.missing).toEqual(['cover', 'travel']);
    expect(money.columns[0]?.cost.net).toEqual([
      { min: 0, max: 0 },
      { min: 0, max: 0 },
    ]);
  });

  test('the school’s own price of a day goes before the survey’s', () => {
    const { money } = made(planWith(npqPin()), { days: 2, dayCost: 25_000, travel: 0 });
    expect(money.columns[0]?.cost.cover).toEqual({ min: 50_000, max: 50_000 });
    expect(money.missing).toEqual([]);
  });

  test('no day out of class needs no cover, whatever a day costs', () => {
    const { money } = made(planWith(npqPin()), { days: 0, travel: 0 }, { ...contextFor(), supply: [] });
    expect(money.missing).toEqual([]);
    expect(money.columns[0]?.cost.cover).toEqual({ min: 0, max: 0 });
  });

  test('where the rules fund nobody there is one way it can go, and it is dear', () => {
    const { money, steps } = made(planWith(npqPin()), { days: 0, travel: 0 }, contextFor(false));
    expect(steps[0]?.funding?.status).toBe('not-funded');
    expect(money.columns.map(({ id, cost }) => [id, cost.net[0]])).toEqual([['only', { min: 105_500, max: 133_300 }]]);
  });
});

describe('other steps', () => {
  test('what a role brings in is taken off what it costs', () => {
    const pin = aPin({
      figures: {
        costToSchool: { estimate: { min: 0, max: 0, unit: 'pence' } },
        outOfClass: { estimate: { min: 3, max: 3, unit: 'days-a-year' } },
        income: { facts: [pinned(pay)] },
      },
    });
    const { money } = made(aPlan({ steps: [aStep({ pin })] }), { travel: 0 });
    expect(money.missing).toEqual([]);
    expect(money.columns.map(({ id, cost }) => [id, cost.net])).toEqual([['only', [{ min: -24_600, max: -24_600 }]]]);
  });

  test('an action of one’s own has no figures, and says so of each', () => {
    const { money, steps } = made(aPlan({ steps: [aStep()] }));
    expect(money.missing).toEqual(['the fee', 'cover', 'travel']);
    expect(steps[0]).toMatchObject({ about: '', isNpq: false, costToSchool: { kind: 'unknown', because: undefined } });
  });

  test('an income that is given in words is shown, and is in no sum', () => {
    const pin = aPin({ figures: { income: { facts: [{ id: 'x', statement: 'Half a day a week is paid for.' }] } } });
    expect(made(aPlan({ steps: [aStep({ pin })] })).money.missing).toContain('what comes in');
  });

  test('several steps are summed together, and one without a figure leaves the sum open', () => {
    const plan = aPlan({ steps: [aStep({ pin: npqPin() }), aStep({ id: 's2', name: 'Mine' })] });
    const { money, steps } = made(plan, { steps: ['s1', 's2'], days: 1, travel: 0 });
    expect(steps.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(money.missing).toEqual(['the fee']);
    expect(money.columns[1]?.cost.fee).toEqual({ min: 105_500, max: 133_300 });
  });
});

test('each figure keeps the fact it rests on, whatever the plan says of it', () => {
  const { steps } = made(
    planWith(npqPin({ figures: { costToSchool: { facts: [pinned(fee), { id: 'gone', statement: 'It was.' }] } } })),
  );
  const [step] = steps;
  expect(step?.costToSchool).toMatchObject({ kind: 'facts', facts: [{ fact: fee }, { id: 'gone', fact: undefined }] });
});

test('the rules of an earlier intake are a guide and said to be', () => {
  const intake = {
    id: 'npq-senior-leadership/2026-autumn',
    name: 'Autumn 2026',
    starts: null,
    opens: null,
    closes: null,
    facts: [],
  };
  expect(made(planWith(npqPin())).steps[0]?.isGuide).toBe(true);
  expect(made(planWith(npqPin({ intake }))).steps[0]?.isGuide).toBe(false);
});

test('steps that are done, dropped or not in the timetable are no case, and chosen ones that became so are left out', () => {
  const steps = [
    aStep({ state: 'done' }),
    aStep({ id: 's2', state: 'dropped' }),
    aStep({ id: 's3', place: 'some-day', start: null }),
    aStep({ id: 's4' }),
  ];
  const plan = aPlan({ steps });
  expect(stepsForCase(plan).map(({ id }) => id)).toEqual(['s4']);
  const one = made(plan, { steps: ['s1', 's2', 's3', 's4', 's9'] });
  expect(one.steps.map(({ id }) => id)).toEqual(['s4']);
  expect(gapsIn(made(plan, { steps: ['s1'], why: ' ', asks: [] }))).toEqual(['no-steps', 'no-why', 'no-asks']);
});

test('a head who applies asks a governor', () => {
  expect(readerOf(aPlan({ profile: aProfile({ role: 'headteacher' }) }))).toBe('governor');
  expect(readerOf(aPlan())).toBe('head');
});

test('a case begins with the step that needs a sponsor, and with what providers of NPQs ask', () => {
  const plan = aPlan({ steps: [aStep(), aStep({ id: 's2' })] });
  const needs = { isSponsored: ({ id }: { id: string }) => id === 's2', isNpq: () => true };
  expect(firstDraft(plan, needs)).toMatchObject({ steps: ['s2'], asks: expect.arrayContaining(['pay-if-unfunded']) });
  expect(firstDraft(plan, { isSponsored: () => false, isNpq: () => false })).toMatchObject({
    steps: ['s1'],
    asks: ['endorse'],
  });
  expect(firstDraft(aPlan(), needs).steps).toEqual([]);
});
