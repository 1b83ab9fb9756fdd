import { openDatabase } from '../db/open-database.ts';
import { loadShipped } from './shipped-data.ts';

/*
 * Loads the shipped data in a process of its own, given a database and the time: on the service's own thread pages
 * would wait for it, and what memory it takes goes back when it ends. A stop in the middle is safe: what is not
 * committed was never there.
 */
const [path = '', now = ''] = process.argv.slice(2);
const db = openDatabase(path, now);
try {
  await loadShipped(db, now);
} finally {
  await db.destroy();
}
