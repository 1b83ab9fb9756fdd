import type { Queryable } from './open-database.ts';

/** When two people talk about a plan that is shared. */
export interface Meeting {
  readonly share: string;
  /** An instant, UTC, ISO form. */
  readonly startsAt: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly changedAt: string;
  readonly cancelledAt: string | null;
}

/** The meetings of some shares, by the share's id; those that were cancelled among them. */
export async function findMeetings(
  db: Queryable,
  shares: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Meeting>> {
  if (shares.length === 0) return new Map();
  const rows = await db
    .selectFrom('share_meeting')
    .selectAll()
    .where(
      'share_id',
      'in',
      shares.map(({ id }) => id),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.share_id,
      {
        share: row.share_id,
        startsAt: row.starts_at,
        sequence: row.sequence,
        changedAt: row.changed_at,
        cancelledAt: row.cancelled_at,
      },
    ]),
  );
}

/** Sets or moves the meeting of a share, whose row the transaction has locked. Undefined where it stands there already. */
export async function setMeeting(
  transaction: Queryable,
  share: string,
  { startsAt, now }: { readonly startsAt: string; readonly now: string },
): Promise<Meeting | undefined> {
  const before = (await findMeetings(transaction, [{ id: share }])).get(share);
  if (before?.startsAt === startsAt && before.cancelledAt === null) return undefined;
  return save(transaction, { share, startsAt, sequence: next(before), changedAt: now, cancelledAt: null });
}

/** Cancels the meeting of a share, whose row the transaction has locked. Undefined where there is none to cancel. */
export async function cancelMeeting(transaction: Queryable, share: string, now: string): Promise<Meeting | undefined> {
  const before = (await findMeetings(transaction, [{ id: share }])).get(share);
  if (!before || before.cancelledAt !== null) return undefined;
  return save(transaction, { ...before, sequence: next(before), changedAt: now, cancelledAt: now });
}

function next(before: Meeting | undefined): number {
  return before ? before.sequence + 1 : 0;
}

async function save(transaction: Queryable, meeting: Meeting): Promise<Meeting> {
  const { startsAt, sequence, changedAt, cancelledAt } = meeting;
  const changed = { starts_at: startsAt, sequence, changed_at: changedAt, cancelled_at: cancelledAt };
  await transaction
    .insertInto('share_meeting')
    .values({ share_id: meeting.share, ...changed })
    .onConflict((conflict) => conflict.column('share_id').doUpdateSet(changed))
    .execute();
  return meeting;
}
