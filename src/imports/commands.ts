import { accessSync, constants, statSync } from 'node:fs';
import type { Database } from '../db/open-database.ts';
import { getSchool } from '../db/schools.ts';
import { FUNDING_LISTS, type FundingList } from '../domain/funding/funding-codes.ts';
import { hubFor, type HubArea } from '../domain/catalogue/hub-area.ts';
import { UsageError } from '../usage-error.ts';
import { bytesOf } from './file-bytes.ts';
import { importList } from './import-list.ts';
import { importSchools, type ImportOptions } from './import-schools.ts';
import type { Summary } from './summary.ts';

export async function importSchoolsFile(
  db: Database,
  path: string | undefined,
  options: ImportOptions,
): Promise<Summary> {
  return importSchools(db, bytesOf(readable(path)), options);
}

export interface ListToImport {
  readonly list: string | undefined;
  readonly vintage: string | undefined;
  readonly path: string | undefined;
}

export async function importListFile(db: Database, given: ListToImport, options: ImportOptions): Promise<Summary> {
  const list = FUNDING_LISTS.find((one) => one === given.list);
  if (list === undefined) throw new UsageError(`name a list: ${FUNDING_LISTS.join(', ')}`);
  return importList(db, { list, vintage: vintageOf(list, given.vintage) }, bytesOf(readable(given.path)), options);
}

function vintageOf(list: FundingList, vintage: string | undefined): string {
  if (vintage !== undefined && /^20\d\d-(spring|autumn)$/.test(vintage)) return vintage;
  throw new UsageError(`say which intake the list ${list} is for: --for 2026-autumn`);
}

function readable(path: string | undefined): string {
  if (path === undefined) throw new UsageError('name a file');
  try {
    accessSync(path, constants.R_OK);
    if (statSync(path).isFile()) return path;
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
  throw new UsageError(`${path} is not a file`);
}

const hubRow = ({ area, hub, website }: HubArea) => ({ area, hub, website });

/** The hub that serves a school, as outside checks know it; `undefined` where no school has the URN. */
export async function hubOfSchool(db: Database, urn: string | undefined, hubAreas: ReadonlyMap<string, HubArea>) {
  if (urn === undefined || !/^[1-9]\d{5}$/.test(urn))
    throw new UsageError('name a school by its URN of six digits: --urn 143064');
  const school = await getSchool(db, Number(urn));
  if (!school) return undefined;
  const { settled, candidates } = hubFor(school.areas, hubAreas);
  return {
    area: settled?.area ?? null,
    hub: settled?.hub ?? null,
    website: settled?.website ?? null,
    candidates: candidates.map(hubRow),
  };
}
