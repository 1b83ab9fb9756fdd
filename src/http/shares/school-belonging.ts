import { countOthersWithWebsite, getSchool } from '../../db/schools.ts';
import type { Hub } from '../../domain/catalogue/catalogue.ts';
import type { Profile } from '../../domain/matching/profile.ts';
import { belongsToSchool, withoutWww, type Belonging, type SchoolDomains } from '../../domain/case/school-email.ts';
import type { School } from '../../domain/school.ts';
import type { Services } from '../../services/services.ts';

/** Whether an address shows that its owner belongs to the school a plan names, by what is known today. */
export async function belongingOf(
  { db }: Pick<Services, 'db'>,
  { setting }: Profile,
  hub: Hub,
  address: string,
): Promise<Belonging> {
  const school = setting?.urn === undefined ? undefined : await getSchool(db, setting.urn);
  return belongsToSchool(address, school && (await domainsOf({ db }, school, hub)));
}

async function domainsOf(
  { db }: Pick<Services, 'db'>,
  { urn, website }: School,
  { schoolDomains = [] }: Hub,
): Promise<SchoolDomains> {
  const confirmed = schoolDomains.filter((one) => one.urn === urn).map(({ domain }) => domain);
  if (website === null) return { website, sharedWith: 0, confirmed };
  const bare = withoutWww(website);
  return { website, sharedWith: await countOthersWithWebsite(db, { urn, hosts: [bare, `www.${bare}`] }), confirmed };
}
