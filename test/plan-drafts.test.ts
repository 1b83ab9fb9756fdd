import * as fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_ROOT } from '../src/services/catalogue-source.ts';
import { loadContent } from '../src/content/load-content.ts';
import { catalogueOn } from '../src/domain/catalogue/catalogue.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { DRAFT_GOALS } from '../src/domain/plan/draft-goals.ts';
import type { DraftWish } from '../src/domain/plan/draft-options.ts';
import { isKept } from '../src/domain/plan/draft-options.ts';
import { checkPlan } from '../src/domain/plan/plan-checks.ts';
import { draftedSteps, draftFromTaken, draftQuestion } from '../src/domain/plan/plan-draft.ts';
import { addStep, stepFrom } from '../src/domain/plan/plan-edits.ts';
import { emptyPlan, halfTermsOf } from '../src/domain/plan/plan-start.ts';
import type { Plan } from '../src/domain/plan/plan.ts';
import type { Profile } from '../src/domain/matching/profile.ts';
import { ROUTE_IDS } from '../src/domain/catalogue/route.ts';
import { parsePlan, planText } from '../src/schemas/plan-schema.ts';
import { solvePathway } from '../src/planning/solve-pathway.ts';
import { aProfile, TODAY } from './support/builders.ts';
import { aMadePlan } from './support/edits-arbitrary.ts';
import { aStep } from './support/plan-builders.ts';

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const ON = catalogueOn(loaded.catalogue, TODAY);

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as typeof loadHighs.default)();
});

/** The plan after its best draft was taken. */
function drafted(plan: Plan, wish: Partial<DraftWish> = {}): Plan {
  const halfTerms = halfTermsOf(plan, ON).slice(0, plan.halfTerms);
  const asked = { goal: undefined, must: [], never: [], ...wish };
  const question = draftQuestion(plan, asked, { share: 1, budget: 1000 }, { halfTerms, on: ON });
  const steps = draftedSteps(question, solvePathway(highs, question.instance), { halfTerms, on: ON });
  const taken = steps.map(({ ranked, start }) => ({ id: ranked.opportunity.id, start }));
  const edit = draftFromTaken(plan, taken, ON);
  if ('refused' in edit) throw new Error(edit.refused);
  return edit.plan;
}

function clashes(plan: Plan): readonly string[] {
  return checkPlan(plan, { halfTerms: halfTermsOf(plan, ON), on: ON, today: TODAY })
    .filter(({ weight }) => weight === 'clash')
    .map(({ because }) => because);
}

const teacher: fc.Arbitrary<Profile> = fc
  .record({
    hoursPerWeek: fc.constantFrom(1, 1.5, 2, 3, 5),
    aims: fc.subarray([...ROUTE_IDS]),
    role: fc.constantFrom('class-teacher', 'middle-leader', 'senior-leader'),
    npqs: fc.constantFrom<Profile['npqs'] & {}>(
      [{ code: 'npq-leading-teaching' }],
      [{ code: 'npq-leading-teaching', completed: '2027-07-31' as IsoDate }],
      [],
    ),
    district: fc.constantFrom('wigan', 'elsewhere'),
  })
  .map((told) => aProfile({ ...told, subjects: ['english'], hosts: ['ects', 'trainees'], mentorTrained: 'no' }));

describe('a draft that is taken', () => {
  test('clashes with nothing: hours, order, intakes, one NPQ at a time', () => {
    const wish = fc.record({ goal: fc.constantFrom(undefined, ...DRAFT_GOALS), halfTerms: fc.constantFrom(9, 12, 18) });
    fc.assert(
      fc.property(teacher, wish, (profile, { goal, halfTerms }) => {
        const plan = drafted({ ...emptyPlan('My plan', profile, ON), halfTerms }, { goal });
        expect(clashes(plan)).toEqual([]);
        expect(parsePlan(planText(plan))).toEqual({ ok: true, plan });
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });

  test('can be read again whatever the plan was before, and leaves what is kept as it was but for needs that went', () => {
    fc.assert(
      fc.property(aMadePlan(ON), (plan) => {
        const after = drafted(plan);
        expect(parsePlan(planText(after))).toEqual({ ok: true, plan: after });
        const kept = (one: Plan) => one.steps.filter(isKept).map(({ needs: _, ...step }) => step);
        expect(kept(after)).toEqual(kept(plan));
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });

  test('keeps the id, the note and the hours of a step that was in the plan already, and the steps that wait for it', () => {
    const opportunity = ON.byId.get('plan-and-try-one-change');
    if (!opportunity) throw new Error('it is in the catalogue');
    const at = { id: 's1', place: 'timetable', start: '2027-summer-1' } as const;
    const step = {
      ...stepFrom(opportunity, undefined, { ...at, start: at.start as Plan['first'] }, ON),
      note: 'Year 4 first.',
    };
    const added = addStep(emptyPlan('My plan', aProfile({ hoursPerWeek: 2 }), ON), step);
    if ('refused' in added) throw new Error(added.refused);
    const plan: Plan = {
      ...added.plan,
      steps: [...added.plan.steps, aStep({ id: 's2', start: '2028-summer-1' as Plan['first'], needs: ['s1'] })],
      stepsMade: 2,
    };
    const after = drafted(plan, { must: ['plan-and-try-one-change'] });
    expect(after.steps[0]).toMatchObject({ id: 's1', note: 'Year 4 first.', state: 'to-do' });
    expect(after.steps.find(({ id }) => id === 's2')?.needs).toEqual(['s1']);
    const never = drafted(plan, { never: ['plan-and-try-one-change'] });
    expect(never.steps.find(({ id }) => id === 's2')?.needs).toEqual([]);
  });

  describe('where an NPQ is under way', () => {
    const npq = ON.byId.get('npq-senior-leadership');
    if (!npq) throw new Error('it is in the catalogue');
    const plan = emptyPlan('My plan', aProfile({ hoursPerWeek: 6, role: 'middle-leader' }), ON);
    const step = stepFrom(npq, undefined, { id: '', place: 'timetable', start: plan.first }, ON);
    const added = addStep({ ...plan, halfTerms: 30 }, { ...step, state: 'under-way' });
    const goal = (id: string) => DRAFT_GOALS.find((one) => one.id === id);
    const after = (id: string) => drafted('plan' in added ? added.plan : plan, { goal: goal(id) });

    test('adds no other beside it', () => {
      expect(after('headship').steps.map(({ name }) => name)).toContain('NPQ in Headship');
      expect(clashes(after('headship'))).toEqual([]);
    });

    test('reaches by it the goal that needs it', () => {
      expect(after('assistant-head').steps.length).toBeGreaterThan(1);
      expect(clashes(after('assistant-head'))).toEqual([]);
    });
  });
});
