import { randomUUID } from 'node:crypto';
import { after } from '../clock.ts';
import type { NewMail } from '../db/mail.ts';
import type { Turn } from '../db/share-turns.ts';
import type { Stretch } from '../domain/calendar/school-time.ts';
import { isOneLine, visibleText, type Mailbox } from '../domain/mail/mail-address.ts';
import type { MailBody, MailPart } from '../domain/mail/mail-body.ts';
import { MAIL_KINDS, type MailKind } from '../domain/mail/mail-kinds.ts';
import { unsubscribePath } from '../urls.ts';
import { mailHtml } from './mail-layout.tsx';
import type { MailKeys } from './mail-keys.ts';
import { mailText, type MailFooter } from './mail-text.ts';

/** A mail that something has caused. */
export interface MailDraft {
  readonly kind: MailKind;
  /** Names the cause among all of this kind: the same key is mailed once. At most 200 characters, nothing personal. */
  readonly key: string;
  readonly to: Mailbox;
  /** One line, at most 150 characters; it stands at the top of the mail as well. No link, no key, nothing private. */
  readonly subject: string;
  /** Links may be paths of the service. */
  readonly body: MailBody;
  /** It is not sent before this instant; what else happens until then needs no mail of its own. */
  readonly notBefore?: string;
  /** An invitation, as `documents/invitation-text.ts` writes it: mail programs offer to put it into a calendar. */
  readonly calendar?: string;
  /** Who gets the replies, where that is not the service. */
  readonly replyTo?: Mailbox;
  /**
   * When it may go, in order: at once if one of these stretches is running, else when the next begins, and not at all
   * after the last. Without it the mail goes at any time. `schoolTimeFrom` gives a school's hours.
   */
  readonly within?: readonly Stretch[];
  /** It is dropped where it is no longer the turn of a share's reader by the time it is sent. */
  readonly onlyWhile?: Turn;
}

/** Who writes, and for whom. */
export interface Writer {
  readonly from: Mailbox;
  readonly baseUrl: string;
  readonly keys: MailKeys;
  readonly now: () => string;
  readonly hub: () => { readonly name: string; readonly email: string };
}

const LONGEST_SUBJECT = 150;
const HOUR_MS = 3_600_000;

/** By which a mail's cause is known among all jobs. */
export function dedupeKeyOf({ kind, key }: Pick<MailDraft, 'kind' | 'key'>): string {
  return `mail/${kind}/${key}`;
}

/** The mail as it is kept until it is sent: whoever sends it needs nothing else. */
export function writeMail(draft: MailDraft, { from, baseUrl, keys, now, hub }: Writer): NewMail {
  const { kind, key, to, subject } = draft;
  if (subject.trim() === '' || !isOneLine(subject) || subject.length > LONGEST_SUBJECT)
    throw new RangeError(
      `the subject of a mail of the kind ${kind} is no line of at most ${LONGEST_SUBJECT} characters`,
    );
  const { lane, because } = MAIL_KINDS[kind];
  const addressId = keys.addressId(to);
  const body = draft.body.map((part) => shown(part, baseUrl));
  const footer: MailFooter = {
    because,
    unsubscribe: unsubscribeAddress({ kind, addressId }, { baseUrl, keys }),
    hub: hub(),
  };
  const dedupeKey = dedupeKeyOf(draft);
  const queuedAt = now();
  return {
    job: {
      id: randomUUID(),
      kind: 'send-mail',
      lane,
      dedupeKey,
      payload: draft.onlyWhile ?? {},
      now: queuedAt,
      ...timesOf(queuedAt, draft),
    },
    kind,
    addressId,
    messageId: keys.messageId(`${kind}/${key}`, from.address.slice(from.address.lastIndexOf('@') + 1)),
    name: to.name,
    address: to.address,
    subject,
    text: mailText(subject, body, footer),
    html: mailHtml(subject, body, footer),
    calendar: draft.calendar ?? '',
    replyTo: draft.replyTo?.address ?? '',
    sentWithin: draft.within ?? [],
  };
}

/** When it is to be sent, and from when on it is worth nothing. */
function timesOf(
  now: string,
  { kind, notBefore = now, within = [] }: MailDraft,
): { readonly dueAt: string; readonly giveUpAt: string } {
  const [first, last] = [within[0], within.at(-1)];
  const dueAt = [now, notBefore, first?.from ?? now].reduce((latest, one) => (one > latest ? one : latest));
  return { dueAt, giveUpAt: last?.until ?? after(dueAt, MAIL_KINDS[kind].worthHours * HOUR_MS) };
}

/** Where a reader can stop mails like this one; undefined where they cannot be stopped. */
export function unsubscribeAddress(
  { kind, addressId }: { readonly kind: MailKind; readonly addressId: string },
  { baseUrl, keys }: Pick<Writer, 'baseUrl' | 'keys'>,
): string | undefined {
  if (!MAIL_KINDS[kind].canBeOff) return undefined;
  return new URL(unsubscribePath(keys.unsubscribeToken({ kind, addressId })), baseUrl).href;
}

/** A part with what cannot be seen left out, and its link whole. */
function shown(part: MailPart, baseUrl: string): MailPart {
  switch (part.kind) {
    case 'paragraph':
      return { ...part, text: visibleText(part.text) };
    case 'heading':
      return { ...part, text: inOneLine(part.text) };
    case 'list':
      return { ...part, items: part.items.map(inOneLine) };
    case 'rows':
      return { ...part, rows: part.rows.map(([label, value]) => [inOneLine(label), inOneLine(value)]) };
    case 'link':
      return { ...part, text: inOneLine(part.text), href: wholeAddress(part.href, baseUrl) };
    default:
      return part satisfies never;
  }
}

function inOneLine(text: string): string {
  return visibleText(text).replaceAll('\n', ' ');
}

function wholeAddress(href: string, baseUrl: string): string {
  const url = new URL(href, baseUrl);
  if (!/^https?:$/.test(url.protocol))
    throw new RangeError(`a mail links to pages and to nothing else: ${url.protocol}`);
  return url.href;
}
