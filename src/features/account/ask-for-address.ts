import { after } from '../../clock.ts';
import { addAccountEvent, type Account } from '../../db/accounts.ts';
import { addAddressChange, hasAccount } from '../../db/address-changes.ts';
import { comparableAddress, countedMailbox, parseMailbox } from '../../domain/mail/mail-address.ts';
import { ADDRESS_CHANGE_MINUTES } from '../../domain/account/retention.ts';
import { keyHash, newId, newKey } from '../../http/private-link.ts';
import { limitAttempts } from '../../http/rate-limit.ts';
import { addressTakenMail, newAddressMail } from '../../mail/account-mails.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS } from '../../urls.ts';

const MINUTE_MS = 60_000;
const LIMIT = { times: 5, minutes: 60 } as const;
const LIMIT_OF_A_DAY = { times: 10, minutes: 24 * 60 } as const;
const TOO_MANY_TODAY =
  'We have sent several links to that address today. Look for the newest one there, or try again tomorrow.';
const TOO_MANY = 'We have sent several links already. Look for the newest one, or try again in an hour.';

/**
 * Sends a link to a new address. Gives what is wrong with what was typed; nothing where a mail is on its way. Whether
 * the address has an account is said in the mail alone, to whoever reads it.
 */
export async function askForAddress(services: Services, account: Account, typed: string): Promise<string | undefined> {
  const { db, clock, mail } = services;
  const parsed = parseMailbox({ name: account.name, address: typed });
  if (!parsed.ok) return parsed.problem;
  const address = comparableAddress(parsed.mailbox);
  if (address === account.address) return 'This is the address you have. Enter the one to move to';
  const mailbox = countedMailbox(address);
  for (const who of [account.id, mailbox])
    await limitAttempts(services, { kind: 'new-address', who, limit: LIMIT, message: TOO_MANY });
  const today = { kind: 'new-address-of-a-day', who: mailbox, limit: LIMIT_OF_A_DAY, message: TOO_MANY_TODAY };
  await limitAttempts(services, today);
  const token = newKey();
  const now = clock.now();
  const draft = { key: newId(), to: parsed.mailbox };
  await db.transaction().execute(async (transaction) => {
    const isTaken = await hasAccount(transaction, address);
    const expiresAt = after(now, ADDRESS_CHANGE_MINUTES * MINUTE_MS);
    const change = { account: account.id, address, tokenHash: keyHash(token), now, expiresAt };
    // Kept in either case, though nobody is sent this link: else what became of the one before would tell.
    await addAddressChange(transaction, change);
    const href = ACCOUNT_URLS.accountAddress(token);
    await mail.queue(transaction, isTaken ? addressTakenMail(draft) : newAddressMail({ ...draft, href }));
    const said = 'Asked for a link to move the account to another address.';
    await addAccountEvent(transaction, { account: account.id, said, now });
  });
  return undefined;
}
