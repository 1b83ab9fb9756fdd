import { ANSWERING_TAKES } from '../domain/conversation/conversation-event.ts';
import type { Stretch } from '../domain/calendar/school-time.ts';
import type { IsoDate } from '../domain/date.ts';
import { dayInWords } from '../domain/day-words.ts';
import type { Mailbox } from '../domain/mail/mail-address.ts';
import type { MailPart } from '../domain/mail/mail-body.ts';
import { nameOf } from '../domain/names/name-of.ts';
import type { Reminder } from '../domain/conversation/reminders.ts';
import { urlsOfPlan } from '../urls.ts';
import type { MailDraft } from './write-mail.ts';

/** What the mails about a question that waits are written from. */
export interface Asked {
  readonly share: string;
  /** The event that this mail goes with, by its number. */
  readonly event: number;
  /** Whose plan it is; the name may be empty. */
  readonly teacher: { readonly name: string };
  readonly reviewer: string;
  readonly askedOn: IsoDate;
  readonly answerBy: IsoDate;
  /** How many steps wait. */
  readonly steps: number;
  /** The day it is closed if nobody answers. */
  readonly closesOn: IsoDate;
  /** Whether the reader takes reminders, and so is told of the end too. */
  readonly isReaderTold: boolean;
  /** When the mail may go. */
  readonly within: readonly Stretch[];
}

/** To the reader, who has not answered. `link` is the address of what they read; without it the first mail holds it. */
export function reminderMail(
  asked: Asked,
  what: Exclude<Reminder, 'close'>,
  to: Mailbox,
  link: string | undefined,
): MailDraft {
  const [teacher, within] = [nameOf(asked.teacher), nameOf(asked.teacher, 'within')];
  return {
    ...causeOf(asked, what),
    to,
    subject: what === 'first' ? 'A plan waits for your answer' : 'A plan still waits for your answer',
    body: [
      paragraph(
        `${teacher} asked you on ${dayInWords(asked.askedOn)} to read a plan for what comes after an NPQ, and hopes to hear from you by ${dayInWords(asked.answerBy)}.`,
      ),
      paragraph(`${stepsWait(asked)} It takes ${ANSWERING_TAKES}, and you need no account.`),
      link === undefined
        ? paragraph(whereTheLinkIs(within))
        : { kind: 'link', text: 'Read the plan and answer', href: link },
      paragraph(whatComesNext(asked, what)),
      paragraph(`Not the right person? The page has a button that says so. Then ${within} can ask somebody else.`),
    ],
    within: asked.within,
    onlyWhile: { share: asked.share, after: asked.event },
  };
}

function paragraph(text: string): MailPart {
  return { kind: 'paragraph', text };
}

function whereTheLinkIs(teacher: string): string {
  return `The link is in the mail you got when ${teacher} asked you. If you cannot find it, ask ${teacher} to send it again.`;
}

function whatComesNext(asked: Asked, what: Exclude<Reminder, 'close'>): string {
  if (what === 'first') return 'If now is a bad time, leave it: we write once more, and then no more.';
  return `This is the last reminder. If there is no answer by ${dayInWords(asked.closesOn)} we close it, and nothing is expected of you any more.`;
}

/** To the reader: nothing is expected of them any more. */
export function closedToReader(asked: Asked, to: Mailbox): MailDraft {
  const [teacher, within] = [nameOf(asked.teacher), nameOf(asked.teacher, 'within')];
  return {
    ...causeOf(asked, 'close-reader'),
    to,
    subject: 'No answer is needed any more',
    body: [
      {
        kind: 'paragraph',
        text: `${teacher} asked you on ${dayInWords(asked.askedOn)} to read a plan. That was a busy time to ask, and we have closed it: nothing waits for you, and we will not write about it again.`,
      },
      {
        kind: 'paragraph',
        text: `If you would like to talk about it after all, tell ${within}. The link still opens, and an answer still counts.`,
      },
    ],
    within: asked.within,
  };
}

/** To the teacher: nobody answered, and what they can do. */
export function closedToTeacher(
  asked: Asked,
  to: Mailbox,
  { folder, number }: { readonly folder: string; readonly number: number },
): MailDraft {
  return {
    ...causeOf(asked, 'close-teacher'),
    to,
    subject: 'Your plan was not answered: what you can do',
    body: [
      {
        kind: 'paragraph',
        text: `You asked ${asked.reviewer} on ${dayInWords(asked.askedOn)}, hoping to hear by ${dayInWords(asked.answerBy)}. No answer has come, so we have closed the request. ${whatReaderHeard(asked)}`,
      },
      { kind: 'paragraph', text: 'It says nothing about your plan. People are busy, and mail gets lost. You can:' },
      {
        kind: 'list',
        items: [
          'Talk in person: print the agenda for ten minutes and take it with you.',
          'Name a stand-in: somebody else who can talk about it with you.',
          'Ask again: one press, and the ten school days begin anew.',
        ],
      },
      { kind: 'link', text: 'Open your plan', href: urlsOfPlan({ key: folder, number }).shares() },
    ],
    within: asked.within,
  };
}

function whatReaderHeard({ reviewer, isReaderTold }: Asked): string {
  return isReaderTold
    ? `We reminded ${reviewer} twice at most, and have told them that nothing is expected any more.`
    : `${reviewer} takes no reminders from us, so we have sent none.`;
}

function causeOf({ share, event }: Asked, what: string): Pick<MailDraft, 'kind' | 'key'> {
  return { kind: 'reminder', key: `${share}/${event}/${what}` };
}

function stepsWait({ steps }: Asked): string {
  return steps === 1 ? 'One step waits for your answer.' : `${steps} steps wait for your answer.`;
}
