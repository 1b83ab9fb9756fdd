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

export function asStartError(error: unknown, path: string): unknown {
  if (error instanceof StartError) return new StartError(`${path}: ${error.message}`);
  const fault = fileFault(error);
  if (fault) return new StartError(`${path}: ${fault}`);
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
      return new StartError(`${path}: the data directory cannot be written: set DATA_DIR to one that can`);
    }
    if (error.code === 'ENOSPC') return new StartError(`${path}: the disk is full: free some space`);
    if (error.code === 'ENOTDIR' || error.code === 'EEXIST') {
      return new StartError(`${path}: the data directory is a file: set DATA_DIR to a directory`);
    }
  }
  return error;
}
