import { text } from 'node:stream/consumers';
import { openDatabase } from '../db/open-database.ts';
import { loadShipped } from './shipped-data.ts';

/*
 * Loads the shipped data in a process of its own, given a database and the time on its standard input: on the service's
 * own thread pages would wait for it, and what memory it takes goes back when it ends. A stop in the middle is safe:
 * what is not committed was never there.
 */
const { place, now } = JSON.parse(await text(process.stdin)) as { readonly place: string; readonly now: string };
const db = await openDatabase(place, now);
try {
  await loadShipped(db, now);
} finally {
  await db.destroy();
}
