import { findOpenShares, type Share } from '../db/shares.ts';
import { londonDay, londonInstant } from '../domain/calendar/london.ts';
import { closesOn, reminderDue, type OpenQuestion, type Reminder } from '../domain/calendar/reminder-days.ts';
import { isSchoolTime, SCHOOL_HOURS, schoolTimeFrom } from '../domain/calendar/school-time.ts';
import type { Asked } from '../mail/reminder-parts.ts';
import { holdShare, type HeldShare, type RemindedShares } from './held-share.ts';
import { remindedManagers } from './remind-managers.ts';
import { remindedSponsors } from './remind-sponsors.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const DONE: Result = { kind: 'done' };
const AT_ONCE = 200;
/** A mail that finds no way out in so many school days is not worth sending any more. */
const SENT_WITHIN_DAYS = 3;

/** Once a day, when schools have begun: reminds those who were asked for an answer, or closes what nobody answers. */
export const remindShares: JobHandler = {
  begin: async (_jobs, context) => async () => {
    const morning = londonInstant(londonDay(context.now()), SCHOOL_HOURS.from);
    if (context.now() < morning) return { kind: 'wait', until: morning };
    for (const reminded of [remindedManagers, remindedSponsors]) await remindAll(context, reminded);
    return DONE;
  },
};

async function remindAll(context: JobContext, reminded: RemindedShares): Promise<void> {
  const { db, now } = context;
  const { kind } = reminded;
  for (let after = ''; ;) {
    const shares = await findOpenShares(db, { kind, today: londonDay(now()), after, atMost: AT_ONCE });
    for (const share of await reminded.mayWait(db, shares)) await remind(context, reminded, share);
    after = shares.at(-1)?.id ?? '';
    if (shares.length < AT_ONCE) return;
  }
}

/** What is noted of a share and the mail about it are one: both are there, or neither. */
async function remind(context: JobContext, reminded: RemindedShares, found: Share): Promise<void> {
  const { db, mail, now } = context;
  await db.transaction().execute(async (transaction) => {
    const held = await holdShare(context, transaction, found, reminded.askedBy);
    if (!held || !isSchoolTime(now(), held.dates)) return;
    const waiting = await reminded.waitingIn(held);
    const due = waiting && reminderDue(waiting.question, londonDay(now()), held.dates);
    if (!due) return;
    const event = await waiting.note(due);
    const asked = askedIn(held, waiting.question, { what: due, event });
    for (const draft of await waiting.drafts(asked, due)) await mail.queue(transaction, draft);
  });
}

function askedIn(
  { context: { now }, share, teacher, dates, reader }: HeldShare,
  question: OpenQuestion,
  { what, event }: { readonly what: Reminder; readonly event: number },
): Asked {
  const today = londonDay(now());
  const remindedOn = what === 'close' ? question.remindedOn : [...question.remindedOn, today];
  return {
    share: share.id,
    event,
    teacher,
    reader: share.name,
    askedOn: question.askedOn,
    answerBy: question.answerBy,
    closesOn: closesOn({ ...question, remindedOn }, dates),
    reminders: remindedOn.length,
    isReaderTold: reader !== undefined,
    within: schoolTimeFrom(now(), SENT_WITHIN_DAYS, dates),
  };
}
