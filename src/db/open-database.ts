import { Kysely, type Transaction } from 'kysely';
import { StartError } from '../start-error.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { fileFault, NodeSqliteDialect, openSqlite } from './sqlite.ts';

export type Database = Kysely<Schema>;
/** A pool or a transaction: every function of `db/` takes one, and it is never optional. */
export type Queryable = Kysely<Schema> | Transaction<Schema>;

/** Opens and migrates the database at `path`. Throws a StartError with one plain line where file or disk is at fault. */
export function openDatabase(path: string, now: string): Database {
  try {
    const file = openSqlite(path);
    try {
      migrate(file, now);
    } catch (error) {
      file.close();
      throw error;
    }
    return new Kysely<Schema>({ dialect: new NodeSqliteDialect(file) });
  } catch (error) {
    throw asStartError(error, path);
  }
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

export function asStartError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const refusal = 'code' in error ? REFUSALS.get(error.code) : undefined;
  const reason = error instanceof StartError ? error.message : (fileFault(error) ?? refusal);
  return reason === undefined ? error : new StartError(`${path}: ${reason}`);
}
