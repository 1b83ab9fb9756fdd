import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDayCatalogue } from '../../test/support/builders.ts';
import { anyKeptPlan } from '../../test/support/kept-plan-arbitrary.ts';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import type { HalfTermId } from '../domain/calendar/half-term.ts';
import { halfTermsOf } from '../domain/plan/plan-start.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { csvText } from './csv-text.ts';
import { stepsCsv } from './plan-csv.ts';

const on = aDayCatalogue();

function rowsOf(plan: Plan): readonly Record<string, string>[] {
  const text = stepsCsv({ plan, halfTerms: halfTermsOf(plan, on), on });
  return parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });
}

test('a step is one row, its days written so that they sort and its cost a number', () => {
  const step = aStep({
    name: 'A course, with a comma',
    start: '2027-spring-1' as HalfTermId,
    hours: [6, 6.5],
    cost: 72_168,
    owner: 'head',
    needs: ['s2'],
    note: 'Two\nlines',
    pin: aPin(),
  });
  const [row] = rowsOf(aPlan({ steps: [step, aStep({ id: 's2' })] }));
  expect(row).toEqual({
    Number: 's1',
    Step: 'A course, with a comma',
    Route: 'The route share',
    Phase: 'Deliver',
    Where: 'In the timetable',
    State: 'To do',
    'Who acts': 'Your head',
    'First half term': 'Spring 1 of 2027',
    'Last half term': 'Spring 2 of 2027',
    'First day': '2027-01-05',
    'Last day': '2027-03-25',
    'Half terms': '2',
    'Hours in all': '12.5',
    'Hours in each half term': '6 6.5',
    'Where the hours come from': 'Our estimate',
    'Cost to you in pounds': '721.68',
    'Needs first': 's2',
    Intake: 'Spring 2027',
    'Applications open': '2026-10-25',
    'Applications close': '2026-12-31',
    'Intake starts': '2027-01-20',
    'As known on': '2026-11-23',
    Note: 'Two\nlines',
  });
});

test('what nobody knows is left empty and is never nothing', () => {
  const [row] = rowsOf(aPlan({ steps: [aStep({ hours: [0], hoursBasis: 'not-known', cost: null })] }));
  expect(row).toMatchObject({ 'Hours in all': '', 'Hours in each half term': '', 'Cost to you in pounds': '' });
});

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '＝1'])('%j is kept from running as a formula', (text) => {
  const [, [cell] = []] = parse(csvText(['a'], [[text]]), { bom: true, record_delimiter: '\r\n' });
  expect(cell).toBe(`'${text}`);
});

test('the file begins with the mark Excel needs and ends each row with CRLF', () => {
  expect(csvText(['a', 'b'], [['c', -1]])).toBe('\ufeffa,b\r\nc,-1\r\n');
});

test('every step of every plan comes out whole, and no cell of it runs', () => {
  fc.assert(
    fc.property(anyKeptPlan, (plan) => {
      const rows = rowsOf(plan);
      const guarded = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
      expect(rows.map(({ Step, Note }) => [Step, Note])).toEqual(
        plan.steps.map(({ name, note }) => [guarded(name), guarded(note)]),
      );
    }),
  );
});
