import { createHash } from 'node:crypto';
import type { Catalogue, Hub } from '../domain/catalogue/catalogue.ts';
import type { Intake, Opportunity } from '../domain/catalogue/opportunity.ts';
import type { Database, Queryable } from './open-database.ts';
import type { Schema } from './schema.ts';

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly owner: string;
  readonly areas: readonly string[];
  readonly position: number;
  readonly document: string;
}

/** Kinds that are kept as they come, each under the catalogue's name for the list. */
const LISTS = {
  fact: 'facts',
  route: 'routes',
  npq: 'npqs',
  provider: 'providers',
  cohort: 'cohorts',
  network: 'networks',
  eef: 'eef',
  claim: 'claims',
  'bank-holiday': 'bankHolidays',
} as const;

function itemsOf(catalogue: Catalogue): readonly Item[] {
  const items: Item[] = [];
  const add = (kind: string, id: string, document: unknown, more: { owner?: string; areas?: readonly string[] } = {}) =>
    items.push({
      kind,
      id,
      owner: more.owner ?? 'national',
      areas: more.areas ?? [],
      position: items.length,
      document: JSON.stringify(document),
    });
  for (const [kind, list] of Object.entries(LISTS)) {
    for (const entry of catalogue[list]) add(kind, idOf(entry), entry);
  }
  for (const { intakes, ...opportunity } of catalogue.opportunities) {
    add('opportunity', opportunity.id, opportunity, opportunity);
    for (const intake of intakes) add('intake', intake.id, { ...intake, opportunity: opportunity.id }, opportunity);
  }
  const hubs = { owner: catalogue.hub.id, areas: [catalogue.hub.area] };
  for (const calendar of catalogue.termCalendars) {
    add('term-calendar', calendar.id, calendar, calendar.for.kind === 'england' ? {} : hubs);
  }
  add('hub', catalogue.hub.id, catalogue.hub, hubs);
  return items;
}

type Listed = Catalogue[(typeof LISTS)[keyof typeof LISTS]][number];

function idOf(entry: Listed): string {
  if ('code' in entry) return entry.code;
  return 'day' in entry ? entry.day : entry.id;
}

function hashOf(item: Item): string {
  return createHash('sha256')
    .update(`${item.owner}\n${item.areas.join()}\n${item.position}\n${item.document}`)
    .digest('hex');
}

/** Which shipped content the tables hold, and the catalogue's own version; `undefined` before the first load. */
export async function getCatalogueState(
  db: Queryable,
): Promise<{ version: string; contentVersion: string; hub: string } | undefined> {
  const row = await db.selectFrom('catalogue_state').select(['version', 'content_version', 'hub']).executeTakeFirst();
  return row && { version: row.version, contentVersion: row.content_version, hub: row.hub };
}

/**
 * Writes shipped content as new versions of what has changed, in one transaction. What is no longer shipped gets a
 * withdrawn version; nothing is changed or deleted, and a hub's own edits are not touched. Safe to run twice, and from
 * two processes at once.
 */
export async function saveShippedContent(db: Database, catalogue: Catalogue, now: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const held = await transaction
      .selectFrom('newest_version')
      .select(['kind', 'id', 'version', 'hash', 'withdrawn', 'owner', 'areas', 'position', 'document'])
      .where('layer', '=', 'shipped')
      .execute();
    const rows = versionsDue(itemsOf(catalogue), held, now);
    for (const chunk of chunks(rows, 200)) await transaction.insertInto('item_version').values(chunk).execute();
    await saveAliases(transaction, catalogue.aliases);
    await saveCatalogueState(transaction, catalogue, now);
  });
}

type Version = Schema['item_version'];
type Held = Omit<Version, 'layer' | 'recorded_at'>;

/** A new version of each item that is new or has changed, and a withdrawn one of each that is gone. */
function versionsDue(items: readonly Item[], held: readonly Held[], now: string): readonly Version[] {
  const byKey = new Map(held.map((row) => [`${row.kind} ${row.id}`, row]));
  const made = { layer: 'shipped', recorded_at: now } as const;
  const due = items.flatMap((item): Version[] => {
    const key = `${item.kind} ${item.id}`;
    const before = byKey.get(key);
    byKey.delete(key);
    const hash = hashOf(item);
    if (before?.hash === hash && before.withdrawn === 0) return [];
    const version = (before?.version ?? 0) + 1;
    return [{ ...item, ...made, areas: JSON.stringify(item.areas), version, hash, withdrawn: 0 }];
  });
  const gone = [...byKey.values()]
    .filter((row) => row.withdrawn === 0)
    .map((row): Version => ({ ...row, ...made, version: row.version + 1, withdrawn: 1 }));
  return [...due, ...gone];
}

async function saveCatalogueState(db: Queryable, catalogue: Catalogue, now: string): Promise<void> {
  const { version } = catalogue;
  const state = { version, content_version: version, hub: catalogue.hub.id, loaded_at: now };
  await db
    .insertInto('catalogue_state')
    .values({ only_row: 1, ...state })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(state))
    .execute();
}

async function saveAliases(db: Queryable, aliases: ReadonlyMap<string, string>): Promise<void> {
  for (const [old, now] of aliases) {
    await db
      .insertInto('alias')
      .values({ kind: 'opportunity', old_id: old, new_id: now })
      .onConflict((conflict) => conflict.columns(['kind', 'old_id']).doUpdateSet({ new_id: now }))
      .execute();
  }
}

function chunks<T>(rows: readonly T[], size: number): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/** Builds the catalogue from its current versions. */
export async function getCatalogue(db: Queryable): Promise<Catalogue | undefined> {
  const state = await getCatalogueState(db);
  if (!state) return undefined;
  const rows = await db
    .selectFrom('current_item')
    .select(['kind', 'id', 'document', 'position'])
    .orderBy('position')
    .orderBy('kind')
    .orderBy('id')
    .execute();
  const aliases = await db.selectFrom('alias').select(['old_id', 'new_id']).orderBy('old_id').execute();
  const byKind = Map.groupBy(rows, (row) => row.kind);
  const list = <T>(kind: string): T[] => (byKind.get(kind) ?? []).map((row) => JSON.parse(row.document) as T);
  const intakes = Map.groupBy(list<Intake & { opportunity: string }>('intake'), (intake) => intake.opportunity);
  const [hub] = list<Hub>('hub');
  if (!hub) return undefined;
  return {
    version: state.version,
    facts: list('fact'),
    routes: list('route'),
    npqs: list('npq'),
    providers: list('provider'),
    cohorts: list('cohort'),
    networks: list('network'),
    eef: list('eef'),
    claims: list('claim'),
    termCalendars: list('term-calendar'),
    bankHolidays: list('bank-holiday'),
    opportunities: list<Omit<Opportunity, 'intakes'>>('opportunity').map((opportunity) => ({
      ...opportunity,
      intakes: (intakes.get(opportunity.id) ?? []).map(({ opportunity: _, ...intake }) => intake),
    })),
    hub,
    aliases: new Map(aliases.map((row) => [row.old_id, row.new_id])),
  };
}
