import type { SchoolStatus } from '../domain/school.ts';
import { Cells, type ColumnPlaces } from './cells.ts';
import type { ReadRow, SchoolFormat } from './school-format.ts';

/*
 * The official extract of Get Information about Schools ("all establishment data"): about 140 columns, Windows-1252,
 * days as dd-mm-yyyy, codes and names in pairs of columns. Names as in the extract of November 2023; checked
 * 2026-11-23. It has every establishment there has been, and says nothing of predecessors and successors.
 */
const COLUMNS = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'NumberOfPupils',
  'PercentageFSM',
  'Trusts (code)',
  'Trusts (name)',
  'UKPRN',
  'Street',
  'Town',
  'Postcode',
  'SchoolWebsite',
  'DistrictAdministrative (code)',
  'DistrictAdministrative (name)',
  'Easting',
  'Northing',
] as const;
type Column = (typeof COLUMNS)[number];

const STATUSES: Readonly<Record<string, SchoolStatus>> = {
  Open: 'open',
  'Open, but proposed to close': 'closing',
  Closed: 'closed',
  'Proposed to open': 'proposed',
};

export const giasFormat: SchoolFormat = {
  name: 'gias',
  title: 'the official extract of the register of schools',
  reading: 1,
  links: false,
  needs: COLUMNS,
  columns: [
    'name',
    'status',
    'status_said',
    'type_code',
    'type_name',
    'phase',
    'la_code',
    'la_name',
    'street',
    'town',
    'postcode',
    'district_code',
    'district_name',
    'easting',
    'northing',
    'ukprn',
    'trust_uid',
    'trust_name',
    'age_low',
    'age_high',
    'pupils',
    'fsm_percent',
    'website',
    'opened_on',
    'closed_on',
  ],
  reader: (columnAt) => {
    const places = Object.fromEntries(COLUMNS.map((name) => [name, columnAt(name)])) as ColumnPlaces<Column>;
    return (row) => readRow(new Cells<Column>(row, places));
  },
};

function readRow(cells: Cells<Column>): ReadRow {
  const urn = cells.integer('URN', 100_000, 999_999);
  if (urn === null && cells.reasons.length === 0) cells.wrong('URN', null, 'a number of six digits');
  const name = cells.text('EstablishmentName') ?? cells.wrong('EstablishmentName', null, 'a name');
  const values = [
    name,
    ...statusOf(cells),
    ...typeOf(cells),
    ...placeOf(cells),
    ...trustOf(cells),
    ...pupilsOf(cells),
    cells.day('OpenDate'),
    cells.day('CloseDate'),
  ];
  if (urn === null || cells.reasons.length > 0) return { ok: false, reasons: cells.reasons };
  return { ok: true, urn, values, predecessors: [], successors: [] };
}

function statusOf(cells: Cells<Column>) {
  const said = cells.text('EstablishmentStatus (name)');
  const status = said === null ? undefined : STATUSES[said];
  return [
    status ?? cells.wrong('EstablishmentStatus (name)', said, `one of ${Object.keys(STATUSES).join('; ')}`),
    said,
  ];
}

function typeOf(cells: Cells<Column>) {
  return [
    cells.integer('TypeOfEstablishment (code)', 1, 99),
    cells.text('TypeOfEstablishment (name)'),
    cells.text('PhaseOfEducation (name)'),
  ];
}

function placeOf(cells: Cells<Column>) {
  const district = cells.text('DistrictAdministrative (code)');
  const inBritain = district !== null && /^[EWSN]\d{8}$/.test(district);
  return [
    cells.text('LA (code)'),
    cells.text('LA (name)'),
    cells.text('Street'),
    cells.text('Town'),
    cells.postcode('Postcode'),
    inBritain ? district : null,
    inBritain ? cells.text('DistrictAdministrative (name)') : null,
    ...pointOf(cells.integer('Easting', 0, 700_000), cells.integer('Northing', 0, 1_300_000)),
  ];
}

/** The register writes nought for "not known". */
function pointOf(easting: number | null, northing: number | null): readonly (number | null)[] {
  return easting && northing ? [easting, northing] : [null, null];
}

function trustOf(cells: Cells<Column>) {
  return [
    cells.integer('UKPRN', 10_000_000, 19_999_999),
    cells.integer('Trusts (code)', 1, 999_999),
    cells.text('Trusts (name)'),
  ];
}

function pupilsOf(cells: Cells<Column>) {
  return [
    cells.integer('StatutoryLowAge', 0, 99),
    cells.integer('StatutoryHighAge', 0, 99),
    cells.integer('NumberOfPupils', 0, 99_999),
    cells.decimal('PercentageFSM', 0, 100),
    hostOf(cells.text('SchoolWebsite')),
  ];
}

/** The host alone: schools type their address in every way there is, and what follows the host soon goes stale. */
function hostOf(website: string | null): string | null {
  const host =
    website
      ?.toLowerCase()
      .replace(/^https?:\/+/, '')
      .split(/[/?#\s]/)[0] ?? '';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? host : null;
}
