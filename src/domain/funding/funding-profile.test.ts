import { expect, test } from 'vitest';
import { aProfile, TODAY } from '../../../test/support/builders.ts';
import { listsHolding, type Entry } from '../../../test/support/funding.ts';
import { decideAll, type FundingAnswer } from './funding.ts';
import { COHORT_IDS, type CohortId } from './funding-cohorts.ts';
import { workplaceOfType } from './funding-establishments.ts';
import { fundingTeacher, type RegisterSchool } from './funding-profile.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';
import type { Profile } from '../matching/profile.ts';

const PRIMARY: RegisterSchool = { urn: '143064', ukprn: '10000001', typeCode: 34, laCode: '359' };
const AT_SCHOOL: Partial<Profile> = { setting: { kind: 'school', urn: 143064 } };

function answers(profile: Profile, school?: RegisterSchool, entries: readonly Entry[] = []) {
  const all = decideAll(fundingTeacher(profile, school), listsHolding(entries), TODAY);
  return (npq: NpqCode, cohort: CohortId = '2026-autumn'): FundingAnswer => {
    const answer = all.find((one) => one.npq === npq && one.cohort === cohort);
    if (!answer) throw new Error(`no answer for ${npq} in ${cohort}`);
    return answer;
  };
}

test('there is an answer for every NPQ in every intake', () => {
  expect(decideAll(fundingTeacher({}), listsHolding(), TODAY)).toHaveLength(NPQ_CODES.length * COHORT_IDS.length);
});

test('somebody who told nothing is told what is the same for everybody, and else what to tell', () => {
  const of = answers({});
  expect(of('npq-headship', '2026-spring').code).toBe('unfunded_cohort');
  expect(of('npq-headship', '2027-autumn').status).toBe('not-announced');
  expect(of('npq-senco', '2021-autumn').status).toBe('not-offered');
  expect(of('npq-headship')).toMatchObject({ status: 'unknown', missing: ['england', 'workplace'] });
  expect(of('npq-headship').because).toContain('tell us whether you work in England and where you work');
});

test('a teacher at a school on the disadvantage list: funded by the newest list held, to be checked', () => {
  const profile = aProfile({ ...AT_SCHOOL, npqs: [{ code: 'npq-leading-teaching-development', funded: true }] });
  const of = answers(profile, PRIMARY, ['pp50-school:urn:143064@2025-autumn']);
  expect(of('npq-leading-teaching')).toMatchObject({
    code: 'funded',
    list: { name: 'pp50-school', vintage: '2025-autumn' },
  });
  expect(of('npq-leading-teaching').check).toContain('autumn 2026');
  expect(of('npq-leading-teaching-development').code).toBe('previously_funded');
  expect(of('npq-leading-primary-mathematics').alsoAsks).toContain('Teaching for Mastery');
});

test('a teacher at a school on no list: senior leadership funded, another specialist NPQ not', () => {
  const of = answers(aProfile(AT_SCHOOL), PRIMARY);
  expect(of('npq-senior-leadership').code).toBe('funded');
  expect(of('npq-leading-literacy').code).toBe('ineligible_establishment_not_a_pp50');
});

test('a class teacher at a RISE school: every NPQ by RISE, and no coaching offer', () => {
  const of = answers(aProfile(AT_SCHOOL), PRIMARY, [
    'rise:urn:143064@2025-autumn',
    'pp50-school:urn:143064@2025-autumn',
  ]);
  expect(of('npq-executive-leadership')).toMatchObject({ code: 'funded', list: { name: 'rise' } });
  expect(of('npq-executive-leadership').because).not.toContain('disadvantage');
  expect(of('npq-early-headship-coaching-offer').code).toBe('not_new_headteacher_requesting_ehco');
});

test('a teacher at an independent school: no NPQ, with the way by a pre-school class named', () => {
  const of = answers(aProfile({ setting: { kind: 'school' }, sector: 'independent' }));
  expect(of('npq-headship').code).toBe('ineligible_establishment_type');
  expect(of('npq-leading-teaching').code).toBe('ineligible_establishment_type');
  expect(of('npq-early-years-leadership').whatWouldChange).toContain('pre-school class');
});

