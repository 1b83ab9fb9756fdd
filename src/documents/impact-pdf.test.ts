import * as fc from 'fast-check';
import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import { anyKeptPlan, NASTY_TEXTS } from '../../test/support/kept-plan-arbitrary.ts';
import { textOfPages } from '../../test/support/pdf-text.ts';
import { pagesOf, structureOf } from '../../test/support/pdf.ts';
import { aPlan, aStep } from '../../test/support/plan-builders.ts';
import { elementsNamed, parseXml, textIn } from '../../test/support/xml.ts';
import type { IsoDate } from '../domain/date.ts';
import { EVIDENCE_KINDS, EVIDENCE_LIMITS, type Evidence } from '../domain/looking-back/evidence.ts';
import { IMPACT_LIMITS, PURPOSES, type Impact } from '../domain/looking-back/impact.ts';
import { ANSWER_AT_MOST } from '../domain/looking-back/reflection.ts';
import { isPlainText } from '../schemas/plan-schema.ts';
import { impactDocx } from './impact-docx.ts';
import { impactPdf } from './impact-pdf.ts';
import { impactSheet, type ImpactPaper } from './impact-sheet.ts';
import { openCompiler, readTemplate, type Compiler } from './typst-compiler.ts';

let compiler: Compiler;
beforeAll(() => {
  compiler = openCompiler();
});

const pdfOf = (paper: ImpactPaper) =>
  impactPdf({ pdf: async (template, data) => compiler.pdf(readTemplate(template), data) }, paper);
const day = (text: string) => text as IsoDate;
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

function evidence(given: Partial<Evidence> = {}): Evidence {
  return {
    id: 'e1',
    kind: 'note',
    title: 'First fortnight',
    words: 'Four of six read on.',
    happenedOn: day('2026-11-20'),
    url: null,
    source: '',
    step: null,
    parts: [],
    file: null,
    ...given,
  };
}

function paper(given: Partial<ImpactPaper> = {}, impact: Partial<Impact> = {}): ImpactPaper {
  return {
    plan: aPlan({ title: 'Reading across the school', steps: [aStep({ name: 'Read aloud daily', state: 'done' })] }),
    impact: {
      purpose: 'job',
      name: 'Sam Patel',
      need: 'Readers in Year 4 who stall.',
      changed: 'Fewer of them do.',
      next: 'The whole key stage.',
      steps: ['s1'],
      reflections: ['6-weeks'],
      evidence: ['e1'],
      ...impact,
    },
    reflections: [
      {
        prompt: '6-weeks',
        on: day('2027-01-04'),
        answers: { tried: 'Left out', changed: 'Two more join in.', know: 'I counted.', next: 'Left out' },
      },
    ],
    evidence: [evidence()],
    today: day('2027-03-12'),
    ...given,
  };
}

test('it goes from the need to what comes next, with what was chosen and nothing else', () => {
  expect(impactSheet(paper()).sections).toEqual([
    { name: 'The need', words: ['Readers in Year 4 who stall.'], items: [] },
    { name: 'What was done', words: [], items: ['Read aloud daily, Autumn 2 of 2026 (done)'] },
    { name: 'What changed', words: ['Fewer of them do.'], items: ['4 January 2027: Two more join in.'] },
    {
      name: 'How I know',
      words: [],
      items: ['4 January 2027: I counted.', 'First fortnight (note, 20 November 2026): Four of six read on.'],
    },
    { name: 'What next', words: ['The whole key stage.'], items: [] },
  ]);
  const bare = impactSheet(paper({}, { steps: [], reflections: [], evidence: [], next: '' })).sections;
  expect(bare.map(({ name }) => name)).toEqual(['The need', 'What changed']);
});

test.each([
  ['job', 'Sam Patel', 'Made by Sam Patel on 12 March 2027, for a job application. No pupil’s data belongs in it'],
  [
    'appraisal',
    '',
    'Made by the teacher whose plan it is on 12 March 2027, for an appraisal. No pupil’s data belongs in it',
  ],
] as const)('its foot says who made it, for what and when', (purpose, name, made) => {
  expect(impactSheet(paper({}, { purpose, name })).made).toBe(made);
});

test('it is one tagged page with real headings, and says all that was chosen', async () => {
  const set = await pdfOf(paper());
  if (!('pdf' in set)) throw new Error('it does not fit');
  const structure = structureOf(set.pdf);
  expect(pagesOf(structure)).toBe(1);
  expect(structure).toContain('/StructTreeRoot');
  expect(structure).toMatch(/pdfuaid:part|\/Lang/);
  const text = textOfPages(set.pdf).join('');
  for (const { name, words, items } of impactSheet(paper()).sections)
    for (const said of [name, ...words, ...items]) expect(text).toContain(squeezed(said));
  expect(text).toContain(squeezed('for a job application'));
});

