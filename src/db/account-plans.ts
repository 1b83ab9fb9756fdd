import type { Queryable } from './open-database.ts';

/** One plan of an account, as its list shows it. */
export interface AccountPlan {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly savedAt: string;
  readonly deletedAt: string | null;
}

/** The plans that lie under one private link. */
export interface AccountFolder {
  readonly id: string;
  /** Since when no private link opens it; null where one does. */
  readonly linkEndedAt: string | null;
  readonly plans: readonly AccountPlan[];
}

/** The plans of an account by folder, in the order they came into it; deleted ones among them until they are gone. */
export async function findAccountPlans(db: Queryable, account: string): Promise<readonly AccountFolder[]> {
  const rows = await db
    .selectFrom('account_folder')
    .innerJoin('folder', 'folder.id', 'account_folder.folder_id')
    .innerJoin('plan', 'plan.folder_id', 'folder.id')
    .select([
      'folder.id as folder_id',
      'folder.link_ended_at',
      'plan.id',
      'plan.number',
      'plan.title',
      'plan.saved_at',
      'plan.deleted_at',
    ])
    .where('account_folder.account_id', '=', account)
    .orderBy('account_folder.added_at')
    .orderBy('folder.id')
    .orderBy('plan.number')
    .execute();
  return [...Map.groupBy(rows, (row) => row.folder_id)].map(([id, plans]) => ({
    id,
    linkEndedAt: plans[0]?.link_ended_at ?? null,
    plans: plans.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      savedAt: row.saved_at,
      deletedAt: row.deleted_at,
    })),
  }));
}

/** Whether a folder is in an account. */
export async function hasFolder(db: Queryable, account: string, folder: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_folder')
    .select('folder_id')
    .where('account_id', '=', account)
    .where('folder_id', '=', folder)
    .executeTakeFirst();
  return row !== undefined;
}
