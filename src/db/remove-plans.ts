import type { Database, Queryable } from './open-database.ts';

/** Plans removed in one transaction: enough to keep up, few enough that nobody waits for the lock. */
const REMOVED_AT_ONCE = 200;

/**
 * Removes for good what was deleted before `before`, with all its versions, and folders left with no plan. Gives how
 * many plans it removed, at most some hundreds: call it again until it gives 0.
 */
export async function removeDeletedPlans(db: Database, before: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const due = transaction
      .selectFrom('plan')
      .select('id')
      .where('deleted_at', '<', before)
      .orderBy('deleted_at')
      .orderBy('id')
      .limit(REMOVED_AT_ONCE);
    // Written to and not only read, so that nobody can bring one of them back from under us.
    const rows = await transaction
      .updateTable('plan')
      .set((set) => ({ deleted_at: set.ref('deleted_at') }))
      .where('id', 'in', due)
      .where('deleted_at', '<', before)
      .returning(['id', 'folder_id'])
      .execute();
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await removeWhatHangsOn(transaction, ids);
    await transaction.deleteFrom('plan').where('id', 'in', ids).execute();
    await removeEmptyFolders(transaction, [...new Set(rows.map((row) => row.folder_id))]);
    return rows.length;
  });
}

/** What is kept for the sake of a plan goes with it. */
async function removeWhatHangsOn(transaction: Queryable, plans: readonly string[]): Promise<void> {
  const shares = transaction.selectFrom('share').select('id').where('plan_id', 'in', plans);
  await transaction.deleteFrom('share_event').where('share_id', 'in', shares).execute();
  await transaction
    .updateTable('share')
    .set({ stands_in_for: null })
    .where('plan_id', 'in', plans)
    .where('stands_in_for', 'is not', null)
    .execute();
  for (const table of ['share', 'plan_opening', 'plan_version'] as const)
    await transaction.deleteFrom(table).where('plan_id', 'in', plans).execute();
}

/** A folder without a plan opens nothing: it goes, and out of its owner's account. */
async function removeEmptyFolders(transaction: Queryable, folders: readonly string[]): Promise<void> {
  const rows = await transaction
    .selectFrom('folder')
    .select('id')
    .where('id', 'in', folders)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('plan').select('plan.id').whereRef('plan.folder_id', '=', 'folder.id'))),
    )
    .execute();
  const empty = rows.map(({ id }) => id);
  if (empty.length === 0) return;
  for (const table of ['account_folder', 'sign_in_link'] as const)
    await transaction.deleteFrom(table).where('folder_id', 'in', empty).execute();
  await transaction.deleteFrom('folder').where('id', 'in', empty).execute();
}
