import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { aDayCatalogue, aFact } from '../../test/support/builders.ts';
import { onPaper } from '../../test/support/paper.ts';
import { textOfPages } from '../../test/support/pdf-text.ts';
import { pagesOf, structureOf } from '../../test/support/pdf.ts';
import { anyKeptPlan, NASTY_TEXTS } from '../../test/support/kept-plan-arbitrary.ts';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import { addHalfTerms, type HalfTermId } from '../domain/calendar/half-term.ts';
import { PROMPT_IDS } from '../domain/plan/plan-prompts.ts';
import { LIMITS, type Plan, type PlanStep } from '../domain/plan/plan.ts';
import { planData } from './plan-pdf.ts';
import { planSheet } from './plan-sheet.ts';
import { summaryData } from './plan-summary.ts';
import { openCompiler, readTemplate, type Compiler } from './typst-compiler.ts';

const on = aDayCatalogue({ facts: [aFact()] });
let compiler: Compiler;

beforeAll(() => {
  compiler = openCompiler();
});

const wholePlan = (plan: Plan) => compiler.pdf(readTemplate('plan.typ'), planData(onPaper(plan, on)));
const summary = (plan: Plan) => compiler.pdf(readTemplate('plan-summary.typ'), summaryData(onPaper(plan, on)));
/** As `textOfPages` gives it: without spaces. */
const squeezed = (text: string) => text.replaceAll(/\s/g, '');
const textOf = (pdf: Uint8Array) => textOfPages(pdf).join('');

const first = aPlan().first;
const plan = aPlan({
  title: 'From literacy to leading English',
  goals: [{ id: 'g1', text: 'Readers who do not stall', by: addHalfTerms(first, 3) }],
  steps: [
    aStep({
      name: 'A course',
      start: addHalfTerms(first, 1),
      hours: [6, 6],
      cost: 8900,
      owner: 'head',
      note: 'One thing.\nAnother.',
      pin: aPin({
        figures: {
          costToYou: { facts: [{ id: 'a-fee-2026', statement: 'The fee is £100.' }] },
          costToSchool: { unknown: 'Ask whoever runs it.' },
          outOfClass: { estimate: { min: 2, max: 3, unit: 'days' } },
        },
      }),
    }),
    aStep({ id: 's2', name: 'After it', start: addHalfTerms(first, 1), needs: ['s1'] }),
    aStep({ id: 's3', name: 'Later on', place: 'some-day', start: null }),
    aStep({ id: 's4', name: 'Held', place: 'already-have', start: null, state: 'done' }),
    aStep({ id: 's5', name: 'Let go', state: 'dropped' }),
  ],
  answers: { 'what-need': 'Year 4 readers.', 'signs-it-works': 'They read on.' },
});

test.each([
  ['the whole plan', wholePlan],
  ['the summary', summary],
])('%s is tagged, with its title and language, and has an empty plan’s sections too', (_, pdf) => {
  for (const one of [plan, aPlan({ title: 'From literacy to leading English' })]) {
    const structure = structureOf(pdf(one));
    expect(structure).toContain('/StructTreeRoot');
    expect(structure).toContain('pdfuaid:part');
    expect(structure).toMatch(/\/Lang\s*\(en-GB\)/);
    expect(structure).toMatch(/\/Title\s*\(From literacy to leading English\)/);
  }
});

