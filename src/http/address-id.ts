import { parseMailbox } from '../domain/people/mail-address.ts';
import type { Services } from '../services.ts';

/** What an account's address is known by where mails and choices about them are kept. */
export function addressIdOf({ keys }: Services['mail'], address: string): string {
  const parsed = parseMailbox({ name: '', address });
  if (!parsed.ok) throw new Error('an account has an address that cannot be mailed');
  return keys.addressId(parsed.mailbox);
}
