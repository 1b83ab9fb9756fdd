import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initParser, inferSchema } from 'udsv';
import { openDatabase, type Database } from '../../src/db/open-database.ts';
import { importSchools } from '../../src/imports/import-schools.ts';
import type { Summary } from '../../src/imports/summary.ts';

export const FIRST_TIME = '2026-11-23T09:00:00.000Z';
export const LATER = '2026-11-23T15:00:00.000Z';

/** Real rows of the official extract. */
export const EXTRACT = readFileSync(join(import.meta.dirname, '../fixtures/gias-extract.csv'));

export type ExtractRow = Readonly<Record<string, string>>;

const [HEADER = [], ...ROWS] = rowsOf(EXTRACT.toString('latin1'));

function rowsOf(text: string): readonly string[][] {
  const parser = initParser(inferSchema(text, { col: ',', header: () => [] }));
  return parser.stringArrs<string[]>(text);
}

/** The extract's own rows, by column. */
export function extractRows(): readonly ExtractRow[] {
  return ROWS.map((cells) => Object.fromEntries(HEADER.map((name, index) => [name, cells[index] ?? ''])));
}

/** A file of the official shape with these rows, in Windows-1252. */
export function anExtract(rows: readonly ExtractRow[], header: readonly string[] = HEADER): Buffer {
  const quote = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [header, ...rows.map((row) => HEADER.map((name) => row[name] ?? ''))];
  return Buffer.from(lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join(''), 'latin1');
}

export const EXTRACT_HEADER: readonly string[] = HEADER;

/** An empty database in memory; `import` reads a file of schools into it. */
export interface Register extends AsyncDisposable {
  readonly db: Database;
  import(file: Buffer, now?: string, dryRun?: boolean): Promise<Summary>;
  /** Every row as it stands, for comparing before with after. */
  rows(): Promise<readonly object[]>;
}

export function aRegister(): Register {
  const db = openDatabase(':memory:', FIRST_TIME);
  return {
    db,
    import: (file, now = FIRST_TIME, dryRun = false) => importSchools(db, [file], { now, dryRun }),
    rows: () => db.selectFrom('school').selectAll().orderBy('urn').execute(),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}
