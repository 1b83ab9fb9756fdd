import { KEPT_BESIDE_PLANS } from './personal-plan-tables.ts';
import { SECRET, SHARED_OF_PLANS, WITH_PLAN, YOURS } from './personal-share-tables.ts';
import type { Schema } from './schema.ts';

/*
 * Every table that holds anything of anybody's, once: what a person sees of what is kept, what the file holds that they
 * take away, and what is removed with their account are all read from here. A new table gets its line here; one that
 * stands in neither list fails a test (test/personal-tables.test.ts).
 *
 * What others point to stands before them: rows are removed from the end.
 */

/** What a row's owner is found by: a row of another table here, or the account's address or the check value of it. */
export type Owner = PersonalTableName | 'address' | 'mailbox';

export interface PersonalTable {
  readonly table: keyof Schema;
  /** Whose a row is: this column holds the key of a row of theirs. */
  readonly by: { readonly column: string; readonly of: Owner };
  /** By which other tables point to its rows, where they do. */
  readonly key?: string;
  /** The order of its rows in the file. */
  readonly order: readonly string[];
  /** Rows of one owner that are too large to be held together, read one after the other in the order of this number. */
  readonly oneByOne?: string;
  /** What it is called in the file. */
  readonly as: string;
  /** Whether it comes in again with the file; else why not, as the end of a sentence for whoever it is about. */
  readonly comesIn: true | string;
  /** What it is and how long it is kept, in words for whoever it is about. */
  readonly holds: string;
  readonly kept: string;
  readonly taken: readonly string[];
  /** Those of the taken columns that hold JSON. */
  readonly json?: readonly string[];
  /** The columns that are not in the file, each with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Why its rows do not go with the account. */
  readonly stays?: string;
}

const WITH_ACCOUNT = 'As long as the account.';

