import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, inject } from 'vitest';
import { openDatabase, type Database } from '../../src/db/open-database.ts';
import type { Holding } from './postgres-door.ts';
import { aPostgresDatabase } from './postgres.ts';

/*
 * The same tests on SQLite and on PostgreSQL:
 *
 *   forBothDatabases('plans', (open) => {
 *     test('a plan is kept', async () => {
 *       await using held = await open();                // migrated, and empty
 *       await addFolder(held.db, …);
 *     });
 *     test('the register is there', async () => {
 *       await using held = await open('shipped');       // with the shipped content and schools
 *       const other = await held.another();             // a second way in, as another process has it
 *     });
 *   });
 *
 * On SQLite each transaction keeps the thread until it is done: two ways in of one test may not both have one open. For
 * what two processes do at once see `elsewhere.ts`.
 *
 * What `open` and `another` gave is closed, and the database removed, at the end of the block that says `await using`.
 */

export type DatabaseKind = 'sqlite' | 'postgres';

export interface HeldDatabase extends AsyncDisposable {
  readonly db: Database;
  /** The path or the address, as `openDatabase` takes it. */
  readonly place: string;
  readonly kind: DatabaseKind;
  another(): Promise<Database>;
}

export type Open = (holding?: Holding) => Promise<HeldDatabase>;

export function forBothDatabases(name: string, define: (open: Open, kind: DatabaseKind) => void): void {
  for (const kind of ['sqlite', 'postgres'] as const) {
    describe(`${name}, on ${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`, () => {
      define((holding = 'nothing') => aHeldDatabase(kind, holding), kind);
    });
  }
}

/** One of each, for a test that compares them. */
export async function onBothDatabases(
  holding: Holding,
): Promise<AsyncDisposable & Readonly<Record<DatabaseKind, HeldDatabase>>> {
  const [sqlite, postgres] = await Promise.all([aHeldDatabase('sqlite', holding), aHeldDatabase('postgres', holding)]);
  return {
    sqlite,
    postgres,
    [Symbol.asyncDispose]: async () => {
      await sqlite[Symbol.asyncDispose]();
      await postgres[Symbol.asyncDispose]();
    },
  };
}

const NOW = '2026-11-23T09:00:00.000Z';

async function aHeldDatabase(kind: DatabaseKind, holding: Holding): Promise<HeldDatabase> {
  const made = await aDatabase(kind, holding);
  const opened: Database[] = [];
  const another = async () => {
    const db = await openDatabase(made.place, NOW);
    opened.push(db);
    return db;
  };
  return {
    db: await another(),
    place: made.place,
    kind,
    another,
    [Symbol.asyncDispose]: async () => {
      for (const db of opened) await db.destroy();
      await made[Symbol.asyncDispose]();
    },
  };
}

/** A database nobody has opened yet: its path or its address. Dispose of it when done. */
export async function aDatabase(
  kind: DatabaseKind,
  holding: Holding,
): Promise<AsyncDisposable & { readonly place: string }> {
  if (kind === 'sqlite') return aFile(holding);
  const made = await aPostgresDatabase(holding);
  return { place: made.url, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() };
}

function aFile(holding: Holding): AsyncDisposable & { readonly place: string } {
  const template = inject('templateDatabase');
  const place = join(dirname(template), `${randomUUID()}.db`);
  if (holding === 'shipped') copyFileSync(template, place);
  return {
    place,
    [Symbol.asyncDispose]: async () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${place}${suffix}`, { force: true });
    },
  };
}

/** Has the database refuse every new row of a table, as a crash in the middle of some work would. Gives what ends it. */
export async function refuseInserts({ db, kind }: HeldDatabase, table: string): Promise<() => Promise<void>> {
  const name = sql.id(table);
  if (kind === 'sqlite') {
    await sql`create trigger refusal before insert on ${name} begin select raise(abort, 'refused'); end`.execute(db);
    return async () => void (await sql`drop trigger refusal`.execute(db));
  }
  await sql`create or replace function refuse() returns trigger language plpgsql as 'begin raise ''refused''; end'`.execute(
    db,
  );
  await sql`create trigger refusal before insert on ${name} execute function refuse()`.execute(db);
  return async () => void (await sql`drop trigger refusal on ${name}`.execute(db));
}
