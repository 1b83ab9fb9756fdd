import type { Database } from '../db/open-database.ts';
import { registerSchool } from '../domain/funding/funding-school.ts';
import type { Profile } from '../domain/matching/profile.ts';
import type { FundingLookups } from './funding.ts';
import { schoolOfSetting } from './named-school.ts';
import type { SchoolsSource } from '../services/schools-source.ts';

/** What the decision asks of the register and of DfE's lists, read for one profile. Only once schools are ready. */
export async function fundingLookups(
  db: Database,
  schools: SchoolsSource,
  { setting }: Profile,
): Promise<FundingLookups> {
  const school = setting && (await schoolOfSetting(db, setting));
  return { isOn: schools.current().eligibility.isOn, schoolOf: () => school && registerSchool(school) };
}
