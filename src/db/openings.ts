import type { IsoDate } from '../domain/date.ts';
import type { Queryable } from './open-database.ts';

/** Who opened a plan: whoever held its private link, its owner signed in, a calendar program, or a share's reader. */
export type OpenedBy = 'link' | 'account' | 'feed' | { readonly share: string };

/** One line of what a plan's owner sees of who opened it. */
export interface Opening {
  readonly by: OpenedBy;
  readonly on: IsoDate;
  /** How many visits that day; pages opened shortly after one another are one visit. */
  readonly visits: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Counts a visit. */
export async function addOpening(
  db: Queryable,
  { plan, by, on, now }: { readonly plan: string; readonly by: OpenedBy; readonly on: IsoDate; readonly now: string },
): Promise<void> {
  await db
    .insertInto('plan_opening')
    .values({
      plan_id: plan,
      opened_by: typeof by === 'string' ? by : by.share,
      opened_on: on,
      times: 1,
      first_at: now,
      last_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['plan_id', 'opened_by', 'opened_on'])
        .doUpdateSet((set) => ({ times: set('plan_opening.times', '+', 1), last_at: now })),
    )
    .execute();
}

/** Who opened a plan, the newest day first. */
export async function findOpenings(db: Queryable, plan: string, atMost: number): Promise<readonly Opening[]> {
  const rows = await db
    .selectFrom('plan_opening')
    .select(['opened_by', 'opened_on', 'times', 'first_at', 'last_at'])
    .where('plan_id', '=', plan)
    .orderBy('opened_on', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('opened_by')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({
    by: openedBy(row.opened_by),
    on: row.opened_on as IsoDate,
    visits: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
  }));
}

function openedBy(text: string): OpenedBy {
  return text === 'link' || text === 'account' || text === 'feed' ? text : { share: text };
}