test('a supply teacher of a local authority: three reviewed, the others not funded', () => {
  const of = answers({
    setting: { kind: 'another' },
    employment: 'la-supply-teacher',
    inEngland: true,
    role: 'class-teacher',
  });
  const reviewed = NPQ_CODES.filter((npq) => of(npq).status === 'review');
  expect(reviewed).toEqual<NpqCode[]>(['npq-senior-leadership', 'npq-headship', 'npq-senco']);
  expect(NPQ_CODES.filter((npq) => of(npq).status === 'funded')).toEqual([]);
});

test('a nursery lead in a school’s nursery: early years leadership without a list', () => {
  const of = answers(aProfile({ setting: { kind: 'early-years' }, earlyYears: 'school-pre-school' }));
  expect(of('npq-early-years-leadership')).toMatchObject({ code: 'funded', list: undefined });
});

test.each<[string, Profile, RegisterSchool | undefined, boolean | undefined]>([
  ['said so', { inEngland: false, setting: { kind: 'school', urn: 1 } }, undefined, false],
  ['a URN', { setting: { kind: 'school', urn: 1 } }, undefined, true],
  ['an Ofsted number', { setting: { kind: 'early-years', ofstedId: 1 } }, undefined, true],
  ['a trust', { setting: { kind: 'academy-trust', trustId: 1 } }, undefined, true],
  ['a UKPRN alone', { setting: { kind: '16-to-19', ukprn: 1 } }, undefined, undefined],
  ['nothing', { setting: { kind: 'school' } }, undefined, undefined],
  ['a Welsh establishment', { setting: { kind: 'school', urn: 1 } }, { urn: '1', typeCode: 30, laCode: '660' }, false],
  ['a school in Gibraltar', { setting: { kind: 'school', urn: 1 } }, { urn: '1', typeCode: 26, laCode: '708' }, false],
  [
    'a service school in England',
    { setting: { kind: 'school', urn: 1 } },
    { urn: '1', typeCode: 26, laCode: '865' },
    true,
  ],
])('England by %s', (_, profile, school, inEngland) => {
  expect(fundingTeacher(profile, school).inEngland).toBe(inEngland);
});

test.each<[Profile, boolean | undefined]>([
  [{ newHeadteacher: 'yes' }, true],
  [{ newHeadteacher: 'no', role: 'headteacher' }, false],
  [{ newHeadteacher: 'unsure', role: 'class-teacher' }, undefined],
  [{ role: 'headteacher' }, undefined],
  [{ role: 'class-teacher' }, false],
  [{}, undefined],
])('a new head by %j: %s', (profile, newHead) => {
  expect(fundingTeacher(profile).newHeadteacher).toBe(newHead);
});

test('an NPQ that DfE paid for, one it did not, and one that was not said', () => {
  const { paidFor, perhapsPaidFor } = fundingTeacher({
    npqs: [
      { code: 'npq-headship', funded: true },
      { code: 'npq-senco', funded: false },
      { code: 'npq-leading-literacy' },
    ],
  });
  expect({ paidFor, perhapsPaidFor }).toEqual({ paidFor: ['npq-headship'], perhapsPaidFor: ['npq-leading-literacy'] });
});

test('a setting’s own numbers are used where the register has none', () => {
  expect(fundingTeacher({ setting: { kind: '16-to-19', urn: 5, ukprn: 7 } }).school).toEqual({ urn: '5', ukprn: '7' });
  expect(fundingTeacher({ setting: { kind: '16-to-19', ukprn: 7 } }, { urn: '5', typeCode: 18 }).school?.ukprn).toBe(
    '7',
  );
  expect(fundingTeacher({ setting: { kind: '16-to-19', ukprn: 7 } }, PRIMARY).school?.ukprn).toBe('10000001');
  expect(fundingTeacher({ setting: { kind: 'early-years', ofstedId: 123456 } }).ofstedUrns).toEqual([
    '123456',
    'EY123456',
  ]);
});

test('the staff of an establishment would name its own kind of workplace', () => {
  expect([15, 18, 31, 39, 1, undefined].map(workplaceOfType)).toEqual([
    'early-years',
    '16-to-19',
    '16-to-19',
    '16-to-19',
    'school',
    'school',
  ]);
});
