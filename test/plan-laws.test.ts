import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT_ROOT } from '../src/services/catalogue-source.ts';
import { loadContent } from '../src/content/load-content.ts';
import { catalogueOn, type DayCatalogue } from '../src/domain/catalogue/catalogue.ts';
import type { IsoDate, IsoMonth } from '../src/domain/date.ts';
import { addHalfTerms, ordinalOf } from '../src/domain/calendar/half-term.ts';
import type { Check, CheckedAgainst } from '../src/domain/plan/plan-check.ts';
import { checkPlan } from '../src/domain/plan/plan-checks.ts';
import { saidTogether } from '../src/domain/plan/plan-checks-together.ts';
import { addStep, stepFrom } from '../src/domain/plan/plan-edits.ts';
import { hoursAgainstCapacity } from '../src/domain/plan/plan-hours.ts';
import { emptyPlan, halfTermsOf } from '../src/domain/plan/plan-start.ts';
import { LIMITS, type Plan } from '../src/domain/plan/plan.ts';
import type { Profile } from '../src/domain/matching/profile.ts';
import { parsePlan, planText } from '../src/schemas/plan-schema.ts';
import { TODAY } from './support/builders.ts';
import { aMadePlan, someDoings, type Doing } from './support/edits-arbitrary.ts';
import { pressed } from './support/plan-checking.ts';

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const { catalogue } = loaded;
const ON = catalogueOn(catalogue, TODAY);

/** The catalogue of a later day, on which an intake of each NPQ is announced for the autumn of 2027. */
function laterOn(day: string): DayCatalogue {
  const opportunities = catalogue.opportunities.map((one) => ({
    ...one,
    intakes:
      one.kind === 'npq'
        ? [
            ...one.intakes,
            {
              id: `${one.id}/2027-autumn`,
              name: 'Autumn 2027',
              starts: '2027-10' as IsoMonth,
              window: { opens: '2027-05-04' as IsoDate, closes: '2027-09-17' as IsoDate },
              facts: [],
            },
          ]
        : one.intakes,
  }));
  // A law that fails names the day, not the whole catalogue.
  return Object.assign(catalogueOn({ ...catalogue, version: 'later', opportunities }, day as IsoDate), {
    [fc.toStringMethod]: () => day,
  });
}

const DAYS = ['2026-11-23', '2027-03-01', '2027-12-15'].map(laterOn);
const aDay = fc.constantFrom(...DAYS);
const aPlanByNow = aMadePlan(ON);

const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 150) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns, seed: 20261123 });

function againstOf(plan: Plan, on: DayCatalogue): CheckedAgainst {
  return { halfTerms: halfTermsOf(plan, on), on, today: on.day };
}

function checksOf(plan: Plan, on: DayCatalogue): readonly Check[] {
  return checkPlan(plan, againstOf(plan, on));
}

describe('an edit', () => {
  const doings = someDoings(ON);

  /** Calls `each` for every edit that was made, with the plan before and after. */
  function through(plan: Plan, edits: readonly Doing[], each: (before: Plan, after: Plan) => void): void {
    let now = plan;
    for (const { to } of edits) {
      const edit = to(now);
      if ('refused' in edit) {
        expect(edit.refused).toMatch(/^[A-Z“].+[.]$/u);
        continue;
      }
      each(now, edit.plan);
      now = edit.plan;
    }
  }

  test('never makes a plan that cannot be read again, or that is another once it is read', () => {
    law(doings, (edits) => {
      through(emptyPlan('My plan', {}, ON), edits, (_, after) => {
        expect(parsePlan(planText(after))).toEqual({ ok: true, plan: after });
      });
    });
  });

  test('leaves the plan before as it was, so that undoing it is that plan', () => {
    law(doings, (edits) => {
      const kept: { readonly plan: Plan; readonly text: string }[] = [];
      through(emptyPlan('My plan', {}, ON), edits, (before) => kept.push({ plan: before, text: planText(before) }));
      for (const { plan, text } of kept) expect(planText(plan)).toBe(text);
    });
  });

  test('gives no id twice, whatever was removed, and leaves no need that names nothing', () => {
    law(doings, (edits) => {
      const given = new Set<string>();
      through(emptyPlan('My plan', {}, ON), edits, (before, { steps }) => {
        const had = new Set(before.steps.map(({ id }) => id));
        const fresh = steps.map(({ id }) => id).filter((id) => !had.has(id));
        expect(fresh.filter((id) => given.has(id))).toEqual([]);
        for (const id of fresh) given.add(id);
        expect(steps.flatMap(({ needs }) => needs).filter((need) => steps.every(({ id }) => id !== need))).toEqual([]);
      });
    });
  });
});

