import { describe, expect, test } from 'vitest';
import { aFact, anIntake, anOpportunity, aProfile } from '../../../test/support/builders.ts';
import { aPin, aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { catalogueWith, stepBy } from '../../../test/support/plan-checking.ts';
import { CONTENT_ROOT } from '../../services/catalogue-source.ts';
import { loadContent } from '../../content/load-content.ts';
import { assess } from '../matching/assess.ts';
import { catalogueOn } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import { DRAFT_GOALS, draftGoal, type DraftGoal } from './draft-goals.ts';
import { draftOptions, isKept, isReachable, LANES, LANE_OF, type DraftWish } from './draft-options.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import type { Plan } from './plan.ts';
import type { Requirement } from '../catalogue/requirement.ts';

const NOTHING_WANTED: DraftWish = { goal: undefined, must: [], never: [] };
const goal = (...needs: DraftGoal['needs']): DraftGoal => ({
  id: 'goal',
  name: 'Goal',
  needs,
  because: '',
  inSeptember: false,
});

function chosen(
  opportunities: readonly Partial<Opportunity>[],
  wish: Partial<DraftWish> = {},
  plan: Partial<Plan> = {},
): readonly string[] {
  const on = catalogueWith(...opportunities);
  return draftOptions(aPlan(plan), { ...NOTHING_WANTED, ...wish }, on).map(({ opportunity }) => opportunity.id);
}

describe('a step can be drafted', () => {
  test.each<[clause: string, requirements: readonly Requirement[], expected: boolean]>([
    ['where nothing stands in its way', [], true],
    ['where a head has still to be asked', [{ kind: 'sponsor' }], true],
    ['where a line manager has still to be asked', [{ kind: 'line-manager' }], true],
    ['where an NPQ can be planned before it', [{ kind: 'holds-npq', anyOf: ['npq-senco'] }], true],
    ['where the world has still to confirm something', [{ kind: 'provider-decides', who: 'the hub' }], true],
    ['not where another role is needed', [{ kind: 'role', anyOf: ['headteacher'] }], false],
    ['not where it is for another phase', [{ kind: 'phase', anyOf: ['secondary'] }], false],
    ['not where years of teaching are missing', [{ kind: 'experience', years: 10 }], false],
  ])('%s', (_, requirements, expected) => {
    const profile = aProfile({ sponsor: 'no', lineManager: 'no' });
    expect(isReachable(assess(anOpportunity({ requirements }), profile, '2026-11-23' as IsoDate))).toBe(expected);
  });
});

describe('what a draft leaves where it is', () => {
  test.each([
    ['the teacher’s own action', aStep(), true],
    ['what is done', aStep({ pin: aPin(), state: 'done' }), true],
    ['what is under way', aStep({ pin: aPin(), state: 'under-way' }), true],
    ['what was put off', aStep({ pin: aPin(), place: 'some-day', start: null }), true],
    ['what the teacher has', aStep({ pin: aPin(), place: 'already-have', start: null, state: 'done' }), true],
    ['not a next step that is still to do', aStep({ pin: aPin() }), false],
  ])('%s', (_, step, expected) => {
    expect(isKept(step)).toBe(expected);
  });
});

describe('what a draft is made from', () => {
  const many = (kind: Opportunity['kind'], count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `${kind}-${index}`, name: `${kind} ${index}`, kind }));

  test('is the best four of study and of roles, three of one’s own, one to belong to', () => {
    const all = [...many('course', 6), ...many('role', 6), ...many('activity', 6), ...many('membership', 6)];
    const counts = LANES.map(
      (lane) => chosen(all).filter((id) => LANE_OF[id.split('-')[0] as Opportunity['kind']] === lane).length,
    );
    expect(counts).toEqual([4, 4, 3, 1]);
  });

  test('are the best by the points of the results page', () => {
    const roles = many('role', 6).map((one, index) => ({
      ...one,
      route: index === 5 ? ('lead' as const) : ('share' as const),
    }));
    expect(chosen(roles, {}, { profile: aProfile({ aims: ['lead'] }) })).toEqual([
      'role-5',
      'role-0',
      'role-1',
      'role-2',
    ]);
  });

  test('has in it what has to be in, and what the goal needs, however little speaks for them', () => {
    const ids = chosen(many('role', 8), { must: ['role-7'], goal: goal(['role-6']) });
    expect(ids).toEqual(['role-0', 'role-1', 'role-2', 'role-3', 'role-6', 'role-7']);
  });

  test('has what the goal needs though another role is asked for, and not what can never be', () => {
    const roles: readonly Partial<Opportunity>[] = [
      { id: 'for-heads', requirements: [{ kind: 'role', anyOf: ['headteacher'] }] },
      { id: 'for-others', requirements: [{ kind: 'phase', anyOf: ['secondary'] }] },
    ];
    expect(chosen(roles)).toEqual([]);
    expect(chosen(roles, { goal: goal(['for-heads'], ['for-others']) })).toEqual(['for-heads']);
  });

  test('has nothing that must not be in, though the goal needs it', () => {
    expect(chosen(many('role', 2), { never: ['role-0'], goal: goal(['role-0', 'role-1']) })).toEqual(['role-1']);
  });

  test('has nothing twice: what the plan keeps is left out, what is still to do is not', () => {
    const on = catalogueWith(...many('role', 3));
    const steps = [
      stepBy(on, 'role-0', { id: 's1', state: 'under-way' }),
      stepBy(on, 'role-1', { id: 's2', place: 'some-day', start: null }),
      stepBy(on, 'role-2', { id: 's3' }),
    ];
    expect(chosen(many('role', 3), {}, { steps })).toEqual(['role-2']);
  });

  test('has the NPQs that any of it asks for, and no others beyond the best', () => {
    const npq = (index: number, code: 'npq-senco' | 'npq-headship'): Partial<Opportunity> => ({
      id: `npq-${index}`,
      name: `npq ${index}`,
      kind: 'npq',
      npq: code,
      when: { kind: 'intakes' },
      intakes: [anIntake()],
    });
    const all = [
      ...Array.from({ length: 6 }, (_, index) => npq(index, index === 5 ? 'npq-senco' : 'npq-headship')),
      { id: 'facilitate', requirements: [{ kind: 'holds-npq' as const, anyOf: ['npq-senco' as const] }] },
    ];
    expect(chosen(all, {}, { profile: aProfile({ npqs: [] }) })).toContain('npq-5');
    expect(chosen(all, {}, { profile: aProfile({ npqs: [{ code: 'npq-senco' }] }) })).not.toContain('npq-5');
  });
});

describe('a goal', () => {
  const loaded = loadContent(CONTENT_ROOT, 'generate');
  if (!loaded.ok) throw new Error('the content does not load');
  const on = catalogueOn(loaded.catalogue, aFact().checkedOn);

  test('needs only next steps that there are', () => {
    expect(DRAFT_GOALS.flatMap(({ needs }) => needs.flat()).filter((id) => !on.byId.has(id))).toEqual([]);
    expect(
      DRAFT_GOALS.filter(({ needs }) => needs.length === 0 || needs.some((choice) => choice.length === 0)),
    ).toEqual([]);
  });

  test('can be any next step, which needs itself', () => {
    expect(draftGoal('ect-mentor', on)).toEqual({
      id: 'ect-mentor',
      name: 'Mentor an early career teacher',
      needs: [['ect-mentor']],
      because: 'It is a next step in the catalogue.',
      inSeptember: false,
    });
    expect(draftGoal('headship', on)).toBe(DRAFT_GOALS.find(({ id }) => id === 'headship'));
    expect(draftGoal('computing-hubs', on)).toBeUndefined();
  });
});
