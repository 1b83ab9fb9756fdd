import { describe, expect, test } from 'vitest';
import { CONTENT_ROOT } from '../../src/services/catalogue-source.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { profileFrom, type Answers } from '../../src/domain/matching/answers.ts';
import { catalogueOn } from '../../src/domain/catalogue/catalogue.ts';
import type { Check } from '../../src/domain/plan/plan-check.ts';
import { checkPlan } from '../../src/domain/plan/plan-checks.ts';
import { saidTogether } from '../../src/domain/plan/plan-checks-together.ts';
import { addStep, stepFrom } from '../../src/domain/plan/plan-edits.ts';
import { weeklyHours } from '../../src/domain/plan/plan-hours.ts';
import { pinState } from '../../src/domain/plan/plan-pins.ts';
import { emptyPlan, halfTermsOf, usualStart } from '../../src/domain/plan/plan-start.ts';
import { stepOf, type Plan, type PlanStep } from '../../src/domain/plan/plan.ts';
import type { Profile } from '../../src/domain/matching/profile.ts';
import type { QuestionId } from '../../src/domain/catalogue/requirement.ts';
import { TODAY } from '../support/builders.ts';
import { QUALIFIED, type Said } from './situations.ts';

/*
 * The plans of the eight situations, as far as they concern planning: the steps each would put in, where they land, and
 * what the plan says of them.
 */

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const ON = catalogueOn(loaded.catalogue, TODAY);

/** The plan of somebody who said this and put in these steps, each where it usually goes. */
function planOf(said: Said, more: Partial<Profile>, ...ids: readonly string[]): Plan {
  const answers: Answers = new Map(Object.entries(said) as [QuestionId, readonly string[]][]);
  const profile = { ...profileFrom(answers), ...more };
  return ids.reduce(
    (plan: Plan, id) => {
      const opportunity = ON.byId.get(id);
      if (!opportunity) throw new Error(`there is no ${id}`);
      const { start, intake } = usualStart(opportunity, halfTermsOf(plan, ON), TODAY);
      const edit = addStep(plan, stepFrom(opportunity, intake, { id: '', place: 'timetable', start }, ON));
      if ('refused' in edit) throw new Error(edit.refused);
      return edit.plan;
    },
    emptyPlan('My plan', profile, ON),
  );
}

function checksOf(plan: Plan): readonly Check[] {
  return checkPlan(plan, { halfTerms: halfTermsOf(plan, ON), on: ON, today: TODAY });
}

function sentences(plan: Plan): string {
  return checksOf(plan)
    .map(({ because, fix }) => `${because} ${fix.words}`)
    .join('\n');
}

function codes(plan: Plan): readonly string[] {
  return checksOf(plan).map(({ code }) => code);
}

function step(plan: Plan, number: number): Partial<PlanStep> {
  return stepOf(plan, `s${number}`) ?? {};
}

describe('A: two hours a week, sharing expertise, sponsor and line manager beside her', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-teaching-development'],
    setting: ['primary-school'],
    role: ['class-teacher'],
    subjects: ['most'],
    'at-work': ['sponsor', 'line-manager', 'ects', 'trainees'],
    district: ['wigan'],
  };
  const plan = (...ids: string[]) => planOf(said, { aims: ['share'], hoursPerWeek: 2 }, ...ids);

  test('mentoring and being trained for it fit the week, for two years', () => {
    const mentoring = plan('ect-mentor', 'ect-mentor-training');
    expect(step(mentoring, 1)).toMatchObject({
      start: '2026-autumn-2',
      hours: Array.from({ length: 12 }, () => 6.5),
      hoursBasis: 'published',
      owner: 'head',
    });
    expect(checksOf(mentoring)).toEqual([]);
  });

  test('another specialist NPQ alone fits the week in every half term, however short; its intake is not announced', () => {
    const one = plan('npq-leading-teaching');
    expect(codes(one)).toEqual(['intake-not-announced']);
    expect(sentences(one)).toContain(
      'No intake of “NPQ in Leading Teaching” is announced for Autumn 2 of 2027: that half term is a guess. Ask the hub to tell you when one is. Until then: find out',
    );
  });

  test('facilitating the NPQ just finished needs no other, and its hours are not published', () => {
    expect(codes(plan('facilitate-your-npq'))).toEqual(['hours-not-known']);
  });

  test('the NPQ still to finish comes first', () => {
    const still = planOf(
      said,
      { npqs: [{ code: 'npq-leading-teaching-development', completed: '2027-07-31' as typeof TODAY }] },
      'facilitate-your-npq',
    );
    expect(sentences(still)).toContain(
      '“Facilitate the NPQ you have finished” starts before you finish the NPQ in Leading Teacher Development, which it needs. Move “Facilitate the NPQ you have finished” to Autumn 1 of 2027.',
    );
  });

  test('a master’s on top of it takes more than the week has', () => {
    expect(sentences(plan('chester-ma-education'))).toContain('it alone takes 52 hours');
  });
});

