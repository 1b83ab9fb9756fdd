/*
 * Whether somebody's email address shows that they belong to a school: its domain is compared with that of the
 * school's own website, or with one that the hub has confirmed.
 *
 * A match is only ever looked for downwards. Whoever holds a name decides what stands below it (`staff.school.org.uk`
 * is the school's where `school.org.uk` is) and nothing about what stands above or beside it. So no list of public
 * suffixes is needed to be safe: an address above the website's own name confirms nobody.
 */

/** What is known of a school's domains. */
export interface SchoolDomains {
  /** The host of its website, as the register gives it. */
  readonly website: string | null;
  /** How many other open schools the register gives the same website. */
  readonly sharedWith: number;
  /** Domains that the hub has confirmed to be the school's. */
  readonly confirmed: readonly string[];
}

export type Belonging =
  | { readonly kind: 'confirmed'; readonly by: 'website' | 'hub' }
  | {
      readonly kind: 'unconfirmed';
      readonly why: 'no-school' | 'free-mail' | 'no-website' | 'shared-website' | 'other-domain';
    };

/** Takes an address that has been checked and, where the plan names a school, what is known of it. */
export function belongsToSchool(address: string, school: SchoolDomains | undefined): Belonging {
  const domain = domainOf(address);
  if (!school) return unconfirmed('no-school');
  if (isAmong(domain, FREE_MAIL)) return unconfirmed('free-mail');
  if (school.confirmed.some((own) => isAtOrBelow(domain, withoutWww(own)))) return { kind: 'confirmed', by: 'hub' };
  const website = school.website === null ? '' : withoutWww(school.website);
  if (website === '') return unconfirmed('no-website');
  if (school.sharedWith > 0 || !isOneSchools(website)) return unconfirmed('shared-website');
  return isAtOrBelow(domain, website) ? { kind: 'confirmed', by: 'website' } : unconfirmed('other-domain');
}

/** What follows the @, in small letters. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** A website's name without the part that only says that it is one. */
export function withoutWww(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
}

function unconfirmed(why: Extract<Belonging, { kind: 'unconfirmed' }>['why']): Belonging {
  return { kind: 'unconfirmed', why };
}

function isAtOrBelow(domain: string, own: string): boolean {
  return own.includes('.') && (domain === own || domain.endsWith(`.${own}`));
}

function isAmong(domain: string, names: readonly string[]): boolean {
  return names.some((name) => isAtOrBelow(domain, name));
}

/** A council's, a host's or a registry's name is many people's: only what stands whole for one school can confirm. */
function isOneSchools(website: string): boolean {
  const labels = website.split('.').length;
  // Under sch.uk a council's name comes third: st-marys.wigan.sch.uk is one school, wigan.sch.uk is all of Wigan's.
  if (website.endsWith('.sch.uk')) return labels >= 4;
  if (labels < 2 || OPEN_TO_ALL.includes(website) || website.endsWith('.gov.uk')) return false;
  return !isAmong(website, SHARED_HOSTS) && !isAmong(website, FREE_MAIL);
}

/** Under these anybody can have a name. They are no website's own, and a register with an error in it must not open them. */
const OPEN_TO_ALL: readonly string[] = ['co.uk', 'org.uk', 'me.uk', 'ac.uk', 'ltd.uk', 'plc.uk', 'net.uk', 'uk.com'];

/** Where schools and anybody else rent a website under the host's own name. */
const SHARED_HOSTS: readonly string[] = [
  'schoolwebsite.co.uk',
  'primarysite.net',
  'primarysite-prod-sorted.net',
  'eschools.co.uk',
  'schooljotter.com',
  'schooljotter2.com',
  'schoolsites.co.uk',
  'j2e.com',
  'weebly.com',
  'wixsite.com',
  'wix.com',
  'wordpress.com',
  'blogspot.com',
  'blogspot.co.uk',
  'squarespace.com',
  'webs.com',
  'google.com',
  'sharepoint.com',
  'azurewebsites.net',
  'github.io',
  'netlify.app',
  'facebook.com',
  'uk.com',
];

/** Mail that anybody can have. */
const FREE_MAIL: readonly string[] = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'outlook.co.uk',
  'hotmail.com',
  'hotmail.co.uk',
  'live.com',
  'live.co.uk',
  'msn.com',
  'yahoo.com',
  'yahoo.co.uk',
  'ymail.com',
  'aol.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.co.uk',
  'mail.com',
  'btinternet.com',
  'btopenworld.com',
  'sky.com',
  'talktalk.net',
  'virginmedia.com',
  'ntlworld.com',
  'blueyonder.co.uk',
];
