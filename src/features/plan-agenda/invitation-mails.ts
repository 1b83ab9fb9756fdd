import { invitationFor, invitationToKeep, type Invitation } from '../../documents/invitation-text.ts';
import { schoolTimeFrom } from '../../domain/calendar/school-time.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import type { MailDraft } from '../../mail/write-mail.ts';
import { meetingWords } from '../../ui/meeting-words.ts';
import { urlsOfPlan } from '../../urls.ts';
import type { Talk } from './invitation.ts';

/** A reader hears of it in school hours; what finds no way to them for so many school days is not sent any more. */
const SENT_WITHIN_DAYS = 3;

/**
 * To the reader an invitation that their calendar answers to the teacher, to the teacher one that goes into their own
 * calendar. The teacher has just pressed the button and gets theirs at once.
 */
export function invitationMails(
  talk: Talk,
  invitation: Invitation,
  { sentBy, now }: { readonly sentBy: string; readonly now: string },
): readonly MailDraft[] {
  const { share, teacher, dates } = talk;
  const [reader, own] = [mailboxOf(share), mailboxOf(teacher)];
  const common = { kind: 'invitation', subject: subjectOf(invitation) } as const;
  const key = `${share.id}/${invitation.sequence}`;
  return [
    {
      ...common,
      key: `${key}/reader`,
      to: reader,
      body: readerBody(invitation),
      calendar: invitationFor({ name: share.name, address: share.address }, sentBy, invitation),
      replyTo: own,
      within: schoolTimeFrom(now, SENT_WITHIN_DAYS, dates),
    },
    {
      ...common,
      key: `${key}/teacher`,
      to: own,
      body: teacherBody(talk, invitation),
      calendar: invitationToKeep(invitation),
    },
  ];
}

function subjectOf({ isCancelled, sequence }: Invitation): string {
  if (isCancelled) return 'Ten minutes about a plan: cancelled';
  return sequence === 0 ? 'Ten minutes about a plan' : 'Ten minutes about a plan: a new time';
}

function readerBody({ organizer, startsAt, isCancelled }: Invitation): MailDraft['body'] {
  const { name } = organizer;
  const when = meetingWords(startsAt);
  if (isCancelled)
    return [
      paragraph(
        `${name} has cancelled the ten minutes on ${when}. The attached file takes it out of your calendar. You need do nothing.`,
      ),
    ];
  return [
    paragraph(`${name} asks you for ten minutes to talk about their plan.`),
    rows(when, name),
    paragraph(
      `Answer with the buttons of your mail or calendar program, or reply to this mail: either way your answer goes to ${name}. The attached file puts it into your calendar.`,
    ),
    paragraph(
      'You need not prepare anything. The agenda stands on the page you were sent the link to, and fits on one sheet.',
    ),
  ];
}

function teacherBody({ share, plan }: Talk, { startsAt, isCancelled }: Invitation): MailDraft['body'] {
  const { agenda } = urlsOfPlan({ key: plan.folder, number: plan.number });
  const when = meetingWords(startsAt);
  if (isCancelled)
    return [
      paragraph(
        `You have cancelled the ten minutes with ${share.name} on ${when}. The attached file takes it out of your calendar. ${share.name} is told in school hours.`,
      ),
      { kind: 'link', text: 'Choose another time', href: agenda('invitation') },
    ];
  return [
    paragraph(`You asked ${share.name} for ten minutes. They are told in school hours, and their answer comes to you.`),
    rows(when, share.name),
    paragraph('The attached file puts it into your calendar. If you choose another time, the same entry moves.'),
    { kind: 'link', text: 'Open the agenda', href: agenda() },
  ];
}

function paragraph(text: string): MailDraft['body'][number] {
  return { kind: 'paragraph', text };
}

function rows(when: string, who: string): MailDraft['body'][number] {
  return {
    kind: 'rows',
    rows: [
      ['When', when],
      ['How long', 'Ten minutes'],
      ['With', who],
    ],
  };
}
