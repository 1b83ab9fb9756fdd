import type { Stretch } from '../domain/calendar/school-time.ts';
import type { Outcome } from '../domain/job.ts';
import type { MailKind } from '../domain/mail/mail-kinds.ts';
import { addJobs, type NewJob } from './jobs.ts';
import type { Database, Queryable } from './open-database.ts';

/** A message as it is queued, written out in full: sending it asks nothing more. */
export interface NewMail {
  readonly job: NewJob;
  readonly kind: MailKind;
  /** Stands for the address where the address itself is not kept. */
  readonly addressId: string;
  readonly messageId: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An invitation, as calendars read it; empty where it carries none. */
  readonly calendar: string;
  /** The address that replies go to, where it is not the service's. */
  readonly replyTo: string;
  /** When it may go, in order; at any time where there are none. */
  readonly sentWithin: readonly Stretch[];
}

/** A message to be sent now. */
export interface MailToSend {
  readonly id: string;
  readonly kind: MailKind;
  readonly addressId: string;
  readonly messageId: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string;
  readonly replyTo: string;
  readonly sentWithin: readonly Stretch[];
  readonly queuedAt: string;
  /** Whoever has the address has said that mail of this kind is not wanted. */
  readonly isUnwanted: boolean;
}

/** What became of a message: waiting, sent, no longer wanted, or given up. */
export interface MailFate {
  readonly id: string;
  readonly kind: MailKind;
  readonly queuedAt: string;
  readonly attempts: number;
  readonly endedAt: string | null;
  readonly outcome: Outcome | null;
  /** Why it still waits or was given up, in words that name nobody. */
  readonly because: string | null;
  /** While it waits: when it is tried next. */
  readonly dueAt: string;
}

/**
 * Queues messages in the transaction of what caused them. One whose cause has a message already is left out. Gives how
 * many were queued.
 */
export async function addMails(transaction: Queryable, mails: readonly NewMail[]): Promise<number> {
  const added = await addJobs(
    transaction,
    mails.map(({ job }) => job),
  );
  const fresh = mails.filter(({ job }) => added.has(job.id));
  for (let start = 0; start < fresh.length; start += ROWS_AT_ONCE) {
    await transaction
      .insertInto('mail')
      .values(fresh.slice(start, start + ROWS_AT_ONCE).map(rowOf))
      .execute();
  }
  return fresh.length;
}

const ROWS_AT_ONCE = 500;

function rowOf({ job, kind, addressId, messageId, name, address, subject, text, html, ...more }: NewMail) {
  return {
    id: job.id,
    kind,
    address_id: addressId,
    message_id: messageId,
    to_name: name,
    to_address: address,
    subject,
    text_body: text,
    html_body: html,
    queued_at: job.now,
    calendar: more.calendar,
    reply_to: more.replyTo,
    sent_within: JSON.stringify(more.sentWithin),
  };
}

/** The messages of jobs, by the job's id. One that has been emptied is not among them: it has been sent or given up. */
export async function findMailToSend(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, MailToSend>> {
  const rows = await db
    .selectFrom('mail')
    .leftJoin('mail_preference', (join) =>
      join.onRef('mail_preference.address_id', '=', 'mail.address_id').onRef('mail_preference.kind', '=', 'mail.kind'),
    )
    .selectAll('mail')
    .select('mail_preference.off_at')
    .where('mail.id', 'in', ids)
    .where('mail.to_address', '<>', '')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kind: row.kind,
        addressId: row.address_id,
        messageId: row.message_id,
        name: row.to_name,
        address: row.to_address,
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
        calendar: row.calendar,
        replyTo: row.reply_to,
        sentWithin: JSON.parse(row.sent_within) as Stretch[],
        queuedAt: row.queued_at,
        isUnwanted: row.off_at !== null,
      },
    ]),
  );
}

const EMPTY = { to_name: '', to_address: '', subject: '', text_body: '', html_body: '', calendar: '', reply_to: '' };

