import { emptyMails, getMailToSend } from '../db/mail.ts';
import type { JobHandler, Result } from './result.ts';

/** Hands one message over, unless its reader has meanwhile said that such mail is not wanted. */
export const sendMail: JobHandler = {
  run: async ({ id }, { db, mail }): Promise<Result> => {
    const message = await getMailToSend(db, id);
    if (!message || message.isUnwanted) return { kind: 'dropped' };
    const delivery = await mail.send(message);
    switch (delivery.kind) {
      case 'accepted':
        return { kind: 'done' };
      case 'refused':
        return { kind: 'failed', because: delivery.because };
      case 'deferred':
        return { kind: 'later', because: delivery.because };
      case 'unreachable':
        return { kind: 'stop', begun: delivery.begun, because: delivery.because };
      default:
        return delivery satisfies never;
    }
  },
  tidy: (ended, { db }) => emptyMails(db, ended),
};
