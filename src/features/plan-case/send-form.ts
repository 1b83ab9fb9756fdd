import {
  comparableAddress,
  faultOfName,
  mailboxOf,
  parseMailbox,
  type Mailbox,
} from '../../domain/mail/mail-address.ts';
import type { Parsed, SentForm } from '../../http/form.ts';

/** Whom a case goes to, and what its sender is called there. */
export interface Sending {
  readonly ownName: string;
  readonly to: Mailbox;
}

/** Reads both names and the address, each fault at its field. `own` is the sender's address: nobody answers their own case. */
export function readSending(form: SentForm, own: string): Parsed<Sending> {
  const errors = new Map<string, string>();
  const ownName = nameIn(form, 'own-name', 'Enter your name, as your sponsor knows you', errors);
  const name = nameIn(form, 'name', 'Enter the name of whoever answers', errors);
  const typed = form.one('address');
  const parsed = parseMailbox({ address: typed });
  const address = parsed.ok ? comparableAddress(parsed.mailbox) : '';
  if (!parsed.ok) errors.set('address', typed === '' ? 'Enter their email address' : parsed.problem);
  if (address === own.toLowerCase())
    errors.set('address', 'This is your own email address. A case is answered by somebody else');
  if (errors.size > 0) return { ok: false, errors };
  return { ok: true, value: { ownName, to: mailboxOf({ name, address }) } };
}

function nameIn(form: SentForm, field: string, missing: string, errors: Map<string, string>): string {
  const name = form.one(field).replaceAll(/\s+/g, ' ');
  const fault = name === '' ? missing : faultOfName(name);
  if (fault !== undefined) errors.set(field, fault);
  return name;
}
