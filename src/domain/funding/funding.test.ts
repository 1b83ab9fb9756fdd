import { expect, test } from 'vitest';
import { decided, listsHolding, type Entry } from '../../../test/support/funding.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';

const RISE: Entry = 'rise:urn:100001@2025-autumn';
const PP50: Entry = 'pp50-school:urn:100001@2025-autumn';

test('lead mentors are funded for leading teacher development where their provider is approved, and for nothing else', () => {
  const mentor = { workplace: 'another', employment: 'itt-lead-mentor' } as const;
  const ltd = { npq: 'npq-leading-teaching-development' } as const;
  expect(decided({ ...mentor, ittProviderApproved: true }, ltd).code).toBe('funded');
  expect(decided({ ...mentor, ittProviderApproved: false }, ltd).code).toBe('ineligible_establishment_type');
  expect(decided({ ...mentor, ittProviderApproved: true }, { npq: 'npq-headship' }).code).toBe(
    'not_lead_mentor_course',
  );
  const untold = decided(mentor, ltd);
  expect(untold).toMatchObject({ status: 'unknown', owner: 'teacher', missing: ['provider'] });
  expect(untold.because).toContain('whether your teacher training provider is on DfE’s approved list');
});

test.each([
  ['a community school', { workplace: 'school' }],
  ['an independent school', { workplace: 'school', school: { urn: '100002', typeCode: 11 } }],
  ['a private nursery', { workplace: 'early-years', earlyYears: 'private-nursery', school: undefined }],
  ['nowhere that was told', { workplace: undefined, school: undefined }],
] as const)('a new head is funded for the coaching offer in autumn 2026, working in %s', (_, told) => {
  const ehco = { npq: 'npq-early-headship-coaching-offer' } as const;
  expect(decided({ ...told, newHeadteacher: true }, ehco).code).toBe('funded');
  expect(decided({ ...told, newHeadteacher: false }, ehco).code).toBe('not_new_headteacher_requesting_ehco');
});

test('before 2026 the coaching offer asked for a state-funded setting too', () => {
  const asked = { npq: 'npq-early-headship-coaching-offer', cohort: '2025-autumn' } as const;
  expect(decided({ newHeadteacher: true }, asked).code).toBe('funded');
  expect(decided({ newHeadteacher: true, school: { urn: '1', typeCode: 11 } }, asked).code).toBe(
    'ineligible_establishment_type',
  );
});

test('RISE brings every NPQ and never the coaching offer', () => {
  const isOn = listsHolding([RISE]);
  for (const npq of NPQ_CODES.slice(0, 10)) {
    expect(decided({}, { npq, isOn }), npq).toMatchObject({
      code: 'funded',
      list: { name: 'rise', vintage: '2025-autumn', wanted: '2026-autumn' },
    });
  }
  expect(decided({}, { npq: 'npq-early-headship-coaching-offer', isOn }).code).toBe(
    'not_new_headteacher_requesting_ehco',
  );
});

test('RISE is looked at before the type of establishment', () => {
  const school = { urn: '100001', typeCode: 11 };
  expect(decided({ school }, { isOn: listsHolding([RISE]) }).code).toBe('funded');
  expect(decided({ school }, { isOn: listsHolding([PP50]) }).code).toBe('ineligible_establishment_type');
});

test('RISE did not count before autumn 2025', () => {
  const isOn = listsHolding(['rise:urn:100001@2024-autumn', RISE]);
  expect(decided({}, { cohort: '2024-autumn', isOn }).code).toBe('ineligible_establishment_not_a_pp50');
  expect(decided({}, { cohort: '2025-autumn', isOn }).code).toBe('funded');
});

test('a RISE school need not check its list where everybody is funded anyway', () => {
  const isOn = listsHolding([RISE]);
  expect(decided({}, { npq: 'npq-senior-leadership', isOn }).check).toBeUndefined();
  expect(decided({}, { npq: 'npq-leading-literacy', isOn }).check).toContain('the RISE list for autumn 2025');
});

