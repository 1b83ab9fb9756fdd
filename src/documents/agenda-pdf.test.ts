import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { aDayCatalogue, aFact } from '../../test/support/builders.ts';
import { anyKeptPlan, NASTY_TEXTS } from '../../test/support/kept-plan-arbitrary.ts';
import { onPaper } from '../../test/support/paper.ts';
import { textOfPages } from '../../test/support/pdf-text.ts';
import { pagesOf, structureOf } from '../../test/support/pdf.ts';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import { isSchoolDayAt, schoolDatesOf } from '../domain/calendar/school-time.ts';
import { addDays, type IsoDate } from '../domain/date.ts';
import { SECTIONS } from '../domain/conversation/share.ts';
import { PROMPT_IDS } from '../domain/plan/plan-prompts.ts';
import { LIMITS, type Plan } from '../domain/plan/plan.ts';
import { agendaData } from './agenda-pdf.ts';
import { agendaSheet, nextReview, type AgendaPaper } from './agenda-sheet.ts';
import { openCompiler, readTemplate, type Compiler } from './typst-compiler.ts';

const on = aDayCatalogue({ facts: [aFact()] });
const DATES = schoolDatesOf({}, on.catalogue);
let compiler: Compiler;

beforeAll(() => {
  compiler = openCompiler();
});

const paperOf = (plan: Plan, given: Partial<AgendaPaper> = {}): AgendaPaper => ({
  ...onPaper(plan, on),
  sections: SECTIONS,
  teacher: 'Sam Patel',
  dates: DATES,
  ...given,
});
const pagesIn = (pdf: Uint8Array) => pagesOf(structureOf(pdf));
const pdfOf = (plan: Plan) => compiler.pdf(readTemplate('agenda.typ'), agendaData(paperOf(plan)));

const plan = aPlan({
  title: 'From literacy to leading English',
  steps: [
    aStep({
      name: 'A course',
      owner: 'head',
      cost: 10_000,
      pin: aPin({
        figures: {
          costToYou: { facts: [{ id: 'a-fee-2026', statement: 'The fee is £100.' }] },
          costToSchool: { facts: [{ id: 'a-fee-2026', statement: 'The fee is £100.' }] },
          outOfClass: { estimate: { min: 2, max: 3, unit: 'days' } },
        },
      }),
    }),
  ],
  answers: { 'what-changed': 'Year 4 read on.' },
});

test('it is tagged, with its title and language, on one page, whatever is planned', () => {
  for (const one of [plan, aPlan({ title: 'From literacy to leading English' })]) {
    const pdf = pdfOf(one);
    expect(structureOf(pdf)).toContain('pdfuaid:part');
    expect(structureOf(pdf)).toMatch(/\/Title\s*\(From literacy to leading English\)/);
    expect(pagesIn(pdf)).toBe(1);
  }
});

test('it says its parts with their minutes, and of each figure who says so and when', () => {
  const text = textOfPages(pdfOf(plan)).join('');
  for (const said of [
    'What the NPQ has changed',
    'Year 4 read on.',
    'Will the head see to “A course”?',
    'School, “A course”: The fee is £100. As known on 23 November 2026.',
    'A page of the publisher',
    'Checked 23 November 2026.',
    'A course: 2 to 3 days (our estimate)',
  ])
    expect(text).toContain(said.replaceAll(/\s/g, ''));
});

test('costs of the teacher are not said where they are not shared', () => {
  const lines = (sections: AgendaPaper['sections']) =>
    agendaSheet(paperOf(plan, { sections })).parts.flatMap((part) => part.lines.map(({ label }) => label));
  expect(lines(['costs'])).toContain('Sam Patel, “A course”');
  expect(lines([])).not.toContain('Sam Patel, “A course”');
});

test('it stays one page with everything at its longest, and with whatever people write', () => {
  const words = 'wwwwwwww '.repeat(400);
  const long = aPlan({
    title: words.slice(0, LIMITS.title),
    answers: Object.fromEntries(PROMPT_IDS.map((id) => [id, words.slice(0, LIMITS.answer)])),
    steps: Array.from({ length: 40 }, (_, index) =>
      aStep({
        id: `s${index + 1}`,
        name: words.slice(0, LIMITS.stepName),
        owner: index % 2 === 0 ? 'head' : 'line-manager',
        cost: 123_456,
        hours: [40, 40, 40],
        pin: plan.steps[0]?.pin ?? null,
      }),
    ),
  });
  expect(pagesIn(pdfOf(long))).toBe(1);
  for (const text of NASTY_TEXTS)
    expect(pagesIn(pdfOf({ ...plan, title: text.slice(0, LIMITS.title), answers: { 'what-changed': text } }))).toBe(1);
  fc.assert(
    fc.property(anyKeptPlan, (any) => {
      expect(pagesIn(pdfOf(any))).toBe(1);
    }),
    { numRuns: 25 },
  );
});

test('the next review is a school day, three weeks on or later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
      const today = addDays('2026-09-01' as IsoDate, days);
      const { halfTerms } = paperOf(aPlan({ halfTerms: 18 }));
      const day = nextReview(halfTerms, today, DATES);
      expect(day !== undefined && isSchoolDayAt(DATES, day) && day >= addDays(today, 21)).toBe(true);
    }),
  );
});
