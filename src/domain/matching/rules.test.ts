import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../date.ts';
import type { Profile } from './profile.ts';
import type { Requirement } from '../catalogue/requirement.ts';
import { judge } from './rules.ts';

const TODAY = '2026-11-23' as IsoDate;
const day = (text: string) => text as IsoDate;

/** met · never (nothing would lift it) · not yet · ask the teacher · ask the world */
type Outcome = 'met' | 'never' | 'not yet' | 'teacher' | 'world';
type Clause = readonly [clause: string, requirement: Requirement, profile: Profile, outcome: Outcome, code: string];

const qts: Requirement = { kind: 'holds', anyOf: ['qts'] };
const graduate: Requirement = { kind: 'holds', anyOf: ['degree', 'masters'] };
const leaders: Requirement = { kind: 'role', anyOf: ['middle-leader', 'senior-leader'] };
const schools: Requirement = { kind: 'setting', anyOf: ['school', 'academy-trust'] };
const state: Requirement = { kind: 'sector', anyOf: ['state'] };
const facilitator: Requirement = { kind: 'holds-npq', anyOf: ['npq-leading-literacy', 'npq-leading-teaching'] };
const once: Requirement = { kind: 'not-held', npq: 'npq-senco' };

const CLAUSES: readonly Clause[] = [
  [
    'An NPQ is taken once: not by somebody who has it',
    once,
    { npqs: [{ code: 'npq-senco' }] },
    'never',
    'already-held',
  ],
  ['…but by somebody who has another', once, { npqs: [{ code: 'npq-headship' }] }, 'met', 'not-held'],
  ['…or none', once, { npqs: [] }, 'met', 'not-held'],
  ['…and we ask which', once, {}, 'teacher', 'npqs-not-told'],

  [
    'Any one of the NPQs named is enough',
    facilitator,
    { npqs: [{ code: 'npq-leading-teaching' }] },
    'met',
    'holds-the-npq',
  ],
  [
    'An NPQ completed today counts',
    facilitator,
    { npqs: [{ code: 'npq-leading-literacy', completed: TODAY }] },
    'met',
    'holds-the-npq',
  ],
  [
    'One completed later counts from that day',
    facilitator,
    { npqs: [{ code: 'npq-leading-literacy', completed: day('2027-07-31') }] },
    'not yet',
    'npq-not-finished',
  ],
  ['Another NPQ does not count', facilitator, { npqs: [{ code: 'npq-senco' }] }, 'not yet', 'needs-an-npq'],

  ['Qualified teacher status where it is asked', qts, { holds: ['qts'] }, 'met', 'holds-what-it-needs'],
  ['Early years status is not the same', qts, { holds: ['eyts'] }, 'not yet', 'needs-a-qualification'],
  ['Whoever is qualified to teach is a graduate', graduate, { holds: ['qts'] }, 'met', 'holds-what-it-needs'],
  ['A degree does not make a teacher', qts, { holds: ['degree'] }, 'not yet', 'needs-a-qualification'],

  ['A role it is for', leaders, { role: 'middle-leader' }, 'met', 'role-fits'],
  ['A role can still come', leaders, { role: 'class-teacher' }, 'not yet', 'needs-another-role'],
  ['We ask which role', leaders, {}, 'teacher', 'role-not-told'],

  ['A place it is for', schools, { setting: { kind: 'academy-trust' } }, 'met', 'setting-fits'],
  ['A place it is not for', schools, { setting: { kind: 'early-years' } }, 'never', 'setting-not-served'],

  ['A state-funded school', state, { setting: { kind: 'school' }, sector: 'state' }, 'met', 'sector-fits'],
  [
    'An independent school',
    state,
    { setting: { kind: 'school' }, sector: 'independent' },
    'never',
    'sector-not-served',
  ],
  [
    'A school of which we do not know who runs it',
    state,
    { setting: { kind: 'school' } },
    'teacher',
    'sector-not-told',
  ],
  ['A trust is state-funded', state, { setting: { kind: 'academy-trust' } }, 'met', 'sector-fits'],
  ['A 16 to 19 setting is state-funded', state, { setting: { kind: '16-to-19' } }, 'met', 'sector-fits'],
  [
    'A nursery outside a school may or may not be',
    state,
    { setting: { kind: 'early-years' } },
    'world',
    'sector-unclear',
  ],
  ['Somewhere else is no school', state, { setting: { kind: 'other' } }, 'never', 'sector-not-served'],

  ['Work in England', { kind: 'in-england' }, { inEngland: true }, 'met', 'in-england'],
  ['Work elsewhere', { kind: 'in-england' }, { inEngland: false }, 'never', 'not-in-england'],
  [
    'A place on England’s register is in England',
    { kind: 'in-england' },
    { setting: { kind: 'school', urn: 143_064 } },
    'met',
    'in-england',
  ],
  ['Not told where', { kind: 'in-england' }, { setting: { kind: 'school' } }, 'teacher', 'england-not-told'],

  [
    'The age group it is for',
    { kind: 'phase', anyOf: ['primary', 'special'] },
    { phase: 'special' },
    'met',
    'phase-fits',
  ],
  ['Another age group', { kind: 'phase', anyOf: ['primary'] }, { phase: 'secondary' }, 'never', 'phase-not-served'],

  [
    'A subject taught',
    { kind: 'subject', anyOf: ['physics', 'science'] },
    { subjects: ['english', 'science'] },
    'met',
    'subject-fits',
  ],
  [
    'A subject not taught',
    { kind: 'subject', anyOf: ['physics'] },
    { subjects: ['science'] },
    'never',
    'subject-not-taught',
  ],
  [
    'No subject in particular',
    { kind: 'subject', anyOf: ['physics'] },
    { subjects: [] },
    'never',
    'subject-not-taught',
  ],

  ['Years enough, to the year', { kind: 'experience', years: 3 }, { yearsTeaching: 3 }, 'met', 'experienced-enough'],
  ['A year short', { kind: 'experience', years: 3 }, { yearsTeaching: 2 }, 'not yet', 'needs-experience'],

  ['A district served', { kind: 'district', anyOf: ['wigan'] }, { district: 'wigan' }, 'met', 'district-fits'],
  [
    'A district not served',
    { kind: 'district', anyOf: ['wigan'] },
    { district: 'elsewhere' },
    'never',
    'district-not-served',
  ],

  [
    'A school with an early career teacher',
    { kind: 'school-hosts', what: 'ects' },
    { hosts: ['ects'] },
    'met',
    'school-hosts',
  ],
  [
    'A school with none now may have one later',
    { kind: 'school-hosts', what: 'ects' },
    { hosts: ['trainees'] },
    'not yet',
    'school-hosts-none',
  ],

  ['A head who backs it', { kind: 'sponsor' }, { sponsor: 'yes' }, 'met', 'sponsor-agreed'],
  ['A head who does not, yet', { kind: 'sponsor' }, { sponsor: 'no' }, 'not yet', 'needs-a-sponsor'],
  ['Not sure is not agreed', { kind: 'sponsor' }, { sponsor: 'unsure' }, 'not yet', 'needs-a-sponsor'],
  ['Not asked', { kind: 'sponsor' }, {}, 'teacher', 'sponsor-not-told'],

  ['Somebody to plan with', { kind: 'line-manager' }, { lineManager: 'yes' }, 'met', 'line-manager-agreed'],
  ['Nobody yet', { kind: 'line-manager' }, { lineManager: 'no' }, 'not yet', 'needs-a-line-manager'],

  [
    'Mentor training is funded once',
    { kind: 'not-mentor-trained' },
    { mentorTrained: 'yes' },
    'never',
    'already-mentor-trained',
  ],
  ['A mentor not trained before', { kind: 'not-mentor-trained' }, { mentorTrained: 'no' }, 'met', 'not-mentor-trained'],
  [
    'Training that may not count: the school’s record says',
    { kind: 'not-mentor-trained' },
    { mentorTrained: 'unsure' },
    'world',
    'mentor-training-unsure',
  ],

  [
    'Reception, or moving there',
    { kind: 'reception-teacher' },
    { receptionTeacher: 'yes' },
    'met',
    'reception-teacher',
  ],
  ['Not in reception, yet', { kind: 'reception-teacher' }, { receptionTeacher: 'no' }, 'not yet', 'needs-reception'],

  [
    'A year of mastery, or another way of showing it',
    { kind: 'mastery-year' },
    { masteryYear: 'yes' },
    'met',
    'mastery-year',
  ],
  ['Without it, not yet', { kind: 'mastery-year' }, { masteryYear: 'no' }, 'not yet', 'needs-mastery'],

  ['A new head', { kind: 'new-headteacher' }, { role: 'headteacher', newHeadteacher: 'yes' }, 'met', 'new-headteacher'],
  [
    'An assistant head who is about to be one',
    { kind: 'new-headteacher' },
    { role: 'senior-leader', newHeadteacher: 'yes' },
    'met',
    'new-headteacher',
  ],
  [
    'A head of long standing',
    { kind: 'new-headteacher' },
    { role: 'headteacher', newHeadteacher: 'no' },
    'never',
    'not-a-new-headteacher',
  ],
  [
    'Whoever is no head is no new head',
    { kind: 'new-headteacher' },
    { role: 'class-teacher' },
    'never',
    'not-a-new-headteacher',
  ],
  [
    'A head of whom we do not know',
    { kind: 'new-headteacher' },
    { role: 'headteacher' },
    'teacher',
    'new-headship-not-told',
  ],

  ['A Catholic school', { kind: 'catholic-school' }, { catholicSchool: 'yes' }, 'met', 'catholic-school'],
  ['Another school', { kind: 'catholic-school' }, { catholicSchool: 'no' }, 'never', 'not-a-catholic-school'],

  [
    'A choice that is the provider’s',
    { kind: 'provider-decides', who: 'the Maths Hub' },
    {},
    'world',
    'provider-decides',
  ],
  ['What we could not confirm', { kind: 'unconfirmed', what: 'It may have ended.' }, {}, 'world', 'could-not-confirm'],
];

