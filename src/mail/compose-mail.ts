import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { MailToSend } from '../db/mail.ts';
import type { Mailbox } from '../domain/people/mail-address.ts';

/**
 * The message as it stands in the mail, the same byte for byte however often it is made. Names and addresses are handed
 * over apart and have been checked: text that names both would be read again, and could name somebody else.
 *
 * The library writes the headers. The two parts are put together here, for its streams take three times as long over a
 * message as handing it to the server does.
 *
 * `unsubscribe` is the address that RFC 8058's one-click header gives to mail programs.
 */
export function composeMail(mail: MailToSend, from: Mailbox, unsubscribe: string | undefined): Buffer {
  const boundary = `--_${mail.messageId.slice(1, 33)}`;
  const headers = new MimeNode(`multipart/alternative; boundary="${boundary}"`, {
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .setHeader({
      From: { name: from.name, address: from.address },
      To: { name: mail.name, address: mail.address },
      Subject: mail.subject,
      'Message-ID': mail.messageId,
      Date: mailDate(mail.queuedAt),
      // So that no holiday notice comes back.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe === undefined ? {} : oneClick(unsubscribe)),
    })
    .buildHeaders();
  const parts = [part('text/plain', mail.text), part('text/html', mail.html)];
  return Buffer.from(
    [headers, '', ...parts.flatMap((one) => [`--${boundary}`, one]), `--${boundary}--`, ''].join('\r\n'),
  );
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
