import type { Database } from '../../src/db/open-database.ts';
import { addJob, claimJobs, endJob } from '../../src/db/jobs.ts';
import { addMails, saveKindsOff, type NewMail } from '../../src/db/mail.ts';
import { addFolder, addPlan, deletePlan, saveFeedHash, savePlan } from '../../src/db/plans.ts';
import { importSchools } from '../../src/imports/import-schools.ts';
import { aPlan } from './plan-builders.ts';
import { EXTRACT, LATER } from './register.ts';

/*
 * Something in every table, the same each time, on top of what ships: for tests that compare two databases. A new table
 * gets its rows here.
 */

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const FOLDER = id(1);
export const PLAN = id(2);
export const KEY_HASH = 'a'.repeat(64);
export const FEED_HASH = 'b'.repeat(64);
export const ADDRESS_ID = 'c'.repeat(64);
/** One that waits; the one before it was given up. */
export const MAIL = id(11);

export async function fillDatabase(db: Database): Promise<void> {
  await importSchools(db, [EXTRACT], { now: LATER });
  await fillPlans(db);
  await fillMail(db);
}

async function fillPlans(db: Database): Promise<void> {
  await addFolder(db, { id: FOLDER, keyHash: KEY_HASH, now: LATER });
  await saveFeedHash(db, FOLDER, FEED_HASH);
  await db.transaction().execute(async (transaction) => {
    for (const number of [2, 3, 4]) {
      const plan = aPlan({ title: `Nº ${number}` });
      await addPlan(transaction, FOLDER, { id: id(number), plan, said: 'Made', now: LATER });
    }
  });
  await savePlan(db, PLAN, { from: 1, plan: aPlan({ title: 'Zoë’s plan' }), said: 'Named', now: LATER });
  await deletePlan(db, FOLDER, 3, LATER);
}

function aJob(number: number) {
  return {
    id: id(number),
    kind: 'send-mail',
    lane: 'mail',
    dedupeKey: `key-${number}`,
    payload: { plan: number },
    now: LATER,
    dueAt: LATER,
    giveUpAt: '2026-11-30T09:00:00.000Z',
  } as const;
}

function aMail(number: number): NewMail {
  return {
    job: aJob(number),
    kind: 'reminder',
    addressId: ADDRESS_ID,
    messageId: `<${number}@example.org>`,
    name: 'Zoë',
    address: 'zoe@example.org',
    subject: 'Your plan',
    text: 'It is due.\r\n',
    html: '<p>It is due.</p>',
  };
}

async function fillMail(db: Database): Promise<void> {
  await db.transaction().execute((transaction) => addMails(transaction, [aMail(10), aMail(11), aMail(12)]));
  await addJob(db, { ...aJob(13), kind: 'forget-mail', lane: 'other' });
  const lease = id(20);
  const [claimed] = await claimJobs(db, { lane: 'mail', atMost: 1, lease, now: LATER, until: LATER });
  if (claimed) await endJob(db, claimed.id, { lease, outcome: 'failed', error: 'no such host', now: LATER });
  await saveKindsOff(db, ADDRESS_ID, ['reminder'], LATER);
}
