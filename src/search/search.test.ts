import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTENT_ROOT } from '../services/catalogue-source.ts';
import { loadContent } from '../content/load-content.ts';
import { catalogueOn } from '../domain/catalogue/catalogue.ts';
import type { IsoDate } from '../domain/date.ts';
import { cleanQuery, stemOf, wordsOf } from './normalise.ts';
import { indexOf } from './opportunity-index.ts';
import { search, suggestionFor } from './search.ts';
import { SYNONYMS } from './synonyms.ts';

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const { catalogue } = loaded;
const on = catalogueOn(catalogue, '2026-11-23' as IsoDate);
const ids = (query: string, day = on) => search(day, query).opportunities.map(({ id }) => id);

const known = [...new Set(catalogue.opportunities.flatMap(({ name, keywords }) => [...wordsOf(name), ...keywords]))];
const anyQuery = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...known), fc.constantFrom(...SYNONYMS.flatMap(({ forms }) => forms))), {
      maxLength: 6,
    })
    .map((words) => words.join(' ')),
);

test('any text at all can be searched for, and finds nothing twice', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const found = ids(query);
      suggestionFor(on, query);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((id) => on.byId.has(id))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('the order does not hang on the order of the content', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...catalogue.opportunities], { minLength: catalogue.opportunities.length }),
      fc.constantFrom(...known),
      (opportunities, query) => {
        const shuffled = catalogueOn({ ...catalogue, opportunities }, on.day);
        expect(ids(query, shuffled)).toEqual(ids(query));
      },
    ),
    { numRuns: 12 },
  );
});

test('capitals, accents, dots and spaces make no difference', () => {
  fc.assert(
    fc.property(fc.constantFrom(...known), (word) => {
      expect(ids(`  ${word.toUpperCase()} `)).toEqual(ids(word));
    }),
    { numRuns: 40 },
  );
  expect(ids('N.P.Q.S.L.')).toEqual(ids('npqsl'));
  expect(ids('mâster’s')).toEqual(ids('masters'));
});

test.each([
  ['NPQSL', 'npq-senior-leadership'],
  ['ECT', 'ect-mentor'],
  ['SENDCO', 'senco'],
  ['RPL', 'chester-ma-education'],
  ['APEL', 'chester-ma-education'],
  ['DSL', 'deputy-safeguarding-lead'],
  ['HoD', 'lead-a-topic-or-subject'],
  ['HoY', 'pastoral-lead'],
  ['EHCO', 'early-headship-coaching-offer'],
  ['ELE', 'evidence-lead-in-education'],
])('the initials %s find %s among the first three', (initials, id) => {
  expect(ids(initials).slice(0, 3)).toContain(id);
});

test('SLE, a designation that has gone, still leads to those who could say what took its place', () => {
  expect(ids('SLE').slice(0, 3)).toContain('ask-the-hub-about-roles');
});

test('a mistyped word is read as one the catalogue uses, and that is said', () => {
  const { opportunities, readings } = search(on, 'safegaurding');
  expect(opportunities[0]?.id).toBe('deputy-safeguarding-lead');
  expect(readings).toEqual([{ typed: 'safegaurding', read: 'safeguarding' }]);
});

test('a word the catalogue uses is not taken for a slip of another', () => {
  expect(search(on, 'reading').readings).toEqual([]);
  expect(ids('reading').slice(0, 5)).not.toContain('mentor-lead');
});

test('what has ended is found apart from what exists', () => {
  const { opportunities, ended } = search(on, 'computing hubs');
  expect(ended[0]?.id).toBe('computing-hubs');
  expect(opportunities.map(({ id }) => id)).not.toContain('computing-hubs');
  const then = catalogueOn(catalogue, '2024-03-01' as IsoDate);
  expect(ids('computing hubs', then)[0]).toBe('computing-hubs');
});

test('the index of a day is made once', () => {
  expect(indexOf(on)).toBe(indexOf(on));
});

test('a query is cleaned of control characters and spare spaces', () => {
  expect(cleanQuery(' \u0000early\u0007\n  years\t')).toBe('early years');
});

test('words are cut to what their forms share and no further', () => {
  expect(['marks', 'marking', 'studies', 'mastery', 'masters', 'ofsted', 'process', 'campus'].map(stemOf)).toEqual([
    'mark',
    'mark',
    'study',
    'mastery',
    'master',
    'ofsted',
    'process',
    'campus',
  ]);
});

test('no way of naming stands in two groups of synonyms, where one would hide the other', () => {
  const forms = SYNONYMS.flatMap((synonym) => synonym.forms.map((form) => wordsOf(form).map(stemOf).join(' ')));
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
});
