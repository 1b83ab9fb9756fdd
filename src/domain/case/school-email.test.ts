import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { belongsToSchool, type SchoolDomains } from './school-email.ts';

const school = (website: string | null, more: Partial<SchoolDomains> = {}): SchoolDomains => ({
  website,
  sharedWith: 0,
  confirmed: [],
  ...more,
});

const found = (address: string, known: SchoolDomains | undefined) => {
  const belonging = belongsToSchool(address, known);
  return belonging.kind === 'confirmed' ? belonging.by : belonging.why;
};

test.for([
  // The website's own name, with and without what only says that it is a website.
  ['head@st-marys.wigan.sch.uk', 'www.st-marys.wigan.sch.uk', 'website'],
  ['head@st-marys.wigan.sch.uk', 'st-marys.wigan.sch.uk', 'website'],
  ['Head@St-Marys.Wigan.SCH.UK', 'WWW.st-marys.wigan.sch.uk', 'website'],
  ['head@greenschool.org', 'www2.greenschool.org', 'website'],
  ['head@greenschool.org.uk', 'www.greenschool.org.uk', 'website'],
  // Below it.
  ['head@staff.greenschool.org.uk', 'www.greenschool.org.uk', 'website'],
  ['head@mail.st-marys.wigan.sch.uk', 'www.st-marys.wigan.sch.uk', 'website'],
  // Above or beside it: the council's, the trust's, a neighbour's.
  ['head@wigan.sch.uk', 'www.st-marys.wigan.sch.uk', 'other-domain'],
  ['head@st-johns.wigan.sch.uk', 'www.st-marys.wigan.sch.uk', 'other-domain'],
  ['head@trust.org.uk', 'www.greenschool.trust.org.uk', 'other-domain'],
  ['head@trust.org.uk', 'www.greenschool.org.uk', 'other-domain'],
  ['head@org.uk', 'www.greenschool.org.uk', 'other-domain'],
  // Made to look alike.
  ['head@notgreenschool.org.uk', 'www.greenschool.org.uk', 'other-domain'],
  ['head@greenschool.org.uk.example.com', 'www.greenschool.org.uk', 'other-domain'],
  ['head@greenschool.org', 'www.greenschool.org.uk', 'other-domain'],
  // A website that is not one school's.
  ['head@wigan.sch.uk', 'www.wigan.sch.uk', 'shared-website'],
  ['head@st-johns.wigan.sch.uk', 'wigan.sch.uk', 'shared-website'],
  ['head@wigan.gov.uk', 'www.wigan.gov.uk', 'shared-website'],
  ['head@greenschool.schoolwebsite.co.uk', 'greenschool.schoolwebsite.co.uk', 'shared-website'],
  ['head@greenschool.wordpress.com', 'greenschool.wordpress.com', 'shared-website'],
  ['head@google.com', 'sites.google.com', 'shared-website'],
  ['head@anybody.org.uk', 'org.uk', 'shared-website'],
  ['head@anybody.uk.com', 'greenschool.uk.com', 'shared-website'],
  // Mail that anybody can have, whatever the register says.
  ['head@gmail.com', 'www.greenschool.org.uk', 'free-mail'],
  ['head@gmail.com', 'www.gmail.com', 'free-mail'],
  ['head@outlook.com', null, 'free-mail'],
  // Nothing to compare with.
  ['head@greenschool.org.uk', null, 'no-website'],
  ['head@greenschool.org.uk', '', 'no-website'],
  ['head@localhost', 'localhost', 'shared-website'],
] as const)('%s at a school whose website is %s: %s', ([address, website, what]) => {
  expect(found(address, school(website))).toBe(what);
});

test('a website that other schools have too shows the trust and not the school', () => {
  expect(found('head@trust.org.uk', school('www.trust.org.uk', { sharedWith: 4 }))).toBe('shared-website');
});

test('a domain that the hub has confirmed confirms what stands at it and below it, and nothing above', () => {
  const known = school(null, { confirmed: ['greenschool.org.uk'] });
  expect(found('head@greenschool.org.uk', known)).toBe('hub');
  expect(found('head@staff.greenschool.org.uk', known)).toBe('hub');
  expect(found('head@org.uk', known)).toBe('no-website');
  expect(found('head@gmail.com', school(null, { confirmed: ['gmail.com'] }))).toBe('free-mail');
});

test('without a school nothing is compared', () => {
  expect(found('head@greenschool.org.uk', undefined)).toBe('no-school');
});

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));

test('nobody above or beside a website is ever confirmed by it', () => {
  fc.assert(
    fc.property(host, host, (domain, website) => {
      const bare = website.replace(/^www\d?\./, '');
      fc.pre(domain !== bare && !domain.endsWith(`.${bare}`));
      expect(belongsToSchool(`head@${domain}`, school(website)).kind).toBe('unconfirmed');
    }),
  );
});
