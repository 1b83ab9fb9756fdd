import { randomUUID } from 'node:crypto';
import { accountOf, addAccountFolder, saveAccountName } from '../../src/db/accounts.ts';
import { addToConversation, lockConversation } from '../../src/db/conversations.ts';
import { addFolder } from '../../src/db/folders.ts';
import { keyHash } from '../../src/db/key-hash.ts';
import type { Database } from '../../src/db/open-database.ts';
import { addPlan } from '../../src/db/plans.ts';
import { addShare } from '../../src/db/shares.ts';
import { londonDay } from '../../src/domain/calendar/london.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import type { Said } from '../../src/domain/conversation/conversation-event.ts';
import { sharedPlan, stepsToAnswer } from '../../src/domain/conversation/step-answers.ts';
import { KEYS } from './mail-parts.ts';
import { aPlanOf, asked } from './talk-builders.ts';

export const TEACHER = 'sam.patel@school.example';
export const READER = 'jo.hall@school.example';

/** A plan of two steps in somebody's account, shared with a line manager who was asked about it. */
export interface AskedShare {
  readonly id: string;
  readonly plan: string;
  readonly key: string;
  /** Adds to the conversation, as a page would. */
  say(now: string, ...said: readonly Said[]): Promise<void>;
  /** The reader's answer to every step. */
  answerAll(now: string): Promise<void>;
}

const SHARED = sharedPlan(aPlanOf('s1', 's2'), []);

export async function anAskedShare(
  db: Database,
  { now, answerBy, expiresOn = '2027-12-31' as IsoDate }: { now: string; answerBy: IsoDate; expiresOn?: IsoDate },
): Promise<AskedShare> {
  const [id, plan, folder] = [randomUUID(), randomUUID(), randomUUID()];
  const key = KEYS.shareKey(id, 0);
  const say = (at: string, ...said: readonly Said[]) =>
    db.transaction().execute(async (transaction) => {
      const events = await lockConversation(transaction, id);
      await addToConversation(transaction, id, { events, said, now: at });
    });
  await db.transaction().execute(async (transaction) => {
    const { account } = await accountOf(transaction, { address: TEACHER, now, today: londonDay(now) });
    await saveAccountName(transaction, account.id, 'Sam Patel');
    await addFolder(transaction, { id: folder, keyHash: keyHash(folder), now });
    await addAccountFolder(transaction, { account: account.id, folder, now });
    await addPlan(transaction, folder, { id: plan, plan: SHARED.plan, said: 'Made', now });
    await addShare(transaction, {
      id,
      plan,
      kind: 'line-manager',
      account: account.id,
      name: 'Jo Hall',
      address: READER,
      sections: [],
      createdAt: now,
      expiresOn,
      answerBy,
      standsInFor: null,
      keyHash: keyHash(key),
    });
  });
  await say(now, asked(SHARED));
  return {
    id,
    plan,
    key,
    say,
    answerAll: (at) =>
      say(
        at,
        { kind: 'confirmed' },
        ...stepsToAnswer(SHARED).map(({ id: step, name, start, hours, hoursBasis, owner }): Said => ({
          kind: 'answered',
          step,
          outcome: 'agree',
          reason: '',
          seen: { name, start, hours, hoursBasis, owner },
        })),
      ),
  };
}
