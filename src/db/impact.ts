import type { Impact } from '../domain/looking-back/impact.ts';
import type { Queryable } from './open-database.ts';

/** The impact summary of a plan as it is kept. */
export interface KeptImpact {
  readonly impact: Impact;
  readonly version: number;
  readonly savedAt: string;
}

export async function getImpact(db: Queryable, plan: string): Promise<KeptImpact | undefined> {
  const row = await db
    .selectFrom('impact_summary')
    .select(['document', 'version', 'saved_at'])
    .where('plan_id', '=', plan)
    .executeTakeFirst();
  return row && { impact: JSON.parse(row.document) as Impact, version: row.version, savedAt: row.saved_at };
}

/** Saves it as the next version; `from` is 0 for the first. False where somebody else saved in between. */
export async function saveImpact(
  db: Queryable,
  plan: string,
  { from, impact, now }: { readonly from: number; readonly impact: Impact; readonly now: string },
): Promise<boolean> {
  const held = { document: JSON.stringify(impact), version: from + 1, saved_at: now };
  if (from > 0) {
    const { numUpdatedRows } = await db
      .updateTable('impact_summary')
      .set(held)
      .where('plan_id', '=', plan)
      .where('version', '=', from)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  }
  const rows = await db
    .insertInto('impact_summary')
    .values({ plan_id: plan, ...held })
    .onConflict((conflict) => conflict.column('plan_id').doNothing())
    .returning('plan_id')
    .execute();
  return rows.length === 1;
}

/** Removes it: what was chosen is kept where it was chosen from. */
export async function removeImpact(db: Queryable, plan: string): Promise<void> {
  await db.deleteFrom('impact_summary').where('plan_id', '=', plan).execute();
}
