import { ANSWERING_TAKES } from '../domain/conversation/conversation-event.ts';
import type { IsoDate } from '../domain/date.ts';
import { dayInWords } from '../domain/day-words.ts';
import { mailboxOf } from '../domain/mail/mail-address.ts';
import { nameOf } from '../domain/names/name-of.ts';
import { urlsOfPlan } from '../urls.ts';
import type { MailDraft } from './write-mail.ts';

/** A share as mails about it need it. */
export interface MailedShare {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly answerBy: IsoDate;
  readonly expiresOn: IsoDate;
}

/** What a mail asks its reader for: to read a plan for the first time, again with another link, or what is new in it. */
export type Asking = 'first' | 'new-link' | 'again';

/** The mail that asks somebody to read a plan. `cause` tells it from others about the same share. */
export function sharedMail(
  share: MailedShare,
  asked: {
    readonly asking: Asking;
    readonly teacher: { readonly name: string };
    /** Where it is read; undefined where no mail can hold the link any more. */
    readonly link: string | undefined;
    readonly steps: number;
    readonly cause: string;
  },
): MailDraft {
  const { asking, link, steps, cause } = asked;
  const teacher = nameOf(asked.teacher, 'within');
  const count = steps === 1 ? 'one step' : `${steps} steps`;
  return {
    kind: 'shared',
    key: `${share.id}/${cause}`,
    to: mailboxOf(share),
    subject: SUBJECTS[asking],
    body: [
      { kind: 'paragraph', text: `Dear ${share.name},` },
      { kind: 'paragraph', text: OPENINGS[asking](nameOf(asked.teacher), count) },
      {
        kind: 'rows',
        rows: [
          ['Answer by', dayInWords(share.answerBy)],
          ['It takes', ANSWERING_TAKES],
          ['You need', 'no account and no password'],
        ],
      },
      link === undefined
        ? {
            kind: 'paragraph',
            text: `The link is in the mail you got before. If it is lost, ask ${teacher} for a new one.`,
          }
        : { kind: 'link', text: 'Open the plan', href: link },
      { kind: 'paragraph', text: aboutTheLink(share, teacher) },
    ],
  };
}

function aboutTheLink({ expiresOn }: MailedShare, teacher: string): string {
  return `The link is for you alone: please do not pass it on. It works until ${dayInWords(expiresOn)}. If you do not know ${teacher}, open it and say that it is not for you, and it ends.`;
}

const SUBJECTS: Readonly<Record<Asking, string>> = {
  first: 'You are asked to read a plan',
  'new-link': 'A new link to the plan you were asked to read',
  again: 'A plan you read has changed, and waits for you',
};

const OPENINGS: Readonly<Record<Asking, (teacher: string, count: string) => string>> = {
  first: (teacher, count) =>
    `${teacher} has planned what comes after their NPQ, and asks you to read it: to agree ${count}, to ask for a change, or to decline with a reason.`,
  'new-link': (teacher) =>
    `${teacher} sends you a new link to the plan they share with you. The link you had before opens nothing any more. Everything that was said is still there.`,
  again: (teacher, count) =>
    `${teacher} has changed the plan or replied to you, and asks you about ${count} again. You see what has changed since you answered.`,
};

/** The mail that tells a teacher of something new, and stands for all that has come until it goes; none of it is in it. */
export function answeredMail(
  share: MailedShare,
  told: {
    readonly owner: { readonly name: string; readonly address: string };
    /** Where the plan's pages are for its owner who is signed in. */
    readonly plan: { readonly folder: string; readonly number: number };
    /** See `tellAt()`. */
    readonly at: string;
  },
): MailDraft {
  const { owner, plan, at } = told;
  return {
    kind: 'conversation',
    key: `${share.id}/${at}`,
    notBefore: at,
    to: mailboxOf(owner),
    subject: 'There is an answer to the plan you share',
    body: [
      {
        kind: 'paragraph',
        text: `${share.name} has answered or written something in the plan you share with them. Read it on the plan’s page, where you can reply.`,
      },
      {
        kind: 'link',
        text: 'Read it',
        href: urlsOfPlan({ key: plan.folder, number: plan.number }).share({ id: share.id }),
      },
      { kind: 'paragraph', text: 'If you are not signed in, the page asks you to.' },
    ],
  };
}
