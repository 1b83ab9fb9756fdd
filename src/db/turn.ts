import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Database } from './open-database.ts';

/** Any number that no other lock of ours has. */
const LOCK = 7_316_048;
const LOOK_AGAIN_MS = 200;

/**
 * On PostgreSQL only one process at a time is let into `work`; the others wait, however long it takes, and a process
 * that dies makes way. A SQLite file belongs to one machine, where two at once cost no more than the time.
 */
export async function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  if (!isPostgres(db)) return work();
  return db.connection().execute(async (connection) => {
    const isMine = async () => {
      const { rows } = await sql<{ taken: number }>`select pg_try_advisory_lock(${LOCK}) as taken`.execute(connection);
      return rows[0]?.taken === 1;
    };
    while (!(await isMine())) await setTimeout(LOOK_AGAIN_MS);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}
