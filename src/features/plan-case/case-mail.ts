import type { IsoDate } from '../../domain/date.ts';
import type { Mailbox } from '../../domain/mail/mail-address.ts';
import { paragraph, linkOr } from '../../mail/reminder-parts.ts';
import type { MailDraft } from '../../mail/write-mail.ts';
import { formatDay } from '../../ui/format.ts';

/** The mail that asks a sponsor for an answer, for the first time or, after it was closed, again. */
export interface CaseAsked {
  /** Tells it from others about the same share. */
  readonly key: string;
  readonly to: Mailbox;
  readonly from: string;
  readonly answerBy: IsoDate;
  /** Where the case is read; undefined where no mail can hold the link any more. */
  readonly link: string | undefined;
  readonly isAgain: boolean;
}

/** Who asks, by when, and the link: what the case says stands behind it. */
export function caseMail({ key, to, from, answerBy, link, isAgain }: CaseAsked): MailDraft {
  return {
    kind: 'case',
    key,
    to,
    subject: isAgain ? 'You are asked again to answer a case as sponsor' : 'A case for you to answer as sponsor',
    body: [
      paragraph(
        `${from} asks ${isAgain ? 'once more ' : ''}for your answer to a case for their professional development. It is one page and takes about a minute to read.`,
      ),
      {
        kind: 'rows',
        rows: [
          ['Answer by', formatDay(answerBy)],
          ['You can say', 'yes; yes, if; or no, with a reason'],
        ],
      },
      linkOr(link, { text: 'Read the case and answer', teacher: from }),
      paragraph(
        'The link is for you alone: whoever has it can answer in your name. You need no account. If you do not know who this is, you need do nothing: at most two reminders follow, and you can stop them below.',
      ),
    ],
  };
}

/** By which the newest of these mails about a share is known. */
export function caseMailKey(share: string, askedAgain: { readonly number: number } | undefined): string {
  return askedAgain ? `${share}/again-${askedAgain.number}` : share;
}
