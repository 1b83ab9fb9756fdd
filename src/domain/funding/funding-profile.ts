import { isInEngland } from './funding-establishments.ts';
import type { FundingSchool, FundingTeacher } from './funding-input.ts';
import type { Profile, YesNoUnsure } from '../matching/profile.ts';

/** A school as the register gives it, with the authority that says whether it lies in England. */
export interface RegisterSchool extends FundingSchool {
  readonly laCode?: string | undefined;
}

/**
 * What a profile tells the decision. `school` is the register's row for the profile's URN, where there is one.
 * An NPQ list that was not told is read as DfE's own look-up would find it: nothing paid for yet.
 */
export function fundingTeacher(profile: Profile, school?: RegisterSchool): FundingTeacher {
  const { setting, npqs = [] } = profile;
  return {
    inEngland: inEngland(profile, school),
    paidFor: npqs.filter((npq) => npq.funded === true).map((npq) => npq.code),
    perhapsPaidFor: npqs.filter((npq) => npq.funded === undefined).map((npq) => npq.code),
    newHeadteacher: newHeadteacher(profile),
    workplace: setting?.kind,
    school: schoolOf(profile, school),
    sector: profile.sector,
    earlyYears: profile.earlyYears,
    ofstedUrns: setting?.ofstedId === undefined ? undefined : ofstedUrns(setting.ofstedId),
    employment: profile.employment,
    ittProviderApproved: told(profile.ittProviderApproved),
    referred: told(profile.referredByReturnToTeachingAdviser),
  };
}

/** "Not sure" leaves the question open: only its owner can close it. */
function told(answer: YesNoUnsure | undefined): boolean | undefined {
  return answer === undefined || answer === 'unsure' ? undefined : answer === 'yes';
}

/** England's register and Ofsted number only what is in England, but for a few places the register names too. */
function inEngland({ inEngland: said, setting }: Profile, school: RegisterSchool | undefined): boolean | undefined {
  if (said !== undefined) return said;
  if (school) return isInEngland(school);
  const numbered = setting?.urn !== undefined || setting?.ofstedId !== undefined || setting?.trustId !== undefined;
  return numbered ? true : undefined;
}

/** Who has told another role is no head, and is not about to be one unless they said so. */
function newHeadteacher({ newHeadteacher: said, role }: Profile): boolean | undefined {
  if (said !== undefined) return told(said);
  return role === undefined || role === 'headteacher' ? undefined : false;
}

function schoolOf({ setting }: Profile, school: RegisterSchool | undefined): FundingSchool | undefined {
  const urn = textOf(setting?.urn);
  const ukprn = textOf(setting?.ukprn);
  if (school) return school.ukprn === undefined && ukprn !== undefined ? { ...school, ukprn } : school;
  return urn === undefined && ukprn === undefined ? undefined : { urn, ukprn };
}

const textOf = (identifier: number | undefined): string | undefined =>
  identifier === undefined ? undefined : String(identifier);

/** Ofsted writes many of its numbers with two letters that a whole number cannot hold. */
function ofstedUrns(id: number): readonly string[] {
  return [String(id), `EY${id}`];
}
