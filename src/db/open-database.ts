import type { Kysely, Transaction } from 'kysely';
import { StartError } from '../start-error.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { describePostgres, isPostgresUrl, postgresFault } from './postgres-faults.ts';
import type { Schema } from './schema.ts';
import { fileFault, NodeSqliteDialect, OneConnection, openSqlite } from './sqlite.ts';

export type Database = Kysely<Schema>;
/** A pool or a transaction: every function of `db/` takes one, and it is never optional. */
export type Queryable = Kysely<Schema> | Transaction<Schema>;

/**
 * Opens and migrates the database at `place`: the path of a SQLite file, `:memory:`, or an address on PostgreSQL. Throws
 * a StartError with one plain line where file, disk, server or address is at fault.
 */
export async function openDatabase(place: string, now: string): Promise<Database> {
  try {
    if (!isPostgresUrl(place)) return openFile(place, now);
    const { openPostgres } = await import('./postgres.ts');
    return await openPostgres(place, now);
  } catch (error) {
    throw asStartError(error, place);
  }
}

function openFile(path: string, now: string): Database {
  const file = openSqlite(path);
  try {
    migrateSqlite(file, now);
  } catch (error) {
    file.close();
    throw error;
  }
  return new OneConnection({ dialect: new NodeSqliteDialect(file) });
}

const UNWRITABLE = 'the data directory cannot be written: set DATA_DIR to one that can';
const NO_DIRECTORY = 'the data directory is a file: set DATA_DIR to a directory';

/** What the system's own refusals mean to whoever starts the service. */
const REFUSALS: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', UNWRITABLE],
  ['EPERM', UNWRITABLE],
  ['EROFS', UNWRITABLE],
  ['ENOSPC', 'the disk is full: free some space'],
  ['ENOTDIR', NO_DIRECTORY],
  ['EEXIST', NO_DIRECTORY],
]);

/** The error as one line that names the database, never its password; what is no fault outside is given back as it is. */
export function asStartError(error: unknown, place: string): unknown {
  if (!(error instanceof Error)) return error;
  const reason = error instanceof StartError ? error.message : faultOf(error, place);
  return reason === undefined ? error : new StartError(`${describePlace(place)}: ${reason}`);
}

function faultOf(error: Error, place: string): string | undefined {
  if (isPostgresUrl(place)) return postgresFault(error);
  return fileFault(error) ?? ('code' in error ? REFUSALS.get(error.code) : undefined);
}

/** The database as it may be shown: a path, or an address without user and password. */
export function describePlace(place: string): string {
  return isPostgresUrl(place) ? describePostgres(place) : place;
}
