import { addAccountEvent, addIdentity, getAccountOfIdentity, type Identity } from '../../db/accounts.ts';
import type { Queryable } from '../../db/open-database.ts';
import type { Services } from '../../services/services.ts';

/** Has another sign-in service sign somebody in to an account from now on, and tells the account's owner of it. */
export async function join(
  { clock, identityProvider }: Services,
  transaction: Queryable,
  { identity, account }: { readonly identity: Identity; readonly account: string },
): Promise<void> {
  if (await getAccountOfIdentity(transaction, identity)) return;
  const now = clock.now();
  if (!(await addIdentity(transaction, { identity, account, now }))) return;
  const said = `Joined the account to ${identityProvider?.name ?? 'another sign-in service'}, which signs you in from then on.`;
  await addAccountEvent(transaction, { account, said, now });
}
