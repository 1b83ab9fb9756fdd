import { addMails, getMailFate, type MailFate, type MailToSend } from '../db/mail.ts';
import type { Queryable } from '../db/open-database.ts';
import type { MailKeys } from './mail-keys.ts';
import type { Delivery, MailTransport, MayFinish } from './mail-transport.ts';
import { dedupeKeyOf, unsubscribeAddress, writeMail, type MailDraft, type Writer } from './write-mail.ts';

/** Mail as features and jobs know it. */
export interface Mail {
  readonly keys: MailKeys;
  readonly transport: MailTransport;
  /**
   * Queues a mail in the transaction of what caused it: it goes out if that is committed and only then. False where
   * this cause has been mailed already.
   */
  queue(transaction: Queryable, draft: MailDraft): Promise<boolean>;
  /** The same for many at once. Gives how many were queued. */
  queueAll(transaction: Queryable, drafts: readonly MailDraft[]): Promise<number>;
  /** What became of it; undefined where it was never queued, or so long ago that nothing is kept of it. */
  fateOf(db: Queryable, cause: Pick<MailDraft, 'kind' | 'key'>): Promise<MailFate | undefined>;
  /** Hands over a message that was queued. */
  send(mail: MailToSend, mayFinish?: MayFinish): Promise<Delivery>;
  close(): Promise<void>;
}

/** What mail is made with. */
export interface MailParts extends Writer {
  readonly transport: MailTransport;
  /** Tells whoever sends mail in this process that there is some. */
  readonly onQueued: () => void;
}

/** Mail is written when it is queued, and handed over byte for byte the same however often that is tried. */
export function openMail(parts: MailParts): Mail {
  const { from, keys, transport, onQueued } = parts;
  const queueAll = async (transaction: Queryable, drafts: readonly MailDraft[]) => {
    const queued = await addMails(
      transaction,
      drafts.map((draft) => writeMail(draft, parts)),
    );
    if (queued > 0) onQueued();
    return queued;
  };
  return {
    keys,
    transport,
    queue: async (transaction, draft) => (await queueAll(transaction, [draft])) === 1,
    queueAll,
    fateOf: (db, cause) => getMailFate(db, dedupeKeyOf(cause)),
    send: async (mail, mayFinish) => {
      // Read at the first mail: the service starts without it.
      const { composeMail } = await import('./compose-mail.ts');
      const message = {
        id: mail.id,
        from: from.address,
        to: mail.address,
        queuedAt: mail.queuedAt,
        bytes: composeMail(mail, from, unsubscribeAddress(mail, parts)),
      };
      return transport.send(message, mayFinish);
    },
    close: () => transport.close(),
  };
}