test('the whole plan says everything that stands in it, in order', () => {
  const text = textOf(wholePlan(plan));
  const told = [
    'From literacy to leading English',
    'Readers who do not stall, by Summer 1 of 2027.',
    'Your time',
    '20 hours in all; most in Spring 1 of 2027: 14 of',
    'It needs your head for 1 step',
    'Spring 1 of 2027 to Spring 2 of 2027',
    'Steps by half term',
    'Spring 1 of 2027',
    'A course',
    'The route share',
    '6 hours a half term (our estimate)',
    '£89',
    'not published; out of class: 2 to 3 days (our estimate)',
    'The Spring 2027 intake: starts 20 January 2027, applications open 25 October 2026, apply by 31 December 2026',
    'Who acts: Your head',
    'State: To do',
    'Phase: Deliver',
    'One thing.',
    'Another.',
    'As known on 23 November 2026; no longer offered as far as we know.',
    'Cost to you: The fee is £100. [1]',
    'After it',
    'Needs first: “A course”',
    'Hours by half term',
    'Still to look at',
    'Cannot happen as planned. “After it” starts before “A course”, which it needs, has ended.',
    'What would mend it: Move “After it” to Summer 1 of 2027.',
    'Why and how',
    'Explore',
    'What need do you see now, and for which pupils?',
    'Year 4 readers.',
    'Deliver',
    'They read on.',
    'Some day',
    'Later on',
    'What you already have',
    'Held',
    'Dropped',
    'Let go',
    'Sources',
    'A page of the publisher, 1 January 2026. Checked 23 November 2026. gov.uk/a-page',
  ].map(squeezed);
  let at = 0;
  for (const words of told) {
    expect(text.slice(at)).toContain(words);
    at = text.indexOf(words, at) + words.length;
  }
  expect(text).toContain(squeezed('Made on 23 November 2026 from version 7, saved 22 November 2026 at 16:05'));
});

test('a phase or a prompt that was skipped is left out', () => {
  const text = textOf(wholePlan(plan));
  expect(text).not.toContain('Prepare');
  expect(text).not.toContain('Sustain');
  expect(text).not.toContain(squeezed('What has your NPQ changed'));
});

test('the summary says who is asked for what, and what does not fit yet', () => {
  const text = textOf(summary(plan));
  for (const words of [
    'The need: Year 4 readers.',
    'What would show that it works: They read on.',
    'The head to act on “A course” by Spring 1 of 2027.',
    'For “A course”, out of class: 2 to 3 days (our estimate).',
    '3 things cannot happen as planned and are still to be mended',
  ])
    expect(text).toContain(squeezed(words));
});

// Marks that turn a line round are left out, and letters no font of ours holds are squares.
const asPrinted = (text: string) =>
  squeezed(text.replaceAll('\u202e', '').replaceAll(/[\u4e00-\u9fff\u0a00-\u0a7f]+/g, ''));
const isLeftToRight = (text: string) => !/[\u0590-\u08ff]/.test(text);

test.each(NASTY_TEXTS.filter(isLeftToRight))('%j comes out as text and never as markup', (words) => {
  const given = aPlan({
    title: words.slice(0, 80),
    steps: [aStep({ name: words, note: words })],
    answers: { 'what-need': words },
  });
  const text = textOf(wholePlan(given)).replaceAll('□', '');
  expect(text.split(asPrinted(words)).length).toBeGreaterThanOrEqual(4);
  expect(textOf(summary(given)).replaceAll('□', '')).toContain(asPrinted(words));
});

test('what is written from right to left is set too', () => {
  const text = textOf(wholePlan(aPlan({ steps: [aStep({ name: 'שלום' })] })));
  expect([...'שלום'].every((letter) => text.includes(letter))).toBe(true);
});

test('words nobody could write on one line are broken and stay whole', () => {
  const text = textOf(wholePlan(aPlan({ answers: { 'what-need': 'ß'.repeat(LIMITS.answer) } })));
  expect(text.match(/ß/g)).toHaveLength(LIMITS.answer);
  const everywhere = Object.fromEntries(PROMPT_IDS.map((id) => [id, 'ß'.repeat(LIMITS.answer)]));
  expect(textOfPages(wholePlan(aPlan({ answers: everywhere }))).length).toBeGreaterThan(5);
});

