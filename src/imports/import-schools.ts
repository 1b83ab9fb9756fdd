import { createHash, hash, randomUUID } from 'node:crypto';
import { addImportRun } from '../db/imports.ts';
import type { Database } from '../db/open-database.ts';
import { findRowHashes, withSchoolStaging, type SchoolStaging, type StagedLink, type StagedRow } from '../db/school-staging.ts';
import { openTable, type Row, type Table } from './csv-table.ts';
import type { Bytes } from './file-bytes.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { RawRecord } from './raw-records.ts';
import { recogniseSchools, type ReadRow, type SchoolFormat } from './school-format.ts';
import { countsOf, type Rejection, type Summary } from './summary.ts';

export interface ImportOptions {
  readonly now: string;
  /** Say what would change, and change nothing. */
  readonly dryRun?: boolean;
  /** What the service ships with is recorded as a whole, not file by file. */
  readonly shipped?: boolean;
}

/**
 * Imports a file of schools. All of it or nothing: rows are read and staged first, and take the place of what is held
 * in one transaction at the end. A line that was read before, byte for byte, is passed over unparsed. A school the file
 * does not name stays as it is: an extract can be partial, and the register never forgets one.
 */
export async function importSchools(db: Database, source: Bytes, { now, dryRun = false, shipped = false }: ImportOptions): Promise<Summary> {
  const table = openTable(source);
  const { format, read } = recogniseSchools(table.header);
  const seen = new Seen(await findRowHashes(db), readingOf(format, table));
  return withSchoolStaging(db, format, async (staging) => {
    const rejected = await stageAll(table, { read, seen, staging });
    const counts = await staging.counts();
    const summary: Summary = {
      ...counts,
      read: seen.read,
      unchanged: counts.unchanged + seen.passedOver,
      rejected: rejected.toSorted((a, b) => a.line - b.line),
      absent: seen.absent,
      notes: dryRun ? ['nothing was changed: this was a dry run'] : [],
    };
    if (!dryRun) {
      await staging.merge(now, async (transaction) => {
        const run = { id: randomUUID(), kind: 'schools', name: format.name, vintage: null, fileHash: seen.fileHash(), counts: countsOf(summary), importedAt: now } as const;
        if (!shipped) await addImportRun(transaction, run);
      });
    }
    return summary;
  });
}

/** The same bytes under another header, or read by other code, are not the same row. */
function readingOf(format: SchoolFormat, table: Table): string {
  return createHash('sha256').update(`${format.name} ${format.reading}\n`).update(table.headerBytes).digest('base64url').slice(0, 8);
}

interface Stage {
  readonly read: (row: Row) => ReadRow;
  readonly seen: Seen;
  readonly staging: SchoolStaging;
}

async function stageAll(table: Table, { read, seen, staging }: Stage): Promise<readonly Rejection[]> {
  const rejected: Rejection[] = [];
  for (const batch of table.batches((record) => seen.keyOf(record))) {
    rejected.push(...batch.rejected);
    const rows: StagedRow[] = [];
    const links: StagedLink[] = [];
    for (const row of batch.rows) {
      const school = read(row);
      if (school.ok) {
        seen.note(school.urn, row.line);
        rows.push([school.urn, ...school.values, row.key]);
        links.push(...linksOf(school));
      } else {
        rejected.push({ line: row.line, reason: school.reasons.join('; ') });
      }
    }
    await staging.add(rows, links);
  }
  return rejected;
}

function linksOf({ urn, predecessors, successors }: ReadRow & { ok: true }): readonly StagedLink[] {
  return [
    ...predecessors.map((predecessor) => ({ predecessor, successor: urn, saidBy: urn })),
    ...successors.map((successor) => ({ predecessor: urn, successor, saidBy: urn })),
  ];
}

const FIRST_URN = 100_000;

/** What has come past: which lines were known, which school stood where, and a hash over all of it. */
class Seen {
  read = 0;
  passedOver = 0;
  readonly #known: ReadonlyMap<string, number>;
  readonly #reading: string;
  readonly #lines = new Uint32Array(1_000_000 - FIRST_URN);
  readonly #file = createHash('sha256');
  readonly #held: ReadonlySet<number>;
  #heldNamed = 0;

  constructor(known: ReadonlyMap<string, number>, reading: string) {
    this.#known = known;
    this.#held = new Set(known.values());
    this.#reading = reading;
  }

  /** The key a row is kept under; none where the very same line was read before. */
  keyOf({ bytes, line }: RawRecord): string | undefined {
    this.read += 1;
    const key = hash('sha256', bytes, 'base64url') + this.#reading;
    this.#file.update(key);
    const urn = this.#known.get(key);
    if (urn === undefined) return key;
    this.note(urn, line);
    this.passedOver += 1;
    return undefined;
  }

  note(urn: number, line: number): void {
    const before = this.#lines[urn - FIRST_URN];
    if (before !== undefined && before > 0) throw new ImportRefusal(`URN ${urn} stands twice, on lines ${before} and ${line}: nothing was changed`);
    this.#lines[urn - FIRST_URN] = line;
    if (this.#held.has(urn)) this.#heldNamed += 1;
  }

  /** Schools held that the file does not name. */
  get absent(): number {
    return this.#held.size - this.#heldNamed;
  }

  fileHash(): string {
    return this.#file.digest('hex');
  }
}
