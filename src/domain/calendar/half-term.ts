import { FIRST_DAY_HELD, LAST_DAY_HELD, partsOf } from '../date.ts';

/** The six teaching blocks of a school year, in its order. */
export const BLOCKS = ['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2'] as const;
export type Block = (typeof BLOCKS)[number];

/** `2027-autumn-2`: the calendar year and the block. `2028-spring-1` is in the school year 2027 to 2028. */
export type HalfTermId = string & { readonly __brand: 'HalfTermId' };

const WRITTEN = /^(\d{4})-((?:autumn|spring|summer)-[12])$/;

/** Takes any text; gives the half term it names, or `undefined` where there is none or its year is not held. */
export function parseHalfTermId(text: string): HalfTermId | undefined {
  const year = Number(WRITTEN.exec(text)?.[1]);
  return year >= partsOf(FIRST_DAY_HELD).year && year <= partsOf(LAST_DAY_HELD).year ? (text as HalfTermId) : undefined;
}

/** The half term of a school year (2027 is that of 2027 to 2028) and a block of it. */
export function halfTermIn(schoolYear: number, block: Block): HalfTermId {
  const year = block.startsWith('autumn') ? schoolYear : schoolYear + 1;
  return `${year}-${block}` as HalfTermId;
}

export function blockOf(id: HalfTermId): Block {
  return id.slice(5) as Block;
}

/** The year in which the school year began: 2027 for `2027-autumn-1` to `2028-summer-2`. */
export function schoolYearOf(id: HalfTermId): number {
  const year = Number(id.slice(0, 4));
  return blockOf(id).startsWith('autumn') ? year : year - 1;
}

/** Worked out once for each: there are ninety, and a plan's page asks for them thousands of times. */
const ORDINALS = new Map<HalfTermId, number>();

/** A whole number for each half term, one more for each that follows, through all the years. */
export function ordinalOf(id: HalfTermId): number {
  const known = ORDINALS.get(id);
  if (known !== undefined) return known;
  const ordinal = schoolYearOf(id) * BLOCKS.length + BLOCKS.indexOf(blockOf(id));
  ORDINALS.set(id, ordinal);
  return ordinal;
}

/** The half term of this number; the other way round than `ordinalOf`. Years beyond those held can be named too. */
export function halfTermAtOrdinal(ordinal: number): HalfTermId {
  const schoolYear = Math.floor(ordinal / BLOCKS.length);
  return halfTermIn(schoolYear, BLOCKS[ordinal - schoolYear * BLOCKS.length] ?? 'autumn-1');
}

/** The half term `count` after `id` (before it, where negative). */
export function addHalfTerms(id: HalfTermId, count: number): HalfTermId {
  return halfTermAtOrdinal(ordinalOf(id) + count);
}

/** `Autumn 2`. */
export function blockName(id: HalfTermId): string {
  const [season = '', half = ''] = blockOf(id).split('-');
  return `${season.charAt(0).toUpperCase()}${season.slice(1)} ${half}`;
}

/** `Autumn 2 of 2027`. */
export function halfTermName(id: HalfTermId): string {
  return `${blockName(id)} of ${id.slice(0, 4)}`;
}