describe('B: three days a week, senior leadership', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-literacy'],
    setting: ['secondary-school'],
    role: ['class-teacher'],
    subjects: ['english'],
    'at-work': ['line-manager'],
    district: ['warrington'],
  };
  const plan = (...ids: string[]) => planOf(said, { aims: ['senior-leadership'], fte: 0.6 }, ...ids);

  test('the hours we reckon with shrink to the part-time week, and are said to be reckoned', () => {
    const senior = plan('npq-senior-leadership');
    expect(weeklyHours(senior.profile)).toEqual({ hours: 1, basis: 'our-estimate' });
    expect(sentences(senior)).toMatch(
      /10 hours, and we reckon with \d(\.5)? until you say in the settings how many you have\./,
    );
  });

  test('hours she gives are hers, part-time or not', () => {
    const senior = plan('npq-senior-leadership');
    expect(codes({ ...senior, profile: { ...senior.profile, hoursPerWeek: 2 } })).not.toContain('too-many-hours');
  });

  test('the next intake of the NPQ is not announced, no date is given, and there is something to do until it is', () => {
    const senior = plan('npq-senior-leadership');
    expect(step(senior, 1)).toMatchObject({ start: '2027-autumn-2', pin: { intake: null } });
    expect(sentences(senior)).toContain(
      'Until then: ask your head whether they would sponsor you at the next intake, and what project you could lead until then.',
    );
    expect(sentences(senior)).not.toMatch(/\d{1,2} (January|February|September|October|November) 20/);
  });

  test('her head has still to be asked', () => {
    expect(sentences(plan('npq-senior-leadership'))).toContain(
      '“NPQ in Senior Leadership” needs your head to back you',
    );
  });

  test('a second NPQ waits until the first has ended', () => {
    const two = plan('npq-senior-leadership', 'npq-leading-teaching');
    expect(sentences({ ...two, halfTerms: 30 })).toContain('Move “NPQ in Leading Teaching” to Autumn 2 of 2029.');
  });

  test('six steps are said in six sentences at most', () => {
    const six = plan(
      'npq-senior-leadership',
      'npq-leading-teaching',
      'school-governor-or-trustee',
      'coach-or-coordinate-across-school',
      'senior-leadership-shadowing',
      'plan-and-try-one-change',
    );
    expect(saidTogether(checksOf(six), six).length).toBeLessThanOrEqual(6);
  });
});

describe('C: a nursery lead', () => {
  const said: Said = {
    ...QUALIFIED,
    npqs: ['npq-leading-behaviour-culture'],
    setting: ['school-nursery'],
    role: ['middle-leader'],
    subjects: ['none'],
    'at-work': ['sponsor'],
    district: ['halton'],
  };

  test('the NPQ in Early Years Leadership is eighteen months whose intake is not announced', () => {
    const plan = planOf(said, { hoursPerWeek: 2 }, 'npq-early-years-leadership');
    expect(step(plan, 1).hours).toEqual(Array.from({ length: 9 }, () => 10));
    expect(codes(plan)).toEqual(['intake-not-announced', 'runs-past-the-timetable']);
  });

  test('the reception course begins with its January cohort, and its hours are not known', () => {
    const plan = planOf(said, { hoursPerWeek: 2 }, 'excellence-in-reception-teaching');
    expect(step(plan, 1)).toMatchObject({
      start: '2027-spring-1',
      pin: { intake: { id: 'excellence-in-reception-teaching/2027-spring' } },
    });
    expect(codes(plan)).toEqual(['hours-not-known']);
  });
});

describe('D: a computing teacher who had planned with a Computing Hub', () => {
  test('reads that the hub has ended and what there is instead, and nothing of the plan is lost', () => {
    const before = catalogueOn(loaded.catalogue, '2025-01-15' as typeof TODAY);
    const hub = before.byId.get('computing-hubs');
    if (!hub) throw new Error('it was there then');
    const planned = stepFrom(
      hub,
      undefined,
      { id: 's1', place: 'timetable', start: '2026-autumn-2' as Plan['first'] },
      before,
    );
    const plan = { ...planOf({}, {}), steps: [planned], stepsMade: 1 };
    expect(sentences(plan)).toContain(
      `“${hub.name}” is no longer offered as far as we know. See what took its place, or remove it.`,
    );
    const state = planned.pin && pinState(planned.pin, ON);
    expect(state).toMatchObject({
      kind: 'gone',
      why: expect.stringContaining('Computing at School communities') as string,
    });
    expect(stepOf(plan, 's1')?.pin?.name).toBe(hub.name);
  });
});

describe('E to H: who pays is another page’s matter; the plan is the same', () => {
  test('F: a teacher at an independent school plans an NPQ like anybody, and what the school would pay is pinned', () => {
    const said: Said = {
      ...QUALIFIED,
      npqs: ['npq-leading-teaching'],
      setting: ['independent-school'],
      phase: ['secondary'],
      role: ['class-teacher'],
      subjects: ['english'],
      'at-work': ['sponsor'],
      district: ['elsewhere'],
    };
    const plan = planOf(said, { hoursPerWeek: 2 }, 'npq-senior-leadership');
    expect(codes(plan)).toEqual(['intake-not-announced', 'runs-past-the-timetable']);
    const figure = stepOf(plan, 's1')?.pin?.figures.costToSchool;
    expect(figure && 'facts' in figure && figure.facts.length > 0).toBe(true);
  });

  test('G: a supply teacher with nobody at work has two to ask before the steps that need them', () => {
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
    const plan = planOf(said, { hoursPerWeek: 3 }, 'npq-senior-leadership', 'plan-and-try-one-change');
    expect(codes(plan)).toEqual(expect.arrayContaining(['needs-a-sponsor', 'needs-a-line-manager']));
  });

  test('H: a head of department may plan the NPQ in Senior Leadership', () => {
    const said: Said = {
      ...QUALIFIED,
      npqs: ['npq-leading-behaviour-culture'],
      setting: ['secondary-school'],
      role: ['middle-leader'],
      subjects: ['history'],
      'at-work': ['sponsor'],
      district: ['wigan'],
    };
    expect(codes(planOf(said, { hoursPerWeek: 2 }, 'npq-senior-leadership'))).toEqual([
      'intake-not-announced',
      'runs-past-the-timetable',
    ]);
  });
});