/** Empties name, address and content of messages that have been sent or given up. */
export async function emptyMails(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.updateTable('mail').set(EMPTY).where('id', 'in', ids).execute();
}

/** Empties messages to an address that wait: they are dropped when their turn comes. */
export async function emptyMailsTo(transaction: Queryable, addressId: string): Promise<void> {
  await transaction
    .updateTable('mail')
    .set(EMPTY)
    .where('address_id', '=', addressId)
    .where('to_address', '<>', '')
    .execute();
}

/**
 * Empties all whose job has ended: what a worker that died meanwhile left full. Gives how many, at most some hundreds: call it
 * again until it gives 0.
 */
export async function emptyEndedMails(db: Queryable): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set(EMPTY)
    .where('to_address', '<>', '')
    .where(
      'id',
      'in',
      db
        .selectFrom('mail as full')
        .innerJoin('job', 'job.id', 'full.id')
        .select('full.id')
        .where('full.to_address', '<>', '')
        .where('job.ended_at', 'is not', null)
        .limit(ROWS_AT_ONCE),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * Removes jobs that ended before `before`, and what is left of their messages. Gives how many, at most some hundreds:
 * call it again until it gives 0.
 */
export async function removeEndedJobs(db: Database, before: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('job')
      .select('id')
      .where('ended_at', '<', before)
      .orderBy('ended_at')
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await transaction.deleteFrom('mail').where('id', 'in', ids).execute();
    await transaction.deleteFrom('job').where('id', 'in', ids).execute();
    return ids.length;
  });
}

function fates(db: Queryable) {
  return db
    .selectFrom('mail')
    .innerJoin('job', 'job.id', 'mail.id')
    .select([
      'mail.id',
      'mail.kind',
      'mail.queued_at as queuedAt',
      'job.attempts',
      'job.ended_at as endedAt',
      'job.outcome',
      'job.last_error as because',
      'job.due_at as dueAt',
    ]);
}

/** What became of the message with this dedupe key. */
export async function getMailFate(db: Queryable, dedupeKey: string): Promise<MailFate | undefined> {
  return fates(db).where('job.dedupe_key', '=', dedupeKey).executeTakeFirst();
}

/** What became of the messages to an address, the newest first. */
export async function findMailTo(db: Queryable, addressId: string, atMost: number): Promise<readonly MailFate[]> {
  return fates(db)
    .where('mail.address_id', '=', addressId)
    .orderBy('mail.queued_at', 'desc')
    .orderBy('mail.id')
    .limit(atMost)
    .execute();
}

/** What became of the messages queued last, the newest first. */
export async function findNewestMail(db: Queryable, atMost: number): Promise<readonly MailFate[]> {
  return fates(db).orderBy('mail.queued_at', 'desc').orderBy('mail.id').limit(atMost).execute();
}

/** The kinds whoever has the address does not want. */
export async function findKindsOff(db: Queryable, addressId: string): Promise<readonly MailKind[]> {
  const rows = await db
    .selectFrom('mail_preference')
    .select('kind')
    .where('address_id', '=', addressId)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Switches one kind off for an address; it may be off already. */
export async function switchKindOff(db: Queryable, addressId: string, kind: MailKind, now: string): Promise<void> {
  await db
    .insertInto('mail_preference')
    .values({ address_id: addressId, kind, off_at: now })
    .onConflict((conflict) => conflict.columns(['address_id', 'kind']).doNothing())
    .execute();
}

/** Sets which kinds are off for an address; all others are on. */
export async function saveKindsOff(
  db: Database,
  addressId: string,
  kinds: readonly MailKind[],
  now: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const others = transaction.deleteFrom('mail_preference').where('address_id', '=', addressId);
    await (kinds.length === 0 ? others : others.where('kind', 'not in', kinds)).execute();
    for (const kind of kinds) await switchKindOff(transaction, addressId, kind, now);
  });
}
