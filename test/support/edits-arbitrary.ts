import * as fc from 'fast-check';
import type { DayCatalogue } from '../../src/domain/catalogue/catalogue.ts';
import { addHalfTerms, type HalfTermId } from '../../src/domain/calendar/half-term.ts';
import {
  addStep,
  answerPrompts,
  changeStep,
  moveStep,
  removeStep,
  setAside,
  stepFrom,
  takeFresh,
  type Edit,
} from '../../src/domain/plan/plan-edits.ts';
import { copyOf, COPIES } from '../../src/domain/plan/plan-copies.ts';
import { emptyPlan } from '../../src/domain/plan/plan-start.ts';
import { LIMITS, PLACES, STEP_STATES, type Plan } from '../../src/domain/plan/plan.ts';
import { PROMPT_IDS } from '../../src/domain/plan/plan-prompts.ts';
import { DISTRICTS, YES_NO_UNSURE, type Profile } from '../../src/domain/matching/profile.ts';
import { ROUTE_IDS } from '../../src/domain/catalogue/route.ts';
import { aStep } from './plan-builders.ts';

/** One thing a teacher does to a plan; it prints as what it is. */
export interface Doing {
  readonly words: string;
  readonly to: (plan: Plan) => Edit;
}

/** Which of a plan's steps, by where it stands in the list, round and round; an id nobody has where there is none. */
function pick(plan: Plan, index: number): string {
  return plan.steps[index % Math.max(1, plan.steps.length)]?.id ?? 's999999';
}

function halfTermOf(plan: Plan, later: number): HalfTermId {
  return addHalfTerms(plan.first, later);
}

/** A next step put anywhere, by any of its last intakes or none; those that clash with others are drawn often. */
function someAdding(on: DayCatalogue): fc.Arbitrary<Doing> {
  const clashing = on.opportunities.filter(
    ({ kind, when, requirements }) =>
      kind === 'npq' || when.kind === 'intakes' || requirements.some((one) => one.kind === 'holds-npq'),
  );
  return fc
    .record({
      one: fc.oneof(fc.constantFrom(...on.opportunities), fc.constantFrom(...clashing)),
      later: fc.integer({ min: 0, max: 12 }),
      place: fc.constantFrom('timetable' as const, 'timetable' as const, ...PLACES),
      intake: fc.nat(2),
    })
    .map(({ one, later, place, intake }): Doing => ({
      words: `add ${one.id} to ${place}, ${later}`,
      to: (plan) =>
        addStep(plan, stepFrom(one, one.intakes.at(-intake), { id: '', place, start: halfTermOf(plan, later) }, on)),
    }));
}

/** What a teacher can do to a plan by this catalogue. */
function someDoing(on: DayCatalogue): fc.Arbitrary<Doing> {
  const step = fc.nat(9);
  const later = fc.integer({ min: 0, max: 12 });
  const hours = fc.array(
    fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
    { minLength: 1, maxLength: 9 },
  );
  const adding = someAdding(on);
  const own = fc.record({ later, hours }).map(({ later: count, hours: each }): Doing => ({
    words: `add an own step of ${each.join(', ')} hours, ${count}`,
    to: (plan) => addStep(plan, aStep({ start: halfTermOf(plan, count), hours: each, hoursBasis: 'yours' })),
  }));
  const changes = fc.record(
    {
      state: fc.constantFrom(...STEP_STATES),
      hours,
      cost: fc.option(fc.nat(LIMITS.pence), { nil: null }),
      name: fc.constantFrom('Mine', '😀'.repeat(50)),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 4, arbitrary: adding },
    { weight: 2, arbitrary: own },
    fc.tuple(step, later).map(([index, count]): Doing => ({
      words: `move ${index} to ${count}`,
      to: (plan) => moveStep(plan, pick(plan, index), halfTermOf(plan, count)),
    })),
    fc.tuple(step, fc.constantFrom('some-day' as const, 'already-have' as const)).map(([index, place]): Doing => ({
      words: `set ${index} aside, ${place}`,
      to: (plan) => setAside(plan, pick(plan, index), place),
    })),
    {
      weight: 6,
      arbitrary: fc
        .tuple(step, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }))
        .map(([index, needs]): Doing => ({
          words: `let ${index} need those ${needs.join(', ')} after it`,
          to: (plan) => changeStep(plan, pick(plan, index), { needs: needs.map((one) => pick(plan, index + one)) }),
        })),
    },
    fc.tuple(step, changes).map(([index, given]): Doing => ({
      words: `change ${index} by ${JSON.stringify(given)}`,
      to: (plan) => changeStep(plan, pick(plan, index), given),
    })),
    {
      weight: 2,
      arbitrary: step.map((index): Doing => ({
        words: `remove ${index}`,
        to: (plan) => removeStep(plan, pick(plan, index)),
      })),
    },
    step.map((index): Doing => ({
      words: `take fresh ${index}`,
      to: (plan) => takeFresh(plan, pick(plan, index), on),
    })),
    fc.constantFrom(...COPIES).map((kind): Doing => ({
      words: `copy, ${kind}`,
      to: (plan) => ({ plan: copyOf(plan, kind), said: 'Copied.' }),
    })),
    fc.tuple(fc.constantFrom(...PROMPT_IDS), fc.constantFrom('', 'More talk.')).map(([id, text]): Doing => ({
      words: `answer ${id}`,
      to: (plan) => answerPrompts(plan, { [id]: text }, 'Explore'),
    })),
  );
}

/** What a teacher does to a plan, one thing after another: some steps first, so that there is something to change. */
export function someDoings(on: DayCatalogue): fc.Arbitrary<readonly Doing[]> {
  return fc
    .tuple(fc.array(someAdding(on), { minLength: 1, maxLength: 8 }), fc.array(someDoing(on), { maxLength: 12 }))
    .map((both) => both.flat());
}

const profile: fc.Arbitrary<Profile> = fc.record(
  {
    hoursPerWeek: fc.constantFrom(0, 1, 2, 6),
    fte: fc.constantFrom(0.2, 0.6, 1),
    district: fc.constantFrom(...DISTRICTS),
    aims: fc.uniqueArray(fc.constantFrom(...ROUTE_IDS)),
    sponsor: fc.constantFrom(...YES_NO_UNSURE),
    lineManager: fc.constantFrom(...YES_NO_UNSURE),
  },
  { requiredKeys: [] },
);

/** A plan somebody came to by doing one thing after another; what was refused changed nothing. */
export function aMadePlan(on: DayCatalogue): fc.Arbitrary<Plan> {
  return fc.tuple(profile, fc.constantFrom(3, 6, 12, 30), someDoings(on)).map(([told, halfTerms, doings]) =>
    doings.reduce(
      (plan: Plan, { to }) => {
        const edit = to(plan);
        return 'plan' in edit ? edit.plan : plan;
      },
      { ...emptyPlan('My plan', told, on), halfTerms },
    ),
  );
}
