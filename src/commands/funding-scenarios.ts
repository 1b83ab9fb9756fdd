import { parse } from 'csv-parse/sync';
import { LAST_DAY_HELD } from '../domain/date.ts';
import { decideFunding, type FundingAnswer } from '../domain/funding/funding.ts';
import { COHORT_IDS, rulesFor, type CohortId } from '../domain/funding/funding-cohorts.ts';
import type { FundingList, IsOn } from '../domain/funding/funding-codes.ts';
import type { FundingTeacher } from '../domain/funding/funding-input.ts';
import { NPQ_CODES, type NpqCode } from '../domain/catalogue/npq.ts';

const COLUMNS = [
  'Cohort',
  'Works in England',
  'Work setting',
  'NPQ',
  'Already registered for this course',
  'RISE list?',
  'PP50',
  'Expected eligibility value',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;

export interface JudgedScenario {
  readonly line: number;
  readonly answer?: FundingAnswer;
  /** Why it does not agree; absent where it does. */
  readonly disagreement?: string;
}

export type ScenarioFile =
  | { readonly ok: true; readonly scenarios: readonly JudgedScenario[] }
  | { readonly ok: false; readonly problem: string };

/** Reads a file in the layout of DfE's own funding scenarios and judges every row of it. */
export function judgeScenarios(text: string): ScenarioFile {
  let records: string[][];
  try {
    records = parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'the file cannot be read as CSV' };
  }
  const [header = [], ...rows] = records;
  const missing = COLUMNS.find((column) => !header.includes(column));
  if (missing) return { ok: false, problem: `there is no column "${missing}"` };
  const at = new Map(header.map((column, index) => [column, index]));
  const read = (row: readonly string[]) =>
    Object.fromEntries(COLUMNS.map((column) => [column, row[at.get(column) ?? -1] ?? ''])) as Row;
  return { ok: true, scenarios: rows.map((row, index) => judge(read(row), index + 2)) };
}

function judge(row: Row, line: number): JudgedScenario {
  const cohort = cohortOf(row.Cohort);
  const npq = npqOf(row.NPQ);
  if (!cohort) return { line, disagreement: `there is no intake "${row.Cohort}"` };
  if (!npq) return { line, disagreement: `there is no NPQ "${row.NPQ}"` };
  const answer = decideFunding({
    npq,
    rules: rulesFor(cohort, LAST_DAY_HELD),
    teacher: teacherOf(row, npq),
    isOn: listsOf(row),
  });
  const expected = row['Expected eligibility value'];
  if (agrees(expected, answer)) return { line, answer };
  return {
    line,
    answer,
    disagreement: `${row.Cohort}, ${row['Work setting']}, ${row.NPQ}: expected "${expected}", found ${answer.status} (${answer.code})`,
  };
}

const FUNDED_IF_APPROVED = 'yes (if on ITT provider list)';

/** "no" asks only that it is not funded outright; anything that is none of the four is a fault of the row. */
function agrees(expected: string, { code, status }: FundingAnswer): boolean {
  switch (expected) {
    case 'yes':
    case FUNDED_IF_APPROVED:
      return code === 'funded';
    case 'subject to review':
      return status === 'review';
    case 'no':
      return status === 'not-funded' || status === 'review';
    default:
      return false;
  }
}

function cohortOf(text: string): CohortId | undefined {
  const [year, season] = text.toLowerCase().split(/\s+/);
  return COHORT_IDS.find((cohort) => cohort === `${year}-${season}`);
}

const SPELLED_OUT: ReadonlyMap<string, NpqCode> = new Map(
  Object.entries({
    'leading behaviour and culture': 'npq-leading-behaviour-culture',
    'leading teacher development': 'npq-leading-teaching-development',
    'special educational needs co-ordinator (senco)': 'npq-senco',
  } as const),
);

function npqOf(text: string): NpqCode | undefined {
  const name = text.toLowerCase();
  const code = SPELLED_OUT.get(name) ?? `npq-${name.replaceAll(' ', '-')}`;
  return NPQ_CODES.find((one) => one === code);
}

/** What is the same in every row: the institution is a community school, and nobody is a new head. */
const EVERYBODY = {
  perhapsPaidFor: [],
  newHeadteacher: false,
  school: { urn: '100000', ukprn: '10000000', typeCode: 1 },
  ofstedUrns: ['EY000000'],
} as const satisfies Partial<FundingTeacher>;

/** DfE's words for where somebody works, its slips of the pen included. */
const WORK_SETTINGS: ReadonlyMap<string, Partial<FundingTeacher>> = new Map<string, Partial<FundingTeacher>>(
  Object.entries({
    school: { workplace: 'school' },
    'academy trust': { workplace: 'academy-trust' },
    '16 - 19 education setting': { workplace: '16-to-19' },
    'early years or childcare - local authority maintained nursery': {
      workplace: 'early-years',
      earlyYears: 'la-nursery',
      school: { urn: '100000', typeCode: 15 },
    },
    'early years or childcare - childminder': {
      workplace: 'early-years',
      earlyYears: 'childminder',
      school: undefined,
    },
    'early years or childcare - private nursery': {
      workplace: 'early-years',
      earlyYears: 'private-nursery',
      school: undefined,
    },
    'early years or childcare - another early years setting': {
      workplace: 'early-years',
      earlyYears: 'other',
      school: undefined,
    },
    "early years or childcare - pre-school class or nursery that's part of a school": {
      workplace: 'early-years',
      earlyYears: 'school-pre-school',
    },
    'another setting - independent hospital education organisation': {
      workplace: 'another',
      employment: 'hospital-school',
    },
    'another setting - teacher employer by an la to teach in more than one school': {
      workplace: 'another',
      employment: 'la-supply-teacher',
    },
    'another setting - young offender institution': { workplace: 'another', employment: 'young-offender-institution' },
    'another setting - lead mentor for an accredited itt provider': {
      workplace: 'another',
      employment: 'itt-lead-mentor',
    },
    'another setting - virtual school': { workplace: 'another', employment: 'la-virtual-school' },
    'other - referred by a rtta': { workplace: 'other', referred: true, school: undefined },
    'other - not referred by a rtta': { workplace: 'other', referred: false, school: undefined },
  }),
);

function teacherOf(row: Row, npq: NpqCode): FundingTeacher {
  return {
    ...EVERYBODY,
    inEngland: row['Works in England'] === 'yes',
    paidFor: row['Already registered for this course'] === 'yes' ? [npq] : [],
    ittProviderApproved: row['Expected eligibility value'] === FUNDED_IF_APPROVED,
    ...(WORK_SETTINGS.get(row['Work setting'].toLowerCase().replaceAll('’', "'")) ?? { workplace: 'unlisted' }),
  };
}

/** The row itself says which lists its school is on; its childminder is on none. */
function listsOf(row: Row): IsOn {
  const on: Partial<Record<FundingList, string>> = {
    rise: row['RISE list?'],
    'pp50-school': row.PP50,
    'pp50-further-education': row.PP50,
  };
  return (list) => (on[list] === 'yes' ? 'yes' : 'no');
}
