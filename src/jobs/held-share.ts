import { getAccount, type Account } from '../db/accounts.ts';
import { findKindsOff } from '../db/mail.ts';
import type { Database, Queryable } from '../db/open-database.ts';
import { getPlanById, type KeptPlan } from '../db/plans.ts';
import { lockShare } from '../db/share-events.ts';
import { getShare, type Share } from '../db/shares.ts';
import { londonDay } from '../domain/calendar/london.ts';
import type { OpenQuestion, Reminder } from '../domain/calendar/reminder-days.ts';
import { schoolDatesOf, type SchoolDates } from '../domain/calendar/school-time.ts';
import { isLive, type ShareKind } from '../domain/conversation/share.ts';
import { mailboxIfAny, type Mailbox } from '../domain/mail/mail-address.ts';
import type { MailKind } from '../domain/mail/mail-kinds.ts';
import type { Asked } from '../mail/reminder-parts.ts';
import type { MailDraft } from '../mail/write-mail.ts';
import type { JobContext } from './result.ts';

/** How those whom one kind of share asks are reminded. What is the same for all is in `remind-shares.ts`. */
export interface RemindedShares {
  readonly kind: ShareKind;
  /** The kind of mail that asks. Who has switched it off is not reminded of it either. */
  readonly askedBy: MailKind;
  /** Those of some shares that may wait for an answer; told without their plans. */
  mayWait(db: Database, shares: readonly Share[]): Promise<readonly Share[]>;
  /** What waits for the reader of a share that is held; undefined where nothing does. */
  waitingIn(held: HeldShare): Promise<Waiting | undefined>;
}

export interface Waiting {
  readonly question: OpenQuestion;
  /** Adds to the share that its reader was reminded, or that it was closed. Gives the number of that event. */
  note(what: Reminder): Promise<number>;
  drafts(asked: Asked, what: Reminder): Promise<readonly MailDraft[]>;
}

/** Everything about one share, as nobody else can change it until the transaction is done. */
export interface HeldShare {
  readonly context: JobContext;
  readonly transaction: Queryable;
  readonly share: Share;
  readonly whole: KeptPlan;
  readonly teacher: Account;
  readonly dates: SchoolDates;
  /** Where its reader takes reminders. */
  readonly reader: Mailbox | undefined;
}

/** Locks a share. Undefined where it opens nothing any more, or its plan or its account is not there. */
export async function holdShare(
  context: JobContext,
  transaction: Queryable,
  { id, plan }: Pick<Share, 'id' | 'plan'>,
  askedBy: MailKind,
): Promise<HeldShare | undefined> {
  const today = londonDay(context.now());
  await lockShare(transaction, id);
  const share = await getShare(transaction, plan, id);
  if (!share || !isLive(share, today)) return undefined;
  const whole = await getPlanById(transaction, plan);
  const teacher = await getAccount(transaction, share.account);
  if (!whole || !teacher || teacher.deletedAt !== null) return undefined;
  const dates = schoolDatesOf(whole.plan.profile, context.on(today).catalogue);
  return {
    context,
    transaction,
    share,
    whole,
    teacher,
    dates,
    reader: await readerOf(context, transaction, share, askedBy),
  };
}

async function readerOf(
  { mail }: JobContext,
  transaction: Queryable,
  share: Share,
  askedBy: MailKind,
): Promise<Mailbox | undefined> {
  const reader = mailboxIfAny(share);
  if (!reader) return undefined;
  const off = await findKindsOff(transaction, mail.keys.addressId(reader));
  return off.includes('reminder') || off.includes(askedBy) ? undefined : reader;
}