test('childminders are funded for early years leadership by Ofsted’s list, and for nothing else', () => {
  const childminder = {
    workplace: 'early-years',
    earlyYears: 'childminder',
    school: undefined,
    ofstedUrns: ['EY123456'],
  } as const;
  const isOn = listsHolding(['childminder:ofsted-urn:EY123456@2025-autumn']);
  const eyl = { npq: 'npq-early-years-leadership' } as const;
  expect(decided(childminder, { ...eyl, isOn })).toMatchObject({
    code: 'funded',
    list: { name: 'childminder', vintage: '2025-autumn' },
  });
  expect(decided(childminder, eyl).code).toBe('not_entitled_childminder');
  expect(decided(childminder, { npq: 'npq-headship', isOn }).code).toBe('early_years_invalid_npq');
  expect(decided({ ...childminder, ofstedUrns: undefined }, eyl)).toMatchObject({
    status: 'unknown',
    missing: ['childminder'],
    list: { name: 'childminder' },
  });
});

test('a number is looked up on its own list and as what it is', () => {
  const isOn = listsHolding([
    'childminder:ofsted-urn:100001@2025-autumn',
    'childminder:urn:100001@2025-autumn',
    'pp50-further-education:ukprn:100001@2025-autumn',
  ]);
  expect(decided({}, { isOn }).code).toBe('ineligible_establishment_not_a_pp50');
  const childminder = { workplace: 'early-years', earlyYears: 'childminder', school: undefined } as const;
  const asUrn = listsHolding(['childminder:urn:222222@2025-autumn', 'pp50-school:urn:222222@2025-autumn']);
  expect(
    decided({ ...childminder, ofstedUrns: ['222222'] }, { npq: 'npq-early-years-leadership', isOn: asUrn }).code,
  ).toBe('not_entitled_childminder');
});

test('16 to 19 settings go by UKPRN on their own list; schools and trusts by URN on theirs', () => {
  const byUkprn = listsHolding(['pp50-further-education:ukprn:10000001@2025-autumn']);
  const byUrn = listsHolding([PP50]);
  for (const workplace of ['school', 'academy-trust'] as const) {
    expect(decided({ workplace }, { isOn: byUrn })).toMatchObject({ code: 'funded', list: { name: 'pp50-school' } });
    expect(decided({ workplace }, { isOn: byUkprn }).code).toBe('ineligible_establishment_not_a_pp50');
  }
  expect(decided({ workplace: '16-to-19' }, { isOn: byUkprn })).toMatchObject({
    code: 'funded',
    list: { name: 'pp50-further-education' },
  });
  expect(decided({ workplace: '16-to-19' }, { isOn: byUrn }).code).toBe('ineligible_establishment_not_a_pp50');
});

test('a 16 to 19 setting whose UKPRN the register lacks is not asked of the teacher again', () => {
  const answer = decided({ workplace: '16-to-19', school: { urn: '100001', typeCode: 39 } });
  expect(answer).toMatchObject({ status: 'unknown', owner: 'world', list: { name: 'pp50-further-education' } });
  expect(answer.because).toContain('the number to look yours up by is not held here');
});

const ELIGIBLE = [
  1, 2, 3, 5, 6, 7, 8, 10, 12, 14, 15, 18, 24, 26, 28, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46,
];

test('the types of establishment are DfE’s, independent special schools among them', () => {
  const funded = Array.from({ length: 60 }, (_, typeCode) => typeCode).filter(
    (typeCode) => decided({ school: { urn: '1', typeCode } }, { npq: 'npq-headship' }).code === 'funded',
  );
  expect(funded).toEqual(ELIGIBLE);
});

