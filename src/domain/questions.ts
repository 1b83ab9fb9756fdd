import { SPECIALIST_NPQS, type NpqCode } from './npq.ts';
import type { District, Holding, Hosted, Phase, Profile, Role, Sector, SettingKind, Subject, YesNoUnsure } from './profile.ts';
import type { QuestionId } from './requirement.ts';
import { NPQ_WORDS } from './words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /**
   * How many in a hundred teachers are likely to choose it. Only the order of the questions hangs on it, never a
   * verdict. Phases and roles follow DfE's school workforce census (November 2024); the rest are our estimates.
   */
  readonly weight: number;
  /** What the answer tells, alone. */
  readonly tells: Partial<Profile>;
}

export interface Question {
  readonly id: QuestionId;
  readonly ask: string;
  readonly hint?: string;
  readonly many: boolean;
  /** For `many`: choosing nothing else is itself an answer. */
  readonly none?: string;
  readonly options: readonly Option[];
}

const yesNo = (id: QuestionId, ask: string, hint: string | undefined, tell: (answer: YesNoUnsure) => Partial<Profile>, yes: number): Question => ({
  id,
  ask,
  ...(hint ? { hint } : {}),
  many: false,
  options: [
    { value: 'yes', label: 'Yes', weight: yes, tells: tell('yes') },
    { value: 'no', label: 'No', weight: 90 - yes, tells: tell('no') },
    { value: 'unsure', label: 'Not sure', weight: 10, tells: tell('unsure') },
  ],
});

const npq = (code: NpqCode, weight: number): Option => {
  const name = NPQ_WORDS[code].replace(/^the NPQ (in|for) /, '').replace(/^the /, '');
  return { value: code, label: name, weight, tells: { npqs: [{ code }] } };
};

const place = (
  value: string,
  label: string,
  hint: string | undefined,
  kind: SettingKind,
  weight: number,
  more: Partial<Profile> = {},
): Option => ({
  value,
  label,
  ...(hint ? { hint } : {}),
  weight,
  tells: { setting: { kind }, inEngland: true, ...more },
});

const role = (value: Role, label: string, weight: number): Option => ({ value, label, weight, tells: { role: value } });
const phase = (value: Phase, label: string, weight: number): Option => ({ value, label, weight, tells: { phase: value } });
const subject = (value: Subject, label: string, weight: number): Option => ({ value, label, weight, tells: { subjects: [value] } });
const holding = (value: Holding, label: string, weight: number): Option => ({ value, label, weight, tells: { holds: [value] } });
const district = (value: District, label: string, weight: number): Option => ({ value, label, weight, tells: { district: value } });
const hosted = (value: Hosted, label: string, weight: number): Option => ({ value, label, weight, tells: { hosts: [value] } });
const sector = (value: Sector): Partial<Profile> => ({ sector: value });

