import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from './support/both-databases.ts';
import {
  ACCOUNT,
  ALERT,
  ADDRESS_ID,
  CASE,
  EVIDENCE,
  FEED_HASH,
  FILE,
  fillDatabase,
  FOLDER,
  KEY_HASH,
  MAIL,
  PLAN,
  SHARE,
  SHARE_HASH,
  TOKEN_HASH,
} from './support/filled-database.ts';
import { LATER } from './support/register.ts';
import { ROOT } from './support/source-files.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { LANES } from '../src/domain/job.ts';
import { findBackupTables } from '../src/db/backup-tables.ts';
import * as accountKeeping from '../src/db/account-keeping.ts';
import * as accountPlans from '../src/db/account-plans.ts';
import * as accounts from '../src/db/accounts.ts';
import * as addressChanges from '../src/db/address-changes.ts';
import * as alerts from '../src/db/alerts.ts';
import * as attempts from '../src/db/attempts.ts';
import * as cases from '../src/db/cases.ts';
import * as catalogue from '../src/db/catalogue.ts';
import * as conversations from '../src/db/conversations.ts';
import * as eligibility from '../src/db/eligibility.ts';
import * as evidence from '../src/db/evidence.ts';
import * as finderSchools from '../src/db/finder-schools.ts';
import * as folders from '../src/db/folders.ts';
import * as hubAreas from '../src/db/hub-areas.ts';
import * as impact from '../src/db/impact.ts';
import * as imports from '../src/db/imports.ts';
import * as jobs from '../src/db/jobs.ts';
import * as mail from '../src/db/mail.ts';
import type { Database } from '../src/db/open-database.ts';
import * as openings from '../src/db/openings.ts';
import * as personalData from '../src/db/personal-data.ts';
import * as plans from '../src/db/plans.ts';
import * as reflections from '../src/db/reflections.ts';
import * as shareEvents from '../src/db/share-events.ts';
import * as shares from '../src/db/shares.ts';
import * as signIn from '../src/db/sign-in.ts';
import * as sessions from '../src/db/sessions.ts';
import * as meetings from '../src/db/share-meetings.ts';
import * as turns from '../src/db/share-turns.ts';
import * as staging from '../src/db/school-staging.ts';
import * as schools from '../src/db/schools.ts';

/*
 * The two databases, filled alike with something in every table, hold the same and answer the same: every
 * table and view row by row, and every function of `db/` that reads.
 */

const DB = join(ROOT, 'src/db');
const LIST = { list: 'pp50-school', vintage: '2025-autumn' } as const;

