import type { Queryable } from './open-database.ts';

export interface NewFolder {
  readonly id: string;
  readonly keyHash: string;
  readonly now: string;
}

export async function addFolder(db: Queryable, { id, keyHash, now }: NewFolder): Promise<void> {
  await db.insertInto('folder').values({ id, key_hash: keyHash, feed_hash: null, created_at: now }).execute();
}

/** A folder, and the account it is in. */
export interface Folder {
  readonly id: string;
  readonly account: string | null;
}

/** The folder a key opens, by the key's hash, or the one of an id. */
export async function getFolder(
  db: Queryable,
  by: { readonly keyHash: string } | { readonly id: string },
): Promise<Folder | undefined> {
  const [column, value] = 'id' in by ? (['folder.id', by.id] as const) : (['folder.key_hash', by.keyHash] as const);
  const row = await db
    .selectFrom('folder')
    .leftJoin('account_folder', 'account_folder.folder_id', 'folder.id')
    .select(['folder.id', 'account_folder.account_id'])
    .where(column, '=', value)
    .executeTakeFirst();
  return row && { id: row.id, account: row.account_id };
}

/** The folder a calendar feed shows, by its key's hash. */
export async function getFolderOfFeed(db: Queryable, feedHash: string): Promise<{ readonly id: string } | undefined> {
  return db.selectFrom('folder').select('id').where('feed_hash', '=', feedHash).executeTakeFirst();
}

/** Gives a folder's calendar feed a key; the one it had before opens nothing any more. `null` ends the feed. */
export async function saveFeedHash(db: Queryable, folder: string, feedHash: string | null): Promise<void> {
  await db.updateTable('folder').set({ feed_hash: feedHash }).where('id', '=', folder).execute();
}

export async function hasFeed(db: Queryable, folder: string): Promise<boolean> {
  const row = await db.selectFrom('folder').select('feed_hash').where('id', '=', folder).executeTakeFirst();
  return row?.feed_hash != null;
}
