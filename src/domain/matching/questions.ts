import {
  box,
  CLASS_SUBJECTS,
  district,
  holding,
  npq,
  phase,
  place,
  role,
  school,
  subject,
  type Option,
} from './question-options.ts';
import type { QuestionId } from '../catalogue/requirement.ts';

export interface Question {
  readonly id: QuestionId;
  readonly ask: string;
  readonly hint?: string;
  readonly many: boolean;
  /** For `many`: choosing nothing else is itself an answer. */
  readonly none?: string;
  readonly options: readonly Option[];
}

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
      place(
        'primary-school',
        'A state-funded primary school',
        'For its nursery, choose the next one',
        'school',
        38,
        school('state', 'primary'),
      ),
      place(
        'school-nursery',
        'The nursery of a school, or a state-funded nursery school',
        undefined,
        'school',
        3,
        school('state', 'early-years'),
      ),
      place(
        'secondary-school',
        'A state-funded secondary school',
        undefined,
        'school',
        38,
        school('state', 'secondary'),
      ),
      place(
        'all-through-school',
        'A state-funded school for all ages',
        undefined,
        'school',
        2,
        school('state', 'all-through'),
      ),
      place(
        'special-school',
        'A state-funded special school, or alternative provision',
        undefined,
        'school',
        5,
        school('state', 'special'),
      ),
      place('academy-trust', 'An academy trust, across its schools', undefined, 'academy-trust', 3, {
        sector: 'state',
      }),
      place('16-to-19', 'A sixth form college or other 16 to 19 setting', undefined, '16-to-19', 3, {
        sector: 'state',
        phase: '16-to-19',
      }),
      place('early-years', 'A nursery or other early years setting outside a school', undefined, 'early-years', 3, {
        phase: 'early-years',
      }),
      place('independent-school', 'An independent school', undefined, 'school', 2, school('independent')),
      place(
        'independent-special',
        'An independent special school',
        undefined,
        'school',
        1,
        school('independent-special', 'special'),
      ),
      place(
        'another',
        'A virtual or hospital school, a secure setting, or for a local authority',
        undefined,
        'another',
        1,
      ),
      place('other', 'Somewhere else in England, or between posts', undefined, 'other', 1),
      {
        value: 'outside-england',
        label: 'Outside England',
        weight: 1,
        tells: { setting: { kind: 'other' }, inEngland: false },
      },
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
      role('headteacher', 'Headteacher', 3),
      {
        value: 'new-headteacher',
        label: 'Headteacher in your first years, or about to be one',
        weight: 2,
        tells: { role: 'headteacher', newHeadteacher: 'yes' },
      },
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
      box('mentor-trained', 'Training as a mentor for early career teachers', 25, { mentorTrained: 'yes' }),
      box('mentor-training-unsure', 'Mentor training that may not have counted', 4, { mentorTrained: 'unsure' }),
      box(
        'mastery-year',
        'About a year of Teaching for Mastery in mathematics',
        18,
        { masteryYear: 'yes' },
        'With a Maths Hub, or another way of showing that you know it',
      ),
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
  {
    id: 'at-work',
    ask: 'Which of these are true where you work?',
    hint: 'For most next steps in school time the head says yes, releases you and may pay. Not yet is a fine answer.',
    many: true,
    none: 'None of these, as far as I know',
    options: [
      box('sponsor', 'My head has agreed to back me', 50, { sponsor: 'yes' }),
      box('line-manager', 'A line manager or colleague would help me plan', 65, { lineManager: 'yes' }),
      box('ects', 'Early career teachers are training there', 65, { hosts: ['ects'] }),
      box('trainees', 'Trainee teachers are on placement there', 50, { hosts: ['trainees'] }),
      box('reception', 'I teach reception, or am moving to it', 10, { receptionTeacher: 'yes' }),
      box('catholic', 'It is a Catholic school', 12, { catholicSchool: 'yes' }),
    ],
  },
  {
    id: 'subjects',
    ask: 'Which subjects do you teach or lead?',
    many: true,
    none: 'None in particular',
    options: [
      box('most', 'A class, for most subjects', 42, { subjects: CLASS_SUBJECTS }, 'Choose any you lead as well'),
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
  {
    id: 'district',
    ask: 'Which area is your school or setting in?',
    many: false,
    options: [
      district('halton', 'Halton', 12),
      district('warrington', 'Warrington', 18),
      district('wigan', 'Wigan', 25),
      district('elsewhere', 'Somewhere else', 45),
    ],
  },
];

const BY_ID: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.id, question]));

export function questionOf(id: QuestionId): Question {
  const question = BY_ID.get(id);
  if (!question) throw new Error(`no question "${id}"`);
  return question;
}
