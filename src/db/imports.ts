import type { Queryable } from './open-database.ts';

/** One import as it is kept: what came in, from which bytes, and what it came to. */
export interface ImportRun {
  readonly id: string;
  readonly kind: 'schools' | 'list' | 'shipped';
  /** The source's format, or the list's name. */
  readonly name: string;
  readonly vintage: string | null;
  readonly fileHash: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly importedAt: string;
}

export async function addImportRun(db: Queryable, run: ImportRun): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      id: run.id,
      kind: run.kind,
      name: run.name,
      vintage: run.vintage,
      file_hash: run.fileHash,
      counts: JSON.stringify(run.counts),
      imported_at: run.importedAt,
    })
    .execute();
}

/** What was imported, the newest first. */
export async function findImportRuns(db: Queryable): Promise<readonly ImportRun[]> {
  const rows = await db.selectFrom('import_run').selectAll().orderBy('imported_at', 'desc').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    vintage: row.vintage,
    fileHash: row.file_hash,
    counts: JSON.parse(row.counts) as Record<string, number>,
    importedAt: row.imported_at,
  }));
}

/** The hash of the shipped data that was loaded last; `undefined` before the first load. */
export async function getShippedHash(db: Queryable): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_run')
    .select('file_hash')
    .where('kind', '=', 'shipped')
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.file_hash;
}

/** What the people who run the service have imported themselves: "schools", or a list and its intake. */
export async function findOwnImports(db: Queryable): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('import_run')
    .select(['kind', 'name', 'vintage'])
    .distinct()
    .where('kind', '<>', 'shipped')
    .execute();
  return new Set(rows.map((row) => (row.kind === 'schools' ? 'schools' : `${row.name} ${row.vintage ?? ''}`)));
}

/** Changes whenever anything was imported. */
export async function getImportsVersion(db: Queryable): Promise<string> {
  const { count, newest } = await db
    .selectFrom('import_run')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.max('imported_at').as('newest')])
    .executeTakeFirstOrThrow();
  return `${count} ${newest}`;
}

/** When somebody here last brought in an extract of the register; absent where the shipped one is all there is. */
export async function getImportsDates(db: Queryable): Promise<{ readonly schools: string | undefined }> {
  const row = await db
    .selectFrom('import_run')
    .select((select) => select.fn.max('imported_at').as('newest'))
    .where('kind', '=', 'schools')
    .executeTakeFirst();
  return { schools: row?.newest ?? undefined };
}
