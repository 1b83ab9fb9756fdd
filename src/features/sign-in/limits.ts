import type { Context } from 'hono';
import { comparableAddress, countedMailbox, type Mailbox } from '../../domain/mail/mail-address.ts';
import { LINK_MINUTES } from '../../domain/account/sign-in-times.ts';
import { clientNetwork } from '../../http/client-network.ts';
import { TooMany } from '../../http/problems.ts';
import { limitAttempts, type Limit } from '../../http/rate-limit.ts';
import type { Services } from '../../services/services.ts';

/**
 * The stretch in which links to one address are counted is as long as a link works. So whoever is refused a link was
 * sent one in the same stretch that still works: filling up somebody's share locks nobody out.
 */
const LINKS_TO_ADDRESS: Limit = { times: 5, minutes: LINK_MINUTES };
/**
 * Nobody signs in as often on a day, and nobody is to be mailed as often. Beyond it one link is sent in each stretch, and
 * not none: else anybody could lock somebody out for the rest of the day.
 */
const LINKS_OF_A_DAY: Limit = { times: 30, minutes: 24 * 60 };
const LINKS_BEYOND_IT: Limit = { times: 1, minutes: LINK_MINUTES };
/** A whole school is one network: all its staff on a training day stay below. */
const LINKS_FROM_NETWORK: Limit = { times: 100, minutes: LINK_MINUTES };
const PRESSES_FROM_NETWORK: Limit = { times: 300, minutes: LINK_MINUTES };

const TOO_MANY_LINKS =
  'Several links were asked for within a few minutes. The newest one you were sent still works: look in your mail, and where it keeps junk. You can ask for another in a quarter of an hour.';
const TOO_MANY_PRESSES =
  'Many links were opened from your network within a few minutes. Yours is not used up: open it from your mail again in a little while, or from another network.';

/** Counts one link that is asked for; throws TooMany beyond what one network and one address may. */
export async function limitLinks(context: Context, services: Services, mailbox: Mailbox): Promise<void> {
  const network = clientNetwork(context, services.config);
  const message = TOO_MANY_LINKS;
  await limitAttempts(services, { kind: 'link-from-network', who: network, limit: LINKS_FROM_NETWORK, message });
  const who = comparableAddress(mailbox);
  await limitLabelled(services, who);
  await limitAttempts(services, { kind: 'link-to-address', who, limit: LINKS_TO_ADDRESS, message });
  try {
    await limitAttempts(services, { kind: 'link-of-a-day', who, limit: LINKS_OF_A_DAY, message });
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    await limitAttempts(services, { kind: 'link-beyond', who, limit: LINKS_BEYOND_IT, message });
  }
}

/**
 * Addresses that differ in a label alone are one mailbox, and have together what one address has. The mailbox's address
 * without a label keeps its own: whoever invents labels must not lock its owner out.
 */
async function limitLabelled(services: Services, address: string): Promise<void> {
  const who = countedMailbox(address);
  if (who === address) return;
  const message = TOO_MANY_LINKS;
  await limitAttempts(services, { kind: 'link-to-labelled', who, limit: LINKS_TO_ADDRESS, message });
  await limitAttempts(services, { kind: 'labelled-of-a-day', who, limit: LINKS_OF_A_DAY, message });
}

/** Counts one attempt to be signed in, by a link or from another service. */
export async function limitPresses(context: Context, services: Services): Promise<void> {
  const who = clientNetwork(context, services.config);
  await limitAttempts(services, { kind: 'press', who, limit: PRESSES_FROM_NETWORK, message: TOO_MANY_PRESSES });
}
