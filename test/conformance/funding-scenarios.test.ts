import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioReport } from '../../src/commands/funding.ts';
import { judgeScenarios, type JudgedScenario } from '../../src/commands/funding-scenarios.ts';

const TEXT = readFileSync(new URL('npq-funding-scenarios.csv', import.meta.url), 'utf8');
const HEADER = TEXT.split('\n')[0] ?? '';

function judged(text: string): readonly JudgedScenario[] {
  const file = judgeScenarios(text);
  return file.ok ? file.scenarios : [];
}

const one = (row: string) => judged(`${HEADER}\n${row}\n`)[0];

test('every one of DfE’s scenarios agrees', () => {
  expect(scenarioReport('scenarios', TEXT)).toEqual({ lines: ['agree 692 of 692'], agree: true });
});

test('the status code is DfE’s, not only its yes or no', () => {
  const counts: Record<string, number> = {};
  for (const { answer } of judged(TEXT)) counts[answer?.code ?? 'none'] = (counts[answer?.code ?? 'none'] ?? 0) + 1;
  expect(counts).toEqual({
    unfunded_cohort: 335,
    not_in_england: 164,
    previously_funded: 87,
    funded: 33,
    early_years_invalid_npq: 21,
    ineligible_establishment_type: 16,
    ineligible_establishment_not_a_pp50: 10,
    subject_to_review: 8,
    not_lead_mentor_course: 7,
    not_new_headteacher_requesting_ehco: 6,
    referred_by_return_to_teaching_adviser: 5,
  });
});

test('a row that disagrees is told by its line, with what was expected and what was found', () => {
  const wrong = TEXT.replace(
    '2026 spring,yes,early years or childcare - local authority maintained nursery,senior leadership,no,,,no,',
    (row) => row.replace(',,,no,', ',,,yes,'),
  );
  const { lines, agree } = scenarioReport('scenarios', wrong);
  expect(agree).toBe(false);
  expect(lines).toEqual([
    'line 4: 2026 spring, early years or childcare - local authority maintained nursery, senior leadership: expected "yes", found not-funded (unfunded_cohort)',
    'agree 691 of 692',
  ]);
});

test('an expected value that DfE’s own test would not take is a disagreement', () => {
  expect(one('2026 autumn,yes,school,headship,no,,,,')?.disagreement).toContain('expected ""');
  expect(one('2026 autumn,yes,school,headship,no,,,perhaps,')?.disagreement).toContain('expected "perhaps"');
});

test('spaces round a value do not matter', () => {
  expect(one(' 2026 autumn , yes , school , headship , no ,,, yes ,')?.disagreement).toBeUndefined();
});

test('a work setting that DfE does not know is an ineligible one', () => {
  expect(one('2026 autumn,yes,a lighthouse,headship,no,,,no,')?.answer?.code).toBe('ineligible_establishment_type');
});

test('an intake or an NPQ that does not exist is named', () => {
  expect(one('1999 autumn,yes,school,headship,no,,,no,')?.disagreement).toBe('there is no intake "1999 autumn"');
  expect(one('2026 autumn,yes,school,juggling,no,,,no,')?.disagreement).toBe('there is no NPQ "juggling"');
});

test('a file without one of the columns, or that is no CSV, is refused with the reason', () => {
  expect(judgeScenarios('Cohort,NPQ\n2026 autumn,headship\n')).toEqual({
    ok: false,
    problem: 'there is no column "Works in England"',
  });
  expect(judgeScenarios('')).toEqual({ ok: false, problem: 'there is no column "Cohort"' });
  expect(judgeScenarios('"unclosed').ok).toBe(false);
  expect(() => scenarioReport('x.csv', '')).toThrow('x.csv: there is no column "Cohort"');
});
