import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { MailToSend } from '../db/mail.ts';
import type { Mailbox } from '../domain/mail/mail-address.ts';

/**
 * The message as it stands in the mail, the same byte for byte however often it is made. Names and addresses are handed
 * over apart and have been checked: text that names both would be read again, and could name somebody else.
 *
 * The library writes the headers. The two parts are put together here, for its streams take three times as long over a
 * message as handing it to the server does.
 *
 * `unsubscribe` is the address that RFC 8058's one-click header gives to mail programs.
 *
 * An invitation stands in it twice, as calendars' makers send theirs: as a third way to show the message, which is what
 * programs that can answer one look for, and as a file for all others.
 */
export function composeMail(mail: MailToSend, from: Mailbox, unsubscribe: string | undefined): Buffer {
  const ways = multipart('alternative', mail, [
    part('text/plain', mail.text),
    part('text/html', mail.html),
    ...(mail.calendar === '' ? [] : [calendarPart(mail.calendar)]),
  ]);
  const { type, content } =
    mail.calendar === '' ? ways : multipart('mixed', mail, [asPart(ways), calendarFile(mail.calendar)]);
  const headers = new MimeNode(type, {
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .setHeader({
      From: { name: from.name, address: from.address },
      To: { name: mail.name, address: mail.address },
      Subject: mail.subject,
      ...(mail.replyTo === '' ? {} : { 'Reply-To': { name: '', address: mail.replyTo } }),
      'Message-ID': mail.messageId,
      Date: mailDate(mail.queuedAt),
      // So that no holiday notice comes back.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe === undefined ? {} : oneClick(unsubscribe)),
    })
    .buildHeaders();
  return Buffer.from([headers, '', content].join('\r\n'));
}

interface Multipart {
  readonly type: string;
  readonly content: string;
}

function multipart(kind: 'alternative' | 'mixed', { messageId }: MailToSend, parts: readonly string[]): Multipart {
  const boundary = `--_${kind.charAt(0)}_${messageId.slice(1, 33)}`;
  return {
    type: `multipart/${kind}; boundary="${boundary}"`,
    content: [...parts.flatMap((one) => [`--${boundary}`, one]), `--${boundary}--`, ''].join('\r\n'),
  };
}

function asPart({ type, content }: Multipart): string {
  return `Content-Type: ${type}\r\n\r\n${content}`;
}

/** What is asked of the calendar (REQUEST, CANCEL, PUBLISH) stands in the header as well: RFC 6047, 2.4. */
function calendarPart(calendar: string): string {
  const method = /^METHOD:([A-Z]+)\r$/m.exec(calendar)?.[1] ?? 'PUBLISH';
  return inBase64([`Content-Type: text/calendar; charset=utf-8; method=${method}`], calendar);
}

function calendarFile(calendar: string): string {
  const name = 'ten-minutes.ics';
  const headers = [
    `Content-Type: application/ics; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
  ];
  return inBase64(headers, calendar);
}

/** Every line of it counts, folded ones too: no program on the way may wrap it again. */
function inBase64(headers: readonly string[], content: string): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [...headers, 'Content-Transfer-Encoding: base64', '', ...lines].join('\r\n');
}

function part(type: string, content: string): string {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    wrap(encode(content.replaceAll('\n', '\r\n'))),
  ].join('\r\n');
}

function oneClick(unsubscribe: string) {
  return {
    'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As RFC 5322 writes it: `Mon, 23 Nov 2026 09:00:00 +0000`. */
function mailDate(instant: string): string {
  const { dayOfWeek, day, month, year, hour, minute, second } =
    Temporal.Instant.from(instant).toZonedDateTimeISO('UTC');
  const time = [hour, minute, second].map((one) => String(one).padStart(2, '0')).join(':');
  return `${DAYS[dayOfWeek - 1]}, ${day} ${MONTHS[month - 1]} ${year} ${time} +0000`;
}
