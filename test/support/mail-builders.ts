import { randomUUID } from 'node:crypto';
import type { NewJob } from '../../src/db/jobs.ts';
import type { NewMail } from '../../src/db/mail.ts';
import { parseMailbox, type Mailbox } from '../../src/domain/mail/mail-address.ts';
import type { MailDraft } from '../../src/mail/write-mail.ts';

export const NOW = '2026-11-23T09:00:00.000Z';

export function aMailbox(address = 'jane@school.example', name = 'Jane Doe'): Mailbox {
  const parsed = parseMailbox({ name, address });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.mailbox;
}

export function aJob(given: Partial<NewJob> = {}): NewJob {
  const id = given.id ?? randomUUID();
  return {
    id,
    kind: 'send-mail',
    lane: 'mail',
    dedupeKey: id,
    payload: {},
    now: NOW,
    dueAt: NOW,
    giveUpAt: '2026-11-27T09:00:00.000Z',
    ...given,
  };
}

/** A message as the queue holds it. */
export function aQueuedMail(given: Partial<NewMail> = {}): NewMail {
  const job = given.job ?? aJob();
  return {
    job,
    kind: 'reminder',
    addressId: 'a'.repeat(64),
    messageId: `<${job.id}@next-steps.example>`,
    name: 'Jane Doe',
    address: 'jane@school.example',
    subject: 'Your plan waits for you',
    text: 'Your plan waits for you\n',
    html: '<p>Your plan waits for you</p>',
    calendar: '',
    replyTo: '',
    sentWithin: [],
    ...given,
  };
}

export function aDraft(given: Partial<MailDraft> = {}): MailDraft {
  return {
    kind: 'reminder',
    key: randomUUID(),
    to: aMailbox(),
    subject: 'Your plan waits for you',
    body: [{ kind: 'paragraph', text: 'Your half term is nearly over.' }],
    ...given,
  };
}
