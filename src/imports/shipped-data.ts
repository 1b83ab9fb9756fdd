import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { replaceList, type EligibilityEntry, type ListVersion } from '../db/eligibility.ts';
import { replaceHubAreas, type District } from '../db/hub-areas.ts';
import { addImportRun, findOwnImports, getShippedHash } from '../db/imports.ts';
import type { Database, Queryable } from '../db/open-database.ts';
import { inTurn } from '../db/turn.ts';
import { FUNDING_LISTS, LIST_VINTAGES, type FundingList } from '../domain/funding/funding-codes.ts';
import type { HubArea } from '../domain/catalogue/hub-area.ts';
import { openTable, type Row } from './csv-table.ts';
import { importSchools } from './import-schools.ts';
import { sharedType } from './list-format.ts';

const FILES = ['schools', 'eligibility', 'hub-areas', 'districts'] as const;
type ShippedFile = (typeof FILES)[number];

function packed(file: ShippedFile): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../content/data/${file}.csv.br`, import.meta.url)));
}

/** Which shipped data this version of the service has. */
export function shippedHash(): string {
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(file).update(packed(file));
  return hash.digest('hex');
}

/**
 * Loads the data the service ships with, where the database holds another version of it. What somebody imported
 * themselves is newer than anything shipped and is left alone. Safe to break off and to run again.
 */
export async function loadShipped(db: Database, now: string): Promise<void> {
  await inTurn(db, () => loadIfAnother(db, now));
}

async function loadIfAnother(db: Database, now: string): Promise<void> {
  const hash = shippedHash();
  if ((await getShippedHash(db)) === hash) return;
  const own = await findOwnImports(db);
  if (!own.has('schools')) await importSchools(db, [brotliDecompressSync(packed('schools'))], { now, shipped: true });
  const lists = readLists().filter(({ list, vintage }) => !own.has(`${list} ${vintage}`));
  await db.transaction().execute(async (transaction) => {
    await replaceHubAreas(transaction, readAreas(), readDistricts());
    for (const { entries, ...version } of lists) await replaceList(transaction, version, entries, now);
    await recordShipped(transaction, hash, now);
  });
}

async function recordShipped(transaction: Queryable, fileHash: string, now: string): Promise<void> {
  await addImportRun(transaction, {
    id: randomUUID(),
    kind: 'shipped',
    name: 'content/data',
    vintage: null,
    fileHash,
    counts: {},
    importedAt: now,
  });
}

interface ReadFile {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

function rowsOf(file: ShippedFile): ReadFile {
  const table = openTable([brotliDecompressSync(packed(file))]);
  const rows = [...table.batches(() => '')].flatMap((batch) => {
    if (batch.rejected.length > 0)
      throw new Error(`content/data/${file}: line ${batch.rejected[0]?.line} ${batch.rejected[0]?.reason}`);
    return batch.rows;
  });
  return { header: table.header, rows };
}

interface ShippedList extends ListVersion {
  readonly entries: EligibilityEntry[];
}

function readLists(): readonly ShippedList[] {
  const lists = new Map(
    FUNDING_LISTS.flatMap((list) =>
      LIST_VINTAGES.map((vintage): [string, ShippedList] => [`${list} ${vintage}`, { list, vintage, entries: [] }]),
    ),
  );
  for (const cell of cellsOf('eligibility')) {
    const [list, identifier] = [cell('list') as FundingList, cell('identifier')];
    for (const vintage of cell('vintages').split('|'))
      lists.get(`${list} ${vintage}`)?.entries.push({ type: sharedType(list, identifier), identifier });
  }
  return [...lists.values()].filter(({ entries }) => entries.length > 0);
}

type Cell = (name: string) => string;

function cellsOf(file: ShippedFile): readonly Cell[] {
  const { header, rows } = rowsOf(file);
  const places = new Map(header.map((name, index) => [name, index]));
  return rows.map(
    ({ cells }) =>
      (name) =>
        cells[places.get(name) ?? -1] ?? '',
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function readAreas(): readonly HubArea[] {
  return cellsOf('hub-areas').map((cell) => ({
    area: cell('tsh_area'),
    region: cell('region'),
    hub: cell('hub_name'),
    website: orNull(cell('website')),
    email: orNull(cell('email')),
    phone: orNull(cell('phone')),
    leadSchool: {
      urn: Number(cell('lead_school_urn')),
      name: cell('lead_school_name'),
      trust: orNull(cell('lead_trust_name')),
    },
    districts: cell('districts').split('|'),
  }));
}

function readDistricts(): readonly District[] {
  return cellsOf('districts').map((cell) => ({
    code: cell('lad_code'),
    name: cell('lad_name'),
    laCode: cell('la_code'),
    laName: cell('la_name'),
    region: cell('region'),
    areas: cell('tsh_areas').split('|'),
  }));
}
