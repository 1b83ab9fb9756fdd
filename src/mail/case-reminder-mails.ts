import type { IsoDate } from '../domain/date.ts';
import { dayInWords } from '../domain/day-words.ts';
import type { Mailbox } from '../domain/mail/mail-address.ts';
import { nameOf } from '../domain/names/name-of.ts';
import { urlsOfPlan } from '../urls.ts';
import {
  linkOr,
  paragraph,
  termsOf,
  whatComesNext,
  whatReaderHeard,
  type Asked,
  type Reminding,
} from './reminder-parts.ts';
import type { MailDraft } from './write-mail.ts';

/** What the mails about a case that waits for its sponsor are written from. */
export interface AskedAsSponsor extends Asked {
  /** The last day their link opens the case. */
  readonly expiresOn: IsoDate;
}

/** To the sponsor, who has not answered. `link` is the address of the case; without it the first mail holds it. */
export function caseReminderMail(
  asked: AskedAsSponsor,
  what: Reminding,
  to: Mailbox,
  link: string | undefined,
): MailDraft {
  const [teacher, within] = [nameOf(asked.teacher), nameOf(asked.teacher, 'within')];
  return {
    ...termsOf(asked, what),
    to,
    subject: what === 'first' ? 'A case waits for your answer' : 'A case still waits for your answer',
    body: [
      paragraph(
        `${teacher} asked you on ${dayInWords(asked.askedOn)} to answer a case as sponsor, and hopes to hear from you by ${dayInWords(asked.answerBy)}.`,
      ),
      paragraph(
        'It is one page and takes about a minute to read. You can say yes; yes, if; or no, with a reason. You need no account.',
      ),
      linkOr(link, { text: 'Read the case and answer', teacher: within }),
      paragraph(whatComesNext(asked, what)),
      paragraph(`Not yours to answer? Tell ${within}, who can then ask somebody else.`),
    ],
  };
}

/** To the sponsor: nothing is expected of them any more. */
export function caseClosedToSponsor(asked: AskedAsSponsor, to: Mailbox): MailDraft {
  const [teacher, within] = [nameOf(asked.teacher), nameOf(asked.teacher, 'within')];
  return {
    ...termsOf(asked, 'close-reader'),
    to,
    subject: 'No answer is needed any more',
    body: [
      paragraph(
        `${teacher} asked you on ${dayInWords(asked.askedOn)} to answer a case as sponsor. Schools are busy, so we have closed it: nothing waits for you, and no reminder follows.`,
      ),
      paragraph(
        `If you would like to answer after all, your link opens until ${dayInWords(asked.expiresOn)} and your answer counts. Or talk to ${within}.`,
      ),
    ],
  };
}

/** To the teacher: nobody answered, and what they can do. */
export function caseClosedToTeacher(
  asked: AskedAsSponsor,
  to: Mailbox,
  { folder, number }: { readonly folder: string; readonly number: number },
): MailDraft {
  return {
    ...termsOf(asked, 'close-teacher'),
    to,
    subject: 'Your case was not answered: what you can do',
    body: [
      paragraph(
        `You asked ${asked.reader} on ${dayInWords(asked.askedOn)}, hoping to hear by ${dayInWords(asked.answerBy)}. No answer has come, so we have closed the request. ${whatReaderHeard(asked)}`,
      ),
      paragraph(
        'It says nothing about your case. People are busy, and mail gets lost. If they answer late, it counts, and we tell you. You can:',
      ),
      {
        kind: 'list',
        items: [
          'Talk in person: print the case and take it with you. It is one page.',
          'Ask again: one press, and the ten school days start afresh.',
          'Send it to somebody else who can answer for the school.',
        ],
      },
      {
        kind: 'link',
        text: 'Open your case',
        href: urlsOfPlan({ key: folder, number }).caseAnswers({ id: asked.share }),
      },
    ],
  };
}
