import type { Reminder } from '../domain/calendar/reminder-days.ts';
import type { Stretch } from '../domain/calendar/school-time.ts';
import type { IsoDate } from '../domain/date.ts';
import { dayInWords } from '../domain/day-words.ts';
import type { MailPart } from '../domain/mail/mail-body.ts';
import type { MailDraft } from './write-mail.ts';

/* What the mails about a question that waits have in common, whoever was asked and whatever about. */

/** What they are written from. */
export interface Asked {
  readonly share: string;
  /** The event that this mail goes with, by its number. */
  readonly event: number;
  /** Who asks; the name may be empty. */
  readonly teacher: { readonly name: string };
  readonly reader: string;
  readonly askedOn: IsoDate;
  readonly answerBy: IsoDate;
  /** The day it is closed if nobody answers, where no more reminders come before. */
  readonly closesOn: IsoDate;
  /** How often the reader was reminded. */
  readonly reminders: number;
  /** Whether the reader takes reminders, and so is told of the end too. */
  readonly isReaderTold: boolean;
  /** When the mail may go. */
  readonly within: readonly Stretch[];
}

export type Reminding = Exclude<Reminder, 'close'>;

/** What each of these mails is by: its cause, its hours, and that it is dropped where somebody was quicker. */
export function termsOf(
  { share, event, within }: Asked,
  what: Reminding | 'close-reader' | 'close-teacher',
): Pick<MailDraft, 'kind' | 'key' | 'within' | 'onlyWhile'> {
  return { kind: 'reminder', key: `${share}/${event}/${what}`, within, onlyWhile: { share, after: event } };
}

export function paragraph(text: string): MailPart {
  return { kind: 'paragraph', text };
}

/** The link; without one, where the first mail with it is. */
export function linkOr(href: string | undefined, { text, teacher }: { text: string; teacher: string }): MailPart {
  if (href !== undefined) return { kind: 'link', text, href };
  return paragraph(
    `The link is in the mail you got when ${teacher} asked you. If you cannot find it, ask ${teacher} to send it again.`,
  );
}

/** So that nobody has to fear a third. */
export function whatComesNext({ closesOn }: Asked, what: Reminding): string {
  if (what === 'first') return 'If now is a bad time, leave it: we write once more, and then no more.';
  return `This is the last reminder. If there is no answer by ${dayInWords(closesOn)} we close it, and nothing is expected of you any more.`;
}

/** For the teacher: what was done before it was closed. */
export function whatReaderHeard({ reader, isReaderTold, reminders }: Asked): string {
  if (isReaderTold)
    return `We reminded ${reader} ${times(reminders)}, and have told them that nothing is expected any more.`;
  if (reminders === 0) return `${reader} takes no reminders from us, so we have sent none.`;
  return `We reminded ${reader} ${times(reminders)}; they take no more reminders from us.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : 'twice';
}
