import { Worker } from 'node:worker_threads';
import { getEligibilitySnapshot, type EligibilitySnapshot } from './db/eligibility.ts';
import { findHubAreas } from './db/hub-areas.ts';
import { getImportsVersion, getShippedHash } from './db/imports.ts';
import type { Database } from './db/open-database.ts';
import type { HubArea } from './domain/hub-area.ts';
import { loadShipped, shippedHash } from './imports/shipped-data.ts';

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

export function openSchools(db: Database, path: string, now: () => string): SchoolsSource {
  let data: SchoolsData | undefined;
  let loading: Promise<void> | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function load(): Promise<void> {
    if ((await getShippedHash(db)) !== shippedHash()) {
      if (path === ':memory:') await loadShipped(db, now());
      else await inWorker((worker = startWorker(path, now())));
    }
    if (closed) return;
    data = await read(db);
    timer = setInterval(() => {
      refresh().catch((error: unknown) => console.error('the lists could not be read again', error));
    }, LOOK_AGAIN_MS);
    timer.unref();
  }

  async function refresh(): Promise<void> {
    if (data && (await getImportsVersion(db)) !== data.version) data = await read(db);
  }

  function begin(): Promise<void> {
    if (loading) return loading;
    loading = load();
    loading.catch((error: unknown) => closed || console.error('the schools could not be loaded', error));
    return loading;
  }

  return {
    ready: () => {
      begin().catch(() => undefined);
      return data !== undefined;
    },
    whenReady: begin,
    current: () => {
      if (!data) throw new Error('schools were asked for before they were ready');
      return data;
    },
    refresh,
    close: async () => {
      closed = true;
      clearInterval(timer);
      await worker?.terminate();
    },
  };
}

async function read(db: Database): Promise<SchoolsData> {
  const version = await getImportsVersion(db);
  const eligibility = await getEligibilitySnapshot(db);
  const areas = await findHubAreas(db);
  return { version, eligibility, hubAreas: new Map(areas.map((one) => [one.area, one])) };
}

function startWorker(path: string, now: string): Worker {
  return new Worker(new URL('./imports/shipped-worker.ts', import.meta.url), { workerData: { path, now } });
}

function inWorker(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve());
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the loading of schools was broken off'))));
  });
}
