import { profileFrom, type Answers } from '../src/domain/matching/answers.ts';
import type { Profile } from '../src/domain/matching/profile.ts';
import { QUESTION_IDS } from '../src/domain/catalogue/requirement.ts';

/**
 * The teacher every bench is about: a primary class teacher who has finished Leading Teacher Development and answered
 * the questions most are asked, so that every opportunity is judged on what she said.
 */
const ANSWERS: readonly (readonly [string, string])[] = [
  ['npqs', 'npq-leading-teaching-development'],
  ['setting', 'primary-school'],
  ['role', 'class-teacher'],
  ['phase', 'primary'],
  ['subjects', 'english'],
  ['years-teaching', '5'],
  ['holds', 'qts'],
  ['holds', 'degree'],
  ['at-work', 'sponsor'],
  ['at-work', 'line-manager'],
];

const PREFERENCES = [
  ['aims', 'share'],
  ['aims', 'senior-leadership'],
  ['hours', '2'],
] as const;

export const ADDRESS = `/results?${new URLSearchParams([['v', '1'], ...ANSWERS, ...PREFERENCES].map(([name = '', value = '']) => [name, value])).toString()}`;

function answersIn(pairs: readonly (readonly [string, string])[]): Answers {
  const given = QUESTION_IDS.map(
    (id) => [id, pairs.filter(([name]) => name === id).map(([, value]) => value)] as const,
  );
  return new Map(given.filter(([, values]) => values.length > 0));
}

export const TEACHER: Profile = profileFrom(answersIn(ANSWERS));

/** Others, on whom a peer’s verdicts are compared with ours before anything is timed. */
export const PROFILES: readonly Profile[] = [
  {},
  {
    npqs: [{ code: 'npq-senior-leadership' }],
    setting: { kind: 'school' },
    sector: 'independent',
    role: 'headteacher',
    inEngland: true,
  },
  { role: 'ect', phase: 'secondary', subjects: ['mathematics'], yearsTeaching: 1, sponsor: 'no', holds: [], hosts: [] },
  {
    npqs: [],
    setting: { kind: 'early-years' },
    inEngland: false,
    phase: 'early-years',
    district: 'wigan',
    hosts: ['ects'],
    mentorTrained: 'unsure',
    receptionTeacher: 'yes',
    masteryYear: 'no',
    newHeadteacher: 'no',
    catholicSchool: 'yes',
    lineManager: 'unsure',
  },
];
