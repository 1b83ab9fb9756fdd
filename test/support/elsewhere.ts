import { createHash, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { getCatalogue, saveShippedContent } from '../../src/db/catalogue.ts';
import { openDatabase, type Database } from '../../src/db/open-database.ts';
import { addFolder, addPlan, savePlan } from '../../src/db/plans.ts';
import { aPlan } from './plan-builders.ts';

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

/** Adds plans one after the other, each with a second version, and goes on until it is killed. */
async function plan(db: Database): Promise<void> {
  const folder = randomUUID();
  await addFolder(db, { id: folder, keyHash: createHash('sha256').update(folder).digest('hex'), now: NOW });
  for (let number = 1; ; number += 1) {
    const id = randomUUID();
    const made = { id, plan: aPlan({ title: `Plan ${number}` }), said: 'Made', now: NOW };
    await db.transaction().execute((transaction) => addPlan(transaction, folder, made));
    await savePlan(db, id, { from: 1, plan: aPlan({ title: 'Changed' }), said: 'Changed', now: NOW });
    process.stdout.write('.');
  }
}

export interface Errand {
  readonly task: 'open' | 'count' | 'save-content' | 'plan';
  readonly place: string;
  readonly from?: string;
}

async function run({ task, place, from = '' }: Errand): Promise<void> {
  const db = await openDatabase(place, NOW);
  if (task === 'count') await count(db);
  if (task === 'save-content') await saveContent(db, from);
  if (task === 'plan') await plan(db);
  await db.destroy();
}

if (import.meta.main) await run(JSON.parse(await text(process.stdin)) as Errand);
