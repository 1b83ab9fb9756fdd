import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aTermCalendar, TODAY } from '../../test/support/builders.ts';
import { attribute, readPage, type Page } from '../../test/support/html.ts';
import { walk, type Element } from '../../test/support/tree.ts';
import { anyPlan } from '../../test/support/timetable-arbitrary.ts';
import { aPin, aPlan, aStep, FIRST } from '../../test/support/plan-builders.ts';
import {
  endsInList,
  halfTermsInList,
  halfTermsInTable,
  metInList,
  stepInList,
  stepsInPicture,
  stepsInTable,
  wordsInPicture,
} from '../../test/support/timetable-read.ts';
import type { IsoDate } from '../domain/date.ts';
import type { HalfTermId } from '../domain/calendar/half-term.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { halfTermsFrom } from '../domain/calendar/term-calendar.ts';
import { layOutTimetable } from '../domain/plan/timetable.ts';
import { render } from './render.ts';
import { Timetable, type TimetableProps } from './timetable.tsx';

const HALF_TERMS = halfTermsFrom(aTermCalendar(), [], FIRST, 40);
const id = (text: string) => text as HalfTermId;

function shown(plan: Plan, guesses: readonly string[] = [], props: Partial<TimetableProps> = {}): Page {
  const timetable = layOutTimetable(plan, HALF_TERMS, TODAY, [{ code: 'intake-not-announced', steps: guesses }]);
  return readPage(render(<Timetable timetable={timetable} href={(step) => `/steps/${step}`} {...props} />));
}

/** One of each kind a timetable can hold. */
const MIXED = aPlan({
  halfTerms: 4,
  profile: { hoursPerWeek: 2 },
  steps: [
    aStep({ id: 's1', name: 'Over before', start: id('2026-spring-1'), hours: [3] }),
    aStep({ id: 's2', name: 'Began before', start: id('2026-autumn-1'), hours: [4, 5, 5], state: 'under-way' }),
    aStep({ id: 's3', name: 'One half term', hours: [20], route: 'lead', state: 'done' }),
    aStep({ id: 's4', name: 'An NPQ', start: id('2027-spring-1'), hours: [6, 6, 6, 6], pin: aPin() }),
    aStep({ id: 's5', name: 'A guess', start: id('2027-spring-2'), hours: [0, 0], hoursBasis: 'not-known' }),
    aStep({ id: 's6', name: 'Later', start: id('2028-spring-1') }),
  ],
});

test('the table says of each step its route, its half terms and what is to be known', () => {
  expect(stepsInTable(shown(MIXED, ['s5']))).toEqual([
    {
      name: 'Over before',
      route: 'Share expertise',
      starts: 'Spring 1 of 2026',
      ends: 'Spring 1 of 2026',
      notes: ['Over before this timetable begins'],
    },
    {
      name: 'Began before',
      route: 'Share expertise',
      starts: 'Autumn 1 of 2026',
      ends: 'Spring 1 of 2027',
      notes: ['Began before this timetable', 'Under way'],
    },
    {
      name: 'One half term',
      route: 'Lead in your school or trust',
      starts: 'Autumn 2 of 2026',
      ends: 'Autumn 2 of 2026',
      notes: ['Done'],
    },
    {
      name: 'An NPQ',
      route: 'Share expertise',
      starts: 'Spring 1 of 2027',
      ends: 'Summer 2 of 2027',
      notes: ['Apply by 31 December 2026', 'Goes on after this timetable', 'Intake starts on 20 January 2027'],
    },
    {
      name: 'A guess',
      route: 'Share expertise',
      starts: 'Spring 2 of 2027',
      ends: 'Summer 1 of 2027',
      notes: ['Hours not known', 'Not announced: this start is a guess'],
    },
    {
      name: 'Later',
      route: 'Share expertise',
      starts: 'Spring 1 of 2028',
      ends: 'Spring 1 of 2028',
      notes: ['After this timetable ends'],
    },
  ]);
});