describe('the checks', () => {
  test('are the same whatever the order of the steps', () => {
    const shuffled = aPlanByNow.chain((plan) =>
      fc.tuple(fc.constant(plan), fc.shuffledSubarray([...plan.steps], { minLength: plan.steps.length })),
    );
    law(fc.tuple(shuffled, aDay), ([[plan, steps], on]) => {
      expect(checksOf({ ...plan, steps }, on)).toEqual(checksOf(plan, on));
    });
  });

  test('said together lose no step and no sentence that has a button', () => {
    law(fc.tuple(aPlanByNow, aDay), ([plan, on]) => {
      const checks = checksOf(plan, on);
      const together = saidTogether(checks, plan);
      const named = (all: readonly Check[]) => new Set(all.flatMap(({ code, steps: [first] }) => `${code} ${first}`));
      const reached = new Set(together.flatMap(({ code, steps }) => steps.map((id) => `${code} ${id}`)));
      expect([...named(checks)].filter((one) => !reached.has(one))).toEqual([]);
      expect(together.filter(({ fix }) => fix.act)).toEqual(checks.filter(({ fix }) => fix.act));
    });
  });

  const isOfHours = ({ code }: Check) => code === 'too-many-hours';
  const keyOf = ({ code, steps }: Check) => `${code} ${steps.join(' ')}`;

  test('offer a button that mends what it stands beside, inside the timetable and not in the past', () => {
    law(fc.tuple(aPlanByNow, aDay), ([plan, on]) => {
      const { halfTerms } = againstOf(plan, on);
      for (const check of checksOf(plan, on).filter((one) => one.fix.act && !isOfHours(one))) {
        const { act } = check.fix;
        if (act?.kind === 'move') {
          const at = ordinalOf(act.to) - ordinalOf(plan.first);
          expect(at).toBeLessThan(plan.halfTerms);
          expect((halfTerms[at]?.until ?? '') >= on.day).toBe(true);
        }
        expect(checksOf(pressed(plan, check.fix, on), on).map(keyOf)).not.toContain(keyOf(check));
      }
    });
  });

  test('of too many hours ask for one step at a time: each press leaves fewer hours too many', () => {
    const tooMany = (plan: Plan, on: DayCatalogue) =>
      hoursAgainstCapacity(plan, halfTermsOf(plan, on).slice(0, plan.halfTerms))
        .filter(({ isOver }) => isOver)
        .reduce((sum, { planned, capacity }) => sum + planned - capacity, 0);
    law(fc.tuple(aPlanByNow, aDay), ([plan, on]) => {
      for (const { fix } of checksOf(plan, on).filter((one) => one.fix.act && isOfHours(one)))
        expect(tooMany(pressed(plan, fix, on), on)).toBeLessThan(tooMany(plan, on));
    });
  });

  test('come to an end: pressing the first button again and again never goes round in a circle', () => {
    law(fc.tuple(aPlanByNow, aDay), ([plan, on]) => {
      let now = plan;
      const presses: string[] = [];
      for (let fix = checksOf(now, on).find((one) => one.fix.act)?.fix; fix;) {
        presses.push(fix.words);
        expect(presses.length, presses.join('\n')).toBeLessThan(40);
        now = pressed(now, fix, on);
        fix = checksOf(now, on).find((one) => one.fix.act)?.fix;
      }
    });
  });
});

describe('every next step of the catalogue in every half term', () => {
  const profiles: readonly Profile[] = [
    {},
    { npqs: [], hoursPerWeek: 1, fte: 0.6, role: 'headteacher', sponsor: 'no' },
  ];
  const halfTerms = halfTermsOf({ ...emptyPlan('My plan', {}, ON), halfTerms: 12 + LIMITS.duration }, ON);
  const NOT_PLAIN =
    /undefined|null|NaN|Infinity|\[object|\{\{|\]\(|\d{4}-|\b(autumn|spring|summer)-[12]\b|\s\s|\.\.|[!\n]|“”|\b(not-known|our-estimate|to-do|some-day|under-way|line-manager)\b/;

  test.each(profiles)('makes a plan that is judged in plain sentences, for %j', (profile) => {
    const plan = { ...emptyPlan('My plan', profile, ON), halfTerms: 12 };
    const odd: string[] = [];
    for (const opportunity of ON.opportunities) {
      const ids = new RegExp(`\\b${opportunity.id}\\b`);
      for (let index = 0; index < plan.halfTerms; index += 1) {
        const at = { id: '', place: 'timetable', start: addHalfTerms(plan.first, index) } as const;
        const edit = addStep(plan, stepFrom(opportunity, opportunity.intakes.at(-1), at, ON));
        if ('refused' in edit) throw new Error(edit.refused);
        const sentences = [
          edit.said,
          ...checkPlan(edit.plan, { halfTerms, on: ON, today: TODAY }).flatMap(({ because, fix }) => [
            because,
            fix.words,
          ]),
        ];
        odd.push(
          ...sentences.filter(
            (one) =>
              NOT_PLAIN.test(one) || !/^[A-Z“].*[.]$/u.test(one) || (opportunity.id.includes('-') && ids.test(one)),
          ),
        );
      }
    }
    expect([...new Set(odd)]).toEqual([]);
  });
});
