import { z } from 'zod';
import type { Queryable } from './open-database.ts';

/** A moment in a share's conversation: right after the event of this number. */
export const TURN = z.object({ share: z.string(), after: z.number() });
export type Turn = z.output<typeof TURN>;

/**
 * After one of these a reader is not waited for any more, or is asked something else: of a conversation and of a case, in
 * which such things have the same names.
 */
const ENDS_IT: ReadonlySet<unknown> = new Set(['answered', 'asked-again', 'stand-in', 'closed', 'revoked']);

/**
 * Whether it is still the turn of a share's reader, as it was then: nobody has answered, asked again or closed it since,
 * the share still opens something, and plan and account are there.
 */
export async function isStillTheirTurn(db: Queryable, { share, after }: Turn): Promise<boolean> {
  const open = await db
    .selectFrom('share')
    .innerJoin('plan', 'plan.id', 'share.plan_id')
    .innerJoin('account', 'account.id', 'share.account_id')
    .select('share.id')
    .where('share.id', '=', share)
    .where('share.revoked_at', 'is', null)
    .where('plan.deleted_at', 'is', null)
    .where('account.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!open) return false;
  const since = await db
    .selectFrom('share_event')
    .select('document')
    .where('share_id', '=', share)
    .where('number', '>', after)
    .execute();
  return !since.some(({ document }) => ENDS_IT.has((JSON.parse(document) as { kind?: unknown }).kind));
}
