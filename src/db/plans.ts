import { PLANS_AT_MOST, type Plan } from '../domain/plan/plan.ts';
import { parsePlan, planText } from '../schemas/plan-schema.ts';
import type { Database, Queryable } from './open-database.ts';

/** A plan as it is kept: its version, and when that was saved. */
export interface KeptPlan {
  readonly id: string;
  readonly folder: string;
  readonly number: number;
  readonly version: number;
  /** What the last change was. */
  readonly said: string;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly plan: Plan;
}

/** One line of a folder's list. */
export interface PlanLine {
  readonly number: number;
  readonly title: string;
  readonly version: number;
  readonly savedAt: string;
  readonly deletedAt: string | null;
}

export interface PlanVersion {
  readonly version: number;
  readonly said: string;
  readonly savedAt: string;
}

export interface NewPlan {
  readonly id: string;
  readonly plan: Plan;
  readonly said: string;
  readonly now: string;
}

/** The plans of a folder in the order they were made, deleted ones among them until they are gone. */
export async function findPlans(db: Queryable, folder: string): Promise<readonly PlanLine[]> {
  const rows = await db
    .selectFrom('plan')
    .select(['number', 'title', 'version', 'saved_at', 'deleted_at'])
    .where('folder_id', '=', folder)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    version: row.version,
    savedAt: row.saved_at,
    deletedAt: row.deleted_at,
  }));
}

/** A plan that is not deleted, at the version that stands. */
export async function getPlan(db: Queryable, folder: string, number: number): Promise<KeptPlan | undefined> {
  const row = await standing(db)
    .where('plan.folder_id', '=', folder)
    .where('plan.number', '=', number)
    .executeTakeFirst();
  return row && keptPlanIn(row);
}

/** The same by its id, for whoever comes to it by something else than its folder. */
export async function getPlanById(db: Queryable, id: string): Promise<KeptPlan | undefined> {
  const row = await standing(db).where('plan.id', '=', id).executeTakeFirst();
  return row && keptPlanIn(row);
}

function standing(db: Queryable) {
  return db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.version', '=', 'plan.version'),
    )
    .select([
      'plan.id',
      'plan.folder_id',
      'plan.number',
      'plan.version',
      'plan.created_at',
      'plan.saved_at',
      'plan_version.said',
      'plan_version.document',
    ])
    .where('plan.deleted_at', 'is', null);
}

function keptPlanIn(row: StandingRow): KeptPlan {
  return {
    id: row.id,
    folder: row.folder_id,
    number: row.number,
    version: row.version,
    said: row.said,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    plan: planIn(row.document),
  };
}

interface StandingRow {
  readonly id: string;
  readonly folder_id: string;
  readonly number: number;
  readonly version: number;
  readonly created_at: string;
  readonly saved_at: string;
  readonly said: string;
  readonly document: string;
}

function planIn(document: string): Plan {
  const parsed = parsePlan(document);
  if (!parsed.ok) throw new Error(`a kept plan cannot be read: ${parsed.problem}`);
  return parsed.plan;
}

/**
 * Adds a plan to a folder under the next number, as version 1; gives its number. `undefined` where the folder is full.
 * One whose id the folder holds already was asked for twice: it is not made again. Two at once each get a number of
 * their own: the folder's row is locked until the work is done.
 */
export async function addPlan(transaction: Queryable, folder: string, made: NewPlan): Promise<number | undefined> {
  await transaction.updateTable('folder').set({ id: folder }).where('id', '=', folder).execute();
  const there = await transaction
    .selectFrom('plan')
    .select('number')
    .where('id', '=', made.id)
    .where('folder_id', '=', folder)
    .executeTakeFirst();
  if (there) return there.number;
  const { newest, count } = await transaction
    .selectFrom('plan')
    .select((select) => [select.fn.max('number').as('newest'), select.fn.countAll<number>().as('count')])
    .where('folder_id', '=', folder)
    .executeTakeFirstOrThrow();
  if (count >= PLANS_AT_MOST) return undefined;
  const number = (newest ?? 0) + 1;
  const { id, plan, said, now } = made;
  await transaction
    .insertInto('plan')
    .values({
      id,
      folder_id: folder,
      number,
      version: 1,
      title: plan.title,
      created_at: now,
      saved_at: now,
      deleted_at: null,
    })
    .execute();
  await addVersion(transaction, id, { version: 1, said, plan, now });
  return number;
}

/** What is saved: the plan after a change made to version `from`. */
export interface Saving {
  readonly from: number;
  readonly plan: Plan;
  readonly said: string;
  readonly now: string;
}

/**
 * Saves a plan as its next version. False where somebody else saved in between, or it was deleted: nothing is written
 * then. Once this has returned, the change is on the disk.
 */
export async function savePlan(db: Database, id: string, saving: Saving): Promise<boolean> {
  const { from, plan, said, now } = saving;
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('plan')
      .set({ version: from + 1, title: plan.title, saved_at: now })
      .where('id', '=', id)
      .where('version', '=', from)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) return false;
    await addVersion(transaction, id, { version: from + 1, said, plan, now });
    return true;
  });
}

interface AddedVersion {
  readonly version: number;
  readonly said: string;
  readonly plan: Plan;
  readonly now: string;
}

async function addVersion(db: Queryable, id: string, { version, said, plan, now }: AddedVersion): Promise<void> {
  await db
    .insertInto('plan_version')
    .values({ plan_id: id, version, said, document: planText(plan), saved_at: now })
    .execute();
}

/** A plan's versions without their contents, the newest first, `atMost` of them from before `before`. */
export async function findVersions(
  db: Queryable,
  id: string,
  { before, atMost }: { readonly before: number; readonly atMost: number },
): Promise<readonly PlanVersion[]> {
  const rows = await db
    .selectFrom('plan_version')
    .select(['version', 'said', 'saved_at'])
    .where('plan_id', '=', id)
    .where('version', '<', before)
    .orderBy('version', 'desc')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({ version: row.version, said: row.said, savedAt: row.saved_at }));
}

/** One version with its content. */
export async function getVersion(
  db: Queryable,
  id: string,
  version: number,
): Promise<(PlanVersion & { readonly plan: Plan }) | undefined> {
  const row = await db
    .selectFrom('plan_version')
    .select(['version', 'said', 'saved_at', 'document'])
    .where('plan_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return (
    row && {
      version: row.version,
      said: row.said,
      savedAt: row.saved_at,
      plan: planIn(row.document),
    }
  );
}

/** Deletes a plan, to be brought back within thirty days. False where it is deleted already or was never there. */
export async function deletePlan(db: Queryable, folder: string, number: number, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plan')
    .set({ deleted_at: now })
    .where('folder_id', '=', folder)
    .where('number', '=', number)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Brings a deleted plan back as it was. False where there is none to bring back. */
export async function restorePlan(db: Queryable, folder: string, number: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plan')
    .set({ deleted_at: null })
    .where('folder_id', '=', folder)
    .where('number', '=', number)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}
