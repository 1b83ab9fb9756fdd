import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTENT_ROOT } from '../../services/catalogue-source.ts';
import { loadContent } from '../../content/load-content.ts';
import { catalogueOn } from './catalogue.ts';
import { byClosing, byName, closingPlace } from './closing-order.ts';
import { addDays, FIRST_DAY_HELD, type IsoDate } from '../date.ts';
import { startOf, STARTS, timeBand } from './facets.ts';
import type { Opportunity } from './opportunity.ts';

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const { catalogue } = loaded;
const [some] = catalogue.opportunities;
if (!some) throw new Error('there are no opportunities');

const TODAY = '2026-11-23' as IsoDate;
const NO_INTAKES = { when: { kind: 'intakes' as const }, intakes: [] };
const made = (id: string, more: Partial<Opportunity>): Opportunity => ({
  ...some,
  id,
  name: id,
  exists: { from: null, until: null },
  intakes: [],
  ...more,
});
const intake = (starts: string | null, closes: string | null) => ({
  id: `x/${starts}`,
  name: 'x',
  starts: starts as IsoDate | null,
  window: { opens: null, closes: closes as IsoDate | null },
  facts: [],
});

const anyDay = fc.integer({ min: 0, max: 365 * 9 }).map((days) => addDays(FIRST_DAY_HELD, days));
const shuffled = fc.shuffledSubarray([...catalogue.opportunities], { minLength: catalogue.opportunities.length });

test('closing soonest puts a known closing day first, then a known start, then any time, then not announced, then ended', () => {
  const wanted = [
    made('closes-first', { ...NO_INTAKES, intakes: [intake('2027-09-01', '2026-12-01')] }),
    made('closes-later', { ...NO_INTAKES, intakes: [intake(null, '2027-02-01')] }),
    made('starts-first', { ...NO_INTAKES, intakes: [intake('2027-01-05', null)] }),
    made('starts-later', { ...NO_INTAKES, intakes: [intake('2027-10', null)] }),
    made('any-a', { when: { kind: 'any-time', words: 'when you like' } }),
    made('any-b', { when: { kind: 'school-decides', words: 'when your school decides' } }),
    made('asked-a', { when: { kind: 'ask', words: 'ask' } }),
    made('asked-b', { ...NO_INTAKES, intakes: [intake('2026-10', null)] }),
    made('gone', {
      exists: { from: null, until: '2025-03-31' as IsoDate },
      when: { kind: 'any-time', words: 'when you like' },
    }),
  ];
  expect(byClosing(wanted.toReversed(), TODAY).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
});

test('a closing day that has passed does not count', () => {
  const past = made('past', { ...NO_INTAKES, intakes: [intake('2027-01-05', '2026-11-22')] });
  expect(closingPlace(past, TODAY).step).toBe('not-announced');
});

test('both orders are total: however the content is shuffled, on any day, the list is the same and holds each once', () => {
  fc.assert(
    fc.property(shuffled, anyDay, (opportunities, day) => {
      const closing = byClosing(opportunities, day).map(({ id }) => id);
      expect(closing).toEqual(byClosing(catalogue.opportunities, day).map(({ id }) => id));
      expect(byName(opportunities)).toEqual(byName(catalogue.opportunities));
      expect(new Set(closing).size).toBe(catalogue.opportunities.length);
    }),
    { numRuns: 30 },
  );
});

test('equals of one name are parted by id', () => {
  const twins = [made('b', { name: 'Same' }), made('a', { name: 'same' })];
  expect(byName(twins).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('on any day every opportunity has one kind of start and one of time, and an unknown time is never called short', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const on = catalogueOn(catalogue, day);
      const starts = on.opportunities.map((opportunity) => startOf(opportunity, day));
      expect(starts.filter((start) => !STARTS.includes(start))).toEqual([]);
      const unknown = on.opportunities.filter(({ figures }) => 'unknown' in figures.time);
      expect(
        unknown.map((opportunity) => timeBand(opportunity, on)).filter((band) => band !== 'not-published'),
      ).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
