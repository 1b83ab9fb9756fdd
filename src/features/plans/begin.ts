import type { Context } from 'hono';
import { addAccountFolder } from '../../db/accounts.ts';
import { addFolder } from '../../db/folders.ts';
import { addPlan, type NewPlan } from '../../db/plans.ts';
import { DELETED_KEPT_DAYS, PLANS_AT_MOST } from '../../domain/plan/plan.ts';
import { openFolder } from '../../http/plan/open-folder.ts';
import { keyHash, newId, newKey } from '../../http/private-link.ts';
import { BadRequest, NotFound } from '../../http/problems.ts';
import { openAccount } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { urlsOfPlan } from '../../urls.ts';

/**
 * Keeps a new plan, in the folder its key opens or in a new one, and leads to it. A new folder is in the account of
 * whoever is signed in here.
 */
export async function begin(
  context: Context,
  services: Services,
  key: string | undefined,
  { plan, said, id = newId() }: Pick<NewPlan, 'plan' | 'said'> & { readonly id?: string },
): Promise<Response> {
  const now = services.clock.now();
  const opened = key ? await openFolder(context, services, key) : undefined;
  if (key && !opened) throw new NotFound();
  const opens = key || newKey();
  const folder = opened?.folder ?? newId();
  const account = (await openAccount(context, services))?.id;
  const number = await services.db.transaction().execute(async (transaction) => {
    if (!opened) await addFolder(transaction, { id: folder, keyHash: keyHash(opens), now });
    if (!opened && account !== undefined) await addAccountFolder(transaction, { account, folder, now });
    return addPlan(transaction, folder, { id, plan, said, now });
  });
  if (number === undefined) throw new BadRequest(FULL, 422);
  return context.redirect(`${urlsOfPlan({ key: opens, number }).plan()}?new`, 303);
}

const FULL = `A private link holds up to ${PLANS_AT_MOST} plans, deleted ones among them for ${DELETED_KEPT_DAYS} days. Start the next under a link of its own.`;
