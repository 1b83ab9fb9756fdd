import type { Requirement } from '../../domain/requirement.ts';
import {
  andList,
  DISTRICT_WORDS,
  HOLDING_WORDS,
  HOSTED_WORDS,
  NPQ_WORDS,
  orList,
  PHASE_WORDS,
  ROLE_WORDS,
  SECTOR_WORDS,
  SETTING_WORDS,
  SUBJECT_WORDS,
} from '../../domain/words.ts';

/** What a requirement asks, for a reader who has told us nothing. */
export function requirementWords(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'not-held':
      return `You have not done ${NPQ_WORDS[requirement.npq]} before.`;
    case 'holds-npq':
      return `You have finished ${orList(requirement.anyOf.map((code) => NPQ_WORDS[code]))}.`;
    case 'holds':
      return `You have ${orList(requirement.anyOf.map((holding) => HOLDING_WORDS[holding]))}.`;
    case 'role':
      return `For ${andList(requirement.anyOf.map((role) => ROLE_WORDS[role]))}.`;
    case 'setting':
      return `For people who work in ${andList(requirement.anyOf.map((kind) => SETTING_WORDS[kind]))}.`;
    case 'sector':
      return `For ${andList(requirement.anyOf.map((sector) => SECTOR_WORDS[sector]))}.`;
    case 'in-england':
      return 'You work in England.';
    case 'phase':
      return `For ${orList(requirement.anyOf.map((phase) => PHASE_WORDS[phase]))} teachers.`;
    case 'subject':
      return `You teach or lead ${orList(requirement.anyOf.map((subject) => SUBJECT_WORDS[subject]))}.`;
    case 'experience':
      return `About ${requirement.years === 1 ? 'a year' : `${requirement.years} years`} of teaching.`;
    case 'district':
      return `Your school is in ${orList(requirement.anyOf.map((district) => DISTRICT_WORDS[district]))}.`;
    case 'school-hosts':
      return `Your school has ${HOSTED_WORDS[requirement.what]}.`;
    case 'sponsor':
      return 'Your head backs you and releases you where it takes school time.';
    case 'line-manager':
      return 'A line manager, or a colleague in their place, helps you.';
    case 'not-mentor-trained':
      return 'You have not had funded mentor training before.';
    case 'reception-teacher':
      return 'You teach reception, or are moving there.';
    case 'mastery-year':
      return 'About a year of Teaching for Mastery, or another way of showing that you know it.';
    case 'new-headteacher':
      return 'You are, or are about to be, in your first years as a head.';
    case 'catholic-school':
      return 'You work in a Catholic school.';
    case 'provider-decides':
      return `The choice is made by ${requirement.who}; meeting the rest is no right to a place.`;
    case 'unconfirmed':
      return requirement.what;
    default:
      return requirement satisfies never;
  }
}
