import type { CaseDraft } from '../domain/case/case.ts';
import type { IsoDate } from '../domain/date.ts';
import type { EvidenceKind, EvidenceWords } from '../domain/looking-back/evidence.ts';
import type { Impact } from '../domain/looking-back/impact.ts';
import type { ReflectionAnswers, PromptKey } from '../domain/looking-back/reflection.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { planText } from '../schemas/plan-schema.ts';
import type { Database, Queryable } from './open-database.ts';
import { removeBelowPlans } from './personal-data.ts';

/*
 * What a file brings in, all of it or nothing. It can be more than one transaction should hold, for on SQLite everybody
 * waits while one is open. So it is written piece by piece as plans that are deleted, in folders that are nobody's and
 * that no link opens; the last transaction, which is short, gives them to their owner. Where it breaks off, what was
 * written goes as every deleted plan does.
 */

/** A version that is not the one that stands. */
export interface BroughtVersion {
  readonly version: number;
  readonly said: string;
  readonly savedAt: string;
  /** The plan's text, as bytes: hundreds of them are held at once. */
  readonly document: Buffer;
}

/** Something whose changes are counted. */
interface Kept {
  readonly version: number;
  readonly savedAt: string;
}

export interface BroughtReflection extends Kept {
  readonly prompt: PromptKey;
  readonly state: 'written' | 'skipped';
  readonly answers: ReflectionAnswers;
  readonly dueOn: IsoDate;
  readonly writtenAt: string;
}

export interface BroughtEvidence extends Kept, EvidenceWords {
  readonly id: string;
  /** No bytes come with a file of words. */
  readonly kind: Exclude<EvidenceKind, 'file'>;
  readonly addedAt: string;
}

/** A plan, and all that is kept beside it. */
export interface BroughtPlan {
  readonly id: string;
  readonly plan: Plan;
  readonly createdAt: string;
  /** The oldest first. */
  readonly versions: readonly BroughtVersion[];
  readonly reflections: readonly BroughtReflection[];
  /** Since when its prompts are mailed; null where they are not. */
  readonly mailedSince: IsoDate | null;
  readonly evidence: readonly BroughtEvidence[];
  readonly impact: (Kept & { readonly document: Impact }) | null;
  readonly caseDraft: (Kept & { readonly document: CaseDraft }) | null;
}

export interface Staging {
  readonly folder: string;
  /** Of a key that is thrown away. */
  readonly keyHash: string;
  readonly plans: readonly BroughtPlan[];
  /** What is said of the version that stands. */
  readonly said: string;
  readonly now: string;
}

/** Writes folders that are nobody's yet. Where that fails, `dropStaged` takes away what was written. */
export async function stageFolders(db: Database, folders: readonly Staging[]): Promise<void> {
  for (const some of handfuls(folders.flatMap((one) => [...writesOf(one)])))
    await db.transaction().execute(async (transaction) => {
      for (const { write } of some) await write(transaction);
    });
}

/** Something that is written, and how large it is. */
interface Write {
  readonly bytes: number;
  readonly write: (transaction: Queryable) => Promise<unknown>;
}

function* writesOf(staging: Staging): Generator<Write> {
  const { folder, keyHash, plans, now } = staging;
  yield { bytes: 0, write: (transaction) => addStagedFolder(transaction, { folder, keyHash, now }) };
  for (const [index, brought] of plans.entries()) {
    yield { bytes: USUAL_PLAN, write: (transaction) => stagePlan(transaction, staging, brought, index + 1) };
    for (const version of brought.versions)
      yield {
        bytes: version.document.length,
        write: (transaction) => addVersion(transaction, brought.id, version),
      };
  }
}

/** What a plan takes, and what is kept beside it: near enough to know when to begin another transaction. */
const USUAL_PLAN = 32 * 1024;

function addStagedFolder(
  transaction: Queryable,
  { folder, keyHash, now }: Pick<Staging, 'folder' | 'keyHash' | 'now'>,
): Promise<unknown> {
  return transaction
    .insertInto('folder')
    .values({ id: folder, key_hash: keyHash, feed_hash: null, created_at: now, link_ended_at: now })
    .execute();
}

