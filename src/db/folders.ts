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

/** The folder a key opens, by the key's hash, or the one of an id. There is none while its account waits to be removed. */
export async function getFolder(
  db: Queryable,
  by: { readonly keyHash: string } | { readonly id: string },
): Promise<Folder | undefined> {
  const [column, value] = 'id' in by ? (['folder.id', by.id] as const) : (['folder.key_hash', by.keyHash] as const);
  const row = await db
    .selectFrom('folder')
    .leftJoin('account_folder', 'account_folder.folder_id', 'folder.id')
    .leftJoin('account', 'account.id', 'account_folder.account_id')
    .select(['folder.id', 'account_folder.account_id'])
    .where(column, '=', value)
    .where('account.deleted_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, account: row.account_id };
}

/** The folder a calendar feed shows, by its key's hash. */
export async function getFolderOfFeed(db: Queryable, feedHash: string): Promise<{ readonly id: string } | undefined> {
  return db
    .selectFrom('folder')
    .leftJoin('account_folder', 'account_folder.folder_id', 'folder.id')
    .leftJoin('account', 'account.id', 'account_folder.account_id')
    .select('folder.id')
    .where('folder.feed_hash', '=', feedHash)
    .where('account.deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Gives a folder's calendar feed a key; the one it had before opens nothing any more. `null` ends the feed. */
export async function saveFeedHash(db: Queryable, folder: string, feedHash: string | null): Promise<void> {
  await db.updateTable('folder').set({ feed_hash: feedHash }).where('id', '=', folder).execute();
}

/**
 * Gives a folder's private link another key: the one it had before opens nothing any more. With `endedAt` the new key is
 * one that nobody has, and from then on no private link opens the folder. Its calendar link ends with the old key, for
 * whoever had that one may have made it.
 */
export async function saveKeyHash(
  transaction: Queryable,
  folder: string,
  { keyHash, endedAt }: { readonly keyHash: string; readonly endedAt: string | null },
): Promise<void> {
  await transaction
    .updateTable('folder')
    .set({ key_hash: keyHash, feed_hash: null, link_ended_at: endedAt })
    .where('id', '=', folder)
    .execute();
}

/** Whether a calendar can follow this folder. */
export async function hasFeed(db: Queryable, folder: string): Promise<boolean> {
  const row = await db.selectFrom('folder').select('feed_hash').where('id', '=', folder).executeTakeFirst();
  return row?.feed_hash != null;
}
