import { expect, test } from 'vitest';
import { TODAY } from '../../../test/support/builders.ts';
import { decided, listsHolding, onAll, type Asked } from '../../../test/support/funding.ts';
import { CONTENT_ROOT } from '../../services/catalogue-source.ts';
import { loadContent } from '../../content/load-content.ts';
import { holdsOn, type IsoDate } from '../date.ts';
import { historyOf } from '../catalogue/fact.ts';
import { COHORT_IDS, COHORT_RULES, rulesFor, type CohortId } from './funding-cohorts.ts';
import type { FundingStatus } from './funding-codes.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';

const day = (text: string) => text as IsoDate;

const SHORT = {
  LT: 'npq-leading-teaching',
  LTD: 'npq-leading-teaching-development',
  LBC: 'npq-leading-behaviour-culture',
  LL: 'npq-leading-literacy',
  LPM: 'npq-leading-primary-mathematics',
  SL: 'npq-senior-leadership',
  H: 'npq-headship',
  EL: 'npq-executive-leadership',
  EYL: 'npq-early-years-leadership',
  SENCO: 'npq-senco',
  EHCO: 'npq-early-headship-coaching-offer',
  ASO: 'npq-additional-support-offer',
} as const satisfies Readonly<Record<string, NpqCode>>;

function withStatus(status: FundingStatus, asked: Asked, told: Parameters<typeof decided>[0] = {}): string {
  return Object.entries(SHORT)
    .filter(([, npq]) => decided(told, { ...asked, npq }).status === status)
    .map(([short]) => short)
    .join(' ');
}

/** In the words of each intake's policy: funded in any state school, on the lists only, not offered. */
test.each([
  ['2021-autumn', 'LT LTD LBC SL H EL', '', 'LL LPM EYL SENCO EHCO'],
  ['2022-spring', 'LT LTD LBC SL H EL', '', 'LL LPM EYL SENCO EHCO'],
  ['2022-autumn', 'LT LTD LBC LL SL H EL EYL', '', 'LPM SENCO ASO'],
  ['2023-spring', 'LT LTD LBC LL SL H EL EYL', '', 'LPM SENCO ASO'],
  ['2023-autumn', 'LT LTD LBC LL SL H EL EYL', '', 'LPM SENCO ASO'],
  ['2024-spring', 'LT LTD LBC LL LPM SL H EL EYL', '', 'SENCO ASO'],
  ['2024-autumn', 'LPM H SENCO', 'LT LTD LBC LL SL EL EYL', 'ASO'],
  ['2025-spring', 'LPM H SENCO', 'LT LTD LBC LL SL EL EYL', 'ASO'],
  ['2025-autumn', 'H SENCO', 'LT LTD LBC LL LPM SL EL EYL', 'ASO'],
  ['2026-spring', '', '', 'ASO'],
  ['2026-autumn', 'SL H EYL SENCO', 'LT LTD LBC LL LPM EL', 'ASO'],
] as const)('%s: any state school %j, by list %j, not offered %j', (cohort, anySchool, byList, notOffered) => {
  const listed = withStatus('funded', { cohort, isOn: onAll });
  expect(withStatus('funded', { cohort })).toBe(anySchool);
  expect(
    listed
      .split(' ')
      .filter((short) => !anySchool.split(' ').includes(short))
      .join(' '),
  ).toBe(byList);
  expect(withStatus('not-offered', { cohort })).toBe(notOffered);
});

test.each(['2027-spring', '2027-autumn'] as const)('%s is not announced, on any list and for any NPQ', (cohort) => {
  expect(withStatus('not-announced', { cohort, isOn: onAll })).toBe('LT LTD LBC LL LPM SL H EL EYL SENCO EHCO');
});

const FIRST: Asked = { cohort: '2021-autumn', on: day('2021-09-01') };

test('1 July to 11 October 2021: leading teacher development for all teachers in state-funded schools', () => {
  expect(withStatus('funded', FIRST)).toBe('LTD');
  expect(decided({ school: { urn: '1', typeCode: 11 } }, { ...FIRST, npq: SHORT.LTD }).code).toBe(
    'ineligible_establishment_type',
  );
});

test('1 July to 11 October 2021: the others hang on a list that is not held, and say so', () => {
  expect(withStatus('unknown', FIRST)).toBe('LT LBC SL H EL');
  expect(decided({}, { ...FIRST, npq: SHORT.LT })).toMatchObject({ owner: 'world', settledBy: 'top-pupil-premium' });
  expect(decided({}, { ...FIRST, npq: SHORT.LT }).because).toContain('by a list that is not held here');
  expect(decided({ school: { urn: '1', typeCode: 11 } }, { ...FIRST, npq: SHORT.LT }).status).toBe('not-funded');
});

