import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../support/html.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import {
  all,
  AN_INTAKE,
  barriers,
  QUALIFIED,
  situationsOf,
  verdicts,
  waitsFor,
  type Said,
  type Situations,
} from './situations.ts';

let service: TestApp;
let at: Situations;
beforeAll(async () => {
  service = await testApp();
  at = situationsOf(service);
});
afterAll(() => service.close());

describe('D: a computing teacher who has heard of Computing Hubs', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-teaching'],
    setting: ['secondary-school'],
    role: ['class-teacher'],
    subjects: ['computing'],
    'at-work': ['sponsor'],
    district: ['wigan'],
  };

  test('reads that they ended, when, with the source, and what there is instead', async () => {
    const response = await service.get('/opportunities/computing-hubs');
    const page = await pageOf(response);
    expect(response.status).toBe(200);
    expect(page.text).toContain('ended on 31 March 2025');
    expect(page.text).toContain('Changes to NCCE funding and hub support');
    expect(page.text).toContain('Computing at School communities');
    expect(page.text).toContain('not confirmed for 2026/27');
  });

  test('is not offered the hubs, and is offered what exists', () => {
    expect(at.told(said).has('computing-hubs')).toBe(false);
    const now = ['computing-at-school-community-leader', 'computing-online-courses', 'stem-learning-cpd'];
    expect(verdicts(at.told(said), ...now)).toEqual(all('open', ...now));
    expect(at.told(said).get('computing-online-courses')?.confirmed).toBe(false);
  });
});

describe('E: a teacher whose school gets RISE support', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-teaching'],
    setting: ['primary-school'],
    role: ['senior-leader'],
    subjects: ['most'],
    'at-work': ['sponsor'],
    district: ['wigan'],
  };

  test('keeps the entry conditions: mastery for leading primary mathematics', () => {
    expect(barriers(at.told(said), 'npq-leading-primary-mathematics')).toContain('needs-mastery');
  });

  test('keeps the Early Headship Coaching Offer to new heads', () => {
    expect(barriers(at.told(said), 'early-headship-coaching-offer')).toContain('not-a-new-headteacher');
    expect(at.told({ ...said, role: ['new-headteacher'] }).get('early-headship-coaching-offer')?.verdict).toBe('open');
  });
});

describe('F: a teacher at an independent school', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-teaching'],
    setting: ['independent-school'],
    phase: ['secondary'],
    role: ['class-teacher'],
    subjects: ['english'],
    'at-work': ['sponsor', 'trainees'],
    district: ['elsewhere'],
  };

  test('comes to no dead end: master’s, membership, chartered status and mentoring trainees', async () => {
    const open = ['chester-ma-education', 'chartered-college-membership', 'itt-mentor', 'school-governor-or-trustee'];
    expect(verdicts(at.told(said), ...open)).toEqual(all('open', ...open));
    expect(barriers(at.told(said), 'chartered-teacher')).toEqual(['needs-a-qualification']);
    expect(await at.words('itt-mentor')).toContain('open to independent schools');
  });

  test('may take an NPQ without DfE’s money, and reads of the exception for a pre-school class', async () => {
    expect(waitsFor(at.told(said), 'npq-senior-leadership')).toEqual(AN_INTAKE);
    expect(await at.words('npq-early-years-leadership')).toContain(
      'a pre-school class that is part of an independent school',
    );
  });

  test('is not offered what is paid for in state-funded schools only; an independent special school is', () => {
    expect(at.told({ ...said, 'at-work': ['sponsor', 'ects'] }).get('ect-mentor-training')?.verdict).toBe('no');
    const special = at.told({ ...said, setting: ['independent-special'], 'at-work': ['sponsor', 'ects'] });
    expect(special.get('ect-mentor-training')?.verdict).toBe('open');
  });
});

describe('G: a supply teacher employed by a local authority', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-teaching'],
    setting: ['another'],
    phase: ['secondary'],
    role: ['class-teacher'],
    subjects: ['english'],
    'at-work': ['none'],
    district: ['elsewhere'],
  };

  test('is barred from no NPQ by the place, only by a sponsor and the intake', () => {
    for (const id of ['npq-senior-leadership', 'npq-senco'])
      expect(barriers(at.told(said), id)).toEqual(['needs-a-sponsor', 'intake-not-announced']);
  });

  test('reads that DfE reviews this setting', async () => {
    expect(await at.words('npq-senior-leadership')).toMatch(/review/i);
  });
});

describe('H: a head of department who read the briefing', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-behaviour-culture'],
    setting: ['secondary-school'],
    role: ['middle-leader'],
    subjects: ['history'],
    'at-work': ['sponsor'],
    district: ['wigan'],
  };

  test('may take the NPQ in Senior Leadership, and reads which NPQ is for leading a subject', async () => {
    expect(waitsFor(at.told(said), 'npq-senior-leadership')).toEqual(AN_INTAKE);
    const text = await at.words('npq-senior-leadership');
    expect(text).toContain('A head of department can take it when a senior role is the aim.');
    expect(text).toContain(
      'For leading a subject, year group or phase, the NPQ in Leading Teaching is the nearer fit.',
    );
  });

  test('sees what has changed, claim by claim', async () => {
    const page = await pageOf(await service.get('/changes'));
    expect(page.headings(1)).toEqual(['What has changed since 2023']);
    expect(page.text).toContain('Of the 30 claims in it that can be checked, 9 still stand as written.');
    expect(page.text).toContain('No longer true Said in 2023 There are four specialist NPQs.');
  });
});

describe('a primary generalist', () => {
  test('is barred for good from no subject a class is taught', () => {
    const results = at.told({ setting: ['primary-school'], subjects: ['most'] });
    const barred = [...results.values()].filter(({ findings }) =>
      findings.some(({ code }) => code === 'subject-not-taught'),
    );
    expect(barred.map(({ opportunity }) => opportunity.id)).toEqual(['physics-subject-knowledge-tutor']);
  });
});
