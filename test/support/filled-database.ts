import { addAccountFolder } from '../../src/db/accounts.ts';
import { addAddressChange } from '../../src/db/address-changes.ts';
import { countAttempt } from '../../src/db/attempts.ts';
import type { Database } from '../../src/db/open-database.ts';
import { addOpening } from '../../src/db/openings.ts';
import { addSentCase, saveCaseDraft } from '../../src/db/cases.ts';
import { addShareEvents } from '../../src/db/share-events.ts';
import { aCaseDraft, aCaseSheet } from './case-builders.ts';
import { addSignInLink } from '../../src/db/sign-in.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { addJob, claimJobs, endJob } from '../../src/db/jobs.ts';
import { addMails, saveKindsOff, type NewMail } from '../../src/db/mail.ts';
import { addEvidence, markEvidenceDeleted } from '../../src/db/evidence.ts';
import { saveImpact } from '../../src/db/impact.ts';
import { saveReflection, saveReflectionMail } from '../../src/db/reflections.ts';
import { addFolder, saveFeedHash } from '../../src/db/folders.ts';
import { addPlan, deletePlan, savePlan } from '../../src/db/plans.ts';
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

export const ACCOUNT = id(30);
export const SHARE = id(33);
export const CASE = id(39);
export const EVIDENCE = id(40);
export const FILE = id(41);
export const ALERT = id(34);
export const TOKEN_HASH = 'd'.repeat(64);
export const SHARE_HASH = 'e'.repeat(64);

