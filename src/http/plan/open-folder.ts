import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import { getFolder, type Folder } from '../../db/folders.ts';
import type { Services } from '../../services/services.ts';
import { isId, isKey, keyHash } from '../private-link.ts';
import { openAccount } from '../session.ts';

/** A folder that was opened, and by whom. */
export interface OpenedFolder {
  readonly folder: string;
  /** The folder's owner, where this browser is signed in as them. */
  readonly owner: Account | undefined;
  /** Whether the folder is in somebody's account. */
  readonly isKept: boolean;
}

/**
 * Opens a folder by what stands in an address: a private link's key opens it to anyone, the folder's id to whoever is
 * signed in as its owner. Undefined where it opens nothing.
 */
export async function openFolder(context: Context, services: Services, key: string): Promise<OpenedFolder | undefined> {
  const folder = await folderAt(services, key);
  if (!folder) return undefined;
  const owner = await ownerOf(context, services, folder);
  if (!isKey(key) && !owner) return undefined;
  return { folder: folder.id, owner, isKept: folder.account !== null };
}

async function folderAt({ db }: Services, key: string): Promise<Folder | undefined> {
  if (isKey(key)) return getFolder(db, { keyHash: keyHash(key) });
  return isId(key) ? getFolder(db, { id: key }) : undefined;
}

async function ownerOf(context: Context, services: Services, folder: Folder): Promise<Account | undefined> {
  if (folder.account === null) return undefined;
  const account = await openAccount(context, services);
  return account?.id === folder.account ? account : undefined;
}
