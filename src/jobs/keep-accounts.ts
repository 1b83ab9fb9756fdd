import { randomUUID } from 'node:crypto';
import { daysAfter } from '../clock.ts';
import {
  closeAccount,
  findClosed,
  findUnused,
  holdClosed,
  noteUseOfPlans,
  noteWarning,
  type UnusedAccount,
} from '../db/account-keeping.ts';
import { addAccountEvent } from '../db/accounts.ts';
import { removeOldAddressChanges } from '../db/address-changes.ts';
import { removePersonal } from '../db/personal-data.ts';
import { londonDay } from '../domain/calendar/london.ts';
import { addDays, type IsoDate } from '../domain/date.ts';
import { dayInWords } from '../domain/day-words.ts';
import { mailboxIfAny } from '../domain/mail/mail-address.ts';
import { CLOSED_KEPT_DAYS, dueFor, keptUntil, lookedAtFrom, type Due } from '../domain/account/retention.ts';
import { closedMail, warningMail } from '../mail/account-mails.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const AT_ONCE = 200;
const DONE: Result = { kind: 'done' };

/** Once a day: warns whoever has not used their account for long, twice, and then closes it. */
export const warnUnused: JobHandler = {
  begin: async (_jobs, context) => async () => {
    const { db, now } = context;
    const today = londonDay(now());
    const usedBefore = lookedAtFrom(today);
    await noteUseOfPlans(db, usedBefore);
    for (let last = ''; ;) {
      const accounts = await findUnused(db, { usedBefore, after: last, atMost: AT_ONCE });
      for (const account of accounts) await doDue(context, account, dueFor(account, today), today);
      last = accounts.at(-1)?.id ?? '';
      if (accounts.length < AT_ONCE) return DONE;
    }
  },
};

async function doDue(context: JobContext, account: UnusedAccount, due: Due, today: IsoDate): Promise<void> {
  switch (due) {
    case 'nothing':
      return undefined;
    case 'first-warning':
      return warn(context, account, { ...account, warnedOn: today, warnedAgainOn: null }, today);
    case 'second-warning':
      return warn(context, account, { ...account, warnedAgainOn: today }, today);
    case 'end':
      return close(context, account, today);
    default:
      return due satisfies never;
  }
}

async function warn(
  { db, mail, now }: JobContext,
  account: UnusedAccount,
  warned: UnusedAccount,
  today: IsoDate,
): Promise<void> {
  const until = keptUntil(warned);
  const which = warned.warnedAgainOn === null ? 'first' : 'second';
  await db.transaction().execute(async (transaction) => {
    if (!(await noteWarning(transaction, account, today))) return;
    await addAccountEvent(transaction, {
      account: account.id,
      said: `We wrote to you for the ${which} time that your account is not used and will be closed after ${dayInWords(until)}.`,
      now: now(),
    });
    const to = mailboxIfAny(account);
    if (to) await mail.queue(transaction, warningMail({ key: randomUUID(), to, usedOn: account.usedOn, until, which }));
  });
}

async function close({ db, mail, now }: JobContext, account: UnusedAccount, today: IsoDate): Promise<void> {
  const until = addDays(today, CLOSED_KEPT_DAYS);
  await db.transaction().execute(async (transaction) => {
    const closing = { account: account.id, now: now(), unlessUsedAfter: account.usedOn };
    if (!(await closeAccount(transaction, closing))) return;
    await addAccountEvent(transaction, {
      account: account.id,
      said: `Your account was closed because it was not used. It can be brought back until ${dayInWords(until)}.`,
      now: now(),
    });
    const to = mailboxIfAny(account);
    if (to) await mail.queue(transaction, closedMail({ key: randomUUID(), to, until, by: 'us' }));
  });
}

/** Once a day: removes for good what was closed thirty days ago, and links that nobody can use any more. */
export const removeClosed: JobHandler = {
  begin: async (_jobs, context) => async () => {
    const { db, mail, now } = context;
    const before = daysAfter(now(), -CLOSED_KEPT_DAYS);
    await removeOldAddressChanges(db, daysAfter(now(), -1));
    for (;;) {
      const accounts = await findClosed(db, before, AT_ONCE);
      for (const account of accounts) {
        const to = mailboxIfAny(account);
        await db.transaction().execute(async (transaction) => {
          if (!(await holdClosed(transaction, account.id, before))) return;
          await removePersonal(transaction, { account, mailbox: to ? mail.keys.addressId(to) : '' });
        });
      }
      if (accounts.length < AT_ONCE) return DONE;
    }
  },
};
