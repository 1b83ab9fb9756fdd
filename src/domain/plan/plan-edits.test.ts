import { describe, expect, test } from 'vitest';
import { aPin, aPlan, aStep, FIRST } from '../../../test/support/plan-builders.ts';
import { addHalfTerms, type HalfTermId } from '../calendar/half-term.ts';
import {
  addStep,
  answerPrompts,
  changeStep,
  moveStep,
  removeStep,
  setAside,
  type Edit,
  type StepChanges,
} from './plan-edits.ts';
import { LIMITS, stepOf, type Plan, type PlanStep } from './plan.ts';

const SECOND = addHalfTerms(FIRST, 1);

function planWith(...steps: readonly Partial<PlanStep>[]): Plan {
  return aPlan({
    steps: steps.map((given, index) => aStep({ id: `s${index + 1}`, name: `Step ${index + 1}`, ...given })),
    stepsMade: steps.length,
  });
}

function planAfter(edit: Edit): Plan {
  if ('refused' in edit) throw new Error(edit.refused);
  return edit.plan;
}

function said(edit: Edit): string {
  return 'refused' in edit ? `Refused: ${edit.refused}` : edit.said;
}

function first(edit: Edit): PlanStep | undefined {
  return stepOf(planAfter(edit), 's1');
}

describe('adding a step', () => {
  test.each<[Partial<PlanStep>, string]>([
    [{}, 'Added “A step” in Autumn 2 of 2026.'],
    [{ place: 'some-day', start: null }, 'Added “A step” for some day.'],
    [{ place: 'already-have', start: null, state: 'done' }, 'Added “A step” to what you already have.'],
  ])('%j is said', (given, words) => {
    expect(said(addStep(aPlan(), aStep(given)))).toBe(words);
  });

  test('gives it the next number, whatever id it came with', () => {
    const plan = planAfter(addStep({ ...planWith({}), stepsMade: 7 }, aStep({ id: 's1' })));
    expect([plan.steps.map(({ id }) => id), plan.stepsMade]).toEqual([['s1', 's8'], 8]);
  });

  test.each<[clause: string, plan: Plan, step: PlanStep, words: string]>([
    [
      'beyond a hundred',
      planWith(...Array.from({ length: LIMITS.steps }, () => ({}))),
      aStep(),
      'A plan holds up to 100 steps. Remove one that you no longer want.',
    ],
    ['twice', planWith({ pin: aPin() }), aStep({ pin: aPin() }), '“A step” is in your plan already.'],
    [
      'that was put off before',
      planWith({ pin: aPin(), place: 'some-day', start: null }),
      aStep({ pin: aPin() }),
      '“A step” is in your plan already.',
    ],
    [
      'after every number there is',
      { ...planWith({}), stepsMade: LIMITS.stepsMade },
      aStep(),
      'This plan has had as many steps as can be numbered. Go on in a new plan.',
    ],
  ])('is refused %s', (_, plan, step, words) => {
    expect(addStep(plan, step)).toEqual({ refused: words });
  });

  test('of one’s own is never the same as another', () => {
    expect(said(addStep(planWith({ name: 'A step' }), aStep()))).toBe('Added “A step” in Autumn 2 of 2026.');
  });
});

describe('moving a step', () => {
  test.each<[Partial<PlanStep>, HalfTermId, Partial<PlanStep>, string]>([
    [{}, SECOND, { place: 'timetable', start: SECOND, state: 'to-do' }, 'Moved “Step 1” to Spring 1 of 2027.'],
    [
      { place: 'some-day', start: null },
      FIRST,
      { place: 'timetable', start: FIRST },
      'Moved “Step 1” to Autumn 2 of 2026.',
    ],
    [
      { place: 'already-have', start: null, state: 'done' },
      FIRST,
      { place: 'timetable', start: FIRST, state: 'to-do' },
      'Moved “Step 1” to Autumn 2 of 2026.',
    ],
    [{ state: 'under-way' }, SECOND, { start: SECOND, state: 'under-way' }, 'Moved “Step 1” to Spring 1 of 2027.'],
  ])('from %j to %s', (given, to, expected, words) => {
    const edit = moveStep(planWith(given), 's1', to);
    expect(first(edit)).toMatchObject(expected);
    expect(said(edit)).toBe(words);
  });

  test.each([
    ['s1', FIRST, '“Step 1” starts in Autumn 2 of 2026 already.'],
    ['s9', FIRST, 'That step is not in this plan any more.'],
    ['s1', '2036-autumn-1', 'No plan reaches as far as Autumn 1 of 2036.'],
    ['s1', '2020-autumn-1', 'No plan reaches as far as Autumn 1 of 2020.'],
  ])('%s to %s is refused', (id, to, words) => {
    expect(moveStep(planWith({}), id, to as HalfTermId)).toEqual({ refused: words });
  });
});

