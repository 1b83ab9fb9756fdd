import { addAccountFolder } from '../../db/accounts.ts';
import { addFolder, saveKeyHash } from '../../db/folders.ts';
import { addPlan } from '../../db/plans.ts';
import { PLANS_AT_MOST, type Plan } from '../../domain/plan/plan.ts';
import { keyHash, newId, newKey } from '../../http/private-link.ts';
import type { Services } from '../../services.ts';

/** Whether there are more plans than lie under one private link. */
export function tooManyFor(folders: readonly (readonly Plan[])[]): boolean {
  return folders.flat().length > PLANS_AT_MOST;
}

export interface BringingIn {
  /** Whose they become; undefined where nobody is signed in. */
  readonly account: string | undefined;
  /** Of the private link that opens them, for whoever has no account. */
  readonly keyHash: string;
  readonly said: string;
}

/**
 * Keeps the plans of a file, all of them or none. Without an account they lie under one private link; in an account
 * those that lay together stay together, and nobody has a link to them until their owner makes one.
 */
export async function bringInAll(
  { db, clock }: Services,
  folders: readonly (readonly Plan[])[],
  bringing: BringingIn,
): Promise<void> {
  const { account, said } = bringing;
  const now = clock.now();
  const groups = account === undefined ? [folders.flat()] : folders.flatMap(inFolders);
  await db.transaction().execute(async (transaction) => {
    for (const plans of groups) {
      const folder = newId();
      const hash = account === undefined ? bringing.keyHash : keyHash(newKey());
      await addFolder(transaction, { id: folder, keyHash: hash, now });
      if (account !== undefined) {
        await addAccountFolder(transaction, { account, folder, now });
        await saveKeyHash(transaction, folder, { keyHash: hash, endedAt: now });
      }
      for (const plan of plans) await addPlan(transaction, folder, { id: newId(), plan, said, now });
    }
  });
}

/** A file can say that more plans lay together than a folder holds. */
function inFolders(plans: readonly Plan[]): readonly (readonly Plan[])[] {
  const folders: (readonly Plan[])[] = [];
  for (let start = 0; start < plans.length; start += PLANS_AT_MOST)
    folders.push(plans.slice(start, start + PLANS_AT_MOST));
  return folders;
}
