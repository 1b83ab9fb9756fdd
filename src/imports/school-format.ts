import type { Value } from '../db/insert-many.ts';
import type { Carried, SchoolColumn } from '../db/school-staging.ts';
import type { Row } from './csv-table.ts';
import { giasFormat } from './gias-format.ts';
import { ImportRefusal } from './import-refusal.ts';
import { mergedFormat } from './merged-format.ts';

/** A row read: what it says of one school, or why it says nothing that can be used. */
export type ReadRow =
  | {
      readonly ok: true;
      readonly urn: number;
      readonly values: readonly Value[];
      readonly predecessors: readonly number[];
      readonly successors: readonly number[];
    }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** One shape of file that schools come in. */
export interface SchoolFormat extends Carried {
  readonly name: string;
  readonly title: string;
  /** Raised when rows are read differently, so that lines read before are read again. */
  readonly reading: number;
  readonly columns: readonly SchoolColumn[];
  /** The names of the columns it needs in the file. */
  readonly needs: readonly string[];
  readonly reader: (columnAt: (name: string) => number) => (row: Row) => ReadRow;
}

const FORMATS: readonly SchoolFormat[] = [giasFormat, mergedFormat];

/** Tells by its header what a file is. Refuses one whose columns are missing or called something else. */
export function recogniseSchools(header: readonly string[]): {
  readonly format: SchoolFormat;
  readonly read: (row: Row) => ReadRow;
} {
  const places = new Map(header.map((name, index) => [name, index]));
  const likeness = (format: SchoolFormat) =>
    format.needs.filter((name) => places.has(name)).length / format.needs.length;
  const [format] = FORMATS.toSorted((a, b) => likeness(b) - likeness(a));
  if (!format || likeness(format) < 0.5) {
    throw new ImportRefusal(
      `the first line does not name the columns of a file of schools: it should be ${FORMATS.map((one) => one.title).join(' or ')}`,
    );
  }
  const missing = format.needs.filter((name) => !places.has(name));
  if (missing.length > 0) throw new ImportRefusal(missingColumns(format.title, missing, header));
  const twice = format.needs.find((name) => header.filter((other) => other === name).length > 1);
  if (twice !== undefined) throw new ImportRefusal(`the column "${twice}" stands twice in the header`);
  return { format, read: format.reader((name) => places.get(name) ?? -1) };
}

export function missingColumns(title: string, missing: readonly string[], header: readonly string[]): string {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const named = missing.map((name) => {
    const near = header.find((other) => !missing.includes(other) && plain(other) === plain(name));
    return near === undefined ? `"${name}"` : `"${name}" (the file has "${near}")`;
  });
  return `${title} needs ${named.length === 1 ? 'a column' : 'columns'} this file does not have: ${named.join(', ')}`;
}
