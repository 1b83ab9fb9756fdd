import { StartError } from './start-error.ts';

/** SQLite and Temporal, both in Node itself, came together in this one. */
const OLDEST_NODE = 26;

/** Refuses a Node that would fail later with a message nobody could use. Must run before anything else is imported. */
export function requireNode(version: string): void {
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
  throw new StartError(
    `Next Steps needs Node ${OLDEST_NODE} or newer and this is ${version}: run "npm ci", which brings its own, and start it with "npm start"`,
  );
}
