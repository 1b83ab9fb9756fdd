import {
  FUNDING_LISTS,
  type FundingList,
  type IdentifierType,
  type IsOn,
  type ListAnswer,
} from '../domain/funding/funding-codes.ts';
import { inserter } from './insert-many.ts';
import type { Queryable } from './open-database.ts';
import type { HeldIdentifierType } from './schema.ts';

export interface EligibilityEntry {
  readonly type: HeldIdentifierType;
  readonly identifier: string;
}

/** One list of one intake. */
export interface ListVersion {
  readonly list: FundingList;
  readonly vintage: string;
}

export interface HeldList extends ListVersion {
  readonly entries: number;
  readonly importedAt: string;
}

export async function findEligibilityLists(db: Queryable): Promise<readonly HeldList[]> {
  const rows = await db.selectFrom('eligibility_list').selectAll().orderBy('list').orderBy('vintage').execute();
  return rows.map((row) => ({
    list: row.list,
    vintage: row.vintage,
    entries: row.entries,
    importedAt: row.imported_at,
  }));
}

export async function findEntries(db: Queryable, { list, vintage }: ListVersion): Promise<readonly EligibilityEntry[]> {
  return db
    .selectFrom('eligibility_entry')
    .select(['identifier_type as type', 'identifier'])
    .where('list', '=', list)
    .where('vintage', '=', vintage)
    .orderBy('identifier_type')
    .orderBy('identifier')
    .execute();
}

/** Which lists, and of which intakes, name an identifier of this kind. */
export async function findListsNaming(
  db: Queryable,
  type: IdentifierType,
  identifier: string,
): Promise<readonly ListVersion[]> {
  return db
    .selectFrom('eligibility_entry')
    .select(['list', 'vintage'])
    .where('list', 'in', FUNDING_LISTS)
    .where('identifier_type', '=', type)
    .where('identifier', '=', identifier)
    .orderBy('list')
    .orderBy('vintage')
    .execute();
}

/** Puts one list of one intake in the place of what was held of it, whole. Call it inside a transaction. */
export async function replaceList(
  transaction: Queryable,
  { list, vintage }: ListVersion,
  entries: readonly EligibilityEntry[],
  now: string,
): Promise<void> {
  await transaction.deleteFrom('eligibility_entry').where('list', '=', list).where('vintage', '=', vintage).execute();
  await transaction
    .insertInto('eligibility_list')
    .values({ list, vintage, entries: entries.length, imported_at: now })
    .onConflict((conflict) =>
      conflict.columns(['list', 'vintage']).doUpdateSet({ entries: entries.length, imported_at: now }),
    )
    .execute();
  const insert = inserter(transaction, 'eligibility_entry', ['list', 'vintage', 'identifier_type', 'identifier']);
  await insert(entries.map((entry) => [list, vintage, entry.type, entry.identifier]));
}

/** Every list in memory, so that a decision asks without waiting: millions of questions a second. */
export interface EligibilitySnapshot {
  readonly held: readonly HeldList[];
  readonly isOn: IsOn;
}

/**
 * Reads all lists. Each identifier is kept once, with one bit for each intake that names it. Where only a source that
 * did not say whose number it gives names an identifier, the answer is that we do not hold it, not a guess.
 */
export async function getEligibilitySnapshot(db: Queryable): Promise<EligibilitySnapshot> {
  const held = await findEligibilityLists(db);
  const vintages = [...new Set(held.map((one) => one.vintage))];
  const bitOf = new Map(vintages.map((vintage, index) => [vintage, 1 << index]));
  const lists = new Map<FundingList, ListHeld>();
  for (const one of held) {
    const bit = bitOf.get(one.vintage) ?? 0;
    const list = lists.get(one.list) ?? { vintages: 0, named: new Map() };
    lists.set(one.list, list);
    list.vintages |= bit;
    for (const { type, identifier } of await findEntries(db, one)) {
      const identifiers = list.named.get(type) ?? new Map<string, number>();
      list.named.set(type, identifiers);
      identifiers.set(identifier, (identifiers.get(identifier) ?? 0) | bit);
    }
  }
  return {
    held,
    isOn: (name, type, identifier, vintage) => isNamed(lists.get(name), type, identifier, bitOf.get(vintage) ?? 0),
  };
}

/** One list: the intakes it is held for, and which of them name each identifier, a bit for each. */
interface ListHeld {
  vintages: number;
  readonly named: Map<HeldIdentifierType, Map<string, number>>;
}

/** Asked a few times in every decision, so it makes nothing on the way: no key, no function. */
function isNamed(list: ListHeld | undefined, type: IdentifierType, identifier: string, bit: number): ListAnswer {
  if (list === undefined || (list.vintages & bit) === 0) return 'not-held';
  if (((list.named.get(type)?.get(identifier) ?? 0) & bit) !== 0) return 'yes';
  if (type === 'ukprn') return 'no';
  return ((list.named.get('urn-or-ofsted-urn')?.get(identifier) ?? 0) & bit) !== 0 ? 'not-held' : 'no';
}
