import { randomUUID } from 'node:crypto';
import { accountOf, addAccountFolder, saveAccountName } from '../../src/db/accounts.ts';
import { addSentCase, addToCase, lockCase } from '../../src/db/cases.ts';
import { addFolder } from '../../src/db/folders.ts';
import { keyHash } from '../../src/db/key-hash.ts';
import type { Database } from '../../src/db/open-database.ts';
import { addPlan } from '../../src/db/plans.ts';
import { addShare, saveDays } from '../../src/db/shares.ts';
import { caseState, mayFollow, type CaseSaid } from '../../src/domain/case/sponsor-answer.ts';
import { londonDay } from '../../src/domain/calendar/london.ts';
import { hearBy, type SchoolDates } from '../../src/domain/calendar/school-time.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { aCaseDraft, aCaseSheet, aSponsorAnswer } from './case-builders.ts';
import { KEYS } from './mail-parts.ts';
import { aPlanOf } from './talk-builders.ts';

export const TEACHER = 'sam.patel@school.example';
export const SPONSOR = 'jo.reed@school.example';

/** A case that was sent to a sponsor, from somebody's account. */
export interface AskedSponsor {
  readonly id: string;
  readonly plan: string;
  readonly key: string;
  readonly folder: string;
  /** Adds to the case what may follow, as a page would; false where it may not. */
  say(now: string, said: CaseSaid): Promise<boolean>;
  answer(now: string): Promise<boolean>;
  /** The teacher asks once more, for an answer ten school days later. */
  askAgain(now: string, dates: SchoolDates): Promise<boolean>;
}

export async function anAskedSponsor(
  db: Database,
  { now, answerBy }: { readonly now: string; readonly answerBy: IsoDate },
): Promise<AskedSponsor> {
  const [id, plan, folder] = [randomUUID(), randomUUID(), randomUUID()];
  const key = KEYS.shareKey(id, 0);
  await db.transaction().execute(async (transaction) => {
    const { account } = await accountOf(transaction, { address: TEACHER, now, today: londonDay(now) });
    await saveAccountName(transaction, account.id, 'Sam Patel');
    await addFolder(transaction, { id: folder, keyHash: keyHash(folder), now });
    await addAccountFolder(transaction, { account: account.id, folder, now });
    await addPlan(transaction, folder, { id: plan, plan: aPlanOf('s1'), said: 'Made', now });
    await addShare(transaction, {
      id,
      plan,
      kind: 'sponsor',
      account: account.id,
      name: 'Jo Reed',
      address: SPONSOR,
      sections: [],
      createdAt: now,
      expiresOn: '2027-03-23' as IsoDate,
      answerBy,
      standsInFor: null,
      keyHash: keyHash(key),
    });
    await addSentCase(transaction, id, { draft: aCaseDraft(), sheet: aCaseSheet(), planVersion: 1 });
  });
  const say = (at: string, said: CaseSaid, until?: IsoDate) =>
    db.transaction().execute(async (transaction) => {
      const state = caseState(await lockCase(transaction, id));
      if (!mayFollow(state, said.kind)) return false;
      await addToCase(transaction, id, { after: state.last, said, now: at });
      if (until) await saveDays(transaction, id, { answerBy: until, expiresOn: '2027-12-31' as IsoDate });
      return true;
    });
  return {
    id,
    plan,
    key,
    folder,
    say,
    answer: (at) => say(at, { kind: 'answered', ...aSponsorAnswer() }),
    askAgain: (at, dates) => say(at, { kind: 'asked-again' }, hearBy(londonDay(at), dates)),
  };
}
