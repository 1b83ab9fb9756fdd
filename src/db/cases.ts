import { readCaseEvent, readDraft, readSentCase, type SentCase } from './case-schema.ts';
import type { CaseDraft } from '../domain/case/case.ts';
import { caseState, type CaseEvent, type CaseSaid, type CaseState } from '../domain/case/sponsor-answer.ts';
import type { Queryable } from './open-database.ts';
import { findShares, type Share } from './shares.ts';
import { addShareEvents, findEventsOfShares, findShareEvents, lockShare } from './share-events.ts';

/** The case of a plan as its teacher has written it so far. */
export interface KeptDraft {
  readonly draft: CaseDraft;
  readonly version: number;
  readonly savedAt: string;
}

export async function getCaseDraft(db: Queryable, plan: string): Promise<KeptDraft | undefined> {
  const row = await db
    .selectFrom('case_draft')
    .select(['version', 'document', 'saved_at'])
    .where('plan_id', '=', plan)
    .executeTakeFirst();
  return row && { draft: readDraft(row.document), version: row.version, savedAt: row.saved_at };
}

/** Saves a draft over version `from`, 0 where there is none yet. False where somebody else saved since. */
export async function saveCaseDraft(
  db: Queryable,
  plan: string,
  { from, draft, now }: { readonly from: number; readonly draft: CaseDraft; readonly now: string },
): Promise<boolean> {
  const values = { version: from + 1, document: JSON.stringify(draft), saved_at: now };
  if (from === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('case_draft')
      .values({ plan_id: plan, ...values })
      .onConflict((conflict) => conflict.column('plan_id').doNothing())
      .executeTakeFirst();
    return Number(numInsertedOrUpdatedRows) === 1;
  }
  const { numUpdatedRows } = await db
    .updateTable('case_draft')
    .set(values)
    .where('plan_id', '=', plan)
    .where('version', '=', from)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Keeps the words a share shows. */
export async function addSentCase(transaction: Queryable, share: string, sent: SentCase): Promise<void> {
  await transaction
    .insertInto('case_sent')
    .values({ share_id: share, document: JSON.stringify(sent) })
    .execute();
}

export async function getSentCase(db: Queryable, share: string): Promise<SentCase | undefined> {
  const row = await db.selectFrom('case_sent').select('document').where('share_id', '=', share).executeTakeFirst();
  return row && readSentCase(row.document);
}

/** The cases of a plan that were sent, each under its share, the newest first. */
export async function findSentCases(
  db: Queryable,
  plan: string,
): Promise<readonly { readonly share: Share; readonly sent: SentCase }[]> {
  const cases: { share: Share; sent: SentCase }[] = [];
  for (const share of await findShares(db, plan)) {
    const sent = share.kind === 'sponsor' ? await getSentCase(db, share.id) : undefined;
    if (sent) cases.push({ share, sent });
  }
  return cases;
}

/** What of each case of a plan tells whether a sponsor backs it, whatever has become of its link. */
export async function findAnswersToCases(
  db: Queryable,
  plan: string,
): Promise<readonly { readonly steps: readonly string[]; readonly state: CaseState }[]> {
  const rows = await db
    .selectFrom('share')
    .innerJoin('case_sent', 'case_sent.share_id', 'share.id')
    .select(['share.id', 'case_sent.document'])
    .where('share.plan_id', '=', plan)
    .execute();
  const events = await findEventsOfCases(db, rows);
  return rows.map(({ id, document }) => ({
    steps: readSentCase(document).draft.steps,
    state: caseState(events.get(id) ?? []),
  }));
}

/** Everything that was said about a case, in order. */
export async function findCaseEvents(db: Queryable, share: string): Promise<readonly CaseEvent[]> {
  return (await findShareEvents(db, share)).map(readCaseEvent);
}

/** Everything that was said about several cases, by the share's id. */
export async function findEventsOfCases(
  db: Queryable,
  shares: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const kept = await findEventsOfShares(db, shares);
  return new Map(shares.map(({ id }) => [id, (kept.get(id) ?? []).map(readCaseEvent)]));
}

/** Locks a case and gives what was said about it: whoever else adds to it waits until the transaction is done. */
export async function lockCase(transaction: Queryable, share: string): Promise<readonly CaseEvent[]> {
  await lockShare(transaction, share);
  return findCaseEvents(transaction, share);
}

/** Adds to a case that this transaction has locked, after event `after`, the last. Gives the new event's number. */
export async function addToCase(
  transaction: Queryable,
  share: string,
  { after, said, now }: { readonly after: number; readonly said: CaseSaid; readonly now: string },
): Promise<number> {
  if (!(await addShareEvents(transaction, share, { after, documents: [said], now })))
    throw new Error('a case was written to without its lock');
  return after + 1;
}