/** As many steps as a plan may have, with everything as long and as wide as it may be. */
function longest(): Plan {
  const wide = (letters: number) => 'W'.repeat(letters);
  const step = (index: number): PlanStep =>
    aStep({
      id: `s${index + 1}`,
      name: wide(LIMITS.stepName),
      start: addHalfTerms(first, index % 20),
      owner: 'head',
      cost: null,
      pin: aPin({ figures: { costToSchool: { facts: [{ id: 'a-fee-2026', statement: wide(1000) }] } } }),
    });
  return aPlan({
    title: wide(LIMITS.title),
    goals: Array.from({ length: LIMITS.goals }, (_, index) => ({ id: `g${index + 1}`, text: wide(200), by: first })),
    steps: Array.from({ length: LIMITS.steps }, (_, index) => step(index)),
    answers: Object.fromEntries(PROMPT_IDS.map((id) => [id, wide(LIMITS.answer)])),
  });
}

test('the summary of the longest plan is one page, and says how many steps it has no room for', () => {
  const pages = textOfPages(summary(longest()));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatch(/And\d+more,inthewholeplan\./);
});

test('however long a plan is, its document stays one that can be set', () => {
  const step = (index: number): PlanStep => ({
    ...aStep({ id: `s${index + 1}`, name: 'n'.repeat(LIMITS.stepName), note: 'n'.repeat(LIMITS.note) }),
    needs: Array.from({ length: index }, (_, earlier) => `s${earlier + 1}`),
    hours: Array.from({ length: LIMITS.duration }, () => 5),
    pin: aPin({
      figures: {
        time: {
          facts: Array.from({ length: 20 }, (_, fact) => ({ id: `f${fact}`, statement: 'n'.repeat(1000) })),
        },
      },
    }),
  });
  const steps = Array.from({ length: LIMITS.steps }, (_, index) => step(index));
  const answers = Object.fromEntries(PROMPT_IDS.map((id) => [id, 'n'.repeat(LIMITS.answer)]));
  const { pictures: _, ...words } = planData(onPaper(aPlan({ steps, answers }), on));
  expect(JSON.stringify(words).length).toBeLessThan(600_000);
});

test('what is left out of a long plan is counted', () => {
  const steps = Array.from({ length: LIMITS.steps }, (_, index) =>
    aStep({ id: `s${index + 1}`, needs: Array.from({ length: index }, (_none, earlier) => `s${earlier + 1}`) }),
  );
  const { checks, moreChecks, halfTerms } = planSheet(onPaper(aPlan({ steps }), on));
  expect(checks.length + moreChecks).toBe(onPaper(aPlan({ steps }), on).checks.length);
  expect(moreChecks).toBeGreaterThan(0);
  expect(halfTerms[0]?.steps.at(-1)?.terms.at(-1)?.[1]).toMatch(/ and 93 more$/);
});

test.each([1, 5, 9, 14, 20, 60])(
  'the summary of %i steps counts each step once, on the page or among the rest',
  (count) => {
    const steps = Array.from({ length: count }, (_, index) =>
      aStep({ id: `s${index + 1}`, name: `Step number ${index + 1} of it` }),
    );
    const [text = '', ...others] = textOfPages(summary(aPlan({ steps })));
    expect(others).toEqual([]);
    const shown = new Set(text.match(/Stepnumber\d+ofit/g)).size;
    const left = Number(/And(\d+)more,inthewholeplan/.exec(text)?.[1] ?? 0);
    expect(shown + left).toBe(count);
  },
);

test('any plan can be set, and its summary is one page', () => {
  fc.assert(
    fc.property(anyKeptPlan, (any) => {
      expect(pagesOf(structureOf(wholePlan(any)))).toBeGreaterThanOrEqual(1);
      expect(pagesOf(structureOf(summary(any)))).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test('a step that began before the timetable does is shown where it began', () => {
  const text = textOf(
    wholePlan(aPlan({ steps: [aStep({ name: 'Old', start: '2026-spring-1' as HalfTermId, hours: [1] })] })),
  );
  expect(text).toContain(squeezed('Spring 1 of 2026 Old'));
});
