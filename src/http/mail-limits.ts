import type { Services } from '../services.ts';
import { limitAttempts, type Limit } from './rate-limit.ts';

const A_DAY = 24 * 60;

/** What somebody can send to others from a plan, and how often in a day. */
const MAILS_FROM_ONE = {
  share: { times: 20, message: 'You have sent as many mails as can be sent in a day. Try again tomorrow.' },
  case: { times: 10, message: 'Too many cases were sent today. Nothing was sent just now: try again tomorrow.' },
  /** Enough for a week of moved meetings. */
  invitation: {
    times: 20,
    message: 'You have sent many invitations today. Agree the time in person, or come back tomorrow.',
  },
} as const;

export type SentKind = keyof typeof MAILS_FROM_ONE;

const TO_ONE_ADDRESS: Limit = { times: 5, minutes: A_DAY };
const TOO_MANY_TO_ONE =
  'This address has had as many mails as it can have in a day. Talk to them, or try again tomorrow.';

/** Counts a mail of one kind by an account, and throws TooMany where it would be one too many in the day. */
export async function limitMailFrom(services: Services, kind: SentKind, account: string): Promise<void> {
  const { times, message } = MAILS_FROM_ONE[kind];
  await limitAttempts(services, { kind: `${kind}-from`, who: account, limit: { times, minutes: A_DAY }, message });
}

/**
 * Counts a mail to somebody, whoever sends it and of whatever kind: many senders, or one by several ways, do not fill
 * one mailbox. Throws TooMany where it would be one too many in the day.
 */
export async function limitMailTo(services: Services, address: string, message = TOO_MANY_TO_ONE): Promise<void> {
  const who = address.toLowerCase();
  await limitAttempts(services, { kind: 'mail-to', who, limit: TO_ONE_ADDRESS, message });
}
