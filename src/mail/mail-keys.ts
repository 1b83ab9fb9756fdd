import { createHmac, timingSafeEqual } from 'node:crypto';
import { comparableAddress, type Mailbox } from '../domain/mail/mail-address.ts';
import { isMailKind, KINDS_TO_CHOOSE, type MailKind } from '../domain/mail/mail-kinds.ts';

/** What an unsubscribe link says: whose mails, and of which kind the mail was that it stood in. */
export interface Unsubscriber {
  readonly addressId: string;
  readonly kind: MailKind;
}

/**
 * What is derived from the service's secret for mail. An unsubscribe link is signed and not kept: every mail can have
 * one, for as long as mails are kept, and the database holds no list of them.
 */
export interface MailKeys {
  /** Stands for an address where the address is not kept; without the secret nobody can try addresses out. */
  addressId(mailbox: Mailbox): string;
  /** Stands for whoever tries something, where only how often is kept. */
  attemptId(kind: string, who: string): string;
  /** The same cause gives the same one, so that whoever gets a message twice can tell. */
  messageId(key: string, domain: string): string;
  /**
   * The key of a share's link, `renewals` links after its first: what reminds its reader can hold the link, though only
   * its hash is kept.
   */
  shareKey(share: string, renewals: number): string;
  /** A plan's version as a share's form carries it: only one that was shown to its reader comes back. */
  versionShown(share: string, version: number): string;
  /** The version; undefined where this share's form never carried it. */
  readVersionShown(share: string, text: string): number | undefined;
  unsubscribeToken(unsubscriber: Unsubscriber): string;
  /** Undefined where we did not sign it. */
  readUnsubscribeToken(token: string): Unsubscriber | undefined;
}

const TOKEN = /^([a-z-]{1,50})\.([\w-]{43})\.([0-9a-f]{32})$/;
/** Half of a SHA-256: 128 bits, which nobody guesses. */
const SIGNATURE_LETTERS = 32;
/** 192 bits, as keys that are drawn have. */
const SHARE_KEY_BYTES = 24;

/** `secretOf` is asked when the first key is needed: a command that mails nobody needs no secret. */
export function mailKeys(secretOf: () => string): MailKeys {
  let secret: string | undefined;
  const derive = (purpose: string, text: string) =>
    createHmac('sha256', (secret ??= secretOf()))
      .update(`${purpose}\n${text}`)
      .digest('hex');
  const sign = (kind: string, addressId: string) =>
    derive('unsubscribe', `${kind} ${addressId}`).slice(0, SIGNATURE_LETTERS);
  const versionShown = (share: string, version: number) =>
    `${version}.${derive('version', `${share} ${version}`).slice(0, SIGNATURE_LETTERS)}`;
  return {
    versionShown,
    readVersionShown: (share, text) => {
      const version = Number(/^[1-9]\d{0,8}(?=\.)/.exec(text)?.[0] ?? Number.NaN);
      return Number.isSafeInteger(version) && isSame(text, versionShown(share, version)) ? version : undefined;
    },
    addressId: (mailbox) => derive('address', comparableAddress(mailbox)),
    attemptId: (kind, who) => derive('attempt', `${kind}\n${who}`),
    messageId: (key, domain) => `<${derive('message', key).slice(0, SIGNATURE_LETTERS)}@${domain}>`,
    shareKey: (share, renewals) =>
      Buffer.from(derive('share', `${share} ${renewals}`), 'hex')
        .subarray(0, SHARE_KEY_BYTES)
        .toString('base64url'),
    unsubscribeToken: ({ kind, addressId }) =>
      `${kind}.${Buffer.from(addressId, 'hex').toString('base64url')}.${sign(kind, addressId)}`,
    readUnsubscribeToken: (token) => {
      const [, kind = '', packed = '', signature = ''] = TOKEN.exec(token) ?? [];
      const addressId = Buffer.from(packed, 'base64url').toString('hex');
      if (!isMailKind(kind) || !KINDS_TO_CHOOSE.includes(kind)) return undefined;
      return isSame(signature, sign(kind, addressId)) ? { kind, addressId } : undefined;
    },
  };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