test('money had before counts once an NPQ, and as one for the coaching offer and its forerunner', () => {
  expect(decided({ paidFor: ['npq-headship'] }, { npq: 'npq-headship' }).code).toBe('previously_funded');
  expect(decided({ paidFor: ['npq-headship'] }, { npq: 'npq-senior-leadership' }).code).toBe('funded');
  const ehco = { npq: 'npq-early-headship-coaching-offer' } as const;
  expect(decided({ paidFor: ['npq-additional-support-offer'], newHeadteacher: true }, ehco).code).toBe(
    'previously_funded',
  );
  const aso = { npq: 'npq-additional-support-offer', cohort: '2022-spring' } as const;
  expect(decided({ paidFor: ['npq-early-headship-coaching-offer'], newHeadteacher: true }, aso).code).toBe(
    'previously_funded',
  );
});

test('who paid for an NPQ already held decides, so it is asked; for another NPQ it does not matter', () => {
  const held = { perhapsPaidFor: ['npq-headship'] } as const;
  expect(decided(held, { npq: 'npq-headship' })).toMatchObject({ status: 'unknown', missing: ['paid'] });
  expect(decided(held, { npq: 'npq-senco' }).status).toBe('funded');
  expect(decided({ ...held, school: { urn: '1', typeCode: 11 } }, { npq: 'npq-headship' }).status).toBe('not-funded');
});

test('the Additional Support Offer is offered to spring 2022 and never after', () => {
  const npq = 'npq-additional-support-offer';
  expect(decided({ newHeadteacher: true }, { npq, cohort: '2022-spring' }).code).toBe('funded');
  expect(decided({}, { npq, cohort: '2022-spring' }).code).toBe('not_new_headteacher_requesting_ehco');
  for (const cohort of ['2022-autumn', '2026-spring', '2026-autumn', '2027-autumn'] as const) {
    expect(decided({ newHeadteacher: true }, { npq, cohort }).status, cohort).toBe('not-offered');
  }
});

test('a workplace that DfE does not know is ineligible; one that was not told is asked for', () => {
  expect(decided({ workplace: 'unlisted' }, { npq: 'npq-headship' }).code).toBe('ineligible_establishment_type');
  expect(decided({ workplace: undefined, school: undefined }, { npq: 'npq-headship' })).toMatchObject({
    status: 'unknown',
    missing: ['workplace'],
  });
});

test('a school that was not named is asked for, never called ineligible', () => {
  const answer = decided({ school: undefined }, { npq: 'npq-leading-teaching' });
  expect(answer).toMatchObject({
    status: 'unknown',
    code: 'unknown',
    owner: 'teacher',
    list: { name: 'pp50-school', vintage: '2025-autumn' },
  });
  expect(answer.because).toContain('tell us which school or setting you work in');
});

test('nobody is funded in spring 2026, whoever they are and wherever they work', () => {
  for (const npq of NPQ_CODES.slice(0, 11)) {
    expect(
      decided({ inEngland: undefined, workplace: undefined, school: undefined }, { npq, cohort: '2026-spring' }).code,
      npq,
    ).toBe('unfunded_cohort');
  }
});

test('senior leadership is funded in any state school, named or not', () => {
  expect(decided({ school: undefined, sector: 'state' }, { npq: 'npq-senior-leadership' }).status).toBe('funded');
  expect(decided({ school: undefined, sector: 'independent' }, { npq: 'npq-senior-leadership' }).code).toBe(
    'ineligible_establishment_type',
  );
  expect(decided({ school: undefined, sector: 'independent-special' }, { npq: 'npq-senior-leadership' }).status).toBe(
    'funded',
  );
  expect(decided({ school: undefined, workplace: 'academy-trust' }, { npq: 'npq-senior-leadership' }).status).toBe(
    'funded',
  );
});

