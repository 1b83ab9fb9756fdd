import { after } from '../../clock.ts';
import type { Identity } from '../../db/accounts.ts';
import { addSignInLink } from '../../db/sign-in.ts';
import { comparableAddress, type Mailbox } from '../../domain/mail/mail-address.ts';
import type { MailBody } from '../../domain/mail/mail-body.ts';
import { LINK_MINUTES } from '../../domain/account/sign-in-times.ts';
import { keyHash, newId, newKey } from '../../http/private-link.ts';
import type { Services } from '../../services/services.ts';
import { formatTime } from '../../ui/format.ts';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { Wanted } from './wanted.ts';

export interface LinkToSend {
  readonly to: Mailbox;
  readonly wanted: Wanted;
  /** Who they are at the other sign-in service, where that has not confirmed the address. */
  readonly identity: Identity | null;
}

const SUBJECT = 'Sign in to Next Steps';

/**
 * Sends a link, whoever the address belongs to: nothing is looked up, so that neither the answer nor its time can tell
 * whether there is an account. Gives the hash of the link's token.
 */
export async function sendLink(services: Services, { to, wanted, identity }: LinkToSend): Promise<string> {
  const { db, clock, mail } = services;
  const token = newKey();
  const tokenHash = keyHash(token);
  const now = clock.now();
  const expiresAt = after(now, LINK_MINUTES * 60_000);
  await db.transaction().execute(async (transaction) => {
    await addSignInLink(transaction, {
      tokenHash,
      address: comparableAddress(to),
      ...wanted,
      identity,
      now,
      expiresAt,
    });
    const body = bodyOf({ token, until: formatTime(expiresAt), wanted, elsewhere: elsewhereName(services, identity) });
    await mail.queue(transaction, { kind: 'sign-in', key: newId(), to, subject: SUBJECT, body });
  });
  return tokenHash;
}

function elsewhereName({ identityProvider }: Services, identity: Identity | null): string | undefined {
  return identity === null ? undefined : identityProvider?.name;
}

interface Told {
  readonly token: string;
  readonly until: string;
  readonly wanted: Wanted;
  readonly elsewhere: string | undefined;
}

function bodyOf({ token, until, wanted, elsewhere }: Told): MailBody {
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
  return [
    paragraph(
      `Open this link and press the button on its page. It works once, for ${LINK_MINUTES} minutes: until ${until}.`,
    ),
    { kind: 'link', text: 'Sign in', href: ACCOUNT_URLS.signInLink(token) },
    ...(wanted.folder === null
      ? []
      : [
          paragraph(
            'A plan is to be kept in your account. The page says which and asks you. Say no if you do not know it.',
          ),
        ]),
    ...(elsewhere === undefined
      ? []
      : [
          paragraph(
            `Somebody signed in with ${elsewhere} and gave this address, which ${elsewhere} has not confirmed. If that was you, open the link in the same browser: from then on ${elsewhere} signs you in without a mail.`,
          ),
        ]),
    paragraph('Nobody needs this link but you. Do not pass the mail on.'),
  ];
}