test('the table says of each half term its days, its hours and by how much it is too full', () => {
  const [first, second] = halfTermsInTable(shown(MIXED));
  expect(first).toEqual({
    name: 'Autumn 2 of 2026',
    dates: '2 November to 18 December 2026 (estimate)',
    hours: '25 of 14',
    excess: '11 too many',
  });
  expect(second).toMatchObject({ hours: '11 of 11.5', excess: '' });
});

function named(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, name: `Step ${step.id} end` })) };
}

test('picture, table and list say the same of every step, whatever the plan', () => {
  const check = (plan: Plan) => {
    const page = shown(plan, ['s2', 's5']);
    const steps = stepsInTable(page);
    expect(stepsInPicture(page)).toEqual(steps);
    for (const step of steps) expect(stepInList(page, step.name)).toEqual(step);
  };
  check(MIXED);
  fc.assert(
    fc.property(anyPlan.map(named), (plan) => check(plan)),
    { numRuns: 40 },
  );
});

test('picture, table and list say the same of every half term, whatever the plan', () => {
  const check = (plan: Plan) => {
    const page = shown(plan);
    const halfTerms = halfTermsInTable(page);
    const listed = halfTermsInList(page);
    expect(listed).toEqual(halfTerms.filter(({ name }) => listed.some((one) => one.name === name)));
    for (const { name, hours } of halfTerms) {
      if (!listed.some((one) => one.name === name)) expect(hours).toMatch(/^0 of /);
    }
    const words = wordsInPicture(page);
    expect(words).toContain(halfTerms.map(({ hours }) => hours.replace(' of', '|of')).join('|'));
    for (const { dates } of halfTerms) expect(words).toContain(shortDays(dates));
  };
  check(MIXED);
  fc.assert(
    fc.property(anyPlan.map(named), (plan) => check(plan)),
    { numRuns: 40 },
  );
});

/** `2 November to 18 December 2026 (estimate)` as the picture has it. */
function shortDays(dates: string): string {
  const days = [...dates.matchAll(/(\d+) ([A-Z][a-z]{2})/g)].map(([, day, month]) => `${day} ${month}`);
  return [...days, ...(dates.includes('estimate') ? ['estimate'] : [])].join('|');
}

test('the list meets a step in each half term it lasts, and says where it ends', () => {
  const page = shown(MIXED);
  expect(metInList(page, 'An NPQ')).toEqual(['Spring 1 of 2027', 'Spring 2 of 2027', 'Summer 1 of 2027']);
  expect(metInList(page, 'Began before')).toEqual(['Autumn 2 of 2026', 'Spring 1 of 2027']);
  expect(endsInList(page, 'Began before', 'Spring 1 of 2027')).toBe(true);
  expect(endsInList(page, 'One half term', 'Autumn 2 of 2026')).toBe(true);
  expect(page.headings(3)).toEqual([
    'Before this timetable',
    'Autumn 2 of 2026',
    'Spring 1 of 2027',
    'Spring 2 of 2027',
    'Summer 1 of 2027',
    'After this timetable',
  ]);
});

test('each name, its route and its notes can be read beside its bar', () => {
  const words = wordsInPicture(shown(MIXED, ['s5'])).replaceAll('|', ' ');
  for (const { name, route, notes } of stepsInTable(shown(MIXED, ['s5']))) {
    expect(words).toContain(`${name} ${route}`);
    for (const note of notes) expect(words).toContain(note);
  }
});

test('a long name is cut in the drawing and whole in the link', () => {
  const name = `Join the governing body of a school ${'in another trust '.repeat(3)}as a governor`;
  const page = shown(aPlan({ steps: [aStep({ name })] }));
  expect(wordsInPicture(page)).toMatch(/\|Join the governing body of .*…\|/);
  expect(page.byRole('link', `${name}. Share expertise. Autumn 2 of 2026.`)).toHaveLength(1);
});

test('all three forms say where today is', () => {
  const page = shown(MIXED);
  expect(page.byRole('group', /Today, 23 November 2026, is in Autumn 2 of 2026\./)).toHaveLength(1);
  expect(wordsInPicture(page)).toContain('Today, 23 November 2026');
  expect(page.text.split('Today, 23 November 2026, is in Autumn 2 of 2026.')).toHaveLength(3);
});