test('not being told about England matters only where the rest would be funded', () => {
  expect(decided({ inEngland: undefined }, { npq: 'npq-headship' })).toMatchObject({
    status: 'unknown',
    missing: ['england'],
  });
  expect(decided({ inEngland: undefined, paidFor: ['npq-headship'] }, { npq: 'npq-headship' })).toMatchObject({
    status: 'not-funded',
    code: 'previously_funded',
  });
  expect(decided({ inEngland: false }, { npq: 'npq-headship' }).code).toBe('not_in_england');
});

test('an independent school has one way to early years leadership: its pre-school class', () => {
  const school = { urn: '100009', typeCode: 11 };
  const eyl = { npq: 'npq-early-years-leadership' } as const;
  expect(decided({ school, workplace: 'early-years', earlyYears: 'school-pre-school' }, eyl).code).toBe('funded');
  const atSchool = decided({ school }, eyl);
  expect(atSchool.code).toBe('ineligible_establishment_type');
  expect(atSchool.whatWouldChange).toContain('pre-school class');
});

test('nursery schools of the local authority have the three universal NPQs and early years leadership', () => {
  const nursery = {
    workplace: 'early-years',
    earlyYears: 'la-nursery',
    school: { urn: '100005', typeCode: 15 },
  } as const;
  const funded = NPQ_CODES.filter((npq) => decided(nursery, { npq }).code === 'funded');
  expect(funded).toEqual<NpqCode[]>([
    'npq-senior-leadership',
    'npq-headship',
    'npq-early-years-leadership',
    'npq-senco',
  ]);
  expect(decided(nursery, { npq: 'npq-leading-literacy' }).code).toBe('early_years_invalid_npq');
  expect(decided({ ...nursery, school: { urn: '1', typeCode: 1 } }, { npq: 'npq-headship' }).code).toBe(
    'early_years_invalid_npq',
  );
});

test('the path taken is told in order, and its last step is the one that settled it', () => {
  const answer = decided({}, { isOn: listsHolding([PP50]) });
  expect(answer.steps.map(({ question, answer: said }) => `${question}: ${said}`)).toEqual([
    'offered: yes',
    'money: yes',
    'england: yes',
    'paid: no',
    'workplace: school',
    'rise: no',
    'type: yes',
    'whom: list',
    'listed: yes',
  ]);
  expect(answer.settledBy).toBe('listed');
});

test('what was not told and does not matter is a step of the path all the same', () => {
  const { steps, status } = decided({ school: undefined, sector: 'state' }, { npq: 'npq-headship' });
  expect(status).toBe('funded');
  expect(steps.find(({ question }) => question === 'rise')).toMatchObject({ answer: 'unknown', said: 'Not told' });
});

test('where the intake’s own list is not held the newest earlier one answers, and says how to check', () => {
  const answer = decided({}, { isOn: listsHolding([PP50]) });
  expect(answer).toMatchObject({
    code: 'funded',
    list: { name: 'pp50-school', vintage: '2025-autumn', wanted: '2026-autumn', held: true },
  });
  expect(answer.because).toContain('yours is on the one for autumn 2025');
  expect(answer.check).toContain('The one for autumn 2026 is not held here, so check it on GOV.UK');
});

test('the intake’s own list is used as soon as it is held', () => {
  const isOn = listsHolding([PP50], ['2025-autumn', '2026-autumn']);
  expect(decided({}, { isOn })).toMatchObject({
    code: 'ineligible_establishment_not_a_pp50',
    list: { vintage: '2026-autumn' },
    check: undefined,
  });
  expect(decided({}, { isOn, cohort: '2025-autumn' })).toMatchObject({
    code: 'funded',
    list: { vintage: '2025-autumn' },
    check: undefined,
  });
});

test('where no list is held the answer says so, unless everybody is funded', () => {
  const isOn = listsHolding([], []);
  const answer = decided({}, { isOn });
  expect(answer).toMatchObject({ status: 'unknown', owner: 'world', list: { held: false } });
  expect(answer.because).toContain('which is not held here');
  expect(decided({}, { isOn, npq: 'npq-headship' }).status).toBe('funded');
});
