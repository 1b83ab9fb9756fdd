import type { Queryable } from './open-database.ts';

/** A link that moves an account to another address. */
export interface AddressChange {
  readonly account: string;
  readonly address: string;
}

/** Keeps a link that was sent to a new address; one that was sent before moves the account nowhere any more. */
export async function addAddressChange(
  transaction: Queryable,
  change: AddressChange & { readonly tokenHash: string; readonly now: string; readonly expiresAt: string },
): Promise<void> {
  await removeAddressChanges(transaction, change.account);
  await transaction
    .insertInto('address_change')
    .values({
      token_hash: change.tokenHash,
      account_id: change.account,
      address: change.address,
      created_at: change.now,
      expires_at: change.expiresAt,
    })
    .execute();
}

/** What a link changes, while it can be used. Looking at it uses nothing up. */
export async function getAddressChange(
  db: Queryable,
  tokenHash: string,
  now: string,
): Promise<AddressChange | undefined> {
  const row = await db
    .selectFrom('address_change')
    .select(['account_id', 'address'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && { account: row.account_id, address: row.address };
}

/** Ends all links of an account that would move it. */
export async function removeAddressChanges(transaction: Queryable, account: string): Promise<void> {
  await transaction.deleteFrom('address_change').where('account_id', '=', account).execute();
}

/** Forgets links whose time was over before `before`. */
export async function removeOldAddressChanges(db: Queryable, before: string): Promise<void> {
  await db.deleteFrom('address_change').where('expires_at', '<', before).execute();
}

/**
 * Moves an account to another address. False where another account has that address. Of two who want it at the very
 * same moment the second fails, and nothing of theirs is changed: no two accounts ever have one address.
 */
export async function saveAddress(transaction: Queryable, account: string, address: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set({ address })
    .where('id', '=', account)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account as other').select('other.id').where('other.address', '=', address))),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Whether an address, in small letters, is an account’s, closed ones among them. */
export async function hasAccount(db: Queryable, address: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').where('address', '=', address).executeTakeFirst();
  return row !== undefined;
}