test('where the hours are our reckoning the page says so', () => {
  expect(shown(aPlan()).text).toContain('The hours you have are our estimate');
  expect(shown(MIXED).text).toContain('The hours you have are those you told us.');
  expect(shown(MIXED).text).toContain('Some of the hours planned are our estimates.');
  expect(shown(aPlan()).text).not.toContain('Some of the hours planned');
});

test('the legend explains the shapes that are there and no others', () => {
  expect(shown(MIXED, ['s5']).text).toContain('not announced, a guess');
  expect(shown(MIXED).text).not.toContain('not announced, a guess');
});

test('forty steps stand in bands, each with the half terms on top', () => {
  const steps = Array.from({ length: 40 }, (_, index) => aStep({ id: `s${index + 1}` }));
  const page = shown(aPlan({ steps }));
  expect(page.byRole('group', /^Part \d of 4\. Timetable from Autumn 2 of 2026 to Autumn 1 of 2028\./)).toHaveLength(4);
  expect(wordsInPicture(page).split('2026 to 2027')).toHaveLength(5);
  expect(stepsInPicture(page)).toHaveLength(40);
});

test('a plan somebody may only read has no links and nothing to drag', () => {
  const page = shown(MIXED, [], { href: undefined });
  expect(page.links()).toEqual([]);
  expect(page.byRole('img', /^Timetable from /)).toHaveLength(1);
});

test('a bar says which step it is and where it starts, a column which half term it is', () => {
  const page = shown(MIXED, [], { moveForm: 'move-step' });
  const bar = page.byRole('link', /^An NPQ\./)[0]?.element;
  expect(bar && ['href', 'data-step', 'data-column'].map((name) => attribute(bar, name))).toEqual([
    '/steps/s4',
    's4',
    '1',
  ]);
  const columns = page.elements('rect').flatMap((rect) => attribute(rect, 'data-half-term') ?? []);
  expect(columns).toEqual(['2026-autumn-2', '2027-spring-1', '2027-spring-2', '2027-summer-1']);
  expect(page.elements('div').map((one) => attribute(one, 'data-form'))).toContain('move-step');
});

test('the half terms of the list stand under a heading of their own', () => {
  const page = shown(MIXED);
  expect(page.headings().slice(0, 2)).toEqual(['Timetable', 'Before this timetable']);
  expect(page.byRole('region', 'Timetable')).toHaveLength(1);
});

test('an empty timetable says so and still shows the hours there are', () => {
  const page = shown(aPlan());
  expect(page.text).toContain('Nothing is in this timetable yet.');
  expect(halfTermsInTable(page)).toHaveLength(12);
  expect(page.headings(3)).toEqual([]);
});

test('every bar, mark and column stands within its drawing', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const page = shown(plan);
      const charts = page.elements('svg').filter((svg) => attribute(svg, 'role') === 'group');
      expect(charts.length).toBeGreaterThan(0);
      for (const svg of charts) {
        const [, , width = 0, height = 0] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
        for (const [left, top, right, bottom] of boxesIn(svg)) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(bottom).toBeLessThanOrEqual(height);
        }
      }
    }),
    { numRuns: 30 },
  );
});

/** Where each rectangle lies, and each path at its first point. */
function boxesIn(svg: Element): readonly (readonly [number, number, number, number])[] {
  return [...walk(svg)].flatMap((shape) => {
    if (shape.tagName === 'rect') {
      const [x = NaN, y = NaN, width = NaN, height = NaN] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(attribute(shape, name)),
      );
      return [[x, y, x + width, y + height] as const];
    }
    const [, x, y] = /^M(-?[\d.]+) (-?[\d.]+)/.exec(attribute(shape, 'd') ?? '') ?? [];
    return x === undefined ? [] : [[Number(x), Number(y), Number(x), Number(y)] as const];
  });
}

test('an intake that starts in a month is said with its month', () => {
  const pin = aPin({
    intake: { id: 'a/1', name: '1', facts: [], opens: null, closes: null, starts: '2027-03' as IsoDate },
  });
  expect(shown(aPlan({ steps: [aStep({ pin })] })).text).toContain('Intake starts in March 2027');
});
