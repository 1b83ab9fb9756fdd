import type { DatabaseSync } from 'node:sqlite';
import { knownMigrations, MIGRATION_TABLE, migrationsDue, NEWEST_MIGRATION, RECORD_MIGRATION } from './migrations.ts';

/** Migrations are written in the SQL both databases speak; on SQLite each table is made strict as well. */
export function forSqlite(sql: string): string {
  return sql.replace(/(create table [\s\S]*?\n\));/g, '$1 strict;');
}

/** Brings the schema up to date, in one transaction. Refuses a database that a newer version has been at. */
export function migrateSqlite(database: DatabaseSync, now: string): void {
  database.exec('begin immediate');
  try {
    database.exec(forSqlite(MIGRATION_TABLE));
    const { newest } = database.prepare(NEWEST_MIGRATION).get() as { newest: number };
    for (const migration of migrationsDue(knownMigrations(), newest)) {
      database.exec(forSqlite(migration.sql));
      database.prepare(`${RECORD_MIGRATION} (?, ?, ?)`).run(migration.number, migration.name, now);
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