async function stagePlan(
  transaction: Queryable,
  { folder, said, now }: Staging,
  brought: BroughtPlan,
  number: number,
): Promise<void> {
  const { id, plan, createdAt, versions } = brought;
  const version = (versions.at(-1)?.version ?? 0) + 1;
  const standing = { version, said, savedAt: now, document: Buffer.from(planText(plan)) };
  await transaction
    .insertInto('plan')
    .values({
      id,
      folder_id: folder,
      number,
      version,
      title: plan.title,
      created_at: createdAt,
      saved_at: now,
      deleted_at: now,
    })
    .execute();
  await addVersion(transaction, id, standing);
  await addBeside(transaction, brought);
}

function addVersion(transaction: Queryable, plan: string, kept: BroughtVersion): Promise<unknown> {
  const { version, said, savedAt, document } = kept;
  return transaction
    .insertInto('plan_version')
    .values({ plan_id: plan, version, said, document: document.toString('utf8'), saved_at: savedAt })
    .execute();
}

async function addBeside(transaction: Queryable, brought: BroughtPlan): Promise<void> {
  const { id: plan_id, reflections, mailedSince, evidence, impact, caseDraft } = brought;
  for (const { prompt, state, answers, dueOn, version, writtenAt, savedAt } of reflections)
    await transaction
      .insertInto('reflection')
      .values({
        plan_id,
        prompt,
        state,
        answers: JSON.stringify(answers),
        due_on: dueOn,
        version,
        written_at: writtenAt,
        saved_at: savedAt,
      })
      .execute();
  if (mailedSince !== null)
    await transaction.insertInto('reflection_mail').values({ plan_id, asked_on: mailedSince }).execute();
  for (const one of evidence) await transaction.insertInto('evidence').values(evidenceRow(plan_id, one)).execute();
  for (const [table, kept] of [
    ['impact_summary', impact],
    ['case_draft', caseDraft],
  ] as const)
    if (kept)
      await transaction
        .insertInto(table)
        .values({ plan_id, document: JSON.stringify(kept.document), version: kept.version, saved_at: kept.savedAt })
        .execute();
}

function evidenceRow(plan_id: string, one: BroughtEvidence) {
  const { id, kind, title, words, happenedOn, url, source, step, parts, version, addedAt, savedAt } = one;
  return {
    id,
    plan_id,
    kind,
    title,
    words,
    happened_on: happenedOn,
    url,
    source,
    step,
    parts: JSON.stringify(parts),
    file_id: null,
    file_name: null,
    file_type: null,
    file_bytes: null,
    file_sha256: null,
    version,
    added_at: addedAt,
    saved_at: savedAt,
    deleted_at: null,
  };
}

/** Bytes in one transaction: each waits for the disk, and everybody else for each. */
const HANDFUL = 512 * 1024;

function* handfuls(writes: readonly Write[]): Generator<readonly Write[]> {
  let some: Write[] = [];
  let bytes = 0;
  for (const one of writes) {
    some.push(one);
    bytes += one.bytes;
    if (bytes < HANDFUL) continue;
    yield some;
    some = [];
    bytes = 0;
  }
  if (some.length > 0) yield some;
}

/** Makes staged folders an account's: from now on its owner has them. */
export async function keepStaged(
  transaction: Queryable,
  { account, folders, now }: { readonly account: string; readonly folders: readonly string[]; readonly now: string },
): Promise<void> {
  for (const folder of folders) {
    await transaction.updateTable('plan').set({ deleted_at: null }).where('folder_id', '=', folder).execute();
    await transaction
      .insertInto('account_folder')
      .values({ folder_id: folder, account_id: account, added_at: now })
      .execute();
  }
}

/** Takes staged folders away again, a plan at a time. */
export async function dropStaged(db: Database, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return;
  const plans = await db.selectFrom('plan').select('id').where('folder_id', 'in', folders).orderBy('id').execute();
  for (const { id } of plans)
    await db.transaction().execute(async (transaction) => {
      await removeBelowPlans(transaction, [id]);
      await transaction.deleteFrom('plan').where('id', '=', id).execute();
    });
  await db.deleteFrom('folder').where('id', 'in', folders).execute();
}
