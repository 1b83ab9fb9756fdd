import type { IsoDate } from '../date.ts';
import type { Finding } from './finding.ts';
import type { Profile, Sector, SettingKind, YesNoUnsure } from './profile.ts';
import { REQUIREMENT_KINDS, type Requirement } from '../catalogue/requirement.ts';
import {
  DISTRICT_WORDS,
  HOLDING_WORDS,
  HOSTED_WORDS,
  NPQ_WORDS,
  PHASE_WORDS,
  A_ROLE_WORDS,
  ROLE_WORDS,
  SECTOR_WORDS,
  SETTING_WORDS,
  SUBJECT_WORDS,
  andList,
  orList,
} from '../words.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { readonly kind: K }>;
type Rule<K extends Requirement['kind']> = (requirement: Of<K>, profile: Profile, day: IsoDate) => Judged;
type Judged = Omit<Finding, 'rule' | 'facts'>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const met = (code: string, because: string): Judged => ({ outcome: 'met', code, because });

/** Not met and nothing in the present job would lift it. */
const never = (code: string, because: string): Judged => ({ outcome: 'not-met', code, because, permanent: true });

/** Not met yet; `change` reads on after "once". */
const notYet = (code: string, because: string, change: string, when: IsoDate | null = null): Judged => ({
  outcome: 'not-met',
  code,
  because,
  next: { change, when, known: when === null ? 'expected' : 'announced' },
});

const untold = (code: string, because: string): Judged => ({ outcome: 'unknown', code, because, owner: 'teacher' });
const unconfirmed = (code: string, because: string): Judged => ({ outcome: 'unknown', code, because, owner: 'world' });

/**
 * One rule to a kind of requirement, in the order of the glossary. The parameters and their sources stand in content;
 * a rule only says what they mean.
 */
