import { createHash, hash, randomUUID } from 'node:crypto';
import { addImportRun } from '../db/imports.ts';
import type { Database } from '../db/open-database.ts';
import {
  findHeldSchools,
  withSchoolStaging,
  type HeldSchool,
  type SchoolStaging,
  type StagedLink,
  type StagedRow,
} from '../db/school-staging.ts';
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
export async function importSchools(
  db: Database,
  source: Bytes,
  { now, dryRun = false, shipped = false }: ImportOptions,
): Promise<Summary> {
  const table = openTable(source);
  const { format, read } = recogniseSchools(table.header);
  const seen = new Seen(await findHeldSchools(db), readingOf(format, table));
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
        const run = {
          id: randomUUID(),
          kind: 'schools',
          name: format.name,
          vintage: null,
          fileHash: seen.fileHash(),
          counts: countsOf(summary),
          importedAt: now,
        } as const;
        if (!shipped) await addImportRun(transaction, run);
      });
    }
    return summary;
  });
}

/** The same bytes under another header, or read by other code, are not the same row. */
function readingOf(format: SchoolFormat, table: Table): string {
  return createHash('sha256')
    .update(`${format.name} ${format.reading}\n`)
    .update(table.headerBytes)
    .digest('base64url')
    .slice(0, 8);
}

interface Stage {
  readonly read: (row: Row) => ReadRow;
  readonly seen: Seen;
  readonly staging: SchoolStaging;
}

async function stageAll(table: Table, { read, seen, staging }: Stage): Promise<readonly Rejection[]> {
  const rejected: Rejection[] = [];
  for (const batch of table.batches((record) => seen.digestOf(record))) {
    rejected.push(...batch.rejected);
    const rows: StagedRow[] = [];
    const links: StagedLink[] = [];
    for (const row of batch.rows) {
      const school = read(row);
      if (school.ok) {
        seen.note(school.urn, row.line);
        rows.push([school.urn, ...school.values, seen.rowHash(row.key)]);
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

const URNS = 1_000_000;

/** What has come past: which lines were known, which school stood where, and a hash over all of it. */
class Seen {
  passedOver = 0;
  /** Schools held that the file has not named so far. */
  absent = 0;
  readonly #reading: string;
  readonly #known = new Map<string, number>();
  readonly #held = new Uint8Array(URNS);
  readonly #lines = new Uint32Array(URNS);
  readonly #digests: string[] = [];

  constructor(held: Iterable<HeldSchool>, reading: string) {
    this.#reading = reading;
    for (const { urn, rowHash } of held) {
      this.#held[urn] = 1;
      this.absent += 1;
      if (rowHash.endsWith(reading)) this.#known.set(rowHash.slice(0, -reading.length), urn);
    }
  }

  get read(): number {
    return this.#digests.length;
  }

  /** The digest of a line; none where the very same line was read before. */
  digestOf({ bytes, line }: RawRecord): string | undefined {
    const digest = hash('sha256', bytes, 'base64url');
    this.#digests.push(digest);
    const urn = this.#known.get(digest);
    if (urn === undefined) return digest;
    this.note(urn, line);
    this.passedOver += 1;
    return undefined;
  }

  rowHash(digest: string): string {
    return digest + this.#reading;
  }

  note(urn: number, line: number): void {
    const before = this.#lines[urn] ?? 0;
    if (before > 0)
      throw new ImportRefusal(`URN ${urn} stands twice, on lines ${before} and ${line}: nothing was changed`);
    this.#lines[urn] = line;
    this.absent -= this.#held[urn] ?? 0;
  }

  fileHash(): string {
    return createHash('sha256').update(this.#reading).update(this.#digests.join('')).digest('hex');
  }
}
