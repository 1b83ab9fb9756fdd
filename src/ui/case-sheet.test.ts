import { expect, test } from 'vitest';
import { aCaseDraft } from '../../test/support/case-builders.ts';
import { aDayCatalogue, aFact, anOpportunity } from '../../test/support/builders.ts';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import type { IsoDate } from '../domain/date.ts';
import { caseOf, type CaseDraft } from '../domain/case/case.ts';
import { changesSince, type CaseSheet } from '../domain/case/case-sheet.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { caseSheet } from './case-sheet.ts';
import { asksInWords } from './case-words.ts';

const today = '2026-11-23' as IsoDate;
const fee = aFact();
const on = aDayCatalogue({ facts: [fee], opportunities: [anOpportunity({ when: { kind: 'intakes' } })] });
const figures = {
  costToSchool: {
    facts: [{ id: fee.id, statement: fee.statement, ...(typeof fee.value === 'object' ? { value: fee.value } : {}) }],
  },
};
const course = aStep({ name: 'A course', hours: [6, 6], pin: aPin({ figures }) });

const sheetOf = (plan: Plan, draft: Partial<CaseDraft> = {}): CaseSheet =>
  caseSheet(caseOf(plan, aCaseDraft(draft), { on, supply: [], fundingOf: () => undefined }), today);
const rowOf = ({ glance, money, dates }: CaseSheet, label: string) =>
  [...glance, ...money, ...dates].find((row) => row.label === label);

test('the four figures stand in the order people decide by', () => {
  const { glance } = sheetOf(aPlan({ steps: [course] }), { days: 2, dayCost: 20_000, travel: 0 });
  expect(glance.map(({ label, words }) => [label, words])).toEqual([
    ['The teacher’s time', '12 hours in all (our estimate)'],
    ['Net cost to the school', '£500'],
    ['Cover', '2 days a year'],
    ['When', 'Autumn 2 of 2026 to Spring 1 of 2027'],
  ]);
});

test('a figure names its source by number, and the source its day', () => {
  const sheet = sheetOf(aPlan({ steps: [course] }));
  expect(rowOf(sheet, 'Cost')).toEqual({ label: 'Cost', words: '£100 including VAT.', cites: [1] });
  expect(sheet.sources).toEqual([
    {
      number: 1,
      text: 'A page of the publisher, 1 January 2026; checked 23 November 2026',
      url: 'https://www.gov.uk/a-page',
    },
  ]);
});

test('what is not known is said to be, and is not taken for nothing', () => {
  const sheet = sheetOf(aPlan({ steps: [aStep()] }));
  expect(rowOf(sheet, 'Net cost to the school')?.words).toBe('Not known yet');
  expect(rowOf(sheet, 'Cover')?.words).toBe('Days not known yet');
  expect(rowOf(sheet, 'Net cost')?.words).toContain('Not in it, for want of a figure: the fee, cover and travel.');
  expect(rowOf(sheet, 'Cost')?.words).toBe('Not known: nothing is said of it.');
});

test('an intake is said with its window and start, or that it is not announced', () => {
  expect(rowOf(sheetOf(aPlan({ steps: [course] })), 'Apply')?.words).toBe('From 25 October 2026 to 31 December 2026.');
  expect(rowOf(sheetOf(aPlan({ steps: [course] })), 'Start')?.words).toBe(
    'The Spring 2027 intake starts on 20 January 2027.',
  );
  const unannounced = sheetOf(aPlan({ steps: [aStep({ pin: aPin({ intake: null }) })] }));
  expect(rowOf(unannounced, 'Apply')?.words).toMatch(/not announced/);
});

test('of several steps each row says which it is of', () => {
  const sheet = sheetOf(aPlan({ steps: [course, aStep({ id: 's2', name: 'Mine' })] }), { steps: ['s1', 's2'] });
  expect(sheet.title).toBe('A course and Mine');
  expect(sheet.money.map(({ label }) => label).slice(0, 2)).toEqual(['Cost: A course', 'Cost: Mine']);
  expect(sheet.dates.map(({ label }) => label)).toEqual(['A course', 'Mine']);
});

test('what has changed since it was sent is told part by part; the day alone is no change', () => {
  const sent = sheetOf(aPlan({ steps: [course] }));
  expect(changesSince(sent, { ...sent, knownOn: '2027-01-01' as IsoDate }, asksInWords)).toEqual([]);
  const now = sheetOf(aPlan({ steps: [{ ...course, hours: [6, 6, 6] }] }), { asks: ['endorse'], back: '' });
  expect(changesSince(sent, now, asksInWords).map(({ label }) => label)).toEqual([
    'What is asked for',
    'What comes back',
    'The teacher’s time',
    'When',
    'Runs',
  ]);
});