const RULES: { readonly [K in Requirement['kind']]: Rule<K> } = {
  /** DfE pays for each NPQ once, and nobody needs the same one twice (registration service, 2026). */
  'not-held': ({ npq }, { npqs }) => {
    if (!npqs) return untold('npqs-not-told', `We have not asked which NPQs you hold.`);
    return npqs.some((held) => held.code === npq)
      ? never('already-held', `You already have ${NPQ_WORDS[npq]}.`)
      : met('not-held', `You do not have ${NPQ_WORDS[npq]} yet.`);
  },

  'holds-npq': ({ anyOf }, { npqs }, day) => {
    const held = npqs?.filter((npq) => anyOf.includes(npq.code));
    const done = held?.find((npq) => npq.completed === undefined || npq.completed <= day);
    if (done) return met('holds-the-npq', `You have ${NPQ_WORDS[done.code]}.`);
    const wanted = anyOf.length > 3 ? 'one of the NPQs it counts' : orList(anyOf.map((code) => NPQ_WORDS[code]));
    if (!held) return untold('npqs-not-told', `It needs ${wanted}, and we have not asked which you hold.`);
    const [soonest] = held.toSorted((a, b) => ((a.completed ?? '') < (b.completed ?? '') ? -1 : 1));
    if (soonest?.completed) {
      return notYet(
        'npq-not-finished',
        `You are still taking ${NPQ_WORDS[soonest.code]}.`,
        `you finish ${NPQ_WORDS[soonest.code]}`,
        soonest.completed,
      );
    }
    return notYet('needs-an-npq', `It needs ${wanted}.`, `you have finished ${wanted}`);
  },

  holds: ({ anyOf }, { holds }) => {
    // Qualified teacher status is awarded to graduates, so whoever holds it has a degree or its equal.
    const held = holds?.includes('qts') && anyOf.includes('degree') ? [...holds, 'degree' as const] : holds;
    const found = held && anyOf.find((holding) => held.includes(holding));
    if (found) return met('holds-what-it-needs', `You have ${HOLDING_WORDS[found]}.`);
    const wanted = orList(anyOf.map((holding) => HOLDING_WORDS[holding]));
    return holds
      ? notYet('needs-a-qualification', `It needs ${wanted}.`, `you have ${wanted}`)
      : untold('holdings-not-told', `It needs ${wanted}, and we have not asked.`);
  },

  role: ({ anyOf }, { role }) => {
    if (role && anyOf.includes(role)) return met('role-fits', `It is open to ${ROLE_WORDS[role]}.`);
    const wanted = andList(anyOf.map((one) => ROLE_WORDS[one]));
    return role
      ? notYet('needs-another-role', `It is for ${wanted}.`, roleChange(role, anyOf))
      : untold('role-not-told', `It is for ${wanted}, and we have not asked what you do.`);
  },

  setting: ({ anyOf }, { setting }) => {
    if (setting && anyOf.includes(setting.kind))
      return met('setting-fits', `It is for people in ${SETTING_WORDS[setting.kind]}.`);
    const wanted = andList(anyOf.map((kind) => SETTING_WORDS[kind]));
    return setting
      ? never('setting-not-served', `It is for people who work in ${wanted}.`)
      : untold('setting-not-told', `It is for people in ${wanted}, and we have not asked where you work.`);
  },

  sector: ({ anyOf }, { setting, sector }) => {
    const known = sector ?? sectorOf(setting?.kind);
    if (known && anyOf.includes(known)) return met('sector-fits', `It is for ${SECTOR_WORDS[known]}.`);
    const wanted = andList(anyOf.map((one) => SECTOR_WORDS[one]));
    if (!known && setting && setting.kind !== 'school') {
      return setting.kind === 'early-years'
        ? unconfirmed('sector-unclear', `It is for ${wanted}: ask whether yours counts as one.`)
        : never('sector-not-served', `It is for ${wanted}.`);
    }
    return known
      ? never('sector-not-served', `It is for ${wanted}.`)
      : untold('sector-not-told', `It is for ${wanted}, and we have not asked who runs your school.`);
  },

  /** NPQs and DfE's programmes are for people who work in England (DfE registration service, 2026). */
  'in-england': (_, { inEngland, setting }) => {
    // A URN is given only to establishments that England's register holds.
    if (inEngland === undefined && setting?.urn === undefined)
      return untold('england-not-told', 'It is for people who work in England, and we have not asked.');
    return inEngland === false
      ? never('not-in-england', 'It is for people who work in England.')
      : met('in-england', 'You work in England.');
  },

  phase: ({ anyOf }, { phase }) => {
    if (phase && anyOf.includes(phase)) return met('phase-fits', `It suits ${PHASE_WORDS[phase]} teachers.`);
    const wanted = orList(anyOf.map((one) => PHASE_WORDS[one]));
    return phase
      ? never('phase-not-served', `It is for ${wanted} teachers.`)
      : untold('phase-not-told', `It is for ${wanted} teachers, and we have not asked which you are.`);
  },

  subject: ({ anyOf }, { subjects }) => {
    const taught = subjects && anyOf.find((subject) => subjects.includes(subject));
    if (taught) return met('subject-fits', `You teach ${SUBJECT_WORDS[taught]}.`);
    const wanted = orList(anyOf.map((subject) => SUBJECT_WORDS[subject]));
    return subjects
      ? never('subject-not-taught', `It is for people who teach or lead ${wanted}.`)
      : untold('subjects-not-told', `It is for people who teach ${wanted}, and we have not asked.`);
  },

  experience: ({ years }, { yearsTeaching }) => {
    const wanted = years === 1 ? 'a year' : `${years} years`;
    if (yearsTeaching === undefined)
      return untold('experience-not-told', `It asks for about ${wanted} of teaching, and we have not asked.`);
    return yearsTeaching >= years
      ? met('experienced-enough', `You have taught for ${wanted} or more.`)
      : notYet('needs-experience', `It asks for about ${wanted} of teaching.`, `you have taught for ${wanted}`);
  },

  district: ({ anyOf }, { district }) => {
    if (district && anyOf.includes(district)) return met('district-fits', `It serves ${DISTRICT_WORDS[district]}.`);
    const wanted = orList(anyOf.map((one) => DISTRICT_WORDS[one]));
    return district
      ? never('district-not-served', `It is for schools in ${wanted}.`)
      : untold('district-not-told', `It is for schools in ${wanted}, and we have not asked where yours is.`);
  },

  'school-hosts': ({ what }, { hosts }) => {
    if (!hosts)
      return untold('hosting-not-told', `It needs ${HOSTED_WORDS[what]} at your school, and we have not asked.`);
    return hosts.includes(what)
      ? met('school-hosts', `Your school has ${HOSTED_WORDS[what]}.`)
      : notYet(
          'school-hosts-none',
          `Your school has no ${HOSTED_WORDS[what].replace(/^an? /, '')} at the moment.`,
          `your school has ${HOSTED_WORDS[what]}`,
        );
  },

  sponsor: (_, { sponsor }) =>
    agreed(sponsor, {
      untold: ['sponsor-not-told', 'It needs your head’s backing, and we have not asked whether you have it.'],
      yes: ['sponsor-agreed', 'Your head backs you.'],
      no: [
        'needs-a-sponsor',
        'It needs your head to back you and, where it takes school time, to release you.',
        'your head agrees to sponsor you',
      ],
    }),

  'line-manager': (_, { lineManager }) =>
    agreed(lineManager, {
      untold: [
        'line-manager-not-told',
        'It needs your line manager, and we have not asked whether you have one who will help.',
      ],
      yes: ['line-manager-agreed', 'Your line manager will help.'],
      no: [
        'needs-a-line-manager',
        'It needs a line manager, or a colleague in their place, who will help.',
        'a line manager or a colleague agrees to help',
      ],
    }),

  /** Mentor training under the early career programmes is funded once (DfE, 2025). */
  'not-mentor-trained': (_, { mentorTrained }) => {
    if (!mentorTrained)
      return untold(
        'mentor-training-not-told',
        'It is for mentors who have not been trained before, and we have not asked.',
      );
    if (mentorTrained === 'unsure')
      return unconfirmed(
        'mentor-training-unsure',
        'Ask your induction tutor whether you are recorded as a trained mentor.',
      );
    return mentorTrained === 'yes'
      ? never('already-mentor-trained', 'You have had mentor training already, and it is funded only once.')
      : met('not-mentor-trained', 'You have not had funded mentor training.');
  },

  'reception-teacher': (_, { receptionTeacher }) =>
    agreed(receptionTeacher, {
      untold: ['reception-not-told', 'It is for teachers in reception or moving there, and we have not asked.'],
      yes: ['reception-teacher', 'You teach reception, or are moving there.'],
      no: [
        'needs-reception',
        'It is for teachers in reception or moving to it.',
        'you teach reception, or know that you will',
      ],
    }),

  /** About a year of Teaching for Mastery, or another way of showing it (DfE registration service, 2026). */
  'mastery-year': (_, { masteryYear }) =>
    agreed(masteryYear, {
      untold: [
        'mastery-not-told',
        'It asks for about a year of Teaching for Mastery, or another way of showing it, and we have not asked.',
      ],
      yes: ['mastery-year', 'You can show about a year of Teaching for Mastery.'],
      no: [
        'needs-mastery',
        'It asks for about a year of Teaching for Mastery, or another way of showing that you know it.',
        'you have had about a year of Teaching for Mastery, or can show it another way',
      ],
    }),

  'new-headteacher': (_, { newHeadteacher, role }) => {
    const known = newHeadteacher ?? (role === undefined || role === 'headteacher' ? undefined : 'no');
    if (!known) return untold('new-headship-not-told', 'It is for heads in their first years, and we have not asked.');
    return known === 'yes'
      ? met('new-headteacher', 'You are, or are about to be, a new head.')
      : never('not-a-new-headteacher', 'It is for heads in their first years of headship.');
  },

  'catholic-school': (_, { catholicSchool }) => {
    if (!catholicSchool)
      return untold('catholic-school-not-told', 'It is for people in Catholic schools, and we have not asked.');
    return catholicSchool === 'yes'
      ? met('catholic-school', 'You work in a Catholic school.')
      : never('not-a-catholic-school', 'It is for people who work in Catholic schools.');
  },

  'provider-decides': ({ who }) =>
    unconfirmed('provider-decides', `The choice is made by ${who}; meeting the rest is no right to a place.`),
  unconfirmed: ({ what }) => unconfirmed('could-not-confirm', what),
};

