import { emptyEndedMails, emptyMails, findMailToSend, type MailToSend } from '../db/mail.ts';
import { isStillTheirTurn, TURN } from '../db/share-turns.ts';
import type { Mail } from '../mail/mail.ts';
import type { MayFinish } from '../mail/mail-transport.ts';
import type { JobHandler, Result } from './result.ts';

/**
 * Hands messages over, but for those whose reader has meanwhile said that such mail is not wanted or done what they were
 * reminded of, and none outside the hours it keeps.
 */
export const sendMail: JobHandler = {
  begin: async (jobs, { db, mail, now }) => {
    const messages = await findMailToSend(
      db,
      jobs.map(({ id }) => id),
    );
    return async ({ id, payload }, mayFinish) => {
      const turn = TURN.safeParse(payload);
      if (turn.success && !(await isStillTheirTurn(db, turn.data))) return { kind: 'dropped' };
      return handOver(messages.get(id), { mail, now: now(), mayFinish });
    };
  },
  asksToFinish: true,
  tidy: (ended, { db }) => emptyMails(db, ended),
  sweep: async ({ db }) => {
    while ((await emptyEndedMails(db)) > 0);
  },
};

interface HandingOver {
  readonly mail: Mail;
  readonly now: string;
  readonly mayFinish: MayFinish | undefined;
}

async function handOver(message: MailToSend | undefined, { mail, now, mayFinish }: HandingOver): Promise<Result> {
  if (!message || message.isUnwanted) return { kind: 'dropped' };
  const { sentWithin } = message;
  if (sentWithin.length > 0 && !sentWithin.some(({ from, until }) => from <= now && now < until)) {
    const next = sentWithin.find(({ from }) => now < from);
    return next ? { kind: 'wait', until: next.from } : { kind: 'failed', because: 'its time was over' };
  }
  const delivery = await mail.send(message, mayFinish);
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
}
