import { PostgresAdapter } from 'kysely';
import type { Queryable } from './open-database.ts';

/** Which of the two this is. Only opening, migrating, claiming a job and backing up may ask. */
export function isPostgres(db: Queryable): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