test('1 July to 11 October 2021: headship for new heads without the list', () => {
  expect(decided({ newHeadteacher: true }, { ...FIRST, npq: SHORT.H }).code).toBe('funded');
  expect(decided({ newHeadteacher: undefined }, { ...FIRST, npq: SHORT.H })).toMatchObject({
    status: 'unknown',
    owner: 'teacher',
    missing: ['new-head'],
  });
});

test('from 12 October 2021 every state-funded school and 16 to 19 organisation, but no independent special school', () => {
  expect(decided({ school: { urn: '1', typeCode: 18 } }, { cohort: '2021-autumn' }).code).toBe('funded');
  expect(decided({ school: { urn: '1', typeCode: 18 } }, FIRST).status).toBe('not-funded');
  expect(decided({ school: { urn: '1', typeCode: 10 } }, { cohort: '2022-spring' }).code).toBe(
    'ineligible_establishment_type',
  );
  expect(decided({ school: { urn: '1', typeCode: 10 } }, { cohort: '2022-autumn' }).code).toBe('funded');
});

/** Hospital and virtual schools, young offender institutions and local authority supply, intake by intake. */
test.each([
  ['2021-autumn', '', '', 'LT LTD LBC SL H EL'],
  ['2022-autumn', 'LT LTD LBC LL SL H EL EYL', '', ''],
  ['2024-spring', 'LT LTD LBC LL LPM SL H EL EYL', '', ''],
  ['2024-autumn', 'LPM H SENCO', '', ''],
  ['2025-spring', 'LPM H SENCO', '', ''],
  ['2025-autumn', 'H SENCO', '', ''],
  ['2026-autumn', '', 'SL H SENCO', ''],
] as const)('%s elsewhere: funded %j, reviewed %j, not held %j', (cohort, funded, review, notHeld) => {
  for (const employment of [
    'hospital-school',
    'la-virtual-school',
    'young-offender-institution',
    'la-supply-teacher',
  ] as const) {
    const told = { workplace: 'another', school: undefined, employment } as const;
    expect(withStatus('funded', { cohort }, told)).toBe(funded);
    expect(withStatus('review', { cohort }, told)).toBe(review);
    expect(withStatus('unknown', { cohort }, told)).toBe(notHeld);
  }
});

test('another post in another setting is never reviewable', () => {
  for (const cohort of COHORT_IDS) {
    expect(withStatus('review', { cohort }, { workplace: 'another', employment: 'other' })).toBe('');
    expect(withStatus('funded', { cohort }, { workplace: 'another', employment: 'other' })).toBe('');
  }
});

test('people referred by a return to teaching adviser are reviewed from autumn 2024; before, the rule is not held', () => {
  const told = { workplace: 'other', school: undefined, referred: true } as const;
  expect(decided(told, { npq: SHORT.H, cohort: '2026-autumn' }).code).toBe('referred_by_return_to_teaching_adviser');
  expect(decided(told, { npq: SHORT.H, cohort: '2024-autumn' }).code).toBe('referred_by_return_to_teaching_adviser');
  expect(decided(told, { npq: SHORT.H, cohort: '2023-spring' })).toMatchObject({ status: 'unknown', owner: 'world' });
  expect(decided({ ...told, referred: false }, { npq: SHORT.H }).code).toBe('ineligible_establishment_type');
});

test('the lead mentor route is held from autumn 2024 and said to be unknown before', () => {
  const told = { workplace: 'another', employment: 'itt-lead-mentor', ittProviderApproved: true } as const;
  expect(decided(told, { npq: SHORT.LTD, cohort: '2024-autumn' }).code).toBe('funded');
  expect(decided(told, { npq: SHORT.LTD, cohort: '2023-autumn' })).toMatchObject({ status: 'unknown', owner: 'world' });
});

