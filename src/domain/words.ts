import type { NpqCode } from './catalogue/npq.ts';
import type { District, Holding, Hosted, Phase, Role, Sector, SettingKind, Subject } from './matching/profile.ts';
import type { RouteId } from './catalogue/route.ts';

/** How each code is said inside a sentence. Codes themselves are never shown. */
export const NPQ_WORDS: Readonly<Record<NpqCode, string>> = {
  'npq-leading-teaching': 'the NPQ in Leading Teaching',
  'npq-leading-teaching-development': 'the NPQ in Leading Teacher Development',
  'npq-leading-behaviour-culture': 'the NPQ in Leading Behaviour and Culture',
  'npq-leading-literacy': 'the NPQ in Leading Literacy',
  'npq-leading-primary-mathematics': 'the NPQ in Leading Primary Mathematics',
  'npq-senior-leadership': 'the NPQ in Senior Leadership',
  'npq-headship': 'the NPQ in Headship',
  'npq-executive-leadership': 'the NPQ in Executive Leadership',
  'npq-early-years-leadership': 'the NPQ in Early Years Leadership',
  'npq-senco': 'the NPQ for SENCOs',
  'npq-early-headship-coaching-offer': 'the Early Headship Coaching Offer',
  'npq-additional-support-offer': 'the Additional Support Offer',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  trainee: 'trainee teachers',
  ect: 'early career teachers',
  'class-teacher': 'class teachers',
  'middle-leader': 'middle leaders',
  'senior-leader': 'senior leaders',
  headteacher: 'headteachers',
  executive: 'executive leaders',
  'support-staff': 'support staff',
  other: 'people in other roles',
};

/** One person in a role: "you are a senior leader". */
export const A_ROLE_WORDS: Readonly<Record<Role, string>> = {
  trainee: 'a trainee teacher',
  ect: 'an early career teacher',
  'class-teacher': 'a class teacher',
  'middle-leader': 'a middle leader',
  'senior-leader': 'a senior leader',
  headteacher: 'a headteacher',
  executive: 'an executive leader',
  'support-staff': 'a member of support staff',
  other: 'in another role',
};

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  'early-years': 'early years',
  primary: 'primary',
  secondary: 'secondary',
  'all-through': 'all-through',
  special: 'special',
  '16-to-19': '16 to 19',
};

export const SETTING_WORDS: Readonly<Record<SettingKind, string>> = {
  school: 'schools',
  'academy-trust': 'academy trusts',
  '16-to-19': '16 to 19 settings',
  'early-years': 'early years settings',
  another: 'virtual, hospital and local authority settings',
  other: 'other settings',
};

export const SECTOR_WORDS: Readonly<Record<Sector, string>> = {
  state: 'state-funded schools',
  independent: 'independent schools',
  'independent-special': 'independent special schools',
};

export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  english: 'English',
  mathematics: 'mathematics',
  science: 'science',
  physics: 'physics',
  computing: 'computing',
  languages: 'languages',
  history: 'history',
  geography: 'geography',
  'religious-education': 'religious education',
  music: 'music',
  'art-and-design': 'art and design',
  'design-and-technology': 'design and technology',
  'physical-education': 'physical education',
  other: 'other subjects',
};

export const HOLDING_WORDS: Readonly<Record<Holding, string>> = {
  qts: 'qualified teacher status',
  eyts: 'early years teacher status',
  degree: 'a degree',
  masters: 'a master’s degree',
  'early-years-level-3': 'a full and relevant level 3 early years qualification',
  'chartered-college-member': 'membership of the Chartered College of Teaching',
};

export const DISTRICT_WORDS: Readonly<Record<District, string>> = {
  halton: 'Halton',
  warrington: 'Warrington',
  wigan: 'Wigan',
  elsewhere: 'another area',
};

export const HOSTED_WORDS: Readonly<Record<Hosted, string>> = {
  ects: 'an early career teacher',
  trainees: 'a trainee teacher',
};

export const ROUTE_WORDS: Readonly<Record<RouteId, string>> = {
  reflect: 'Reflect and implement',
  lead: 'Lead in your school or trust',
  share: 'Share expertise',
  'senior-leadership': 'Senior leadership',
  deepen: 'Go deeper',
  expand: 'Go wider',
};

/** `a`, `a or b`, `a, b or c`. */
export function orList(words: readonly string[]): string {
  return joinWith(words, 'or');
}

/** `a`, `a and b`, `a, b and c`. */
export function andList(words: readonly string[]): string {
  return joinWith(words, 'and');
}

function joinWith(words: readonly string[], last: string): string {
  const [only = ''] = words;
  if (words.length < 2) return only;
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
