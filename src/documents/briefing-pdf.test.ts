import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesOf, structureOf } from '../../test/support/pdf.ts';
import { testApp, type TestApp } from '../../test/support/test-app.ts';
import { buildBriefing } from '../domain/catalogue/briefing.ts';
import { addDays, parseIsoDate, type IsoDate } from '../domain/date.ts';
import { briefingData } from './briefing-data.ts';
import { keepBriefingPdfs } from './briefing-pdf.ts';
import { openCompiler, readTemplate, TypesettingError, type Compiler } from './typst-compiler.ts';

let site: TestApp;
let compiler: Compiler;

beforeAll(async () => {
  site = await testApp();
  compiler = openCompiler();
});

afterAll(() => site.close());

function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function pdfOn(text: string): string {
  const data = briefingData(buildBriefing(site.services.catalogue.on(day(text)), site.services.clock.today()));
  return structureOf(compiler.pdf(readTemplate('briefing.typ'), data));
}

test.each(['2026-11-23', '2023-09-01', '2022-01-10', '2021-07-01', '2028-01-01'])(
  'the briefing for %s is a tagged PDF of two to four pages, with its title and language',
  (text) => {
    const structure = pdfOn(text);
    expect(structure).toContain('/StructTreeRoot');
    expect(structure).toMatch(/\/Lang\s*\(en-GB\)/);
    expect(structure).toMatch(/\/Title\s*\(Next steps after a specialist NPQ\)/);
    expect(structure).toMatch(/\/Author\s*\(Generate Teaching Hub\)/);
    expect(structure).toContain('pdfuaid:part');
    expect(pagesOf(structure)).toBeGreaterThanOrEqual(2);
    expect(pagesOf(structure)).toBeLessThanOrEqual(4);
  },
);

test('it stays within four pages whenever it is asked for', () => {
  const counts = Array.from({ length: 10 }, (_, index) => pagesOf(pdfOn(addDays(day('2021-07-01'), index * 211))));
  expect(Math.max(...counts)).toBeLessThanOrEqual(4);
}, 30_000);

test('before the first day held it is one page that says so', () => {
  const briefing = buildBriefing(site.services.catalogue.on(day('2021-06-30')), site.services.clock.today());
  expect(briefing.kind).toBe('nothing-held');
  expect(pagesOf(pdfOn('2021-06-30'))).toBe(1);
});

test.each([
  ['an image without alt text', '#set document(title: "x")\n$ a + b $', /missing alt text/],
  ['a document without a title', 'Words', /missing document title/],
  ['a heading that skips a level', '#set document(title: "x")\n= One\n=== Three', /skipped from heading level/],
])('the compiler refuses %s', (_, markup, reason) => {
  expect(() => compiler.pdf(`#set text(lang: "en")\n${markup}`, {})).toThrow(reason);
});

test('what is in the data is never read as markup', () => {
  const markup = '#set document(title: "x")\n#set text(lang: "en")\n#json(bytes(sys.inputs.data)).words';
  expect(() => compiler.pdf(markup, { words: '#panic("markup") $ a $ *b*' })).not.toThrow();
});

test('broken markup is an error that says what is wrong', () => {
  expect(() => compiler.pdf('#panic("broken")', {})).toThrow(TypesettingError);
});

test('no words on any page are still marks of content', () => {
  for (const text of ['2026-11-23', '2023-09-01', '2022-01-10']) {
    const data = briefingData(buildBriefing(site.services.catalogue.on(day(text)), site.services.clock.today()));
    expect(JSON.stringify(data)).not.toContain('{{');
  }
});

test('documents that are refused push no made one out', async () => {
  let refuses = false;
  let made = 0;
  const pdfs = keepBriefingPdfs({
    pdf: async () => {
      if (refuses) throw new TypesettingError('busy');
      made += 1;
      return new Uint8Array();
    },
  });
  const ask = (text: string) => pdfs.of(buildBriefing(site.services.catalogue.on(day(text)), day(text)), 'v');
  await ask('2024-01-01');
  refuses = true;
  const days = Array.from({ length: 60 }, (_, index) => addDays(day('2024-02-01'), index));
  const answers = await Promise.allSettled(days.map(ask));
  await ask('2024-01-01');
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(60);
  expect(made).toBe(1);
});
