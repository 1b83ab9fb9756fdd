import { after } from '../../clock.ts';
import type { Account } from '../../db/accounts.ts';
import { cancelMeeting, setMeeting, type Meeting } from '../../db/share-meetings.ts';
import { type Share } from '../../db/shares.ts';
import { lockShare } from '../../db/share-events.ts';
import type { Invitation } from '../../documents/invitation-text.ts';
import type { SchoolDates } from '../../domain/calendar/school-time.ts';
import { MEETING_MINUTES } from '../../domain/conversation/meeting.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import type { Services } from '../../services/services.ts';
import { invitationMails } from './invitation-mails.ts';

/** Who talks with whom, about which plan. */
export interface Talk {
  readonly share: Share;
  readonly teacher: Account;
  /** Where the teacher, signed in, opens the plan: its folder's id and its number. */
  readonly plan: { readonly folder: string; readonly number: number };
  readonly dates: SchoolDates;
}

/** Sets, moves or (without a time) cancels the ten minutes and tells both, in one transaction. False where it is so already. */
export async function arrange(services: Services, talk: Talk, startsAt: string | undefined): Promise<boolean> {
  const { db, clock, mail, config } = services;
  const now = clock.now();
  const { id } = talk.share;
  return db.transaction().execute(async (transaction) => {
    await lockShare(transaction, id);
    const meeting =
      startsAt === undefined
        ? await cancelMeeting(transaction, id, now)
        : await setMeeting(transaction, id, { startsAt, now });
    if (!meeting) return false;
    const drafts = invitationMails(talk, invitationOf(talk, meeting), { sentBy: config.mailFrom.address, now });
    for (const draft of drafts) await mail.queue(transaction, draft);
    return true;
  });
}

/** The ten minutes as a calendar has them. Calendars are seen by others: no link and nothing of the plan stands there. */
export function invitationOf({ teacher, share }: Pick<Talk, 'teacher' | 'share'>, meeting: Meeting): Invitation {
  const name = nameOf(teacher);
  return {
    uid: `${share.id}@ten-minutes.next-steps`,
    sequence: meeting.sequence,
    startsAt: meeting.startsAt,
    endsAt: after(meeting.startsAt, MEETING_MINUTES * 60_000),
    changedAt: meeting.changedAt,
    summary: 'Ten minutes about a plan',
    description: `${name} and ${share.name} talk about a plan for what comes after an NPQ.\nTwo minutes: what the NPQ has changed. Four: three decisions. Four: hours and cover, cost, risks, the next review.\nThe agenda is on the page of the plan.`,
    organizer: { name, address: teacher.address },
    isCancelled: meeting.cancelledAt !== null,
  };
}
