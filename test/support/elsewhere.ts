import { text } from 'node:stream/consumers';
import { getCatalogue, saveShippedContent } from '../../src/db/catalogue.ts';
import { openDatabase, type Database } from '../../src/db/open-database.ts';

/*
 * Work on a database in a process of its own, named with the database on standard input. On SQLite it must be one: two
 * connections of one thread wait for each other for ever.
 */

export const NOW = '2026-11-23T09:00:00.000Z';

/** Reads, thinks, and writes what it thought: what loses work where another does the same meanwhile. */
async function count(db: Database): Promise<void> {
  for (let time = 0; time < 50; time += 1) {
    await db.transaction().execute(async (transaction) => {
      const held = await transaction.selectFrom('alias').select('new_id').executeTakeFirstOrThrow();
      await transaction
        .updateTable('alias')
        .set({ new_id: String(Number(held.new_id) + 1) })
        .execute();
    });
  }
}

/** Saves the content that stands at `from`. */
async function saveContent(db: Database, from: string): Promise<void> {
  const source = await openDatabase(from, NOW);
  const catalogue = await getCatalogue(source);
  await source.destroy();
  if (catalogue) await saveShippedContent(db, catalogue, NOW);
}

/** Numbers above every real URN. */
export const PAIRED_FROM = 2_000_000;

/**
 * Adds a row to the first table of a backup and one to the last, in one transaction, over and over until it is killed:
 * whoever sees more of one than of the other has not seen one moment.
 */
async function pair(db: Database): Promise<void> {
  for (let number = PAIRED_FROM; ; number += 1) {
    const alias = { kind: 'opportunity', old_id: `paired-${number}`, new_id: 'new' } as const;
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('alias').values(alias).execute();
      await transaction.insertInto('school_link').values({ predecessor: number, successor: 1, said_by: 1 }).execute();
    });
    process.stdout.write('.');
  }
}

export interface Errand {
  readonly task: 'open' | 'count' | 'save-content' | 'pair';
  readonly place: string;
  readonly from?: string;
}

async function run({ task, place, from = '' }: Errand): Promise<void> {
  const db = await openDatabase(place, NOW);
  if (task === 'count') await count(db);
  if (task === 'save-content') await saveContent(db, from);
  if (task === 'pair') await pair(db);
  await db.destroy();
}

if (import.meta.main) await run(JSON.parse(await text(process.stdin)) as Errand);