export const PERSONAL_TABLES = [
  {
    table: 'account',
    by: { column: 'id', of: 'account' },
    key: 'id',
    order: ['id'],
    as: 'account',
    comesIn: 'the account it comes into has an address of its own; your name comes in where it has none yet',
    holds: 'Your address, your name if you gave one, and when the account was made and last used',
    kept: WITH_ACCOUNT,
    taken: ['id', 'address', 'name', 'created_at', 'used_on', 'warned_on', 'warned_again_on', 'deleted_at'],
    leftOut: {},
  },
  {
    table: 'account_identity',
    by: { column: 'account_id', of: 'account' },
    order: ['issuer', 'subject'],
    as: 'identities',
    comesIn: 'each account is signed in to in its own way',
    holds: 'Who you are to a sign-in service, if you came by one',
    kept: WITH_ACCOUNT,
    taken: ['issuer', 'subject', 'added_at'],
    leftOut: { account_id: YOURS },
  },
  {
    table: 'session',
    by: { column: 'account_id', of: 'account' },
    order: ['created_at', 'id'],
    as: 'sessions',
    comesIn: 'a browser is signed in to one account',
    holds: 'The browsers you are signed in with',
    kept: 'Until you sign out there, or for sixty days.',
    taken: ['browser', 'created_at', 'seen_at', 'expires_at'],
    leftOut: { id: 'a number of ours', token_hash: SECRET, account_id: YOURS },
  },
  {
    table: 'account_event',
    by: { column: 'account_id', of: 'account' },
    order: ['at', 'id'],
    as: 'events',
    comesIn: 'it happened with the account the file is from',
    holds: 'What happened with your account',
    kept: WITH_ACCOUNT,
    taken: ['said', 'at'],
    leftOut: { id: 'a number of ours', account_id: YOURS },
  },
  {
    table: 'address_change',
    by: { column: 'account_id', of: 'account' },
    order: ['created_at', 'token_hash'],
    as: 'addressChanges',
    comesIn: 'it was for the account the file is from',
    holds: 'A new address that waits to be confirmed',
    kept: 'Until it is confirmed, or for a day.',
    taken: ['address', 'created_at', 'expires_at'],
    leftOut: { token_hash: SECRET, account_id: YOURS },
  },
  {
    table: 'alert',
    by: { column: 'account_id', of: 'account' },
    order: ['made_at', 'id'],
    as: 'alerts',
    comesIn: true,
    holds: 'The lists you follow, with what they ask of the catalogue, and what you were last told of each',
    kept: 'Until you remove it, and for thirty days more.',
    taken: ['address', 'made_at', 'paused_at', 'removed_at', 'said', 'said_on'],
    json: ['said'],
    leftOut: { id: 'a number of ours', account_id: YOURS },
  },
  {
    table: 'alert_digest',
    by: { column: 'account_id', of: 'account' },
    order: ['mailed_on'],
    as: 'alertMails',
    comesIn: 'it is counted anew',
    holds: 'When you were last mailed what had changed in them',
    kept: WITH_ACCOUNT,
    taken: ['mailed_on'],
    leftOut: { account_id: YOURS },
  },
  {
    table: 'folder',
    by: { column: 'id', of: 'account_folder' },
    key: 'id',
    order: ['created_at', 'id'],
    as: 'folders',
    comesIn:
      'plans that lay together stay together; the folders are new, and no private link opens them until you make one',
    holds: 'The folders your plans are in',
    kept: 'As long as a plan is in it.',
    taken: ['id', 'created_at', 'link_ended_at'],
    leftOut: { key_hash: SECRET, feed_hash: SECRET },
  },
  {
    table: 'account_folder',
    by: { column: 'account_id', of: 'account' },
    key: 'folder_id',
    order: ['added_at', 'folder_id'],
    as: 'keptFolders',
    comesIn: 'all plans that come in are in the account',
    holds: 'Which plans are in your account, and since when',
    kept: WITH_ACCOUNT,
    taken: ['folder_id', 'added_at'],
    leftOut: { account_id: YOURS },
  },
  {
    table: 'sign_in_link',
    by: { column: 'address', of: 'address' },
    order: ['created_at', 'token_hash'],
    as: 'signInLinks',
    comesIn: 'they were for the account the file is from',
    holds: 'Links to sign in that were sent to you',
    kept: 'They work once and for fifteen minutes, and are removed within days.',
    taken: ['created_at', 'expires_at', 'used_at'],
    leftOut: {
      token_hash: SECRET,
      address: 'it is the address of the account',
      folder_id: 'the folder is in the account once the link has been used',
      next: 'the page the link leads on to',
      issuer: 'it is among the identities once the link has been used',
      subject: 'it is among the identities once the link has been used',
    },
  },
  {
    table: 'plan',
    by: { column: 'folder_id', of: 'folder' },
    key: 'id',
    order: ['folder_id', 'number'],
    as: 'planRecords',
    comesIn: true,
    holds: 'Your plans',
    kept: 'Until you delete one; it can then be brought back for thirty days.',
    taken: ['id', 'folder_id', 'number', 'version', 'title', 'created_at', 'saved_at', 'deleted_at'],
    leftOut: {},
  },
  {
    table: 'plan_version',
    by: { column: 'plan_id', of: 'plan' },
    order: ['plan_id', 'version'],
    oneByOne: 'version',
    as: 'history',
    comesIn: true,
    holds: 'Every version of every plan, and what each change was',
    kept: WITH_PLAN,
    taken: ['plan_id', 'version', 'said', 'saved_at', 'document'],
    json: ['document'],
    leftOut: {},
  },
  ...SHARED_OF_PLANS,
  ...KEPT_BESIDE_PLANS,
  {
    table: 'mail',
    by: { column: 'address_id', of: 'mailbox' },
    order: ['queued_at', 'id'],
    as: 'mails',
    comesIn: 'they were sent by the service the file is from',
    holds: 'That a mail of some kind was sent to you',
    kept: 'Its words until it is sent, a few days at most; that it was sent for ninety days.',
    taken: ['kind', 'queued_at'],
    leftOut: {
      id: 'a number of ours',
      address_id: SECRET,
      message_id: 'a number of ours',
      to_name: 'emptied as soon as the mail is sent',
      to_address: 'emptied as soon as the mail is sent',
      subject: 'emptied as soon as the mail is sent',
      text_body: 'emptied as soon as the mail is sent',
      html_body: 'emptied as soon as the mail is sent',
      calendar: 'emptied as soon as the mail is sent',
      reply_to: 'emptied as soon as the mail is sent',
      sent_within: 'the hours in which it may be sent, which are those of a school',
    },
    stays:
      'that a mail of some kind went out stays for its ninety days, under a check value of the address; its words, if it still waits, go',
  },
  {
    table: 'mail_preference',
    by: { column: 'address_id', of: 'mailbox' },
    order: ['kind'],
    as: 'mailsNotWanted',
    comesIn: true,
    holds: 'Which mails you do not want',
    kept: 'Until you choose otherwise.',
    taken: ['kind', 'off_at'],
    leftOut: { address_id: SECRET },
    stays: 'that mails of some kind are not wanted is kept under a check value of the address, so that none come later',
  },
] as const satisfies readonly UnlinkedTable[];

/** As above, before the names of the tables are known. */
interface UnlinkedTable extends Omit<PersonalTable, 'by'> {
  readonly by: { readonly column: string; readonly of: string };
}

export type PersonalTableName = (typeof PERSONAL_TABLES)[number]['table'];

/** Tables in which nothing is anybody's, or nobody could tell whose. */
export const NOBODYS_TABLES: Readonly<Record<string, string>> = {
  alias: 'the catalogue',
  catalogue_state: 'the catalogue',
  district: 'the register of places',
  district_area: 'the register of places',
  eligibility_entry: 'the department’s lists of schools',
  eligibility_list: 'the department’s lists of schools',
  hub_area: 'the register of hubs',
  import_run: 'what was imported when',
  item_version: 'the catalogue',
  school: 'the register of schools',
  school_link: 'the register of schools',
  job: 'work that waits or is done: it names rows of other tables, and never what stands in them',
  attempt: 'how often something was tried, under a check value that is made with the service’s own secret',
};