test('what is too long is refused, with the part that takes the most room', async () => {
  const many = Array.from({ length: 40 }, (_, n) => evidence({ id: `e${n}`, words: 'x '.repeat(300) }));
  const set = await pdfOf(paper({ evidence: many }, { evidence: many.map(({ id }) => id) }));
  expect(set).toMatchObject({ tooLong: { longest: 'How I know' } });
  expect('tooLong' in set && set.tooLong.perCent > 200).toBe(true);
});

const typed = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(...NASTY_TEXTS, '', 'x'.repeat(most), 'word '.repeat(most / 5), 'W\n'.repeat(20)),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    )
    .map((text) => text.slice(0, most))
    .filter((text) => isPlainText(text));

const line = (most: number) => typed(most).map((text) => text.replaceAll('\n', ' '));
const dayIn = fc.integer({ min: 1, max: 28 }).map((number) => day(`2026-11-${String(number).padStart(2, '0')}`));
const someEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    title: line(EVIDENCE_LIMITS.title).map((text) => text || 'x'),
    words: typed(EVIDENCE_LIMITS.words),
    source: line(EVIDENCE_LIMITS.source),
    happenedOn: dayIn,
  })
  .map((given) => evidence(given));
const anyPaper: fc.Arbitrary<ImpactPaper> = fc
  .record({
    plan: anyKeptPlan,
    evidence: fc.array(someEvidence, { maxLength: 8 }).map((all) => all.map((one, n) => ({ ...one, id: `e${n}` }))),
    answers: fc.record({ changed: typed(ANSWER_AT_MOST), know: typed(ANSWER_AT_MOST) }),
    purpose: fc.constantFrom(...PURPOSES),
    name: line(IMPACT_LIMITS.name),
    need: typed(IMPACT_LIMITS.words),
    changed: typed(IMPACT_LIMITS.words),
    next: typed(IMPACT_LIMITS.words),
    steps: fc.boolean(),
  })
  .map(({ plan, evidence: all, answers, steps, ...words }) => ({
    plan,
    impact: {
      ...words,
      steps: steps ? plan.steps.map(({ id }) => id) : [],
      reflections: ['2-weeks'],
      evidence: all.map(({ id }) => id),
    },
    reflections: [{ prompt: '2-weeks', on: day('2026-12-07'), answers }],
    evidence: all,
    today: day('2026-12-08'),
  }));

test('whatever is chosen is exactly one page, or refused with the part to shorten', async () => {
  const seen = { fits: 0, tooLong: 0 };
  await fc.assert(
    fc.asyncProperty(anyPaper, async (given) => {
      const set = await pdfOf(given);
      if ('tooLong' in set) {
        seen.tooLong += 1;
        expect(set.tooLong.perCent).toBeGreaterThanOrEqual(100);
        expect(impactSheet(given).sections.map(({ name }) => name)).toContain(set.tooLong.longest);
        return;
      }
      seen.fits += 1;
      expect(pagesOf(structureOf(set.pdf))).toBe(1);
    }),
    { numRuns: 120 },
  );
  // Chance decides how many of each there are; a run with hardly any would prove nothing.
  expect(Math.min(seen.fits, seen.tooLong)).toBeGreaterThan(2);
}, 120_000);

test('what is many pages too long is told at once, and takes nobody’s turn', async () => {
  const evidences = Array.from({ length: IMPACT_LIMITS.chosen }, (_, n) =>
    evidence({ id: `e${n}`, words: 'a'.repeat(EVIDENCE_LIMITS.words) }),
  );
  const long = paper({ evidence: evidences }, { evidence: evidences.map(({ id }) => id) });
  const refusing = { pdf: () => Promise.reject(new Error('it was set')) };
  const set = await impactPdf(refusing, long);
  expect(set).toMatchObject({ tooLong: { longest: 'How I know' } });
  expect('tooLong' in set && set.tooLong.perCent).toBeGreaterThan(2000);
});

test('the same words are a document for Word, whatever was typed', async () => {
  await fc.assert(
    fc.asyncProperty(anyPaper, async (given) => {
      const zip = await JSZip.loadAsync(await impactDocx(given));
      const document = parseXml((await zip.file('word/document.xml')?.async('string')) ?? '');
      const headings = elementsNamed('w:p', document).filter((one) =>
        elementsNamed('w:pStyle', one).some(({ attributes }) => attributes['w:val'] === 'Heading2'),
      );
      expect(headings.map(textIn)).toEqual(impactSheet(given).sections.map(({ name }) => name));
    }),
    { numRuns: 40 },
  );
});
