/** What an answer comes to. `unknown`: the rule or its list is not held, or something was not told. */
export const FUNDING_STATUSES = ['funded', 'not-funded', 'review', 'not-announced', 'not-offered', 'unknown'] as const;
export type FundingStatus = (typeof FUNDING_STATUSES)[number];

/** DfE's own status codes (registration service, 2026), and what each comes to. Kept as DfE writes them. */
export const DFE_CODES = {
  funded: 'funded',
  unfunded_cohort: 'not-funded',
  not_in_england: 'not-funded',
  previously_funded: 'not-funded',
  not_new_headteacher_requesting_ehco: 'not-funded',
  early_years_invalid_npq: 'not-funded',
  not_entitled_childminder: 'not-funded',
  ineligible_establishment_type: 'not-funded',
  ineligible_establishment_not_a_pp50: 'not-funded',
  not_lead_mentor_course: 'not-funded',
  subject_to_review: 'review',
  referred_by_return_to_teaching_adviser: 'review',
} as const satisfies Readonly<Record<string, FundingStatus>>;
export type DfeCode = keyof typeof DFE_CODES;

/** DfE's own code, or the status itself where DfE has none. */
export type FundingCode = DfeCode | FundingStatus;

export function statusOf(code: FundingCode): FundingStatus {
  return Object.hasOwn(DFE_CODES, code) ? DFE_CODES[code as DfeCode] : (code as FundingStatus);
}

/** DfE's lists of eligible schools and settings. */
export const FUNDING_LISTS = [
  'pp50-school',
  'pp50-further-education',
  'rise',
  'childminder',
  'disadvantaged-early-years',
  'la-nursery',
] as const;
export type FundingList = (typeof FUNDING_LISTS)[number];

/**
 * What an identifier is. Hundreds of Ofsted's numbers are also the URN of some school, so that a number alone says
 * nothing: a list is always asked with the kind of identifier.
 */
export type IdentifierType = 'urn' | 'ukprn' | 'ofsted-urn';

/** The intakes for which DfE set its lists anew, the oldest first. */
export const LIST_VINTAGES = ['2024-autumn', '2025-spring', '2025-autumn', '2026-autumn'] as const;
export type ListVintage = (typeof LIST_VINTAGES)[number];

/** `not-held`: that list of that intake is not with us at all, whoever is asked for. */
export type ListAnswer = 'yes' | 'no' | 'not-held';
export type IsOn = (list: FundingList, type: IdentifierType, identifier: string, vintage: ListVintage) => ListAnswer;

/** The list an answer rests on: `wanted` is the intake's own vintage, `vintage` the newest one held up to it. */
export interface ListUse {
  readonly name: FundingList;
  readonly vintage: ListVintage;
  readonly wanted: ListVintage;
  readonly held: boolean;
}
