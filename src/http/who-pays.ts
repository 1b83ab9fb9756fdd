import { profileFrom } from '../domain/matching/answers.ts';
import type { IsoDate } from '../domain/date.ts';
import { decideFunding, type FundingAnswer } from '../domain/funding/funding.ts';
import type { IsOn } from '../domain/funding/funding-codes.ts';
import { rulesFor, type CohortId } from '../domain/funding/funding-cohorts.ts';
import type { FundingTeacher } from '../domain/funding/funding-input.ts';
import { intakesAbout } from '../domain/funding/funding-intakes.ts';
import { fundingTeacher } from '../domain/funding/funding-profile.ts';
import { withSaid } from '../domain/funding/funding-said.ts';
import { registerSchool, withSchool } from '../domain/funding/funding-school.ts';
import type { NpqCode } from '../domain/catalogue/npq.ts';
import type { Profile } from '../domain/matching/profile.ts';
import type { School } from '../domain/school.ts';
import type { Services } from '../services/services.ts';
import type { Asked } from './asked.ts';

/** Who would pay for this visitor, by the rules as they stood on a day. */
export interface WhoPays {
  readonly profile: Profile;
  readonly teacher: FundingTeacher;
  readonly school: School | undefined;
  readonly isOn: IsOn;
  readonly day: IsoDate;
  /** Whether anything is told that the decision looks at. */
  readonly told: boolean;
  answer(npq: NpqCode, cohort: CohortId): FundingAnswer;
}

const NO_LISTS: IsOn = () => 'not-held';

/** DfE's lists, or none while they are still being loaded. */
export function listsHeld({ schools }: Services): IsOn {
  return schools.ready() ? schools.current().eligibility.isOn : NO_LISTS;
}

/** What the address tells, with the school it names as the register has it. */
export function whoPays(asked: Asked, day: IsoDate, school: School | undefined, isOn: IsOn): WhoPays {
  return whoPaysFor(withSaid(profileFrom(asked.answers), asked.said), { day, school, isOn });
}

/** The same for what somebody told of themselves, wherever it is kept. */
export function whoPaysFor(told: Profile, { day, school, isOn }: Pick<WhoPays, 'day' | 'school' | 'isOn'>): WhoPays {
  const profile = school ? withSchool(told, school) : told;
  const teacher = fundingTeacher(profile, school && registerSchool(school));
  return {
    profile,
    teacher,
    school,
    isOn,
    day,
    told: profile.setting !== undefined,
    answer: (npq, cohort) => decideFunding({ npq, rules: rulesFor(cohort, day), teacher, isOn }),
  };
}

/** What a page about an NPQ says of money: by the newest rules there are, and for the intake after them. */
export interface MoneyAnswers {
  readonly newest: FundingAnswer;
  readonly next: FundingAnswer | undefined;
  readonly told: boolean;
}

export function moneyAnswers(pays: WhoPays, npq: NpqCode): MoneyAnswers | undefined {
  const { newest, next } = intakesAbout(pays.day);
  if (newest === undefined) return undefined;
  return { newest: pays.answer(npq, newest), next: next && pays.answer(npq, next), told: pays.told };
}