/** How each function that reads is asked. One that is not here fails the first test. */
const READS: Readonly<Record<string, (db: Database) => unknown>> = {
  getCatalogue: catalogue.getCatalogue,
  getCatalogueState: catalogue.getCatalogueState,
  findAlerts: (db) => alerts.findAlerts(db, ACCOUNT),
  findFollowers: (db) => alerts.findFollowers(db, { mailedBefore: '2026-12-01' as IsoDate, after: '', atMost: 10 }),
  getAlert: (db) => alerts.getAlert(db, { account: ACCOUNT, id: ALERT }),
  getDigestDay: (db) => alerts.getDigestDay(db, ACCOUNT),
  findEligibilityLists: eligibility.findEligibilityLists,
  findEntries: (db) => eligibility.findEntries(db, LIST),
  findListsNaming: (db) => eligibility.findListsNaming(db, 'urn', '143064'),
  getEligibilitySnapshot: async (db) => (await eligibility.getEligibilitySnapshot(db)).held,
  eachFinderSchool: (db) => Array.fromAsync(finderSchools.eachFinderSchool(db, 5000)),
  findHubAreas: hubAreas.findHubAreas,
  findAreasByDistrict: hubAreas.findAreasByDistrict,
  findSplitDistricts: hubAreas.findSplitDistricts,
  findImportRuns: async (db) => (await imports.findImportRuns(db)).map((run) => ({ ...run, id: '' })),
  getShippedHash: imports.getShippedHash,
  findOwnImports: imports.findOwnImports,
  getImportsVersion: imports.getImportsVersion,
  getImportsDates: imports.getImportsDates,
  findHeldSchools: async (db) => [...(await staging.findHeldSchools(db))].toSorted((a, b) => a.urn - b.urn),
  getSchool: (db) => schools.getSchool(db, 143064),
  getSchoolByUkprn: (db) => schools.getSchoolByUkprn(db, 10079319),
  findSchools: schools.findSchools,
  findSchoolsByUrn: (db) => schools.findSchoolsByUrn(db, [143064, 100000, 999999, 110971]),
  findSchoolLinks: schools.findSchoolLinks,
  findLinksOf: (db) => schools.findLinksOf(db, 151978),
  findPredecessors: (db) => schools.findPredecessors(db, 151978),
  countSchools: schools.countSchools,
  getFolder: (db) => folders.getFolder(db, { keyHash: KEY_HASH }),
  getFolderOfFeed: (db) => folders.getFolderOfFeed(db, FEED_HASH),
  hasFeed: (db) => folders.hasFeed(db, FOLDER),
  findPlans: (db) => plans.findPlans(db, FOLDER),
  getPlan: (db) => plans.getPlan(db, FOLDER, 1),
  findVersions: (db) => plans.findVersions(db, PLAN, { before: 99, atMost: 10 }),
  getVersion: (db) => plans.getVersion(db, PLAN, 2),
  countWaiting: jobs.countWaiting,
  isAnyDue: (db) => jobs.isAnyDue(db, LANES, LATER),
  findKindsOff: (db) => mail.findKindsOff(db, ADDRESS_ID),
  findMailTo: (db) => mail.findMailTo(db, ADDRESS_ID, 10),
  findNewestMail: (db) => mail.findNewestMail(db, 2),
  getMailFate: (db) => mail.getMailFate(db, 'key-10'),
  findMailToSend: async (db) => [...(await mail.findMailToSend(db, [MAIL]))],
  getPlanById: (db) => plans.getPlanById(db, PLAN),
  getAccount: (db) => accounts.getAccount(db, ACCOUNT),
  getAccountByAddress: (db) => accounts.getAccountByAddress(db, 'zoe@example.org'),
  getAccountOfIdentity: (db) => accounts.getAccountOfIdentity(db, { issuer: 'https://id.example', subject: 'z' }),
  findAccountFolders: (db) => accounts.findAccountFolders(db, ACCOUNT),
  findIssuers: (db) => accounts.findIssuers(db, ACCOUNT),
  findAccountEvents: (db) => accounts.findAccountEvents(db, ACCOUNT, 10),
  countAttempt: (db) => attempts.countAttempt(db, { kind: 'sign-in', who: 'f'.repeat(64), since: LATER }),
  findOpenings: (db) => openings.findOpenings(db, PLAN, 10),
  getShare: (db) => shares.getShare(db, PLAN, SHARE),
  getShareByKey: (db) => shares.getShareByKey(db, SHARE_HASH),
  findShares: (db) => shares.findShares(db, PLAN),
  findShareEvents: (db) => shareEvents.findShareEvents(db, SHARE),
  findEventsOfShares: async (db) => [...(await shareEvents.findEventsOfShares(db, [{ id: SHARE }, { id: CASE }]))],
  findNewestShareEvents: (db) => shareEvents.findNewestShareEvents(db, PLAN, 10),
  findOpenShares: (db) =>
    shares.findOpenShares(db, { kind: 'line-manager', today: '2026-12-01' as IsoDate, after: '', atMost: 10 }),
  findConversation: (db) => conversations.findConversation(db, SHARE),
  findConversations: async (db) => [...(await conversations.findConversations(db, [{ id: SHARE }]))],
  findMeetings: async (db) => [...(await meetings.findMeetings(db, [{ id: SHARE }]))],
  isStillTheirTurn: (db) => turns.isStillTheirTurn(db, { share: SHARE, after: 1 }),
  getCaseDraft: (db) => cases.getCaseDraft(db, PLAN),
  getSentCase: (db) => cases.getSentCase(db, CASE),
  findSentCases: (db) => cases.findSentCases(db, PLAN),
  findAnswersToCases: (db) => cases.findAnswersToCases(db, PLAN),
  findCaseEvents: (db) => cases.findCaseEvents(db, CASE),
  findEventsOfCases: async (db) => [...(await cases.findEventsOfCases(db, [{ id: CASE }]))],
  countOthersWithWebsite: async (db) => {
    const hosts = (await schools.findSchools(db)).flatMap(({ website }) => website ?? []).slice(0, 5);
    return schools.countOthersWithWebsite(db, { urn: 1, hosts });
  },
  getSession: (db) => signIn.getSession(db, TOKEN_HASH, LATER),
  getSignInLink: (db) => signIn.getSignInLink(db, TOKEN_HASH),
  getUse: (db) => accountKeeping.getUse(db, ACCOUNT),
  findUnused: (db) => accountKeeping.findUnused(db, { usedBefore: '2027-01-01' as IsoDate, after: '', atMost: 5 }),
  findClosed: (db) => accountKeeping.findClosed(db, LATER, 5),
  findAccountPlans: (db) => accountPlans.findAccountPlans(db, ACCOUNT),
  hasFolder: (db) => accountPlans.hasFolder(db, ACCOUNT, FOLDER),
  getAddressChange: (db) => addressChanges.getAddressChange(db, TOKEN_HASH, LATER),
  hasAccount: (db) => addressChanges.hasAccount(db, 'zoe@example.org'),
  findSessions: (db) => sessions.findSessions(db, ACCOUNT, LATER),
  findKeys: async (db) => [...(await personalData.findKeys(db, ZOE))],
  eachTakenPlan: async (db) =>
    Array.fromAsync(personalData.eachTakenPlan(db, await personalData.findKeys(db, ZOE), 'standing')),
  countPersonal: async (db) => [...(await personalData.countPersonal(db, await personalData.findKeys(db, ZOE)))],
  findReflections: (db) => reflections.findReflections(db, PLAN),
  getReflection: (db) => reflections.getReflection(db, PLAN, '2-weeks'),
  findAnsweredPrompts: async (db) => [...(await reflections.findAnsweredPrompts(db, PLAN))],
  hasReflectionMail: (db) => reflections.hasReflectionMail(db, PLAN),
  findAskedPlans: (db) => reflections.findAskedPlans(db, { after: '', atMost: 10 }),
  findEvidence: (db) => evidence.findEvidence(db, PLAN),
  getEvidence: (db) => evidence.getEvidence(db, PLAN, EVIDENCE),
  getHeld: (db) => evidence.getHeld(db, PLAN),
  findNamedFiles: async (db) => [...(await evidence.findNamedFiles(db, [FILE, PLAN]))],
  getImpact: (db) => impact.getImpact(db, PLAN),
  findBackupTables,
};

