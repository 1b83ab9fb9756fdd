import * as fc from 'fast-check';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { aDayCatalogue, aFact } from '../../test/support/builders.ts';
import { onPaper } from '../../test/support/paper.ts';
import { anyKeptPlan, NASTY_TEXTS } from '../../test/support/kept-plan-arbitrary.ts';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import { elementsNamed, parseXml, textIn, type XmlElement } from '../../test/support/xml.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { planDocx } from './plan-docx.ts';

const on = aDayCatalogue({ facts: [aFact()] });

/** The parts of the file that are XML, read; a part that is not well-formed fails the test. */
async function partsOf(plan: Plan): Promise<ReadonlyMap<string, XmlElement>> {
  const zip = await JSZip.loadAsync(await planDocx(onPaper(plan, on)));
  const names = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  const read = await Promise.all(
    names.map(async (name) => [name, parseXml((await zip.file(name)?.async('string')) ?? '')] as const),
  );
  return new Map(read);
}

function documentOf(parts: ReadonlyMap<string, XmlElement>): XmlElement {
  const found = parts.get('word/document.xml');
  if (!found) throw new Error('the file has no document');
  return found;
}

function headingsOf(document: XmlElement): readonly (readonly [level: number, text: string])[] {
  return elementsNamed('w:p', document).flatMap((paragraph) => {
    const [style] = elementsNamed('w:pStyle', paragraph);
    const level = /^Heading(\d)$/.exec(style?.attributes['w:val'] ?? '')?.[1];
    return level === undefined ? [] : [[Number(level), textIn(paragraph)] as const];
  });
}

const plan = aPlan({
  title: 'From literacy to leading English',
  goals: [
    { id: 'g1', text: 'Readers who do not stall', by: null },
    { id: 'g2', text: 'I lead English', by: null },
  ],
  steps: [
    aStep({
      name: 'A course',
      pin: aPin({ figures: { costToYou: { facts: [{ id: 'a-fee-2026', statement: 'The fee is £100.' }] } } }),
    }),
    aStep({ id: 's2', name: 'Later on', place: 'some-day', start: null }),
  ],
  answers: { 'what-need': 'Year 4.' },
});

test('it has real headings, none of them skipped, in the order of the PDF', async () => {
  expect(headingsOf(documentOf(await partsOf(plan)))).toEqual([
    [1, 'From literacy to leading English'],
    [2, 'Goals'],
    [2, 'Steps by half term'],
    [3, 'Autumn 2 of 2026'],
    [4, 'A course'],
    [2, 'Hours by half term'],
    [2, 'Still to look at'],
    [2, 'Why and how'],
    [3, 'Explore'],
    [4, 'What need do you see now, and for which pupils?'],
    [2, 'Some day'],
    [3, 'Later on'],
    [2, 'Sources'],
  ]);
});

test('it has its title and language, and a table whose first row is its head on every page', async () => {
  const parts = await partsOf(plan);
  const [title] = elementsNamed('dc:title', parts.get('docProps/core.xml') as XmlElement);
  expect(title && textIn(title)).toBe('From literacy to leading English');
  const [language] = elementsNamed('w:lang', parts.get('word/styles.xml') as XmlElement);
  expect(language?.attributes['w:val']).toBe('en-GB');
  const [table] = elementsNamed('w:tbl', documentOf(parts));
  const [head, ...rows] = table ? elementsNamed('w:tr', table) : [];
  expect(head && elementsNamed('w:tblHeader', head)).toHaveLength(1);
  expect(head && elementsNamed('w:tc', head).map(textIn)).toEqual([
    'Half term',
    'Days',
    'Hours planned',
    'Hours you have',
  ]);
  expect(rows).toHaveLength(12);
});

test('a figure is followed by its statement and leads to the page it comes from', async () => {
  const parts = await partsOf(plan);
  const text = elementsNamed('w:p', documentOf(parts)).map(textIn);
  expect(text).toContain('Cost to you: The fee is £100. [1]');
  expect(text.find((line) => line.startsWith('1. A page of the publisher'))).toContain('gov.uk/a-page');
  const links = elementsNamed('Relationship', parts.get('word/_rels/document.xml.rels') as XmlElement);
  expect(links.map(({ attributes }) => attributes['Target'])).toContain('https://www.gov.uk/a-page');
});

test.each(NASTY_TEXTS)('%j comes out as text', async (words) => {
  const given = aPlan({ title: words.slice(0, 80), steps: [aStep({ name: words, note: words })] });
  const text = elementsNamed('w:p', documentOf(await partsOf(given))).map(textIn);
  expect(text.filter((line) => line === words).length).toBeGreaterThanOrEqual(2);
});

test('every plan makes a file that is well-formed and holds each step', async () => {
  await fc.assert(
    fc.asyncProperty(anyKeptPlan, async (any) => {
      const names = headingsOf(documentOf(await partsOf(any))).map(([, name]) => name);
      for (const { name, state } of any.steps) if (state !== 'dropped') expect(names).toContain(name);
    }),
    { numRuns: 20 },
  );
});