describe('taking a step out of the timetable', () => {
  test.each<
    [
      clause: string,
      given: Partial<PlanStep>,
      place: 'some-day' | 'already-have',
      state: PlanStep['state'],
      words: string,
    ]
  >([
    ['to some day', {}, 'some-day', 'to-do', 'Put off “Step 1” to some day.'],
    ['to what one has', {}, 'already-have', 'done', 'Moved “Step 1” to what you already have.'],
    ['that was done, to some day', { state: 'done' }, 'some-day', 'to-do', 'Put off “Step 1” to some day.'],
    ['that was dropped, to some day', { state: 'dropped' }, 'some-day', 'to-do', 'Put off “Step 1” to some day.'],
    [
      'that is under way, to some day',
      { state: 'under-way' },
      'some-day',
      'under-way',
      'Put off “Step 1” to some day.',
    ],
    ['whose name has a dollar in it', { name: '$& for $1' }, 'some-day', 'to-do', 'Put off “$& for $1” to some day.'],
  ])('%s', (_, given, place, state, words) => {
    const edit = setAside(planWith(given), 's1', place);
    expect(first(edit)).toMatchObject({ place, start: null, state });
    expect(said(edit)).toBe(words);
  });

  test('is refused where it is there already, or is no longer in the plan', () => {
    expect(setAside(planWith({ place: 'some-day', start: null }), 's1', 'some-day')).toEqual({
      refused: '“Step 1” is there already.',
    });
    expect(setAside(planWith({}), 's9', 'some-day')).toEqual({ refused: 'That step is not in this plan any more.' });
  });
});

describe('changing a step', () => {
  test.each<[StepChanges, Partial<PlanStep>]>([
    [{ name: 'Another' }, { name: 'Another', hoursBasis: 'our-estimate' }],
    [{ hours: [3, 2] }, { hours: [3, 2], hoursBasis: 'yours' }],
    [
      { hours: [0], hoursBasis: 'not-known' },
      { hours: [0], hoursBasis: 'not-known' },
    ],
    [{ needs: ['s2', 's2', 's9'] }, { needs: ['s2'] }],
    [
      { cost: null, owner: 'head', state: 'under-way' },
      { cost: null, owner: 'head', state: 'under-way' },
    ],
  ])('by %j', (changes, expected) => {
    expect(first(changeStep(planWith({}, {}), 's1', changes))).toMatchObject(expected);
  });

  test.each<[clause: string, plan: Plan, id: string, needs: readonly string[], words: string]>([
    ['itself', planWith({}), 's1', ['s1'], 'A step cannot need itself.'],
    [
      'what needs it',
      planWith({}, { needs: ['s1'] }),
      's1',
      ['s2'],
      '“Step 2” already needs “Step 1”: one of them has to come first.',
    ],
    [
      'what needs it by way of another',
      planWith({}, { needs: ['s1'] }, { needs: ['s2'] }),
      's1',
      ['s3'],
      '“Step 3” already needs “Step 1”: one of them has to come first.',
    ],
    ['anything, once it is gone', planWith({}), 's9', [], 'That step is not in this plan any more.'],
  ])('so that it needs %s is refused', (_, plan, id, needs, words) => {
    expect(changeStep(plan, id, { needs })).toEqual({ refused: words });
  });

  test('is answered at once where every step needs two of the layer before, which makes more ways than could be walked', () => {
    const layers = Array.from({ length: LIMITS.steps }, (_, index) => {
      const layer = Math.floor(index / 2);
      return { needs: layer === 0 ? [] : [`s${layer * 2 - 1}`, `s${layer * 2}`] };
    });
    const plan = planWith(...layers);
    expect(said(changeStep(plan, 's1', { needs: ['s99'] }))).toMatch(/^Refused: “Step 99” already needs “Step 1”/);
    expect(said(changeStep(plan, 's99', { needs: ['s1', 's2'] }))).toBe('Changed “Step 99”.');
  });
});

describe('removing a step', () => {
  test('leaves no need that names it', () => {
    const plan = planAfter(removeStep(planWith({}, { needs: ['s1'] }, { needs: ['s2', 's1'] }), 's1'));
    expect(plan.steps.map(({ id, needs }) => [id, needs])).toEqual([
      ['s2', []],
      ['s3', ['s2']],
    ]);
    expect(plan.stepsMade).toBe(3);
  });

  test('is said, and refused a second time', () => {
    const edit = removeStep(planWith({}), 's1');
    expect(said(edit)).toBe('Removed “Step 1”.');
    expect(removeStep(planAfter(edit), 's1')).toEqual({ refused: 'That step is not in this plan any more.' });
  });
});

test('an answer to a prompt is written, and taken away by an empty one', () => {
  const written = planAfter(
    answerPrompts(aPlan(), { 'what-changed': 'More talk.', 'what-need': 'Year 4.' }, 'Explore'),
  );
  expect(written.answers).toEqual({ 'what-changed': 'More talk.', 'what-need': 'Year 4.' });
  const edit = answerPrompts(written, { 'what-changed': '' }, 'Explore');
  expect([planAfter(edit).answers, said(edit)]).toEqual([{ 'what-need': 'Year 4.' }, 'Wrote in Explore.']);
});