const ZOE = { account: { id: ACCOUNT, address: 'zoe@example.org' }, mailbox: ADDRESS_ID };

let both: Awaited<ReturnType<typeof onBothDatabases>>;
beforeAll(async () => {
  both = await onBothDatabases('shipped');
  await fillDatabase(both.sqlite.db);
  await fillDatabase(both.postgres.db);
}, 120_000);
afterAll(() => both[Symbol.asyncDispose]());

test('no function that reads is left out', async () => {
  const modules = readdirSync(DB).filter((name) => /^(?!.*\.test\.ts$).*\.ts$/.test(name));
  const found: string[] = [];
  for (const name of modules) {
    const module = (await import(join(DB, name))) as Readonly<Record<string, unknown>>;
    found.push(...Object.keys(module).filter((one) => /^(find|get|has|is|each|count)[A-Z]/.test(one)));
  }
  expect(found.filter((one) => !one.startsWith('isPostgres')).toSorted()).toEqual(Object.keys(READS).toSorted());
});

test.each(Object.entries(READS))('%s gives the same on both', async (_, read) => {
  const answer = await read(both.sqlite.db);
  expect(answer).toBeTruthy();
  expect(await read(both.postgres.db)).toEqual(answer);
});

/** Every table and view that SQLite has, with its columns. */
async function tables(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ name: string; column: string }>`
    select m.name, c.name as "column"
    from sqlite_schema m
    join pragma_table_info(m.name) c
    where m.type in ('table', 'view')
    order by m.name, c.cid`.execute(both.sqlite.db);
  const columns = Map.groupBy(rows, (row) => row.name);
  return new Map([...columns].map(([name, found]) => [name, found.map((row) => row.column)]));
}

/** When, and under which chance number, each database was filled is its own. */
const OWN = new Set([
  'migration.applied_at',
  'import_run.id',
  'item_version.recorded_at',
  'newest_version.recorded_at',
]);

test('every table and view holds the same rows on both', async () => {
  const found = await tables();
  const counts: Record<string, number> = {};
  for (const [name, columns] of found) {
    const shared = columns.filter((column) => !OWN.has(`${name}.${column}`));
    const query = sql<object>`select ${sql.join(shared.map((column) => sql.ref(column)))} from ${sql.table(name)}
      order by ${sql.join(shared.map((column) => sql.ref(column)))}`;
    const held = (await query.execute(both.sqlite.db)).rows;
    expect((await query.execute(both.postgres.db)).rows, name).toEqual(held);
    counts[name] = held.length;
  }
  expect(Object.keys(counts).filter((name) => counts[name] === 0)).toEqual([]);
  expect(found.size).toBeGreaterThan(15);
});

test('what is in memory judges every identifier alike', async () => {
  const [ours, theirs] = await Promise.all(
    [both.sqlite, both.postgres].map(({ db }) => eligibility.getEligibilitySnapshot(db)),
  );
  const entries = await eligibility.findEntries(both.sqlite.db, LIST);
  expect(entries.length).toBeGreaterThan(1000);
  const odd = entries.filter(
    ({ identifier }) =>
      ours?.isOn(LIST.list, 'urn', identifier, LIST.vintage) !==
      theirs?.isOn(LIST.list, 'urn', identifier, LIST.vintage),
  );
  expect(odd).toEqual([]);
});
