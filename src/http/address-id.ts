import { mailboxOf } from '../domain/mail/mail-address.ts';
import type { Services } from '../services/services.ts';

/** What an account's address is known by where mails and choices about them are kept. */
export function addressIdOf({ keys }: Services['mail'], address: string): string {
  return keys.addressId(mailboxOf({ name: '', address }));
}
