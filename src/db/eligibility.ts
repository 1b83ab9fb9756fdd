import { FUNDING_LISTS, type FundingList, type IdentifierType, type IsOn } from '../domain/funding-codes.ts';
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
  const heldKeys = new Set(held.map((one) => `${one.list} ${one.vintage}`));
  const named = new Map<string, Map<string, number>>();
  for (const one of held) {
    const bit = bitOf.get(one.vintage) ?? 0;
    for (const { type, identifier } of await findEntries(db, one)) {
      const key = `${one.list} ${type}`;
      const identifiers = named.get(key) ?? new Map<string, number>();
      named.set(key, identifiers);
      identifiers.set(identifier, (identifiers.get(identifier) ?? 0) | bit);
    }
  }
  return {
    held,
    isOn: (list, type, identifier, vintage) => {
      if (!heldKeys.has(`${list} ${vintage}`)) return 'not-held';
      const bit = bitOf.get(vintage) ?? 0;
      const names = (kind: HeldIdentifierType) => ((named.get(`${list} ${kind}`)?.get(identifier) ?? 0) & bit) !== 0;
      if (names(type)) return 'yes';
      return type !== 'ukprn' && names('urn-or-ofsted-urn') ? 'not-held' : 'no';
    },
  };
}
