import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addHalfTerms,
  blockName,
  BLOCKS,
  halfTermAtOrdinal,
  halfTermIn,
  halfTermName,
  ordinalOf,
  parseHalfTermId,
  schoolYearOf,
  type HalfTermId,
} from './half-term.ts';

const id = (text: string) => text as HalfTermId;
const anyId = fc
  .record({ year: fc.integer({ min: 2021, max: 2035 }), block: fc.constantFrom(...BLOCKS) })
  .map(({ year, block }) => id(`${year}-${block}`));

describe('half terms', () => {
  test.each([
    ['2027-autumn-2', '2027-autumn-2'],
    ['2021-spring-1', '2021-spring-1'],
    ['2035-summer-2', '2035-summer-2'],
    ['2020-autumn-1', undefined],
    ['2036-spring-1', undefined],
    ['2027-autumn-3', undefined],
    ['2027-winter-1', undefined],
    ['2027-autumn', undefined],
    [' 2027-autumn-1', undefined],
    ['2027-autumn-1\n', undefined],
    ['', undefined],
  ])('"%s" is the half term %s', (text, expected) => {
    expect(parseHalfTermId(text)).toBe(expected);
  });

  test.each([
    ['2027-autumn-1', 2027, 'Autumn 1', 'Autumn 1 of 2027'],
    ['2028-spring-2', 2027, 'Spring 2', 'Spring 2 of 2028'],
    ['2028-summer-2', 2027, 'Summer 2', 'Summer 2 of 2028'],
  ])('%s is in the school year that began in %i and is called %s', (text, schoolYear, block, name) => {
    expect([schoolYearOf(id(text)), blockName(id(text)), halfTermName(id(text))]).toEqual([schoolYear, block, name]);
  });

  test('spring follows autumn over the new year, and autumn follows summer', () => {
    const year = Array.from({ length: 7 }, (_, index) => addHalfTerms(id('2027-autumn-1'), index));
    expect(year).toEqual([
      '2027-autumn-1',
      '2027-autumn-2',
      '2028-spring-1',
      '2028-spring-2',
      '2028-summer-1',
      '2028-summer-2',
      '2028-autumn-1',
    ]);
    expect(addHalfTerms(id('2028-spring-1'), -1)).toBe('2027-autumn-2');
  });

  test('every half term is one number more than the one before, and its number names it', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: -40, max: 40 }), (start, count) => {
        const moved = addHalfTerms(start, count);
        expect(ordinalOf(moved) - ordinalOf(start)).toBe(count);
        expect(addHalfTerms(moved, -count)).toBe(start);
        expect(halfTermAtOrdinal(ordinalOf(start))).toBe(start);
        expect(parseHalfTermId(start)).toBe(start);
      }),
    );
  });

  test('a school year and a block of it make the half term that lies in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2021, max: 2034 }), fc.constantFrom(...BLOCKS), (schoolYear, block) => {
        expect(schoolYearOf(halfTermIn(schoolYear, block))).toBe(schoolYear);
      }),
    );
  });
});
