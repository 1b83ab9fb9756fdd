import type { Queryable } from './open-database.ts';

/** Counts one attempt. Gives how many there have been in its stretch of time, this one among them. */
export async function countAttempt(
  db: Queryable,
  { kind, who, since }: { readonly kind: string; readonly who: string; readonly since: string },
): Promise<number> {
  const { times } = await db
    .insertInto('attempt')
    .values({ kind, who, since, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'who', 'since']).doUpdateSet((set) => ({ times: set('attempt.times', '+', 1) })),
    )
    .returning('times')
    .executeTakeFirstOrThrow();
  return times;
}

/** Forgets attempts of stretches that began before `before`. */
export async function removeAttempts(db: Queryable, before: string): Promise<void> {
  await db.deleteFrom('attempt').where('since', '<', before).execute();
}
