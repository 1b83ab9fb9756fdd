import type { NpqCode } from './npq.ts';
import type { District, Holding, Hosted, Phase, Role, Sector, SettingKind, Subject } from '../matching/profile.ts';

/**
 * What an opportunity asks of a person or a school: a closed list of kinds with parameters. A new kind is a new line
 * here, a new rule in `rules.ts` and a question that answers it, never an expression in content.
 */
export type Requirement = { readonly facts?: readonly string[] } & (
  | { readonly kind: 'not-held'; readonly npq: NpqCode }
  | { readonly kind: 'holds-npq'; readonly anyOf: readonly NpqCode[] }
  | { readonly kind: 'holds'; readonly anyOf: readonly Holding[] }
  | { readonly kind: 'role'; readonly anyOf: readonly Role[] }
  | { readonly kind: 'setting'; readonly anyOf: readonly SettingKind[] }
  | { readonly kind: 'sector'; readonly anyOf: readonly Sector[] }
  | { readonly kind: 'in-england' }
  | { readonly kind: 'phase'; readonly anyOf: readonly Phase[] }
  | { readonly kind: 'subject'; readonly anyOf: readonly Subject[] }
  | { readonly kind: 'experience'; readonly years: number }
  | { readonly kind: 'district'; readonly anyOf: readonly District[] }
  | { readonly kind: 'school-hosts'; readonly what: Hosted }
  | { readonly kind: 'sponsor' }
  | { readonly kind: 'line-manager' }
  | { readonly kind: 'not-mentor-trained' }
  | { readonly kind: 'reception-teacher' }
  | { readonly kind: 'mastery-year' }
  | { readonly kind: 'new-headteacher' }
  | { readonly kind: 'catholic-school' }
  | { readonly kind: 'provider-decides'; readonly who: string }
  | { readonly kind: 'unconfirmed'; readonly what: string }
);

export type RequirementKind = Requirement['kind'];

/** The questions a teacher can be asked. Several requirement kinds may hang on one question. */
export const QUESTION_IDS = [
  'npqs',
  'setting',
  'role',
  'phase',
  'holds',
  'at-work',
  'subjects',
  'years-teaching',
  'district',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/**
 * Which question answers each kind (`null`: only the world can), and what a "no" means. `permanent`: nothing the
 * teacher, the school or the calendar does in their present job would lift it, so the verdict is `no`; else `not-yet`.
 */
export const REQUIREMENT_KINDS: Readonly<
  Record<RequirementKind, { readonly question: QuestionId | null; readonly permanent: boolean }>
> = {
  'not-held': { question: 'npqs', permanent: true },
  'holds-npq': { question: 'npqs', permanent: false },
  holds: { question: 'holds', permanent: false },
  role: { question: 'role', permanent: false },
  setting: { question: 'setting', permanent: true },
  sector: { question: 'setting', permanent: true },
  'in-england': { question: 'setting', permanent: true },
  phase: { question: 'phase', permanent: true },
  subject: { question: 'subjects', permanent: true },
  experience: { question: 'years-teaching', permanent: false },
  district: { question: 'district', permanent: true },
  'school-hosts': { question: 'at-work', permanent: false },
  sponsor: { question: 'at-work', permanent: false },
  'line-manager': { question: 'at-work', permanent: false },
  'not-mentor-trained': { question: 'holds', permanent: true },
  'reception-teacher': { question: 'at-work', permanent: false },
  'mastery-year': { question: 'holds', permanent: false },
  'new-headteacher': { question: 'role', permanent: true },
  'catholic-school': { question: 'at-work', permanent: true },
  'provider-decides': { question: null, permanent: false },
  unconfirmed: { question: null, permanent: false },
};
