import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { aCaseSheet, aGivenAnswer } from '../../test/support/case-builders.ts';
import { NASTY_TEXTS } from '../../test/support/kept-plan-arbitrary.ts';
import { textOfPages } from '../../test/support/pdf-text.ts';
import { pagesOf, structureOf } from '../../test/support/pdf.ts';
import { ASKS, CASE_LIMITS, type Ask } from '../domain/case/case.ts';
import type { CaseRow, CaseSheet } from '../domain/case/case-sheet.ts';
import { ANSWER_LIMITS, type AskAnswer, type GivenAnswer } from '../domain/case/sponsor-answer.ts';
import { LIMITS } from '../domain/plan/plan.ts';
import { caseData, type CasePaper } from './case-pdf.ts';
import { openCompiler, readTemplate, type Compiler } from './typst-compiler.ts';

let compiler: Compiler;
beforeAll(() => {
  compiler = openCompiler();
});

const aPaper = (given: Partial<CasePaper> = {}): CasePaper => ({
  sheet: aCaseSheet(),
  from: 'Sam Patel',
  school: 'Evelyn Street Primary Academy',
  to: 'Jo Reed',
  answer: undefined,
  ...given,
});
const pdfOf = (paper: CasePaper) => compiler.pdf(readTemplate('case.typ'), caseData(paper));
const squeezed = (text: string) => text.replaceAll(/\s/g, '');
const textOf = (paper: CasePaper) => textOfPages(pdfOf(paper)).join('');

test('the page is tagged, with its title and language', () => {
  const structure = structureOf(pdfOf(aPaper({ answer: aGivenAnswer() })));
  expect(structure).toContain('/StructTreeRoot');
  expect(structure).toContain('pdfuaid:part');
  expect(structure).toMatch(/\/Lang\s*\(en-GB\)/);
  expect(structure).toMatch(/\/Title\s*\(NPQ in Senior Leadership\)/);
});

test('it says who asks whom for what first, then the four figures, then why, money, dates and sources', () => {
  const text = textOf(aPaper());
  let at = 0;
  for (const words of [
    'NPQ in Senior Leadership',
    'From Sam Patel, Evelyn Street Primary Academy, to Jo Reed',
    'What is asked for: endorse the application as sponsor; agree that',
    'The teacher’s time',
    'Net cost to the school',
    'Cover',
    'When',
    'What it is',
    'Why, for pupils',
    'Year 4 readers stall',
    'What comes back to the school',
    'What it costs the school',
    'for example £1,055. [1]',
    'When to apply is not announced.',
    'Sources',
    '[1] NPQ prices',
  ].map(squeezed)) {
    expect(text.slice(at)).toContain(words);
    at = text.indexOf(words, at) + words.length;
  }
  expect(text).not.toContain(squeezed('The answer'));
});

test('the answer stands on it once it is given, with the name, the role and the day', () => {
  const text = textOf(aPaper({ answer: aGivenAnswer({ answer: 'if', words: 'Cover can be found for Fridays.' }) }));
  for (const words of [
    'Yes, if: Cover can be found for Fridays.',
    'Agree that the school pays the fee if no funded place is confirmed, if: the budget is set by May',
    'Jo Reed, headteacher, 24 November 2026',
  ])
    expect(text).toContain(squeezed(words));
});

test('without an account it names nobody', () => {
  expect(textOf(aPaper({ from: undefined, school: undefined, to: undefined }))).toContain(squeezed('From the teacher'));
});

const longRow = (letter: string): CaseRow => ({
  label: letter.repeat(LIMITS.stepName),
  words: letter.repeat(900),
  cites: [1, 2, 3],
});

/** Everything as long as it may be, in one letter and without a space. */
function longest(letter: string): CasePaper {
  const said: AskAnswer = { answer: 'if', condition: letter.repeat(ANSWER_LIMITS.condition) };
  return aPaper({
    from: letter.repeat(100),
    school: letter.repeat(100),
    to: letter.repeat(100),
    sheet: aCaseSheet({
      title: letter.repeat(320),
      asks: ASKS,
      what: Array.from({ length: CASE_LIMITS.steps }, () => ({ name: letter.repeat(100), about: letter.repeat(500) })),
      why: letter.repeat(CASE_LIMITS.why),
      back: letter.repeat(CASE_LIMITS.back),
      glance: aCaseSheet().glance.map((row) => ({ ...row, words: letter.repeat(300) })),
      money: Array.from({ length: 14 }, () => longRow(letter)),
      dates: Array.from({ length: 3 }, () => longRow(letter)),
      sources: Array.from({ length: 20 }, (_, index) => ({
        number: index + 1,
        text: letter.repeat(300),
        url: 'https://x.example/',
      })),
    }),
    answer: aGivenAnswer({
      answer: 'if',
      words: letter.repeat(ANSWER_LIMITS.words),
      name: letter.repeat(ANSWER_LIMITS.name),
      asks: Object.fromEntries(ASKS.map((ask) => [ask, said])),
    }),
  });
}

test.each(['W', 'ß', '👩‍👩‍👧', 'm '])('with everything at its longest in %j it is one page', (letter) => {
  expect(pagesOf(structureOf(pdfOf(longest(letter))))).toBe(1);
});

const words = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(...NASTY_TEXTS),
      fc.string({ unit: 'grapheme', maxLength: most }),
      fc.lorem({ maxCount: 80 }),
    )
    .map((text) => text.slice(0, most).toWellFormed());
const anyRow: fc.Arbitrary<CaseRow> = fc.record({
  label: words(100),
  words: words(500),
  cites: fc.array(fc.nat(9), { maxLength: 3 }),
});
const anySheet: fc.Arbitrary<CaseSheet> = fc
  .record({
    title: words(200).map((text) => `The ${text}`),
    asks: fc.subarray([...ASKS]),
    what: fc.array(fc.record({ name: words(100), about: words(500) }), { minLength: 1, maxLength: 3 }),
    why: words(CASE_LIMITS.why),
    back: words(CASE_LIMITS.back),
    money: fc.array(anyRow, { maxLength: 14 }),
    dates: fc.array(anyRow, { maxLength: 9 }),
  })
  .map((given) => aCaseSheet(given));
const anyAnswer: fc.Arbitrary<GivenAnswer | undefined> = fc.option(
  fc
    .record({
      answer: fc.constantFrom('yes', 'if', 'no'),
      words: words(ANSWER_LIMITS.words),
      name: words(ANSWER_LIMITS.name),
      asks: fc.dictionary(
        fc.constantFrom(...ASKS),
        fc.record({ answer: fc.constantFrom('yes', 'if', 'no'), condition: words(ANSWER_LIMITS.condition) }),
      ) as fc.Arbitrary<Partial<Record<Ask, AskAnswer>>>,
    })
    .map((given) => aGivenAnswer(given as Partial<GivenAnswer>)),
  { nil: undefined },
);

test('any case is exactly one page, answered or not', () => {
  fc.assert(
    fc.property(anySheet, anyAnswer, (sheet, answer) => {
      expect(pagesOf(structureOf(pdfOf(aPaper({ sheet, answer }))))).toBe(1);
    }),
    { numRuns: 25 },
  );
});
