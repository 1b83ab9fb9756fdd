import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { getEligibilitySnapshot, type EligibilitySnapshot } from '../db/eligibility.ts';
import { findHubAreas } from '../db/hub-areas.ts';
import { getImportsVersion, getShippedHash } from '../db/imports.ts';
import type { Database } from '../db/open-database.ts';
import type { HubArea } from '../domain/catalogue/hub-area.ts';
import { loadShipped, shippedHash } from '../imports/shipped-data.ts';

/** What is asked of so often that it stands in memory; schools themselves are read from the database. */
export interface SchoolsData {
  /** Changes with every import. */
  readonly version: string;
  readonly eligibility: EligibilitySnapshot;
  readonly hubAreas: ReadonlyMap<string, HubArea>;
}

/** Schools, lists and hub areas: loaded once, after the first page, and read again when something was imported. */
export interface SchoolsSource {
  /** Whether they can be used yet: until then a page says that they are still being loaded. Asking begins the loading. */
  ready(): boolean;
  /** Begins the loading and waits for its end: for the command line, for tests, and once the server listens. */
  whenReady(): Promise<void>;
  /** Only once `ready()`. */
  current(): SchoolsData;
  /** Looks now whether something was imported, instead of at the next beat. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** How long a process may go on by lists that another has already replaced. */
const LOOK_AGAIN_MS = 5000;
/** How long a loading that failed, because the database was away for instance, is left before it is tried again. */
const TRY_AGAIN_MS = 30_000;

export function openSchools(
  db: Database,
  place: string,
  now: () => string,
  tryAgainMs: number = TRY_AGAIN_MS,
): SchoolsSource {
  return new Schools(db, place, now, tryAgainMs);
}

class Schools implements SchoolsSource {
  readonly #db: Database;
  readonly #place: string;
  readonly #now: () => string;
  readonly #tryAgainMs: number;
  #data: SchoolsData | undefined;
  #loading: Promise<void> | undefined;
  #loader: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(db: Database, place: string, now: () => string, tryAgainMs: number) {
    this.#db = db;
    this.#place = place;
    this.#now = now;
    this.#tryAgainMs = tryAgainMs;
  }

  ready(): boolean {
    this.whenReady().catch(() => undefined);
    return this.#data !== undefined;
  }

  whenReady(): Promise<void> {
    if (this.#loading) return this.#loading;
    this.#loading = this.#load();
    this.#loading.catch((error: unknown) => this.#failed(error));
    return this.#loading;
  }

  #failed(error: unknown): void {
    if (this.#closed) return;
    console.error('the schools could not be loaded', error);
    setTimeout(() => (this.#loading = undefined), this.#tryAgainMs).unref();
  }

  current(): SchoolsData {
    if (!this.#data) throw new Error('schools were asked for before they were ready');
    return this.#data;
  }

  async refresh(): Promise<void> {
    if (this.#data && (await getImportsVersion(this.#db)) !== this.#data.version) this.#data = await read(this.#db);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await stopped(this.#loader);
  }

  async #load(): Promise<void> {
    if ((await getShippedHash(this.#db)) !== shippedHash()) await this.#loadShipped();
    if (this.#closed) return;
    this.#data = await read(this.#db);
    this.#timer = setInterval(() => {
      this.refresh().catch(
        (error: unknown) => this.#closed || console.error('the lists could not be read again', error),
      );
    }, LOOK_AGAIN_MS);
    this.#timer.unref();
  }

  async #loadShipped(): Promise<void> {
    // A database in memory is this connection's alone.
    if (this.#place === ':memory:') return loadShipped(this.#db, this.#now());
    this.#loader = startLoader(this.#place, this.#now());
    await ended(this.#loader);
  }
}

const LOADER = fileURLToPath(new URL('../imports/load-shipped.ts', import.meta.url));

/**
 * Detached, so that a stop from the keyboard reaches this process alone and is told to the other in its turn. What it is
 * given goes by its standard input: an address can hold a password, and anybody can read the words of a command.
 */
function startLoader(place: string, now: string): ChildProcess {
  const loader = spawn(process.execPath, [LOADER], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
    windowsHide: true,
  });
  // Where it has ended before it could read, its exit code says so.
  loader.stdin.on('error', () => undefined);
  loader.stdin.end(JSON.stringify({ place, now }));
  return loader;
}

async function read(db: Database): Promise<SchoolsData> {
  const version = await getImportsVersion(db);
  const eligibility = await getEligibilitySnapshot(db);
  const areas = await findHubAreas(db);
  return { version, eligibility, hubAreas: new Map(areas.map((one) => [one.area, one])) };
}

function ended(loader: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    loader.once('error', reject);
    loader.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the loading of schools was broken off')),
    );
  });
}

/** Waits for its end: the database is closed by the last who has it open, and that should be this process. */
async function stopped(loader: ChildProcess | undefined): Promise<void> {
  if (loader?.pid === undefined || loader.exitCode !== null || loader.signalCode !== null) return;
  const exit = once(loader, 'exit');
  loader.kill();
  await exit;
}
