import { followedAt } from '../alerts/alert-address.ts';
import { digestBody, digestSubject, newsOf } from '../alerts/digest.ts';
import { daysAfter } from '../clock.ts';
import {
  findAlerts,
  findFollowers,
  recordDigest,
  removeOldAlerts,
  saveSaid,
  type Alert,
  type Follower,
} from '../db/alerts.ts';
import { findKindsOff } from '../db/mail.ts';
import type { Queryable } from '../db/open-database.ts';
import { isSchoolTime, schoolDatesOf, type SchoolDates } from '../domain/calendar/school-time.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { addDays, type IsoDate } from '../domain/date.ts';
import type { District } from '../domain/matching/profile.ts';
import { toldBy } from '../domain/matching/told-query.ts';
import { mailboxOf } from '../domain/mail/mail-address.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const ACCOUNTS_AT_ONCE = 100;
/** As long as a plan can be brought back. */
const REMOVED_KEPT_DAYS = 30;

/**
 * Each school day: mails whoever follows something what changed in it since they were last told, once a week at most.
 * The mail and what is remembered of it are committed together, so that any number of workers, and one that dies and
 * does it again, say each thing once.
 */
export const weeklyDigest: JobHandler = {
  begin: async (_jobs, context) => () => digestAll(context),
};

async function digestAll(context: JobContext): Promise<Result> {
  const { db, now, today } = context;
  await removeOldAlerts(db, daysAfter(now(), -REMOVED_KEPT_DAYS));
  const mailedBefore = addDays(today(), -6);
  let isAnyLeft = false;
  for (let last = ''; ;) {
    const followers = await findFollowers(db, { mailedBefore, after: last, atMost: ACCOUNTS_AT_ONCE });
    for (const follower of followers) {
      // One account that cannot be told must not keep the news from all others.
      const isDone = await digestFor(follower, mailedBefore, context).then(
        () => true,
        () => false,
      );
      isAnyLeft ||= !isDone;
    }
    last = followers.at(-1)?.account ?? '';
    if (followers.length < ACCOUNTS_AT_ONCE) break;
  }
  return isAnyLeft
    ? { kind: 'later', because: 'the news of some accounts could not be put together' }
    : { kind: 'done' };
}

async function digestFor(follower: Follower, mailedBefore: IsoDate, context: JobContext): Promise<void> {
  const { db, mail, now, today } = context;
  const { account, address } = follower;
  const to = mailboxOf({ name: '', address });
  const on = context.on(today());
  const alerts = await findRunning(db, account);
  if (!isTimeFor(alerts, on.catalogue, now())) return;
  const off = await findKindsOff(db, mail.keys.addressId(to));
  if (off.includes('alert')) return;
  const news = [];
  for (const alert of alerts) news.push(await newsOf(alert, db, on));
  const changed = news.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    // Whoever pauses or removes one at this moment is mailed another day, or not at all.
    if (!isSame(await findRunning(transaction, account), alerts)) return;
    if (!(await recordDigest(transaction, { account, mailedBefore, today: today() }))) return;
    await mail.queue(transaction, {
      kind: 'alert',
      key: `${account}/${today()}`,
      to,
      subject: digestSubject(changed),
      body: digestBody(changed, news.length - changed.length),
    });
    for (const { alert, now: list } of changed)
      await saveSaid(transaction, { id: alert.id, said: list.items, today: today() });
  });
}

async function findRunning(db: Queryable, account: string): Promise<readonly Alert[]> {
  const alerts = await findAlerts(db, account);
  return alerts.filter(({ pausedAt }) => pausedAt === null);
}

function isSame(a: readonly Alert[], b: readonly Alert[]): boolean {
  const told = (alerts: readonly Alert[]) => alerts.map(({ id, madeAt, saidOn }) => `${id} ${madeAt} ${saidOn}`).join();
  return told(a) === told(b);
}

/** By the dates of where their answers say they work; else it must be a school day in all of the hub's area. */
function isTimeFor(alerts: readonly Alert[], catalogue: Catalogue, now: string): boolean {
  return datesFor(alerts, catalogue).every((dates) => isSchoolTime(now, dates));
}

function datesFor(alerts: readonly Alert[], catalogue: Catalogue): readonly SchoolDates[] {
  const told = alerts.map(({ address }) => followedAt(address).told);
  const urn = told.find(({ school }) => school !== undefined)?.school;
  const district = told.map((one) => toldBy(one).district).find((one) => one !== undefined);
  const districts = district ? [district] : catalogue.hub.districts.map(({ id }) => id as District);
  const setting = urn === undefined ? {} : { setting: { kind: 'school', urn } as const };
  return districts.map((one) => schoolDatesOf({ ...setting, district: one }, catalogue));
}
