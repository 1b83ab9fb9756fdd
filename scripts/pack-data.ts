import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { inferSchema, initParser } from 'udsv';

/*
 * Makes the files of content/data from the full reference data: `node scripts/pack-data.ts FILE.csv…`. Keeps the
 * columns the service needs, puts rows that are alike beside each other, and compresses. What each file is made from,
 * and under which licence, stands in content/data/README.md.
 */

type Record_ = Readonly<Record<string, string>>;

const OUT = join(import.meta.dirname, '../content/data');

const SCHOOL_COLUMNS =
  'urn name la_code la_name type_code type_name phase open status state_funded postcode town lad_code lad_name easting northing age_low age_high pupils fsm_pct trust_uid trust_name ukprn predecessor_urns successor_urns'.split(
    ' ',
  );
const AREA_COLUMNS =
  'tsh_area region hub_name website email phone lead_school_urn lead_school_name lead_trust_name districts'.split(' ');
const DISTRICT_COLUMNS = 'lad_code lad_name la_code la_name region tsh_areas'.split(' ');
const VINTAGES = { in_2024: '2024-autumn', in_2025_01: '2025-spring', in_2025_autumn: '2025-autumn' } as const;
const LISTS: Readonly<Record<string, string>> = { local_authority_nursery: 'la-nursery', rise_school: 'rise' };

/** Barnsley and Sheffield were given new codes in April 2025, which part of the register uses already. */
const NEWER_CODES: Readonly<Record<string, string>> = { E08000016: 'E08000038', E08000019: 'E08000039' };

function read(path: string): readonly Record_[] {
  const text = readFileSync(path, 'utf8');
  return initParser(inferSchema(text, { col: ',' })).stringObjs(text);
}

function write(name: string, columns: readonly string[], rows: readonly Record_[]): void {
  const quote = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const text = [columns, ...rows.map((row) => columns.map((column) => quote(row[column] ?? '')))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
  const packed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  writeFileSync(join(OUT, name), packed);
  console.log(`${name}: ${rows.length} rows, ${text.length} bytes, ${statSync(join(OUT, name)).size} packed`);
}

function listRows(rows: readonly Record_[]): readonly Record_[] {
  return rows.map((row) => {
    const held = Object.entries(VINTAGES).flatMap(([column, vintage]) => (row[column] === 'Y' ? [vintage] : []));
    // The early years lists come without a history: they are those of autumn 2025.
    const vintages = 'in_2024' in row ? held : ['2025-autumn'];
    const list = row['list'] ?? '';
    return {
      list: LISTS[list] ?? list.replaceAll('_', '-'),
      identifier: row['identifier'] ?? '',
      vintages: vintages.join('|'),
    };
  });
}

function sorted(rows: readonly Record_[], ...columns: readonly string[]): readonly Record_[] {
  const key = (row: Record_) => columns.map((column) => row[column]).join('\n');
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const files = new Map(process.argv.slice(2).map((path) => [basename(path, '.csv'), read(path)]));
const given = (name: string): readonly Record_[] => {
  const rows = files.get(name);
  if (!rows) throw new Error(`name ${name}.csv among the files`);
  return rows;
};

write(
  'schools.csv.br',
  SCHOOL_COLUMNS,
  sorted([...given('schools'), ...given('schools_other_or_closed')], 'lad_code', 'urn'),
);
write(
  'eligibility.csv.br',
  ['list', 'identifier', 'vintages'],
  sorted(
    listRows([...given('eligibility_lists'), ...given('eligibility_ids_early_years')]),
    'list',
    'vintages',
    'identifier',
  ),
);
write('hub-areas.csv.br', AREA_COLUMNS, given('teaching_school_hubs'));
const districts = given('district_lookup');
const renamed = districts.flatMap((row) => {
  const newer = NEWER_CODES[row['lad_code'] ?? ''];
  return newer === undefined ? [] : [{ ...row, lad_code: newer }];
});
write('districts.csv.br', DISTRICT_COLUMNS, [...districts, ...renamed]);
