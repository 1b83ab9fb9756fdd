import type { IsoDate } from '../domain/date.ts';
import { dayInWords } from '../domain/day-words.ts';
import type { Mailbox } from '../domain/mail/mail-address.ts';
import { ADDRESS_CHANGE_MINUTES, CLOSED_KEPT_DAYS, UNUSED_MONTHS } from '../domain/account/retention.ts';
import { ACCOUNT_URLS } from '../urls.ts';
import type { MailDraft } from './write-mail.ts';

/*
 * Each is queued in the transaction that changes the account, which happens once: its key is any that nobody has had,
 * so that nothing of an account that is gone stands in the queue’s record.
 */

/** To whoever has not used their account for long: when it will be closed, and what keeps it. */
export function warningMail({
  key,
  to,
  usedOn,
  until,
  which,
}: {
  readonly key: string;
  readonly to: Mailbox;
  readonly usedOn: IsoDate;
  readonly until: IsoDate;
  readonly which: 'first' | 'second';
}): MailDraft {
  return {
    kind: 'account',
    key: `unused/${key}`,
    to,
    subject:
      which === 'first'
        ? 'Your account in Next Steps will be closed unless you use it'
        : 'Your account in Next Steps will be closed in a week',
    body: [
      {
        kind: 'paragraph',
        text: `It will be closed after ${dayInWords(until)}, with the plans in it. You last used it on ${dayInWords(usedOn)}, and we keep what is not used for ${UNUSED_MONTHS} months and no longer.`,
      },
      {
        kind: 'paragraph',
        text: 'To keep it, sign in once, or open one of your plans by its private link. You need do nothing else.',
      },
      { kind: 'link', text: 'Sign in and keep it', href: ACCOUNT_URLS.signIn() },
      {
        kind: 'paragraph',
        text: `To let it go, do nothing. For ${CLOSED_KEPT_DAYS} days after it is closed you can still sign in and bring it back. Then it is gone for good.`,
      },
    ],
  };
}

/** To whoever's account has been closed, by themselves or because nobody used it. */
export function closedMail({
  key,
  to,
  until,
  by,
}: {
  readonly key: string;
  readonly to: Mailbox;
  readonly until: IsoDate;
  readonly by: 'owner' | 'us';
}): MailDraft {
  return {
    kind: 'account',
    key: `closed/${key}`,
    to,
    subject: by === 'owner' ? 'You have deleted your account in Next Steps' : 'Your account in Next Steps is closed',
    body: [
      {
        kind: 'paragraph',
        text: `Nothing in it opens any more, and you are signed out everywhere. Until ${dayInWords(until)} you can sign in and bring everything back as it was. Then it is removed for good.`,
      },
      {
        kind: 'paragraph',
        text: by === 'owner' ? 'If it was not you who did this, sign in and bring it back.' : WHY_CLOSED,
      },
      { kind: 'link', text: 'Sign in to bring it back', href: ACCOUNT_URLS.signIn() },
    ],
  };
}

const WHY_CLOSED = `It had not been used for ${UNUSED_MONTHS} months. We wrote to you twice before.`;

/** To a new address: the link that moves the account there. */
export function newAddressMail({
  key,
  to,
  href,
}: {
  readonly key: string;
  readonly to: Mailbox;
  readonly href: string;
}): MailDraft {
  return {
    kind: 'new-address',
    key,
    to,
    subject: 'Confirm your new email address for Next Steps',
    body: [
      {
        kind: 'paragraph',
        text: 'Open this link in the browser you are signed in with, and press the button there. From then on you sign in with this address.',
      },
      { kind: 'link', text: 'Confirm this address', href },
      { kind: 'paragraph', text: `The link works for ${ADDRESS_CHANGE_MINUTES} minutes.` },
    ],
  };
}

/** To a new address that has an account already: nobody but its owner learns that. */
export function addressTakenMail({ key, to }: { readonly key: string; readonly to: Mailbox }): MailDraft {
  return {
    kind: 'new-address',
    key,
    to,
    subject: 'This email address has an account in Next Steps already',
    body: [
      {
        kind: 'paragraph',
        text: 'So another account cannot be moved to it. Sign in with this address to see what is in its account. Two accounts cannot be joined: take everything out of one as a file, delete that account, and bring the file in under the other.',
      },
      { kind: 'link', text: 'Sign in', href: ACCOUNT_URLS.signIn() },
    ],
  };
}

/** To the address an account had until now. */
export function addressChangedMail({ key, to }: { readonly key: string; readonly to: Mailbox }): MailDraft {
  return {
    kind: 'account',
    key: `moved/${key}`,
    to,
    subject: 'Your account in Next Steps has another email address now',
    body: [
      {
        kind: 'paragraph',
        text: 'This address no longer signs you in. Whoever changed it was signed in to your account and can read mail at the new address.',
      },
      {
        kind: 'paragraph',
        text: 'If that was not you, write to the hub at once. Its address is at the end of this mail.',
      },
    ],
  };
}
