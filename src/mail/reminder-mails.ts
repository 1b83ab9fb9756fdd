import { ANSWERING_TAKES } from '../domain/conversation/conversation-event.ts';
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

/** What the mails about a plan that waits for its line manager are written from. */
export interface AskedAboutPlan extends Asked {
  /** How many steps wait. */
  readonly steps: number;
}

/** To the reader, who has not answered. `link` is the address of what they read; without it the first mail holds it. */
export function reminderMail(asked: AskedAboutPlan, what: Reminding, to: Mailbox, link: string | undefined): MailDraft {
  const [teacher, within] = [nameOf(asked.teacher), nameOf(asked.teacher, 'within')];
  return {
    ...termsOf(asked, what),
    to,
    subject: what === 'first' ? 'A plan waits for your answer' : 'A plan still waits for your answer',
    body: [
      paragraph(
        `${teacher} asked you on ${dayInWords(asked.askedOn)} to read a plan for what comes after an NPQ, and hopes to hear from you by ${dayInWords(asked.answerBy)}.`,
      ),
      paragraph(`${stepsWait(asked)} It takes ${ANSWERING_TAKES}, and you need no account.`),
      linkOr(link, { text: 'Read the plan and answer', teacher: within }),
      paragraph(whatComesNext(asked, what)),
      paragraph(`Not the right person? The page has a button that says so. Then ${within} can ask somebody else.`),
    ],
  };
}

/** To the reader: nothing is expected of them any more. */
export function closedToReader(asked: Asked, to: Mailbox): MailDraft {
  const [teacher, within] = [nameOf(asked.teacher), nameOf(asked.teacher, 'within')];
  return {
    ...termsOf(asked, 'close-reader'),
    to,
    subject: 'No answer is needed any more',
    body: [
      paragraph(
        `${teacher} asked you on ${dayInWords(asked.askedOn)} to read a plan. Schools are busy, so we have closed it: nothing waits for you, and we will not write about it again.`,
      ),
      paragraph(
        `If you would like to talk about it after all, tell ${within}. The link still opens, and an answer still counts.`,
      ),
    ],
  };
}

/** To the teacher: nobody answered, and what they can do. */
export function closedToTeacher(
  asked: Asked,
  to: Mailbox,
  { folder, number }: { readonly folder: string; readonly number: number },
): MailDraft {
  return {
    ...termsOf(asked, 'close-teacher'),
    to,
    subject: 'Your plan was not answered: what you can do',
    body: [
      paragraph(
        `You asked ${asked.reader} on ${dayInWords(asked.askedOn)}, hoping to hear by ${dayInWords(asked.answerBy)}. No answer has come, so we have closed the request. ${whatReaderHeard(asked)}`,
      ),
      paragraph('It says nothing about your plan. People are busy, and mail gets lost. You can:'),
      {
        kind: 'list',
        items: [
          'Talk in person: print the agenda for ten minutes and take it with you.',
          'Name a stand-in: somebody else who can talk about it with you.',
          'Ask again: one press, and the ten school days start afresh.',
        ],
      },
      { kind: 'link', text: 'Open your plan', href: urlsOfPlan({ key: folder, number }).shares() },
    ],
  };
}

function stepsWait({ steps }: AskedAboutPlan): string {
  return steps === 1 ? 'One step waits for your answer.' : `${steps} steps wait for your answer.`;
}