/** Early years leadership by kind of setting: funded without a list, or only on the list named. */
test.each([
  ['2022-autumn', 'private-nursery', 'free'],
  ['2022-autumn', 'childminder', 'free'],
  ['2022-autumn', 'school-pre-school', 'free'],
  ['2024-autumn', 'private-nursery', 'disadvantaged-early-years:ofsted-urn:EY1@2024-autumn'],
  ['2024-autumn', 'childminder', 'childminder:ofsted-urn:EY1@2024-autumn'],
  ['2024-autumn', 'school-pre-school', 'disadvantaged-early-years:urn:100001@2024-autumn'],
  ['2025-spring', 'la-nursery', 'disadvantaged-early-years:urn:100001@2025-spring'],
  ['2025-autumn', 'school-pre-school', 'pp50-school:urn:100001@2025-autumn'],
  ['2025-autumn', 'la-nursery', 'free'],
  ['2026-autumn', 'private-nursery', 'free'],
  ['2026-autumn', 'other', 'free'],
  ['2026-autumn', 'school-pre-school', 'free'],
  ['2026-autumn', 'la-nursery', 'free'],
  ['2026-autumn', 'childminder', 'childminder:ofsted-urn:EY1@2025-autumn'],
] as const)('%s: early years leadership for %s: %s', (cohort, earlyYears, entry) => {
  const typeCode = earlyYears === 'la-nursery' ? 15 : 1;
  const told = {
    workplace: 'early-years',
    earlyYears,
    ofstedUrns: ['EY1'],
    school: { urn: '100001', typeCode },
  } as const;
  expect(decided(told, { npq: SHORT.EYL, cohort }).status).toBe(entry === 'free' ? 'funded' : 'not-funded');
  const isOn = listsHolding(entry === 'free' ? [] : [entry]);
  expect(decided(told, { npq: SHORT.EYL, cohort, isOn }).status).toBe('funded');
});

test('a nursery school is funded for it in autumn 2025 also where its staff say that they work in a school', () => {
  const told = { workplace: 'school', school: { urn: '106397', typeCode: 15 } } as const;
  expect(decided(told, { npq: SHORT.EYL, cohort: '2025-autumn' }).status).toBe('funded');
  expect(decided(told, { npq: SHORT.EYL, cohort: '2025-spring' }).status).toBe('not-funded');
});

test('to spring 2024 some independent schools’ pre-school classes were funded; which ones is not held', () => {
  const told = {
    workplace: 'early-years',
    earlyYears: 'school-pre-school',
    school: { urn: '1', typeCode: 11 },
  } as const;
  expect(decided(told, { npq: SHORT.EYL, cohort: '2023-spring' })).toMatchObject({ status: 'unknown', owner: 'world' });
});

test.each([
  ['2021-07-01', '2021-autumn', true],
  ['2021-07-01', '2022-spring', false],
  ['2024-06-11', '2024-autumn', false],
  ['2024-06-12', '2024-autumn', true],
  ['2026-05-17', '2026-autumn', false],
  ['2026-05-18', '2026-autumn', true],
] as const)('on %s the rules for %s are announced: %s', (on, cohort, announced) => {
  expect(decided({}, { npq: SHORT.H, cohort, on: day(on) }).status === 'not-announced').toBe(!announced);
});

test('before the first day held nothing is known of any intake', () => {
  expect(decided({}, { npq: SHORT.H, cohort: '2021-autumn', on: day('2021-06-30') })).toMatchObject({
    status: 'unknown',
    owner: 'world',
  });
});

test('places are limited since autumn 2024, and no answer promises one', () => {
  const places = (cohort: CohortId) => decided({}, { npq: SHORT.H, cohort }).places;
  expect(
    ['2024-spring', '2024-autumn', '2026-spring', '2026-autumn', '2027-autumn'].map((cohort) =>
      places(cohort as CohortId),
    ),
  ).toEqual(['not-limited', 'limited', 'not-applicable', 'limited', 'not-applicable']);
});

test('every intake has its rules, in the order of its start', () => {
  expect([...new Set(COHORT_RULES.map(({ cohort }) => cohort))]).toEqual([...COHORT_IDS]);
  for (const cohort of COHORT_IDS) expect(rulesFor(cohort, TODAY).cohort).toBe(cohort);
});

test('behind every row stands a fact that held on its day, with a source and the day it was checked', () => {
  const loaded = loadContent(CONTENT_ROOT, 'generate');
  if (!loaded.ok) throw new Error('the content does not load');
  const without = COHORT_RULES.flatMap((rules) =>
    NPQ_CODES.filter((npq) => {
      const { topic, day: on } = rules.facts[npq];
      return !historyOf(loaded.catalogue.facts, topic).some(
        (fact) => holdsOn(fact, on) && fact.source.url !== '' && fact.checkedOn <= TODAY,
      );
    }).map((npq) => `${rules.cohort} ${npq}`),
  );
  expect(without).toEqual([]);
});
