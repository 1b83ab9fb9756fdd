import { parseMailbox, type Mailbox } from '../../domain/people/mail-address.ts';
import type { FieldErrors, Parsed, SentForm } from '../../http/form.ts';

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
  const parsed = parseMailbox({ name, address: form.one('address') });
  const address = parsed.ok ? parsed.mailbox.address.toLowerCase() : '';
  if (!parsed.ok && !errors.has('name')) errors.set('address', parsed.problem);
  if (address === own.toLowerCase())
    errors.set('address', 'This is your own email address. A case is answered by somebody else');
  if (errors.size > 0 || !parsed.ok) return { ok: false, errors };
  const mailbox = parseMailbox({ name, address });
  return mailbox.ok
    ? { ok: true, value: { ownName, to: mailbox.mailbox } }
    : { ok: false, errors: problemAt(mailbox.problem) };
}

function nameIn(form: SentForm, field: string, missing: string, errors: Map<string, string>): string {
  const name = form.one(field).replaceAll(/\s+/g, ' ');
  const read = parseMailbox({ name, address: 'somebody@school.example' });
  if (name === '') errors.set(field, missing);
  else if (!read.ok) errors.set(field, read.problem);
  return errors.has(field) ? '' : name;
}

function problemAt(problem: string): FieldErrors {
  return new Map([['address', problem]]);
}
