import type { Queryable } from './open-database.ts';

/** One thing that was said or done about a share; what it is stands in its document. */
export interface ShareEvent {
  readonly number: number;
  readonly document: unknown;
  readonly at: string;
}

/** Everything that was said and done about a share, in order. */
export async function findShareEvents(db: Queryable, share: string): Promise<readonly ShareEvent[]> {
  const rows = await db
    .selectFrom('share_event')
    .select(['number', 'document', 'at'])
    .where('share_id', '=', share)
    .orderBy('number')
    .execute();
  return rows.map(({ number, document, at }) => ({ number, document: JSON.parse(document) as unknown, at }));
}

/** Everything that was said and done about several shares, in order, by the share's id. */
export async function findEventsOfShares(
  db: Queryable,
  shares: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly ShareEvent[]>> {
  if (shares.length === 0) return new Map();
  const rows = await db
    .selectFrom('share_event')
    .select(['share_id', 'number', 'document', 'at'])
    .where(
      'share_id',
      'in',
      shares.map(({ id }) => id),
    )
    .orderBy('share_id')
    .orderBy('number')
    .execute();
  const read = Map.groupBy(rows, (row) => row.share_id);
  return new Map(
    shares.map(({ id }) => [
      id,
      (read.get(id) ?? []).map(({ number, at, document }) => ({
        number,
        at,
        document: JSON.parse(document) as unknown,
      })),
    ]),
  );
}

/** What was said and done about all shares of a plan, the newest first. */
export async function findNewestShareEvents(
  db: Queryable,
  plan: string,
  atMost: number,
): Promise<readonly (Omit<ShareEvent, 'number'> & { readonly share: string })[]> {
  const rows = await db
    .selectFrom('share_event')
    .innerJoin('share', 'share.id', 'share_event.share_id')
    .select(['share_event.share_id', 'share_event.document', 'share_event.at'])
    .where('share.plan_id', '=', plan)
    .orderBy('share_event.at', 'desc')
    .orderBy('share_event.share_id')
    .orderBy('share_event.number')
    .limit(atMost)
    .execute();
  return rows.map(({ share_id, document, at }) => ({ share: share_id, document: JSON.parse(document) as unknown, at }));
}

/**
 * Adds events after number `after`. False where somebody else's came in between: nothing is written then. Lock the
 * share's row with `lockShare` first where it must not fail.
 */
export async function addShareEvents(
  transaction: Queryable,
  share: string,
  { after, documents, now }: { readonly after: number; readonly documents: readonly object[]; readonly now: string },
): Promise<boolean> {
  if (documents.length === 0) return true;
  const rows = await transaction
    .insertInto('share_event')
    .values(
      documents.map((document, index) => ({
        share_id: share,
        number: after + index + 1,
        document: JSON.stringify(document),
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['share_id', 'number']).doNothing())
    .returning('number')
    .execute();
  return rows.length === documents.length;
}

/** Puts another document in the place of an event's. The one case for it is words that were taken back. */
export async function replaceShareEvent(
  transaction: Queryable,
  share: string,
  { number, document }: { readonly number: number; readonly document: object },
): Promise<void> {
  await transaction
    .updateTable('share_event')
    .set({ document: JSON.stringify(document) })
    .where('share_id', '=', share)
    .where('number', '=', number)
    .execute();
}

/** Keeps everybody else from writing to a share until the transaction is done. */
export async function lockShare(transaction: Queryable, id: string): Promise<void> {
  await transaction.updateTable('share').set({ id }).where('id', '=', id).execute();
}