/** Every question, in the order that breaks ties between questions that would settle as much. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'npqs',
    ask: 'Which NPQs have you finished, or are you about to finish?',
    many: true,
    none: 'None of these',
    options: [
      npq('npq-leading-teaching', 24),
      npq('npq-leading-teaching-development', 18),
      npq('npq-leading-behaviour-culture', 16),
      npq('npq-leading-literacy', 10),
      npq('npq-leading-primary-mathematics', 4),
      npq('npq-senior-leadership', 14),
      npq('npq-headship', 4),
      npq('npq-executive-leadership', 2),
      npq('npq-early-years-leadership', 4),
      npq('npq-senco', 4),
    ],
  },
  {
    id: 'setting',
    ask: 'Where do you work?',
    many: false,
    options: [
      place('state-school', 'A state-funded school or academy', 'Maintained, academy, free or special school, or a pupil referral unit', 'school', 76, sector('state')),
      place('academy-trust', 'An academy trust, across its schools', undefined, 'academy-trust', 5, sector('state')),
      place('16-to-19', 'A sixth form college or other 16 to 19 setting', undefined, '16-to-19', 4, sector('state')),
      place('early-years', 'A nursery or other early years setting', undefined, 'early-years', 5),
      place('independent-school', 'An independent school', undefined, 'school', 5, sector('independent')),
      place('independent-special', 'An independent special school', undefined, 'school', 1, sector('independent-special')),
      place('another', 'A virtual or hospital school, a secure setting, or for a local authority', undefined, 'another', 2),
      place('other', 'Somewhere else in England, or between posts', undefined, 'other', 1),
      { value: 'outside-england', label: 'Outside England', weight: 1, tells: { setting: { kind: 'other' }, inEngland: false } },
    ],
  },
  {
    id: 'role',
    ask: 'What is your role now?',
    many: false,
    options: [
      role('class-teacher', 'Class or subject teacher', 48),
      role('middle-leader', 'Middle leader: subject, year, phase or key stage', 28),
      role('senior-leader', 'Assistant or deputy head', 12),
      role('headteacher', 'Headteacher', 4),
      role('executive', 'Executive leader, across schools', 1),
      role('ect', 'Early career teacher', 3),
      role('trainee', 'Trainee teacher', 1),
      role('support-staff', 'Support staff', 2),
      role('other', 'Another role', 1),
    ],
  },
  {
    id: 'phase',
    ask: 'Which age group do you mostly work with?',
    many: false,
    options: [
      phase('early-years', 'Early years', 5),
      phase('primary', 'Primary', 44),
      phase('secondary', 'Secondary', 40),
      phase('all-through', 'All through', 3),
      phase('special', 'Special or alternative provision', 6),
      phase('16-to-19', '16 to 19', 2),
    ],
  },
  {
    id: 'holds',
    ask: 'Which of these do you have?',
    many: true,
    none: 'None of these',
    options: [
      holding('qts', 'Qualified teacher status', 90),
      holding('eyts', 'Early years teacher status', 3),
      holding('degree', 'A degree', 92),
      holding('masters', 'A master’s degree', 15),
      holding('early-years-level-3', 'A full and relevant level 3 early years qualification', 4),
      holding('chartered-college-member', 'Membership of the Chartered College of Teaching', 6),
    ],
  },
  {
    id: 'years-teaching',
    ask: 'How many years have you been teaching?',
    many: false,
    options: [
      { value: '1', label: 'Fewer than 2', weight: 4, tells: { yearsTeaching: 1 } },
      { value: '2', label: '2', weight: 6, tells: { yearsTeaching: 2 } },
      { value: '3', label: '3 or 4', weight: 14, tells: { yearsTeaching: 3 } },
      { value: '5', label: '5 to 9', weight: 32, tells: { yearsTeaching: 5 } },
      { value: '10', label: '10 or more', weight: 44, tells: { yearsTeaching: 10 } },
    ],
  },
  yesNo('sponsor', 'Has your head agreed to back you?', 'For most next steps in school time the head says yes, releases you and may pay. “Not sure” is a fine answer.', (sponsor) => ({ sponsor }), 45),
  {
    id: 'subjects',
    ask: 'Which subjects do you teach or lead?',
    hint: 'If you teach them all, choose any you lead or would like to.',
    many: true,
    none: 'None in particular',
    options: [
      subject('english', 'English', 24),
      subject('mathematics', 'Mathematics', 22),
      subject('science', 'Science', 12),
      subject('physics', 'Physics', 3),
      subject('computing', 'Computing', 5),
      subject('languages', 'Languages', 6),
      subject('history', 'History', 7),
      subject('geography', 'Geography', 6),
      subject('religious-education', 'Religious education', 5),
      subject('music', 'Music', 4),
      subject('art-and-design', 'Art and design', 4),
      subject('design-and-technology', 'Design and technology', 4),
      subject('physical-education', 'Physical education', 7),
      subject('other', 'Another subject', 10),
    ],
  },
  yesNo('line-manager', 'Is there a line manager or colleague who would help you plan?', undefined, (lineManager) => ({ lineManager }), 65),
  {
    id: 'district',
    ask: 'Which area is your school or setting in?',
    many: false,
    options: [district('halton', 'Halton', 12), district('warrington', 'Warrington', 18), district('wigan', 'Wigan', 25), district('elsewhere', 'Somewhere else', 45)],
  },
  {
    id: 'hosts',
    ask: 'Who is training at your school?',
    many: true,
    none: 'Neither, or I do not know',
    options: [hosted('ects', 'Early career teachers', 65), hosted('trainees', 'Trainee teachers on placement', 50)],
  },
  yesNo('mentor-trained', 'Have you been trained as a mentor for early career teachers?', undefined, (mentorTrained) => ({ mentorTrained }), 25),
  yesNo('reception-teacher', 'Do you teach reception, or are you moving there?', undefined, (receptionTeacher) => ({ receptionTeacher }), 12),
  yesNo('mastery-year', 'Have you had about a year of Teaching for Mastery?', 'A Maths Hub work group, or another way of showing that you know mastery teaching.', (masteryYear) => ({ masteryYear }), 25),
  yesNo('new-headteacher', 'Are you, or are you about to be, in your first years as a head?', undefined, (newHeadteacher) => ({ newHeadteacher }), 3),
  yesNo('catholic-school', 'Do you work in a Catholic school?', undefined, (catholicSchool) => ({ catholicSchool }), 10),
];

const BY_ID: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.id, question]));

export function questionOf(id: QuestionId): Question {
  const question = BY_ID.get(id);
  if (!question) throw new Error(`no question "${id}"`);
  return question;
}

/** Whether a profile already says what the question would ask. */
export function isTold(id: QuestionId, profile: Profile): boolean {
  switch (id) {
    case 'npqs':
      return profile.npqs !== undefined;
    case 'setting':
      return (
        profile.setting !== undefined &&
        (profile.inEngland !== undefined || profile.setting.urn !== undefined) &&
        (profile.setting.kind !== 'school' || profile.sector !== undefined)
      );
    case 'role':
      return profile.role !== undefined;
    case 'phase':
      return profile.phase !== undefined;
    case 'holds':
      return profile.holds !== undefined;
    case 'years-teaching':
      return profile.yearsTeaching !== undefined;
    case 'sponsor':
      return profile.sponsor !== undefined;
    case 'subjects':
      return profile.subjects !== undefined;
    case 'line-manager':
      return profile.lineManager !== undefined;
    case 'district':
      return profile.district !== undefined;
    case 'hosts':
      return profile.hosts !== undefined;
    case 'mentor-trained':
      return profile.mentorTrained !== undefined;
    case 'reception-teacher':
      return profile.receptionTeacher !== undefined;
    case 'mastery-year':
      return profile.masteryYear !== undefined;
    case 'new-headteacher':
      return profile.newHeadteacher !== undefined;
    case 'catholic-school':
      return profile.catholicSchool !== undefined;
    default:
      return id satisfies never;
  }
}

/** What choosing nothing tells, of a question with several boxes. */
export function tellsNone(id: QuestionId): Partial<Profile> {
  switch (id) {
    case 'npqs':
      return { npqs: [] };
    case 'holds':
      return { holds: [] };
    case 'subjects':
      return { subjects: [] };
    case 'hosts':
      return { hosts: [] };
    default:
      return {};
  }
}

/** The five specialist NPQs come first wherever NPQs are listed. */
export const STARTING_NPQS = SPECIALIST_NPQS;
