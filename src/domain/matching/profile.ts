import type { IsoDate } from '../date.ts';
import type { NpqCode } from '../catalogue/npq.ts';
import type { RouteId } from '../catalogue/route.ts';

export const ROLES = [
  'trainee',
  'ect',
  'class-teacher',
  'middle-leader',
  'senior-leader',
  'headteacher',
  'executive',
  'support-staff',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

export const PHASES = ['early-years', 'primary', 'secondary', 'all-through', 'special', '16-to-19'] as const;
export type Phase = (typeof PHASES)[number];

export const SETTING_KINDS = ['school', 'academy-trust', '16-to-19', 'early-years', 'another', 'other'] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

/** Who runs and pays for a school: asked only of `school`, and known from its URN once one is given. */
export const SECTORS = ['state', 'independent', 'independent-special'] as const;
export type Sector = (typeof SECTORS)[number];

export const SUBJECTS = [
  'english',
  'mathematics',
  'science',
  'physics',
  'computing',
  'languages',
  'history',
  'geography',
  'religious-education',
  'music',
  'art-and-design',
  'design-and-technology',
  'physical-education',
  'other',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What somebody holds beside NPQs. */
export const HOLDINGS = [
  'qts',
  'eyts',
  'degree',
  'masters',
  'early-years-level-3',
  'chartered-college-member',
] as const;
export type Holding = (typeof HOLDINGS)[number];

/** Districts of the hub's area, and everywhere else. */
export const DISTRICTS = ['halton', 'warrington', 'wigan', 'elsewhere'] as const;
export type District = (typeof DISTRICTS)[number];

/** Whom a school has in training. */
export const HOSTED = ['ects', 'trainees'] as const;
export type Hosted = (typeof HOSTED)[number];

export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const;
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number];

export const EMPLOYMENTS = [
  'hospital-school',
  'itt-lead-mentor',
  'la-supply-teacher',
  'la-virtual-school',
  'young-offender-institution',
  'other',
] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

export const EARLY_YEARS_SETTINGS = [
  'la-nursery',
  'school-pre-school',
  'private-nursery',
  'childminder',
  'other',
] as const;
export type EarlyYearsSetting = (typeof EARLY_YEARS_SETTINGS)[number];

export interface HeldNpq {
  readonly code: NpqCode;
  /** The day it was, or is to be, completed; absent where the teacher did not say. */
  readonly completed?: IsoDate;
  /** Whether DfE paid. */
  readonly funded?: boolean;
}

export interface Setting {
  readonly kind: SettingKind;
  readonly urn?: number;
  readonly ukprn?: number;
  readonly ofstedId?: number;
  readonly trustId?: number;
}

/**
 * What a teacher told us. Every key may be absent: "not told". No name, no TRN, no date of birth, nothing of pupils.
 */
export interface Profile {
  readonly npqs?: readonly HeldNpq[];
  readonly setting?: Setting;
  readonly sector?: Sector;
  readonly employment?: Employment;
  readonly earlyYears?: EarlyYearsSetting;
  readonly role?: Role;
  readonly phase?: Phase;
  readonly subjects?: readonly Subject[];
  readonly yearsTeaching?: number;
  /** Share of a full week, above 0 to 1. */
  readonly fte?: number;
  /** Hours a week this person has for development, part-time or not. */
  readonly hoursPerWeek?: number;
  readonly aims?: readonly RouteId[];
  readonly holds?: readonly Holding[];
  readonly district?: District;
  readonly hosts?: readonly Hosted[];
  readonly sponsor?: YesNoUnsure;
  readonly lineManager?: YesNoUnsure;
  readonly newHeadteacher?: YesNoUnsure;
  readonly ittProviderApproved?: YesNoUnsure;
  readonly referredByReturnToTeachingAdviser?: YesNoUnsure;
  readonly mentorTrained?: YesNoUnsure;
  readonly receptionTeacher?: YesNoUnsure;
  readonly masteryYear?: YesNoUnsure;
  readonly catholicSchool?: YesNoUnsure;
  /** Pounds a year the teacher could pay. */
  readonly budget?: number;
  readonly inEngland?: boolean;
}
