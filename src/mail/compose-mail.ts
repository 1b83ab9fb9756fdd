import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailToSend } from '../db/mail.ts';
import type { Mailbox } from '../domain/mail-address.ts';

/**
 * The message as it stands in the mail, the same byte for byte however often it is made. Names and addresses are handed
 * over apart and have been checked: text that names both would be read again, and could name somebody else.
 *
 * `unsubscribe` is the address that RFC 8058's one-click header gives to mail programs.
 */
export async function composeMail(mail: MailToSend, from: Mailbox, unsubscribe: string | undefined): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: mail.name, address: mail.address },
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.queuedAt,
    text: mail.text,
    html: mail.html,
    baseBoundary: mail.messageId.slice(1, 33),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: headersOf(unsubscribe),
  });
  return composer.compile().build();
}

function headersOf(unsubscribe: string | undefined) {
  return {
    // So that no holiday notice comes back.
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(unsubscribe === undefined
      ? {}
      : {
          'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
  };
}
