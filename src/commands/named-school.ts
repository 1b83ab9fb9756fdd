import type { Database } from '../db/open-database.ts';
import { getSchool, getSchoolByUkprn } from '../db/schools.ts';
import type { Profile, Setting } from '../domain/matching/profile.ts';
import type { School } from '../domain/school.ts';
import { withNamedSchool } from '../domain/matching/school-profile.ts';
import type { Services } from '../services/services.ts';

/** The register's row for a setting that is named by URN or UKPRN; `undefined` where it is not, or is not held. */
export async function schoolOfSetting(db: Database, { urn, ukprn }: Setting): Promise<School | undefined> {
  if (urn !== undefined) return getSchool(db, urn);
  return ukprn === undefined ? undefined : getSchoolByUkprn(db, ukprn);
}

/** A profile from a file, with what the register says of the school it names, as a teacher's address gets it too. */
export async function completedBySchool({ db, schools }: Services, profile: Profile): Promise<Profile> {
  const { setting, phase } = profile;
  if (setting?.urn === undefined && setting?.ukprn === undefined) return profile;
  await schools.whenReady();
  const school = await schoolOfSetting(db, setting);
  return school ? withNamedSchool(profile, school, phase) : profile;
}
