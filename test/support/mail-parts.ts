import { simpleParser, type ParsedMail } from 'mailparser';
import type { MailToSend, NewMail } from '../../src/db/mail.ts';
import { mailKeys, type MailKeys } from '../../src/mail/mail-keys.ts';
import { openMail, type Mail } from '../../src/mail/mail.ts';
import {
  HELD_BACK,
  type Delivery,
  type MailTransport,
  type MayFinish,
  type Outgoing,
} from '../../src/mail/mail-transport.ts';
import type { Writer } from '../../src/mail/write-mail.ts';
import { aMailbox, NOW } from './mail-builders.ts';
import { TEST_SECRET } from './test-app.ts';

/** Keeps what it is given; `answer` says what becomes of it. */
export class MemoryTransport implements MailTransport {
  readonly place = 'memory';
  readonly sent: Outgoing[] = [];
  answer: (message: Outgoing) => Delivery | Promise<Delivery> = () => ({ kind: 'accepted' });

  async send(message: Outgoing, mayFinish?: MayFinish): Promise<Delivery> {
    if (mayFinish && !(await mayFinish())) return HELD_BACK;
    const delivery = await this.answer(message);
    if (delivery.kind === 'accepted') this.sent.push(message);
    return delivery;
  }

  async forget(): Promise<void> {}
  async close(): Promise<void> {}
}

export const KEYS: MailKeys = mailKeys(() => TEST_SECRET);

export const WRITER: Writer = {
  from: aMailbox('next-steps@hub.example', 'Next Steps'),
  baseUrl: 'https://next-steps.example',
  keys: KEYS,
  now: () => NOW,
  hub: () => ({ name: 'Generate Teaching Hub', email: 'hub@hub.example' }),
};

export function aMail(transport: MailTransport = new MemoryTransport(), given: Partial<Writer> = {}): Mail {
  return openMail({ ...WRITER, ...given, transport, onQueued: () => undefined });
}

/** A written mail as whoever sends it reads it from the queue. */
export function asToSend({ job, ...mail }: NewMail): MailToSend {
  return { ...mail, id: job.id, queuedAt: job.now, isUnwanted: false };
}

/** As a mail program reads it. */
export function parsed(bytes: Buffer | string): Promise<ParsedMail> {
  return simpleParser(bytes, { skipTextToHtml: true, skipHtmlToText: true, skipTextLinks: true });
}
