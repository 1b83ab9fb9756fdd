import { workplaceOfType } from './funding-establishments.ts';
import type { RegisterSchool } from './funding-profile.ts';
import type { Profile } from '../matching/profile.ts';
import type { School } from '../school.ts';

/** What the decision reads of a school on the register. */
export function registerSchool({ urn, ukprn, typeCode, laCode, sector }: School): RegisterSchool {
  return {
    urn: String(urn),
    ukprn: ukprn === null ? undefined : String(ukprn),
    typeCode: typeCode ?? undefined,
    laCode: laCode ?? undefined,
    stateFunded: typeCode === null && sector !== null ? sector === 'state' : undefined,
  };
}

/** A profile with its school: the register says what it is; whether one is on its staff or in its nursery class stays told. */
export function withSchool(profile: Profile, school: School): Profile {
  const kind =
    profile.setting && profile.setting.kind !== 'school'
      ? profile.setting.kind
      : workplaceOfType(school.typeCode ?? undefined);
  return {
    ...profile,
    setting: { kind, urn: school.urn },
    ...(school.sector ? { sector: school.sector } : undefined),
  };
}
