import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initParser, inferSchema } from 'udsv';
import { importSchools } from '../../src/imports/import-schools.ts';
import type { Summary } from '../../src/imports/summary.ts';
import type { HeldDatabase, Open } from './both-databases.ts';

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

/** An empty database; `import` reads a file of schools into it. */
export interface Register extends HeldDatabase {
  import(file: Buffer, now?: string, dryRun?: boolean): Promise<Summary>;
  /** Every row as it stands, for comparing before with after. */
  rows(): Promise<readonly object[]>;
}

export async function aRegister(open: Open): Promise<Register> {
  const held = await open();
  return {
    ...held,
    import: (file, now = FIRST_TIME, dryRun = false) => importSchools(held.db, [file], { now, dryRun }),
    rows: () => held.db.selectFrom('school').selectAll().orderBy('urn').execute(),
  };
}
