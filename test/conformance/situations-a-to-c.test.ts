import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../support/html.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import {
  all,
  AN_INTAKE,
  barriers,
  codes,
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

describe('A: a primary class teacher in Wigan who wants to share expertise', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-teaching-development'],
    setting: ['primary-school'],
    role: ['class-teacher'],
    subjects: ['most'],
    'at-work': ['sponsor', 'line-manager', 'ects', 'trainees'],
    district: ['wigan'],
  };
  const results = () => at.told(said, { aims: ['share'], hoursPerWeek: 2 });

  test('sees the mentoring roles and the induction tutor as open', () => {
    expect(verdicts(results(), 'ect-mentor', 'induction-tutor', 'itt-mentor')).toEqual(
      all('open', 'ect-mentor', 'induction-tutor', 'itt-mentor'),
    );
  });

  test('sees facilitating the NPQ just finished as something to ask for and no right', async () => {
    expect(results().get('facilitate-your-npq')).toMatchObject({ verdict: 'open', confirmed: false });
    expect(codes(results(), 'facilitate-your-npq')).toContain('provider-decides');
    expect(await at.words('facilitate-your-npq')).toContain('finishing the NPQ is no right to the role');
  });

  test('sees the Evidence Lead marked as not confirmed', async () => {
    expect(codes(results(), 'evidence-lead-in-education')).toContain('could-not-confirm');
    expect(await at.words('evidence-lead-in-education')).toContain('could not be confirmed');
  });

  test('waits only for an intake, with no date, for the other specialist NPQs', () => {
    for (const id of ['npq-leading-teaching', 'npq-leading-behaviour-culture', 'npq-leading-literacy'])
      expect(waitsFor(results(), id)).toEqual(AN_INTAKE);
  });

  test('needs about a year of mastery, or another way of showing it, for leading primary mathematics', () => {
    expect(barriers(results(), 'npq-leading-primary-mathematics')).toEqual(['needs-mastery', 'intake-not-announced']);
    expect(waitsFor(at.told({ ...said, holds: ['qts', 'mastery-year'] }), 'npq-leading-primary-mathematics')).toEqual(
      AN_INTAKE,
    );
  });

  test('sees up to 40 credits at Chester, of 180, with the loan warning', async () => {
    expect(results().get('chester-ma-education')).toMatchObject({ verdict: 'open', confirmed: false });
    const text = await at.words('chester-ma-education');
    expect(text).toMatch(/up to 40/i);
    expect(text).toMatch(/180/);
    expect(text).toMatch(/loan/i);
  });

  test('is not sent back to the NPQ just finished', () => {
    expect(results().get('npq-leading-teaching-development')?.verdict).toBe('no');
    expect(barriers(results(), 'npq-leading-teaching-development')).toContain('already-held');
  });

  test('is offered no funded mentor training where trained already', () => {
    expect(results().get('ect-mentor-training')?.verdict).toBe('open');
    const trained = at.told({ ...said, holds: ['qts', 'mentor-trained'] });
    expect(verdicts(trained, 'ect-mentor-training', 'ect-mentor')).toEqual({
      'ect-mentor-training': 'no',
      'ect-mentor': 'open',
    });
  });

  test('is promised no place on the results page', async () => {
    const query = new URLSearchParams(
      Object.entries(said).flatMap(([id, values]) => values.map((value) => [id, value])),
    );
    const response = await service.get(`/results?v=1&${query}`);
    expect(response.status).toBe(200);
    expect((await pageOf(response)).text).not.toMatch(/guarantee|you will get a place|your place is/i);
  });
});

