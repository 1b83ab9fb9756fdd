import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlan } from '../../../test/support/plan-builders.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';
import type { IsoDate } from '../date.ts';
import { draftGoal } from './draft-goals.ts';
import { goalIdeas } from './goal-ideas.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Edit } from './plan-edits.ts';
import { nextGoalId, removeGoal, setGoal } from './plan-goal-edits.ts';
import { LIMITS, type Plan } from './plan.ts';
import { aDayCatalogue } from '../../../test/support/builders.ts';

const MAY = '2027-summer-1' as HalfTermId;

const planAfter = (edit: Edit): Plan => {
  if ('refused' in edit) throw new Error(edit.refused);
  return edit.plan;
};
const withGoals = (...texts: readonly string[]): Plan =>
  texts.reduce((plan, text) => planAfter(setGoal(plan, { text, by: null })), aPlan());

test('a goal is added with an id of its own and said', () => {
  const edit = setGoal(withGoals('A master’s'), { text: 'Facilitate my NPQ', by: MAY });
  expect(edit).toMatchObject({ said: 'Added the goal “Facilitate my NPQ”.' });
  expect(planAfter(edit).goals).toEqual([
    { id: 'g1', text: 'A master’s', by: null },
    { id: 'g2', text: 'Facilitate my NPQ', by: MAY },
  ]);
});

test('a goal is changed where it stands', () => {
  const edit = setGoal(withGoals('One', 'Two', 'Three'), { id: 'g2', text: 'Two and a half', by: MAY });
  expect(edit).toMatchObject({ said: 'Changed the goal “Two and a half”.' });
  expect(planAfter(edit).goals.map(({ text }) => text)).toEqual(['One', 'Two and a half', 'Three']);
});

test('a goal is removed, and the next takes the first id that is free', () => {
  const plan = planAfter(removeGoal(withGoals('One', 'Two', 'Three'), 'g2'));
  expect(plan.goals.map(({ id }) => id)).toEqual(['g1', 'g3']);
  expect(nextGoalId(plan.goals)).toBe('g2');
});

test.each<[what: string, edit: Edit, because: string]>([
  ['the same words twice', setGoal(withGoals('One'), { text: 'One', by: null }), '“One” is among your goals already.'],
  [
    'a change into words that stand there',
    setGoal(withGoals('One', 'Two'), { id: 'g2', text: 'One', by: null }),
    '“One” is among your goals already.',
  ],
  [
    'a change to a goal that is gone',
    setGoal(withGoals('One'), { id: 'g7', text: 'Seven', by: null }),
    'That goal is not in this plan any more.',
  ],
  ['a goal removed twice', removeGoal(withGoals('One'), 'g7'), 'That goal is not in this plan any more.'],
  [
    'an eleventh goal',
    setGoal(withGoals(...Array.from({ length: LIMITS.goals }, (_, index) => `Goal ${index}`)), { text: 'X', by: null }),
    'A plan holds up to 10 goals. Remove one that you no longer have.',
  ],
])('%s is refused', (_, edit, because) => {
  expect(edit).toEqual({ refused: because });
});

test('whatever is added, changed and removed, the plan can be kept and read again', () => {
  const text = fc.constantFrom('One', 'Two', 'Three', 'Four', 'Five');
  const press = fc.oneof(
    fc.record({ text, by: fc.constantFrom(null, MAY) }),
    fc.record({ id: fc.constantFrom('g1', 'g2', 'g3'), text, by: fc.constantFrom(null, MAY) }),
    fc.record({ remove: fc.constantFrom('g1', 'g2', 'g3', 'g4') }),
  );
  fc.assert(
    fc.property(fc.array(press, { maxLength: 20 }), (presses) => {
      const plan = presses.reduce((before, one) => {
        const edit = 'remove' in one ? removeGoal(before, one.remove) : setGoal(before, one);
        return 'plan' in edit ? edit.plan : before;
      }, aPlan());
      expect(parsePlan(planText(plan))).toMatchObject({ ok: true, plan: { goals: plan.goals } });
      expect(new Set(plan.goals.map((goal) => goal.text)).size).toBe(plan.goals.length);
    }),
  );
});

test('every idea is a goal that drafts can be worked back from, and a post has its year', () => {
  const ideas = goalIdeas('2026-11-23' as IsoDate);
  expect(ideas.map((idea) => idea.text)).toEqual(
    expect.arrayContaining(['Facilitate my NPQ', 'Assistant head by September 2029', 'A master’s']),
  );
  for (const { id } of ideas) expect(draftGoal(id, aDayCatalogue())?.id).toBe(id);
});
