import {
  isStandardPart,
  type Evidence,
  type EvidenceKind,
  type EvidenceWords,
  type KeptFile,
} from '../domain/looking-back/evidence.ts';
import type { FileType } from '../domain/looking-back/evidence.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Database, Queryable } from './open-database.ts';

/** Evidence as it is kept. */
export interface KeptEvidence extends Evidence {
  readonly plan: string;
  readonly version: number;
  readonly addedAt: string;
  readonly savedAt: string;
  /** Set while it can still be brought back. */
  readonly deletedAt: string | null;
}

const EVIDENCE = [
  'id',
  'plan_id',
  'kind',
  'title',
  'words',
  'happened_on',
  'url',
  'source',
  'step',
  'parts',
  'file_id',
  'file_name',
  'file_type',
  'file_bytes',
  'version',
  'added_at',
  'saved_at',
  'deleted_at',
  'file_sha256',
] as const;

interface EvidenceRow {
  readonly id: string;
  readonly plan_id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly words: string;
  readonly happened_on: string;
  readonly url: string | null;
  readonly source: string;
  readonly step: string | null;
  readonly parts: string;
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly file_type: FileType | null;
  readonly file_bytes: number | null;
  readonly version: number;
  readonly added_at: string;
  readonly saved_at: string;
  readonly deleted_at: string | null;
  readonly file_sha256: string | null;
}

function evidenceIn(row: EvidenceRow): KeptEvidence {
  const { file_id, file_name, file_type, file_bytes } = row;
  const hasFile = file_id !== null && file_name !== null && file_type !== null && file_bytes !== null;
  return {
    id: row.id,
    plan: row.plan_id,
    kind: row.kind,
    title: row.title,
    words: row.words,
    happenedOn: row.happened_on as IsoDate,
    url: row.url,
    source: row.source,
    step: row.step,
    parts: (JSON.parse(row.parts) as string[]).filter(isStandardPart),
    file: hasFile
      ? { id: file_id, name: file_name, type: file_type, bytes: file_bytes, sha256: row.file_sha256 }
      : null,
    version: row.version,
    addedAt: row.added_at,
    savedAt: row.saved_at,
    deletedAt: row.deleted_at,
  };
}

/** The evidence of a plan, the newest day first; what was deleted among it until it is gone. */
export async function findEvidence(db: Queryable, plan: string): Promise<readonly KeptEvidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .select(EVIDENCE)
    .where('plan_id', '=', plan)
    .orderBy('happened_on', 'desc')
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(evidenceIn);
}

export async function getEvidence(db: Queryable, plan: string, id: string): Promise<KeptEvidence | undefined> {
  const row = await db
    .selectFrom('evidence')
    .select(EVIDENCE)
    .where('plan_id', '=', plan)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && evidenceIn(row);
}

/** How much a plan holds, what was deleted and is not gone yet among it. */
export interface Held {
  readonly items: number;
  readonly files: number;
  readonly bytes: number;
}

export async function getHeld(db: Queryable, plan: string): Promise<Held> {
  const row = await db
    .selectFrom('evidence')
    .select(({ fn }) => [
      fn.countAll<number>().as('items'),
      fn.count<number>('file_id').as('files'),
      fn.sum<number | null>('file_bytes').as('bytes'),
    ])
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
  return { items: row.items, files: row.files, bytes: row.bytes ?? 0 };
}

/** Keeps everybody else from adding to a plan until the transaction is done, so that no limit is passed by two at once. */
export async function lockPlan(transaction: Queryable, plan: string): Promise<void> {
  await transaction.updateTable('plan').set({ id: plan }).where('id', '=', plan).execute();
}

export async function addEvidence(
  transaction: Queryable,
  plan: string,
  evidence: Evidence,
  now: string,
): Promise<void> {
  await transaction
    .insertInto('evidence')
    .values({
      id: evidence.id,
      plan_id: plan,
      kind: evidence.kind,
      ...wordsOf(evidence),
      ...fileColumns(evidence.file),
      version: 1,
      added_at: now,
      saved_at: now,
      deleted_at: null,
    })
    .execute();
}

function fileColumns(file: KeptFile | null) {
  if (!file) return { file_id: null, file_name: null, file_type: null, file_bytes: null, file_sha256: null };
  const { id, name, type, bytes, sha256 } = file;
  return { file_id: id, file_name: name, file_type: type, file_bytes: bytes, file_sha256: sha256 };
}

function wordsOf({ title, words, happenedOn, url, source, step, parts }: EvidenceWords) {
  return { title, words, happened_on: happenedOn, url, source, step, parts: JSON.stringify(parts) };
}

/** Saves a change as the next version. False where somebody else saved in between, or it was deleted. */
export async function saveEvidence(
  db: Queryable,
  id: string,
  { from, words, now }: { readonly from: number; readonly words: EvidenceWords; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evidence')
    .set({ ...wordsOf(words), version: from + 1, saved_at: now })
    .where('id', '=', id)
    .where('version', '=', from)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Marks it deleted at `now`, or brings it back with `null`. */
export async function markEvidenceDeleted(db: Queryable, id: string, now: string | null): Promise<void> {
  const marking = db.updateTable('evidence').set({ deleted_at: now }).where('id', '=', id);
  await (now === null ? marking : marking.where('deleted_at', 'is', null)).execute();
}

/** Removes for good what was deleted before `before`. Gives how many there were. Their files are swept afterwards. */
export async function removeDeletedEvidence(db: Database, before: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('evidence').where('deleted_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Which of these files something in the database still names. */
export async function findNamedFiles(db: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('evidence')
    .select('file_id')
    .where('file_id', 'in', ids)
    .orderBy('file_id')
    .execute();
  return new Set(rows.flatMap(({ file_id }) => file_id ?? []));
}
