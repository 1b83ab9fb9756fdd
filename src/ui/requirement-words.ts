import type { Requirement } from '../domain/catalogue/requirement.ts';
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
} from '../domain/words.ts';

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;
type Words = { readonly [Kind in Requirement['kind']]: (requirement: Of<Kind>) => string };

const WORDS: Words = {
  'not-held': ({ npq }) => `You have not done ${NPQ_WORDS[npq]} before.`,
  'holds-npq': ({ anyOf }) => `You have finished ${orList(anyOf.map((code) => NPQ_WORDS[code]))}.`,
  holds: ({ anyOf }) => `You have ${orList(anyOf.map((holding) => HOLDING_WORDS[holding]))}.`,
  role: ({ anyOf }) => `For ${andList(anyOf.map((role) => ROLE_WORDS[role]))}.`,
  setting: ({ anyOf }) => `For people who work in ${andList(anyOf.map((kind) => SETTING_WORDS[kind]))}.`,
  sector: ({ anyOf }) => `For ${andList(anyOf.map((sector) => SECTOR_WORDS[sector]))}.`,
  'in-england': () => 'You work in England.',
  phase: ({ anyOf }) => `For ${orList(anyOf.map((phase) => PHASE_WORDS[phase]))} teachers.`,
  subject: ({ anyOf }) => `You teach or lead ${orList(anyOf.map((subject) => SUBJECT_WORDS[subject]))}.`,
  experience: ({ years }) => `About ${years === 1 ? 'a year' : `${years} years`} of teaching.`,
  district: ({ anyOf }) => `Your school is in ${orList(anyOf.map((district) => DISTRICT_WORDS[district]))}.`,
  'school-hosts': ({ what }) => `Your school has ${HOSTED_WORDS[what]}.`,
  sponsor: () => 'Your head backs you and releases you where it takes school time.',
  'line-manager': () => 'A line manager, or a colleague in their place, helps you.',
  'not-mentor-trained': () => 'You have not had funded mentor training before.',
  'reception-teacher': () => 'You teach reception, or are moving there.',
  'mastery-year': () => 'About a year of Teaching for Mastery, or another way of showing that you know it.',
  'new-headteacher': () => 'You are, or are about to be, in your first years as a head.',
  'catholic-school': () => 'You work in a Catholic school.',
  'provider-decides': ({ who }) => `The choice is made by ${who}; meeting the rest is no right to a place.`,
  unconfirmed: ({ what }) => what,
};

/** What a requirement asks, for a reader who has told us nothing. */
export function requirementWords(requirement: Requirement): string {
  const words = WORDS[requirement.kind] as (requirement: Requirement) => string;
  return words(requirement);
}
