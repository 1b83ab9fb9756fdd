import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { CONTENT_ROOT } from '../../src/services/catalogue-source.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { catalogueOn, type DayCatalogue } from '../../src/domain/catalogue/catalogue.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { planJourney, replay } from '../../src/domain/matching/journey.ts';
import { QUESTIONS } from '../../src/domain/matching/questions.ts';
import { isTold } from '../../src/domain/matching/told.ts';
import { AFTER, areaOf, measure, PEOPLE, settledAt, tableOf, type Report } from './questions-report.ts';
import { madeProfiles } from './workforce.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/questions.md', import.meta.url));
const MARKS = ['<!-- measured -->', '<!-- /measured -->'] as const;

let on: DayCatalogue;
let report: Report;
beforeAll(() => {
  const loaded = loadContent(CONTENT_ROOT, 'generate');
  if (!loaded.ok) throw new Error('the content does not load');
  on = catalogueOn(loaded.catalogue, '2026-11-23' as IsoDate);
  report = measure(on);
  console.log(`\n${written(report)}\n`);
});

test('the made people answer every question, and the same seed makes the same people', () => {
  const people = madeProfiles(PEOPLE, { seed: 1 });
  expect(people.flatMap((profile) => QUESTIONS.filter(({ id }) => !isTold(id, profile)))).toEqual([]);
  expect(madeProfiles(PEOPLE, { seed: 1 })).toEqual(people);
});

test('at least 95 in a hundred verdicts are settled after seven questions, whoever is drawn', () => {
  for (const curve of [report.adaptive, ...report.others])
    expect(settledAt(curve, AFTER), curve.name).toBeGreaterThanOrEqual(0.95);
});

test('more is settled after seven questions than by any fixed order, and over the whole length too', () => {
  for (const curve of report.fixed) {
    expect(settledAt(report.adaptive, AFTER), curve.name).toBeGreaterThan(settledAt(curve, AFTER));
    expect(areaOf(report.adaptive), curve.name).toBeGreaterThan(areaOf(curve));
  }
});

test('thin rules do not buy the figure: at least 60 opportunities ask two things or more of a person or school', () => {
  expect(report.withTwoPersonal).toBeGreaterThanOrEqual(60);
});

test('a replay takes under three milliseconds', () => {
  const journey = planJourney(on.opportunities, on.day);
  const people = madeProfiles(PEOPLE, { seed: 1 });
  for (const profile of people) replay(journey, profile, new Set());
  const start = performance.now();
  for (const profile of people) replay(journey, profile, new Set());
  expect((performance.now() - start) / people.length).toBeLessThan(3);
});

test('docs/questions.md says what is measured (WRITE=1 writes it anew)', () => {
  const before = readFileSync(DOCUMENT, 'utf8');
  const [head = '', rest = ''] = before.split(MARKS[0]);
  const [, tail = ''] = rest.split(MARKS[1]);
  const after = `${head}${MARKS[0]}\n\n${written(report)}\n\n${MARKS[1]}${tail}`;
  if (process.env['WRITE'] === '1') writeFileSync(DOCUMENT, after);
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(after);
});

function written({ adaptive, fixed, clairvoyant, others, ...counts }: Report): string {
  return [
    `${PEOPLE} made people; ${counts.opportunities} opportunities on 23 November 2026, ${counts.withTwoPersonal} of them with two or more personal requirements; ` +
      `${counts.unsettledAtStart.toFixed(0)} verdicts not settled before the first question; ${counts.questionsPut.toFixed(1)} questions put on average until nothing is left to settle.`,
    'Verdicts settled, in a hundred, after each question:',
    tableOf([adaptive, ...fixed, clairvoyant]),
    'The adaptive order for people drawn otherwise:',
    tableOf(others),
  ].join('\n\n');
}