function outcomeOf(requirement: Requirement, profile: Profile): Outcome {
  const { outcome, owner, permanent } = judge(requirement, profile, TODAY);
  if (outcome === 'met') return 'met';
  if (outcome === 'not-met') return permanent ? 'never' : 'not yet';
  return owner === 'world' ? 'world' : 'teacher';
}

describe('each clause of the requirements', () => {
  test.each(CLAUSES)('%s', (_, requirement, profile, outcome, code) => {
    expect([outcomeOf(requirement, profile), judge(requirement, profile, TODAY).code]).toEqual([outcome, code]);
  });
});

describe('what a finding says', () => {
  test('an NPQ still being taken names the day it is finished', () => {
    const { next } = judge(
      facilitator,
      { npqs: [{ code: 'npq-leading-literacy', completed: day('2027-07-31') }] },
      TODAY,
    );
    expect(next).toEqual({ change: 'you finish the NPQ in Leading Literacy', when: '2027-07-31', known: 'announced' });
  });

  test('the provider’s choice is never said as a right', () => {
    expect(judge({ kind: 'provider-decides', who: 'the hub' }, {}, TODAY).because).toBe(
      'The choice is made by the hub; meeting the rest is no right to a place.',
    );
  });

  test('a finding carries the facts its requirement rests on', () => {
    expect(judge({ kind: 'sponsor', facts: ['npq-sponsor'] }, {}, TODAY).facts).toEqual(['npq-sponsor']);
  });

  test('every reason is one plain sentence', () => {
    for (const [, requirement, profile] of CLAUSES)
      expect(judge(requirement, profile, TODAY).because).toMatch(/^[A-Z][^!]*\.$/);
  });
});
