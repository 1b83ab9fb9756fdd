import type { Context } from 'hono';
import { addAccountEvent, addAccountFolder, type Account } from '../../db/accounts.ts';
import { getFolder } from '../../db/folders.ts';
import type { Queryable } from '../../db/open-database.ts';
import { browserName } from '../../http/browser-name.ts';
import { beginSession } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { Wanted } from './wanted.ts';

/** Somebody who has proved who they are, and what they signed in for. */
export interface Entering {
  readonly account: Account;
  readonly isNew: boolean;
  readonly wanted: Wanted;
  /** Ends the sentence "Signed in …". */
  readonly how: string;
}

/** A browser that is signed in, and where it goes on. */
export interface Entered {
  /** To be handed to the browser once the transaction is committed. */
  readonly token: string;
  readonly next: string;
  /** The plans that were to be kept are in another account, and stay there. */
  readonly isKeptElsewhere: boolean;
}

/** Signs a browser in, keeps what was to be kept, and notes both for the account's owner. */
export async function enter(
  context: Context,
  services: Services,
  transaction: Queryable,
  { account, isNew, wanted, how }: Entering,
): Promise<Entered> {
  const now = services.clock.now();
  const token = await beginSession(context, services, transaction, account.id);
  const browser = browserName(context.req.header('User-Agent') ?? '');
  const said = `${isNew ? 'Made the account and signed' : 'Signed'} in ${how} (${browser}).`;
  await addAccountEvent(transaction, { account: account.id, said, now });
  // It waits to be removed: all it can do is be brought back, on its own page.
  if (account.deletedAt !== null) return { token, next: ACCOUNT_URLS.account(), isKeptElsewhere: false };
  const isKept = await keepFolder(transaction, { account: account.id, folder: wanted.folder, now });
  return { token, next: wanted.next, isKeptElsewhere: !isKept };
}

/** Puts a folder into an account. False where it is in another one; true where there is none to keep. */
export async function keepFolder(
  transaction: Queryable,
  { account, folder, now }: { readonly account: string; readonly folder: string | null; readonly now: string },
): Promise<boolean> {
  if (folder === null) return true;
  const before = await getFolder(transaction, { id: folder });
  const isKept = await addAccountFolder(transaction, { account, folder, now });
  if (isKept && before?.account !== account)
    await addAccountEvent(transaction, { account, said: 'Put the plans of a private link into the account.', now });
  return isKept;
}
