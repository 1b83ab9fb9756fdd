import type { SchoolStatus } from '../domain/school.ts';
import { Cells, type ColumnPlaces } from './cells.ts';
import type { ReadRow, SchoolFormat } from './school-format.ts';

/*
 * The merged register that the service ships with: `content/data/README.md` says from which sources. UTF-8, one column
 * a fact, with the URNs of predecessors and successors. It has no streets, websites or dates of opening.
 */
const COLUMNS = [
  'urn',
  'name',
  'la_code',
  'la_name',
  'type_code',
  'type_name',
  'phase',
  'open',
  'status',
  'state_funded',
  'postcode',
  'town',
  'lad_code',
  'lad_name',
  'easting',
  'northing',
  'age_low',
  'age_high',
  'pupils',
  'fsm_pct',
  'trust_uid',
  'trust_name',
  'ukprn',
  'predecessor_urns',
  'successor_urns',
] as const;
type Column = (typeof COLUMNS)[number];

export const mergedFormat: SchoolFormat = {
  name: 'merged',
  title: 'the merged register of schools',
  reading: 1,
  links: true,
  needs: COLUMNS,
  columns: [
    'name',
    'status',
    'status_said',
    'type_code',
    'type_name',
    'phase',
    'state_funded',
    'la_code',
    'la_name',
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
  ],
  reader: (columnAt) => {
    const places = Object.fromEntries(COLUMNS.map((name) => [name, columnAt(name)])) as ColumnPlaces<Column>;
    return (row) => readRow(new Cells<Column>(row, places));
  },
};

function readRow(cells: Cells<Column>): ReadRow {
  const urn = cells.integer('urn', 100_000, 999_999);
  if (urn === null && cells.reasons.length === 0) cells.wrong('urn', null, 'a number of six digits');
  const name = cells.text('name') ?? cells.wrong('name', null, 'a name');
  const values = [name, ...statusOf(cells), ...typeOf(cells), ...placeOf(cells), ...trustOf(cells), ...pupilsOf(cells)];
  const predecessors = urnsOf(cells, 'predecessor_urns', urn);
  const successors = urnsOf(cells, 'successor_urns', urn);
  if (urn === null || cells.reasons.length > 0) return { ok: false, reasons: cells.reasons };
  return { ok: true, urn, values, predecessors, successors };
}

function statusOf(cells: Cells<Column>) {
  const said = cells.text('status');
  const status = meaningOf(said ?? '', cells.text('open'));
  return [status ?? cells.wrong('open', cells.text('open'), 'Y or N'), said ?? 'not said'];
}

/** The register's word where it gave one; else the flag, which says only whether it was seen open. */
function meaningOf(said: string, open: string | null): SchoolStatus | undefined {
  if (said.startsWith('Open, but proposed to close')) return 'closing';
  if (said.startsWith('Proposed to open')) return 'proposed';
  if (said.startsWith('Unknown')) return 'unknown';
  if (open === 'Y') return 'open';
  return open === 'N' ? 'closed' : undefined;
}

const FUNDED = ['Y', 'N', 'FE', 'part', 'likely', 'unknown'];

function typeOf(cells: Cells<Column>) {
  const funded = cells.text('state_funded');
  const known =
    funded === null || FUNDED.includes(funded)
      ? funded
      : cells.wrong('state_funded', funded, `one of ${FUNDED.join(', ')}`);
  return [cells.integer('type_code', 1, 99), cells.text('type_name'), cells.text('phase'), known];
}

function placeOf(cells: Cells<Column>) {
  return [
    cells.text('la_code'),
    cells.text('la_name'),
    cells.text('town'),
    cells.postcode('postcode'),
    cells.text('lad_code'),
    cells.text('lad_name'),
    cells.integer('easting', 0, 700_000),
    cells.integer('northing', 0, 1_300_000),
  ];
}

function trustOf(cells: Cells<Column>) {
  return [
    cells.integer('ukprn', 10_000_000, 19_999_999),
    cells.integer('trust_uid', 1, 999_999),
    cells.text('trust_name'),
  ];
}

function pupilsOf(cells: Cells<Column>) {
  return [
    cells.integer('age_low', 0, 99),
    cells.integer('age_high', 0, 99),
    cells.integer('pupils', 0, 99_999),
    cells.decimal('fsm_pct', 0, 100),
  ];
}

function urnsOf(
  cells: Cells<Column>,
  column: 'predecessor_urns' | 'successor_urns',
  own: number | null,
): readonly number[] {
  const urns = cells.text(column)?.split('|') ?? [];
  const bad = urns.find((urn) => !/^[1-9]\d{5}$/.test(urn) || Number(urn) === own);
  if (bad !== undefined) cells.wrong(column, bad, 'URNs of other schools, "|" between them');
  return urns.map(Number);
}
