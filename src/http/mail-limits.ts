import { countedMailbox } from '../domain/mail/mail-address.ts';
import type { Services } from '../services/services.ts';
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

/** One sender can be a nuisance to one person; a whole staff, on the day of a course, all write to one head. */
const TO_ONE_FROM_ONE: Limit = { times: 5, minutes: A_DAY };
const TO_ONE_FROM_ALL: Limit = { times: 60, minutes: A_DAY };
const TOO_MANY_TO_ONE =
  'This address has had as many mails as it can have in a day. Talk to them, or try again tomorrow.';

/** Counts a mail of one kind by an account, and throws TooMany where it would be one too many in the day. */
export async function limitMailFrom(services: Services, kind: SentKind, account: string): Promise<void> {
  const { times, message } = MAILS_FROM_ONE[kind];
  await limitAttempts(services, { kind: `${kind}-from`, who: account, limit: { times, minutes: A_DAY }, message });
}

/**
 * Counts a mail of whatever kind to somebody, by an account or, without one, by whoever is not signed in; those have
 * one share together, so that nobody unknown can use up a colleague's. Throws TooMany beyond five a day from one sender
 * or sixty from all.
 */
export async function limitMailTo(
  services: Services,
  address: string,
  { from, message = TOO_MANY_TO_ONE }: { readonly from?: string; readonly message?: string } = {},
): Promise<void> {
  const to = countedMailbox(address);
  await limitAttempts(services, { kind: 'mail-pair', who: `${from ?? ''} ${to}`, limit: TO_ONE_FROM_ONE, message });
  await limitAttempts(services, { kind: 'mail-to', who: to, limit: TO_ONE_FROM_ALL, message });
}
