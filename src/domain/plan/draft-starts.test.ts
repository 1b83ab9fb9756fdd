import { describe, expect, test } from 'vitest';
import { anIntake, anOpportunity, aProfile, TODAY } from '../../../test/support/builders.ts';
import { aPlan } from '../../../test/support/plan-builders.ts';
import { at, catalogueWith, stepBy } from '../../../test/support/plan-checking.ts';
import type { IsoDate } from '../date.ts';
import { npqFinished, startsOf, type Window } from './draft-starts.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { halfTermsOf } from './plan-start.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { HeldNpq } from '../matching/profile.ts';

const ON = catalogueWith(
  { id: 'npq', name: 'NPQ', kind: 'npq', npq: 'npq-senco' },
  { id: 'role', name: 'Role', kind: 'role' },
);

function window(from = 0): Window {
  const plan = aPlan();
  return { halfTerms: halfTermsOf(plan, ON), from, on: ON, first: plan.first };
}

function starts(given: Partial<Opportunity>, plan: Partial<Plan> = {}, length = 2, from = 0): readonly number[] {
  return startsOf(anOpportunity(given), length, aPlan(plan), window(from));
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const intake = (starting: string) =>
  anIntake({ id: starting, starts: starting as IsoDate, window: { opens: null, closes: null } });

describe('a step can start', () => {
  test.each<[clause: string, given: Partial<Opportunity>, expected: readonly number[]]>([
    ['whenever one likes, as long as it ends within the time', {}, ALL],
    ['whenever one applies', { when: { kind: 'rolling', words: 'Apply' } }, ALL],
    [
      'when a term begins, where a school decides',
      { when: { kind: 'school-decides', words: 'Then' } },
      [1, 3, 5, 7, 9],
    ],
    ['when a term begins, where nobody has said when', { when: { kind: 'ask', words: 'Ask' } }, [1, 3, 5, 7, 9]],
    [
      'with its announced intakes',
      { when: { kind: 'intakes' }, intakes: [intake('2027-02-01'), intake('2027-10-11')] },
      [1, 5],
    ],
    [
      'in the half term of its last intake, each year, where none is announced',
      { when: { kind: 'intakes' }, intakes: [intake('2026-09-20')] },
      [5],
    ],
    ['not at all, where nothing is known of its intakes', { when: { kind: 'intakes' }, intakes: [] }, []],
  ])('%s', (_, given, expected) => {
    expect(starts(given)).toEqual(expected);
  });

  test('not before anything new can begin', () => {
    expect(starts({}, {}, 2, 4)).toEqual(ALL.slice(4));
  });
});

describe('study that goes on', () => {
  const course: Partial<Opportunity> = { kind: 'course' };
  const npq = (given: Partial<PlanStep>) => ({
    steps: [stepBy(ON, 'npq', { start: at('2027-spring-1'), hours: [1, 1, 1], state: 'under-way', ...given })],
  });

  test.each<[clause: string, given: Partial<Opportunity>, plan: Partial<Plan>, expected: readonly number[]]>([
    ['has no other beside it', course, npq({}), [4, 5, 6, 7, 8, 9, 10]],
    ['has a role beside it', { kind: 'role' }, npq({}), ALL],
    ['is over once it is done', course, npq({ state: 'done' }), ALL],
    ['is none where it is drafted itself', course, npq({ state: 'to-do' }), ALL],
    [
      'is the NPQ the teacher told us of, until it is finished',
      course,
      { profile: aProfile({ npqs: [{ code: 'npq-senco', completed: '2027-02-20' as IsoDate }] }) },
      ALL.slice(2),
    ],
  ])('%s', (_, given, plan, expected) => {
    expect(starts(given, plan)).toEqual(expected);
  });
});

describe('a step that asks for an NPQ', () => {
  const facilitate: Partial<Opportunity> = {
    requirements: [{ kind: 'holds-npq', anyOf: ['npq-senco', 'npq-headship'] }],
  };
  const held = (...npqs: readonly HeldNpq[]) => ({ profile: aProfile({ npqs }) });

  test.each<[clause: string, plan: Partial<Plan>, finished: number | undefined]>([
    ['waits for nothing where one is held', held({ code: 'npq-senco' }), undefined],
    ['waits for nothing where one was finished', held({ code: 'npq-senco', completed: TODAY }), undefined],
    [
      'waits until the one that is taken is finished',
      held({ code: 'npq-senco', completed: '2027-07-31' as IsoDate }),
      5,
    ],
    [
      'waits for the first of two',
      held(
        { code: 'npq-senco', completed: '2028-07-31' as IsoDate },
        { code: 'npq-headship', completed: '2027-07-31' as IsoDate },
      ),
      5,
    ],
    [
      'waits for nothing of another NPQ',
      held({ code: 'npq-leading-literacy', completed: '2027-07-31' as IsoDate }),
      undefined,
    ],
  ])('%s', (_, plan, finished) => {
    expect(npqFinished(anOpportunity(facilitate), aPlan(plan), window())).toBe(finished);
    expect(starts(facilitate, plan)[0]).toBe(finished ?? 0);
  });
});
