import { systemClock } from '../clock.ts';
import { databasePlace, type Config } from '../config.ts';
import type { Sum } from '../db/backup-format.ts';
import { BackupRefusal } from '../db/backup-refusal.ts';
import { writeBackup } from '../db/backup.ts';
import { asStartError, openDatabase, type Database } from '../db/open-database.ts';
import { checkBackup, restoreBackup } from '../db/restore.ts';
import { UsageError } from '../usage-error.ts';

/** Writes all the database holds to a new file; the line that is printed. */
export async function backupTo(db: Database, path: string | undefined, now: string): Promise<string> {
  return refusing(async () => lineOf(await writeBackup(db, named(path), now)));
}

/** Puts a backup in the place of what the database holds; the line that is printed. */
export async function restoreFrom(config: Config, path: string | undefined, replace: boolean): Promise<string> {
  return refusing(async () => {
    // Before anything is opened: opening makes a database where there is none.
    const backup = await checkBackup(named(path));
    const now = systemClock(config.today).now();
    const place = databasePlace(config);
    const db = await openDatabase(place, now);
    try {
      await restoreBackup(db, backup, { replace, now });
    } catch (error) {
      throw asStartError(error, place);
    } finally {
      await db.destroy();
    }
    return lineOf(backup.sum);
  });
}

function named(path: string | undefined): string {
  if (path === undefined || path === '') throw new UsageError('name a file');
  return path;
}

/** Rows of each table and the checksum: the same line for a backup and for its restoring. */
function lineOf({ rows, sha256 }: Sum): string {
  return [...Object.entries(rows).map(([table, count]) => `${table} ${count}`), `sha256 ${sha256}`].join(', ');
}

async function refusing(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof BackupRefusal ? new UsageError(error.message) : error;
  }
}
