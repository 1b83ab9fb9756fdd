import type { Database } from './db/open-database.ts';
import { getSchool, getSchoolByUkprn } from './db/schools.ts';
import { registerSchool } from './domain/funding-school.ts';
import type { Profile, Setting } from './domain/profile.ts';
import type { School } from './domain/school.ts';
import type { FundingLookups } from './funding-commands.ts';
import type { SchoolsSource } from './schools-source.ts';

/** What the decision asks of the register and of DfE's lists, read for one profile. Only once schools are ready. */
export async function fundingLookups(
  db: Database,
  schools: SchoolsSource,
  { setting }: Profile,
): Promise<FundingLookups> {
  const school = setting && (await schoolOfSetting(db, setting));
  return { isOn: schools.current().eligibility.isOn, schoolOf: () => school && registerSchool(school) };
}

async function schoolOfSetting(db: Database, { urn, ukprn }: Setting): Promise<School | undefined> {
  if (urn !== undefined) return getSchool(db, urn);
  return ukprn === undefined ? undefined : getSchoolByUkprn(db, ukprn);
}
