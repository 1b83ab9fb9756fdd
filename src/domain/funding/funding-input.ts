import type { IsOn } from './funding-codes.ts';
import type { CohortRules } from './funding-cohorts.ts';
import type { NpqCode } from '../catalogue/npq.ts';
import type { EarlyYearsSetting, Employment, Sector, SettingKind } from '../matching/profile.ts';

/** A school as the register gives it; what is absent is not held. */
export interface FundingSchool {
  readonly urn?: string | undefined;
  readonly ukprn?: string | undefined;
  readonly typeCode?: number | undefined;
  /** For a new academy whose type is not held yet: whether it is state-funded as far as we know. */
  readonly stateFunded?: boolean | undefined;
}

/** What the decision reads of a person. Absent means not told. */
export interface FundingTeacher {
  readonly inEngland?: boolean | undefined;
  /** NPQs that DfE has paid for already. */
  readonly paidFor: readonly NpqCode[];
  /** NPQs held without saying who paid. */
  readonly perhapsPaidFor: readonly NpqCode[];
  readonly newHeadteacher?: boolean | undefined;
  /** `unlisted`: an answer that DfE's registration does not know. */
  readonly workplace?: SettingKind | 'unlisted' | undefined;
  readonly school?: FundingSchool | undefined;
  readonly sector?: Sector | undefined;
  readonly earlyYears?: EarlyYearsSetting | undefined;
  /** As Ofsted writes it, letters included; several where the letters were not told. */
  readonly ofstedUrns?: readonly string[] | undefined;
  readonly employment?: Employment | undefined;
  readonly ittProviderApproved?: boolean | undefined;
  readonly referred?: boolean | undefined;
}

/** One question of money: this person, this NPQ, the rules of this intake, and the lists. */
export interface FundingInput {
  readonly npq: NpqCode;
  readonly rules: CohortRules;
  readonly teacher: FundingTeacher;
  readonly isOn: IsOn;
}
