import type { EligibilityEntry } from '../db/eligibility.ts';
import type { HeldIdentifierType } from '../db/schema.ts';
import type { FundingList } from '../domain/funding/funding-codes.ts';
import type { Row } from './csv-table.ts';
import { ImportRefusal } from './import-refusal.ts';
import { missingColumns } from './school-format.ts';

/*
 * The shapes DfE's lists have come in (its registration service, config/data, 2024 to 2025, and its database's own
 * export of February 2026; checked 2026-11-23), and the one the service ships with.
 */

/** What a row comes to: an entry, a reason why not, or nothing where the row belongs to another list. */
export type ReadEntry = { readonly entry: EligibilityEntry } | { readonly reason: string } | undefined;

interface Identified {
  readonly type: HeldIdentifierType;
  /** The names its column has had, the surest first. */
  readonly columns: readonly string[];
}

const URN: Identified = { type: 'urn', columns: ['URN', 'School URN', 'Establishment URN', 'urn'] };
const UKPRN: Identified = { type: 'ukprn', columns: ['UKPRN', 'Provider UKPRN', 'ukprn'] };
const OFSTED: Identified = { type: 'ofsted-urn', columns: ['OfstedURN', 'Ofsted URN', 'Provider URN', 'Ofsted_URN'] };

/** By which identifiers each list names those on it; where there are two, the first that a row has. */
const IDENTIFIED_BY: Readonly<Record<FundingList, readonly Identified[]>> = {
  'pp50-school': [URN],
  'pp50-further-education': [UKPRN],
  rise: [URN],
  childminder: [{ ...OFSTED, columns: [...OFSTED.columns, 'URN'] }],
  'disadvantaged-early-years': [OFSTED, URN],
  'la-nursery': [URN],
};

/** What a file that holds several lists calls each of them. */
const CALLED: Readonly<Record<FundingList, readonly string[]>> = {
  'pp50-school': ['pp50-school', 'pp50_school', 'EligibilityList::Pp50School'],
  'pp50-further-education': [
    'pp50-further-education',
    'pp50_further_education',
    'EligibilityList::Pp50FurtherEducation',
  ],
  rise: ['rise', 'rise_school', 'EligibilityList::RiseSchool', 'EligibilityList::Rise'],
  childminder: ['childminder', 'EligibilityList::Childminder'],
  'disadvantaged-early-years': [
    'disadvantaged-early-years',
    'disadvantaged_early_years',
    'EligibilityList::DisadvantagedEarlyYears',
    'EligibilityList::DisadvantagedEarlyYearsSchool',
  ],
  'la-nursery': ['la-nursery', 'local_authority_nursery', 'EligibilityList::LocalAuthorityNursery'],
};

/** Columns of a file that says of each identifier which intakes' lists it stands on, the newest last. */
const VINTAGE_COLUMNS: readonly (readonly [column: string, vintage: string])[] = [
  ['in_2024', '2024-autumn'],
  ['in_2025_01', '2025-spring'],
  ['in_2025_autumn', '2025-autumn'],
];

export interface ListFormat {
  readonly read: (row: Row) => ReadEntry;
  readonly notes: readonly string[];
}

export function recogniseList(header: readonly string[], list: FundingList, vintage: string): ListFormat {
  const listColumn = ['list', 'type'].find((name) => header.includes(name) && header.includes('identifier'));
  return listColumn === undefined ? ownFile(header, list) : sharedFile(header, { listColumn, list, vintage });
}

/** A file of one list, as DfE writes them. */
function ownFile(header: readonly string[], list: FundingList): ListFormat {
  const places = IDENTIFIED_BY[list].flatMap(({ type, columns }) => {
    const column = columns.find((name) => header.includes(name));
    return column === undefined ? [] : [{ type, column, place: header.indexOf(column) }];
  });
  if (places.length === 0) {
    throw new ImportRefusal(
      missingColumns(
        `the list ${list}`,
        IDENTIFIED_BY[list].slice(0, 1).map((one) => one.columns[0] ?? ''),
        header,
      ),
    );
  }
  return {
    notes: [],
    read: ({ cells }) => {
      const given = places.find(({ place }) => (cells[place] ?? '').trim() !== '');
      if (!given)
        return { reason: `${places.map((one) => one.column).join(' and ')} ${places.length > 1 ? 'are' : 'is'} empty` };
      return readIdentifier(given.type, cells[given.place] ?? '');
    },
  };
}

/** A file of several lists, told apart by a column. */
function sharedFile(
  header: readonly string[],
  wanted: { readonly listColumn: string; readonly list: FundingList; readonly vintage: string },
): ListFormat {
  const { listColumn, list, vintage } = wanted;
  const place = (name: string) => header.indexOf(name);
  const called = new Set(CALLED[list]);
  const vintages = VINTAGE_COLUMNS.filter(([column]) => header.includes(column));
  const chosen = vintages.find(([, held]) => held === vintage) ?? vintages.at(-1);
  const note =
    chosen && chosen[1] !== vintage
      ? [`the file has no column for ${vintage}: what it gives for ${chosen[1]} was taken`]
      : [];
  return {
    notes: note,
    read: ({ cells }) => {
      const cell = (name: string) => (cells[place(name)] ?? '').trim();
      if (!called.has(cell(listColumn))) return undefined;
      if (chosen && cell(chosen[0]) !== 'Y') return undefined;
      if (header.includes('vintages') && !cell('vintages').split('|').includes(vintage)) return undefined;
      return readIdentifier(sharedType(list, cell('identifier')), cell('identifier'));
    },
  };
}

/**
 * Which kind a shared file's identifier is. Such files call Ofsted's numbers "urn" too; where a list has both kinds,
 * letters or seven digits can only be Ofsted's, and six digits can be either.
 */
export function sharedType(list: FundingList, identifier: string): HeldIdentifierType {
  const [first, second] = IDENTIFIED_BY[list];
  if (second === undefined) return first?.type ?? 'urn';
  return /^\d{6}$/.test(identifier) ? 'urn-or-ofsted-urn' : 'ofsted-urn';
}

const SHAPES: Readonly<Record<HeldIdentifierType, readonly [shape: RegExp, wanted: string]>> = {
  urn: [/^[1-9]\d{5}$/, 'a URN of six digits'],
  ukprn: [/^1\d{7}$/, 'a UKPRN: eight digits, the first of them 1'],
  'ofsted-urn': [
    /^(?:[A-Z]{2}\d{6}|\d{6,7})$/,
    "one of Ofsted's numbers: six or seven digits, or two letters and six digits",
  ],
  'urn-or-ofsted-urn': [/^\d{6}$/, 'a number of six digits'],
};

function readIdentifier(type: HeldIdentifierType, given: string): ReadEntry {
  const identifier = given.trim().toUpperCase();
  const [shape, wanted] = SHAPES[type];
  return shape.test(identifier)
    ? { entry: { type, identifier } }
    : { reason: `"${given.slice(0, 40)}" is not ${wanted}` };
}
