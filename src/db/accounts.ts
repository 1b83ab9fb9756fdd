import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../domain/date.ts';
import type { Queryable } from './open-database.ts';

/** Somebody who has shown that an address is theirs. */
export interface Account {
  readonly id: string;
  readonly address: string;
  /** What they are called in what they share; empty until they share something. */
  readonly name: string;
  readonly createdAt: string;
  /** The last day it was used. */
  readonly usedOn: IsoDate;
  /** Set while it waits to be removed for good. */
  readonly deletedAt: string | null;
}

/** Who somebody is to a sign-in service. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

const ACCOUNT = ['id', 'address', 'name', 'created_at', 'used_on', 'deleted_at'] as const;

interface AccountRow {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly created_at: string;
  readonly used_on: string;
  readonly deleted_at: string | null;
}

export function accountIn(row: AccountRow): Account {
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    createdAt: row.created_at,
    usedOn: row.used_on as IsoDate,
    deletedAt: row.deleted_at,
  };
}

/** The account of an address, made where there is none; `address` is compared as it is, so give it in small letters. */
export async function accountOf(
  transaction: Queryable,
  { address, now, today }: { readonly address: string; readonly now: string; readonly today: IsoDate },
): Promise<{ readonly account: Account; readonly isNew: boolean }> {
  const id = randomUUID();
  const row = await transaction
    .insertInto('account')
    .values({ id, address, name: '', created_at: now, used_on: today, warned_on: null, deleted_at: null })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ used_on: today, warned_on: null }))
    .returning(ACCOUNT)
    .executeTakeFirstOrThrow();
  return { account: accountIn(row), isNew: row.id === id };
}

/** An account by its id, also where it is closed: whoever asks looks at `deletedAt`. */
export async function getAccount(db: Queryable, id: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').select(ACCOUNT).where('id', '=', id).executeTakeFirst();
  return row && accountIn(row);
}

/** The account of an address, given in small letters. */
export async function getAccountByAddress(db: Queryable, address: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').select(ACCOUNT).where('address', '=', address).executeTakeFirst();
  return row && accountIn(row);
}

export async function saveAccountName(db: Queryable, id: string, name: string): Promise<void> {
  await db.updateTable('account').set({ name }).where('id', '=', id).execute();
}

/** Puts a folder into an account. False where it is in another one. */
export async function addAccountFolder(
  transaction: Queryable,
  { account, folder, now }: { readonly account: string; readonly folder: string; readonly now: string },
): Promise<boolean> {
  await transaction
    .insertInto('account_folder')
    .values({ folder_id: folder, account_id: account, added_at: now })
    .onConflict((conflict) => conflict.column('folder_id').doNothing())
    .execute();
  const row = await transaction
    .selectFrom('account_folder')
    .select('account_id')
    .where('folder_id', '=', folder)
    .executeTakeFirst();
  return row?.account_id === account;
}

/** The folders of an account, in the order they came into it. */
export async function findAccountFolders(db: Queryable, account: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('account_folder')
    .select('folder_id')
    .where('account_id', '=', account)
    .orderBy('added_at')
    .orderBy('folder_id')
    .execute();
  return rows.map((row) => row.folder_id);
}

export interface AccountEvent {
  readonly id: string;
  readonly said: string;
  readonly at: string;
}

/** Records what was done with an account, in one plain sentence for its owner; no key and no address in it. */
export async function addAccountEvent(
  transaction: Queryable,
  { account, said, now }: { readonly account: string; readonly said: string; readonly now: string },
): Promise<void> {
  await transaction
    .insertInto('account_event')
    .values({ id: randomUUID(), account_id: account, said, at: now })
    .execute();
}

/** What was done with an account, the newest first. */
export async function findAccountEvents(
  db: Queryable,
  account: string,
  atMost: number,
): Promise<readonly AccountEvent[]> {
  return db
    .selectFrom('account_event')
    .select(['id', 'said', 'at'])
    .where('account_id', '=', account)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(atMost)
    .execute();
}

/** The account that somebody known to a sign-in service has here. */
export async function getAccountOfIdentity(db: Queryable, { issuer, subject }: Identity): Promise<Account | undefined> {
  const row = await db
    .selectFrom('account_identity')
    .innerJoin('account', 'account.id', 'account_identity.account_id')
    .select(['account.id', 'address', 'name', 'created_at', 'used_on', 'deleted_at'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row && accountIn(row);
}

/** Joins somebody known to a sign-in service to an account. False where they are joined to another one. */
export async function addIdentity(
  transaction: Queryable,
  { identity, account, now }: { readonly identity: Identity; readonly account: string; readonly now: string },
): Promise<boolean> {
  await transaction
    .insertInto('account_identity')
    .values({ ...identity, account_id: account, added_at: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .execute();
  return (await getAccountOfIdentity(transaction, identity))?.id === account;
}

/** The sign-in services an account is joined to, by their issuers. */
export async function findIssuers(db: Queryable, account: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('account_identity')
    .select('issuer')
    .distinct()
    .where('account_id', '=', account)
    .orderBy('issuer')
    .execute();
  return rows.map(({ issuer }) => issuer);
}

/** Parts an account from a sign-in service, or from all where none is named. False where it was joined to none. */
export async function removeIdentities(transaction: Queryable, account: string, issuer?: string): Promise<boolean> {
  const all = transaction.deleteFrom('account_identity').where('account_id', '=', account);
  const { numDeletedRows } = await (issuer === undefined ? all : all.where('issuer', '=', issuer)).executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

/** Notes that an account is in use. */
export async function touchAccount(transaction: Queryable, id: string, today: IsoDate): Promise<void> {
  await transaction.updateTable('account').set({ used_on: today, warned_on: null }).where('id', '=', id).execute();
}
