import { DELETED_KEPT_DAYS } from '../domain/plan/plan.ts';
import { addAccountEvent } from './accounts.ts';
import type { Database, Queryable } from './open-database.ts';
import { removeBelowPlans } from './personal-data.ts';

/** Plans removed in one transaction: enough to keep up, few enough that nobody waits for the lock. */
const REMOVED_AT_ONCE = 200;

/**
 * Removes for good what was deleted before `before`, with all its versions, and folders left with no plan. Gives how
 * many plans it removed, at most some hundreds: call it again until it gives 0.
 */
export async function removeDeletedPlans(db: Database, before: string, now: string): Promise<number> {
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
      .returning(['id', 'folder_id', 'title'])
      .execute();
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await removeBelowPlans(transaction, ids);
    await tellAccounts(transaction, rows, now);
    await transaction.deleteFrom('plan').where('id', 'in', ids).execute();
    await removeEmptyFolders(transaction, [...new Set(rows.map((row) => row.folder_id))]);
    return rows.length;
  });
}

/** The accounts that plans were in are told which of them went. */
async function tellAccounts(
  transaction: Queryable,
  plans: readonly { readonly folder_id: string; readonly title: string }[],
  now: string,
): Promise<void> {
  const folders = [...new Set(plans.map((plan) => plan.folder_id))];
  const kept = await transaction
    .selectFrom('account_folder')
    .select(['folder_id', 'account_id'])
    .where('folder_id', 'in', folders)
    .execute();
  const accounts = new Map(kept.map((row) => [row.folder_id, row.account_id]));
  for (const { folder_id, title } of plans) {
    const account = accounts.get(folder_id);
    const said = `Your plan “${title}” was removed for good, ${DELETED_KEPT_DAYS} days after it was deleted.`;
    if (account !== undefined) await addAccountEvent(transaction, { account, said, now });
  }
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
