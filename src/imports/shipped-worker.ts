import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../db/open-database.ts';
import { loadShipped } from './shipped-data.ts';

/*
 * Loads the shipped data on a thread and a connection of its own: on the main thread pages would wait for it. A stop
 * in the middle is safe: what is not committed was never there.
 */
const { path, now } = workerData as { readonly path: string; readonly now: string };
const db = openDatabase(path, now);
try {
  await loadShipped(db, now);
} finally {
  await db.destroy();
}
parentPort?.postMessage('loaded');