export async function fillDatabase(db: Database): Promise<void> {
  await importSchools(db, [EXTRACT], { now: LATER });
  await fillPlans(db);
  await fillMail(db);
  await fillAccounts(db);
  await fillAlerts(db);
  await fillShares(db);
  await fillEvidence(db);
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
    calendar: 'BEGIN:VCALENDAR\r\n',
    replyTo: 'teacher@example.org',
    sentWithin: [{ from: LATER, until: '2026-11-24T17:00:00.000Z' }],
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

/** The account of Zoë, signed in, with her folder in it. */
async function fillAccounts(db: Database): Promise<void> {
  const expiresAt = '2099-01-01T00:00:00.000Z';
  await db
    .insertInto('account')
    .values({
      id: ACCOUNT,
      address: 'zoe@example.org',
      name: 'Zoë',
      created_at: LATER,
      used_on: '2026-11-24',
      warned_on: null,
      deleted_at: null,
    })
    .execute();
  await db
    .insertInto('account_identity')
    .values({ issuer: 'https://id.example', subject: 'z', account_id: ACCOUNT, added_at: LATER })
    .execute();
  await addAccountFolder(db, { account: ACCOUNT, folder: FOLDER, now: LATER });
  await db
    .insertInto('account_event')
    .values({ id: id(31), account_id: ACCOUNT, said: 'Signed in.', at: LATER })
    .execute();
  await addSignInLink(db, {
    tokenHash: TOKEN_HASH,
    address: 'zoe@example.org',
    folder: FOLDER,
    next: '/account',
    identity: { issuer: 'https://id.example', subject: 'z' },
    now: LATER,
    expiresAt,
  });
  await db
    .insertInto('session')
    .values({
      id: id(32),
      token_hash: TOKEN_HASH,
      account_id: ACCOUNT,
      browser: 'Firefox on Windows',
      created_at: LATER,
      seen_at: LATER,
      expires_at: expiresAt,
    })
    .execute();
  await addAddressChange(db, {
    account: ACCOUNT,
    address: 'zoe@new.example',
    tokenHash: TOKEN_HASH,
    now: LATER,
    expiresAt,
  });
  await countAttempt(db, { kind: 'sign-in', who: 'f'.repeat(64), since: LATER });
}

async function fillAlerts(db: Database): Promise<void> {
  const alert = { account_id: ACCOUNT, made_at: LATER, paused_at: null, removed_at: null, said_on: '2026-11-24' };
  const said = JSON.stringify([{ id: 'ect-mentor', name: 'ECT mentor', verdict: null, intakes: [], figures: {} }]);
  await db
    .insertInto('alert')
    .values([
      { ...alert, id: ALERT, address: '/opportunities?q=zo%C3%AB', said },
      { ...alert, id: id(35), address: '/results', said: '[]', removed_at: LATER },
    ])
    .execute();
  await db.insertInto('alert_digest').values({ account_id: ACCOUNT, mailed_on: '2026-11-24' }).execute();
}

async function fillShares(db: Database): Promise<void> {
  const shared = {
    plan_id: PLAN,
    account_id: ACCOUNT,
    sections: '["goals","costs"]',
    created_at: LATER,
    expires_on: '2027-03-24',
    answer_by: '2026-12-08',
    confirmed_at: null,
    revoked_at: null,
    stands_in_for: null,
  };
  await db
    .insertInto('share')
    .values([
      {
        ...shared,
        id: SHARE,
        key_hash: SHARE_HASH,
        kind: 'line-manager',
        name: 'Nº 1 manager',
        address: 'manager@example.org',
      },
      {
        ...shared,
        id: CASE,
        key_hash: '9'.repeat(64),
        kind: 'sponsor',
        name: 'Zoë’s head',
        address: 'head@example.org',
      },
    ])
    .execute();
  await addShareEvents(db, SHARE, {
    after: 0,
    documents: [
      { kind: 'asked', version: 1, steps: [{ id: 's1', name: 'Nº 1 step' }] },
      { kind: 'said', by: 'reviewer', step: null, text: 'Ça va?' },
    ],
    now: LATER,
  });
  await addShareEvents(db, CASE, {
    after: 0,
    documents: [{ kind: 'answered', answer: 'if', words: 'Ça dépend.', asks: {}, name: 'Zoë', role: 'headteacher' }],
    now: LATER,
  });
  await saveCaseDraft(db, PLAN, { from: 0, draft: aCaseDraft({ why: 'Ça lit mieux.' }), now: LATER });
  await addSentCase(db, CASE, { draft: aCaseDraft(), sheet: aCaseSheet({ why: 'Ça lit mieux.' }), planVersion: 1 });
  await db
    .insertInto('share_meeting')
    .values({
      share_id: SHARE,
      starts_at: '2026-12-03T15:30:00.000Z',
      sequence: 1,
      changed_at: LATER,
      cancelled_at: null,
    })
    .execute();
  for (const by of ['link', 'account', { share: SHARE }] as const)
    await addOpening(db, { plan: PLAN, by, on: '2026-11-24' as IsoDate, now: LATER });
}

/** What Zoë keeps to show what came of her plan. */
async function fillEvidence(db: Database): Promise<void> {
  const dueOn = '2026-12-07' as IsoDate;
  const answers = { tried: 'Déjà vu', next: 'Go on' };
  await saveReflection(db, PLAN, { prompt: '2-weeks', state: 'written', answers, dueOn, from: 0, now: LATER });
  await saveReflection(db, PLAN, { prompt: '6-weeks', state: 'skipped', answers: {}, dueOn, from: 0, now: LATER });
  await saveReflectionMail(db, PLAN, '2026-11-24' as IsoDate);
  const words = {
    title: 'A lesson, filmed',
    words: 'Who speaks: ½ of them',
    happenedOn: '2026-11-20' as IsoDate,
    url: null,
    source: '',
    step: 's1',
    parts: ['pupils', 'together'],
  } as const;
  const file = { id: FILE, name: 'Zoë.pdf', type: 'pdf', bytes: 12_345, sha256: '5e'.repeat(32) } as const;
  await addEvidence(db, PLAN, { id: EVIDENCE, kind: 'file', ...words, file }, LATER);
  await addEvidence(
    db,
    PLAN,
    { id: id(42), kind: 'reading', ...words, url: 'https://example.org/a', source: 'A journal', file: null },
    LATER,
  );
  await addEvidence(db, PLAN, { id: id(43), kind: 'note', ...words, step: null, parts: [], file: null }, LATER);
  await markEvidenceDeleted(db, id(43), LATER);
  const impact = {
    purpose: 'job',
    name: 'Zoë',
    need: 'Readers',
    changed: 'Fewer stall',
    next: '',
    steps: ['s1'],
    reflections: ['2-weeks'],
    evidence: [EVIDENCE],
  } as const;
  await saveImpact(db, PLAN, { from: 0, impact, now: LATER });
}
