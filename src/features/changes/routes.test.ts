import { afterAll, beforeAll, expect, test } from 'vitest';
import { attribute, pageOf, type Page } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { claimsByPart } from './claims-by-part.ts';

let service: TestApp;
let page: Page;
beforeAll(async () => {
  service = await testApp();
  page = await pageOf(await service.get('/changes'));
});
afterAll(() => service.close());

const claims = () => service.services.catalogue.current().claims;

test('every claim of the briefing is there with an anchor, its mark in words and what was said', () => {
  expect(claims()).toHaveLength(30);
  const words = { yes: 'Still true', partly: 'Partly true', no: 'No longer true', unknown: 'Not known' };
  for (const claim of claims()) {
    expect(page.section(claim.id)).toContain(words[claim.stillTrue]);
    expect(page.section(claim.id)).toContain(claim.claim);
  }
});

test('the counts at the top add up to the claims', () => {
  const counts = [...page.text.matchAll(/(\d+) (?:still true|partly true|no longer true|not known)/g)].map(
    ([, count]) => Number(count),
  );
  expect(counts).toHaveLength(4);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(claims().length);
});

test('every claim that rests on facts leads to them', () => {
  const hrefs = new Set(page.links().map((link) => link.href));
  const topics = claims().flatMap((claim) => [...claim.bornOutBy, ...claim.contradictedBy]);
  expect(topics.filter((topic) => !hrefs.has(`/facts/${topic}`))).toEqual([]);
});

test('the claims are grouped by the parts of the briefing, in its order, under the routes they became', () => {
  const parts = claimsByPart(claims());
  expect(page.headings(2).slice(1)).toEqual(parts.map((part) => part.name));
  expect(parts.find((part) => part.name.startsWith('Option 3'))?.route).toBe('share');
  expect(parts.find((part) => part.name === 'Options 4 and 5')?.route).toBeUndefined();
});

test('no id stands on the page twice', () => {
  const ids = ['li', 'h2', 'h1', 'details', 'main']
    .flatMap(page.elements)
    .flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

test('whatever day is asked for, what holds now is what holds today', async () => {
  const other = await pageOf(await service.get('/changes?on=2023-09-01'));
  expect(other.section('four-specialist-npqs')).toBe(page.section('four-specialist-npqs'));
});