/** A trust, a 16 to 19 setting and a council's own service are state-funded by what they are; a school can be either. */
function sectorOf(kind: SettingKind | undefined): Sector | undefined {
  return kind === 'academy-trust' || kind === '16-to-19' || kind === 'another' ? 'state' : undefined;
}

type Words = {
  readonly untold: readonly [code: string, because: string];
  readonly yes: readonly [code: string, because: string];
  readonly no: readonly [code: string, because: string, change: string];
};

/** Something a person agrees to or that time brings: "not sure" is not agreed yet. */
function agreed(answer: YesNoUnsure | undefined, words: Words): Judged {
  if (!answer) return untold(...words.untold);
  return answer === 'yes' ? met(...words.yes) : notYet(...words.no);
}

function roleChange(role: NonNullable<Profile['role']>, anyOf: Of<'role'>['anyOf']): string {
  if (role === 'trainee') return 'you are qualified and have a post';
  if (role === 'ect' && anyOf.includes('class-teacher')) return 'you have finished induction';
  return `you are ${orList(anyOf.map((one) => A_ROLE_WORDS[one]))}`;
}

const NO_FACTS: readonly string[] = [];

/** Judges one requirement for one teacher on one day. Pure: the same three always give the same finding. */
export function judge(requirement: Requirement, profile: Profile, day: IsoDate): Finding {
  const { question } = REQUIREMENT_KINDS[requirement.kind];
  const rule = RULES[requirement.kind] as Rule<Requirement['kind']>;
  // The rule has just made it and nobody else holds it, so it is completed and not copied: copies cost more than judging.
  const finding = rule(requirement as never, profile, day) as Writable<Finding>;
  finding.rule = requirement.kind;
  finding.facts = requirement.facts ?? NO_FACTS;
  if (finding.owner === 'teacher' && question) finding.question = question;
  return finding;
}