describe('B: a secondary English teacher in Warrington, part-time, who wants senior leadership', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-literacy'],
    setting: ['secondary-school'],
    role: ['class-teacher'],
    subjects: ['english'],
    'at-work': ['line-manager'],
    district: ['warrington'],
  };
  const results = () => at.told(said, { aims: ['senior-leadership'], fte: 0.6 });

  test('needs a sponsor and an intake for the NPQ in Senior Leadership', () => {
    expect(barriers(results(), 'npq-senior-leadership')).toEqual(['needs-a-sponsor', 'intake-not-announced']);
    expect(results().get('npq-senior-leadership')?.next?.change).toContain('your head agrees to sponsor you');
    expect(waitsFor(at.told({ ...said, 'at-work': ['sponsor'] }), 'npq-senior-leadership')).toEqual(AN_INTAKE);
  });

  test('reads that it is funded by the 2026 rules and that the next intake is not announced', async () => {
    const text = await at.words('npq-senior-leadership');
    expect(text).toContain('funded by the autumn 2026 rules');
    expect(text).toContain('The next intake is not announced.');
  });

  test('reads an example fee with its year and its VAT for another specialist NPQ', async () => {
    expect(await at.words('npq-leading-teaching')).toMatch(/£8\d\d/);
    expect(await at.words('npq-leading-teaching')).toMatch(/VAT/);
    expect(await at.words('npq-leading-teaching')).toMatch(/202[456]/);
  });

  test('never reads "fully funded until 2025" as today’s rule', async () => {
    for (const id of ['npq-senior-leadership', 'npq-leading-teaching'])
      expect(await at.words(id)).not.toMatch(/fully funded until 2025/i);
  });

  test('has something open on the route meanwhile', () => {
    const open = [...results().values()].filter(
      ({ verdict, opportunity }) => verdict === 'open' && opportunity.route === 'senior-leadership',
    );
    expect(open.map(({ opportunity }) => opportunity.id)).toContain('school-governor-or-trustee');
  });
});

describe('C: a nursery lead in a Halton school’s nursery', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-behaviour-culture'],
    setting: ['school-nursery'],
    role: ['middle-leader'],
    subjects: ['none'],
    'at-work': ['sponsor'],
    district: ['halton'],
  };

  test('waits only for an intake for the NPQ in Early Years Leadership', () => {
    expect(waitsFor(at.told(said), 'npq-early-years-leadership')).toEqual(AN_INTAKE);
  });

  test('reads its own funding rule and its four providers', async () => {
    const text = await at.words('npq-early-years-leadership');
    expect(text).toContain('Its funding does not follow the other lists.');
    expect(text).toContain('Ambition Institute, the National Institute of Teaching, Teach First and UCL');
    expect(text).toContain('The next intake is not announced.');
  });

  test('sees the reception course with its two next cohorts, for those in reception or moving there, and not for a nursery', async () => {
    expect(barriers(at.told(said), 'excellence-in-reception-teaching')).toEqual(['needs-reception']);
    expect(
      at.told({ ...said, 'at-work': ['sponsor', 'reception'] }).get('excellence-in-reception-teaching')?.verdict,
    ).toBe('open');
    const text = await at.words('excellence-in-reception-teaching');
    expect(text).toContain('January and October 2027');
    expect(text).toContain('Somebody who works only in a nursery class is not its audience');
  });

  test('sees the Stronger Practice Hub last found, to be checked, and not the other district’s', async () => {
    expect(at.told(said).get('stronger-practice-hub-liverpool-city-region')).toMatchObject({
      verdict: 'open',
      confirmed: false,
    });
    expect(at.told(said).get('stronger-practice-hub-bright-futures')?.verdict).toBe('no');
    expect(await at.words('stronger-practice-hub-liverpool-city-region')).toContain('double the number of hubs');
  });

  test('is shown no role for secondary schools only', () => {
    const ids = [
      'english-hub-secondary-support',
      'secondary-mastery-specialist',
      'unlocking-reading',
      'exam-board-examiner',
      'physics-subject-knowledge-tutor',
    ];
    expect(verdicts(at.told(said), ...ids)).toEqual(all('no', ...ids));
  });
});
