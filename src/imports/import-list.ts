import { createHash, hash, randomUUID } from 'node:crypto';
import { findEntries, replaceList, type EligibilityEntry, type ListVersion } from '../db/eligibility.ts';
import { addImportRun } from '../db/imports.ts';
import type { Database } from '../db/open-database.ts';
import { openTable, type Table } from './csv-table.ts';
import type { Bytes } from './file-bytes.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { ImportOptions } from './import-schools.ts';
import { recogniseList, type ListFormat } from './list-format.ts';
import { countsOf, type Rejection, type Summary } from './summary.ts';

/** Imports one list of one intake, in the place of what was held of that list and intake; other intakes' stay. */
export async function importList(
  db: Database,
  version: ListVersion,
  source: Bytes,
  { now, dryRun = false }: ImportOptions,
): Promise<Summary> {
  const table = openTable(source);
  const found = readEntries(table, recogniseList(table.header, version.list, version.vintage));
  if (found.entries.size === 0)
    throw new ImportRefusal(`the file names nobody for the list ${version.list}: nothing was changed`);
  const held = new Set((await findEntries(db, version)).map(keyOf));
  const summary = summarise(found, held, dryRun);
  if (!dryRun) {
    const entries = [...found.entries.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    await db.transaction().execute(async (transaction) => {
      await replaceList(transaction, version, entries, now);
      await addImportRun(transaction, {
        id: randomUUID(),
        kind: 'list',
        name: version.list,
        vintage: version.vintage,
        fileHash: found.fileHash,
        counts: countsOf(summary),
        importedAt: now,
      });
    });
  }
  return summary;
}

interface Found {
  readonly read: number;
  readonly entries: ReadonlyMap<string, EligibilityEntry>;
  readonly rejected: readonly Rejection[];
  readonly repeated: number;
  readonly others: number;
  readonly notes: readonly string[];
  readonly fileHash: string;
}

function keyOf({ type, identifier }: EligibilityEntry): string {
  return `${type} ${identifier}`;
}

function readEntries(table: Table, { read: readRow, notes }: ListFormat): Found {
  const entries = new Map<string, EligibilityEntry>();
  const rejected: Rejection[] = [];
  const file = createHash('sha256').update(table.headerBytes);
  const counted = { read: 0, repeated: 0, others: 0 };
  const keyOfLine = ({ bytes }: { readonly bytes: Buffer }) => {
    counted.read += 1;
    file.update(hash('sha256', bytes, 'base64url'));
    return '';
  };
  for (const batch of table.batches(keyOfLine)) {
    rejected.push(...batch.rejected);
    for (const row of batch.rows) {
      const found = readRow(row);
      if (found === undefined) counted.others += 1;
      else if ('reason' in found) rejected.push({ line: row.line, reason: found.reason });
      else if (entries.has(keyOf(found.entry))) counted.repeated += 1;
      else entries.set(keyOf(found.entry), found.entry);
    }
  }
  return {
    ...counted,
    entries,
    rejected: rejected.toSorted((a, b) => a.line - b.line),
    notes,
    fileHash: file.digest('hex'),
  };
}

function summarise(
  { read, entries, rejected, repeated, others, notes }: Found,
  held: ReadonlySet<string>,
  dryRun: boolean,
): Summary {
  const kept = [...entries.keys()].filter((key) => held.has(key)).length;
  return {
    read,
    added: entries.size - kept,
    changed: 0,
    closed: 0,
    reopened: 0,
    unchanged: kept,
    rejected,
    absent: held.size - kept,
    notes: [
      ...notes,
      ...(repeated > 0 ? [`${repeated} rows repeat one before them`] : []),
      ...(others > 0 ? [`${others} rows are of other lists or intakes`] : []),
      ...(dryRun ? ['nothing was changed: this was a dry run'] : []),
    ],
  };
}
