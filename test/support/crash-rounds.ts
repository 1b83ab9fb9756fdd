import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addImportRun } from '../../src/db/imports.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { shippedHash } from '../../src/imports/shipped-data.ts';
import type { DatabaseKind } from './both-databases.ts';
import { pressAt, type Desk, type KeptLink, type Ledger } from './crash-clients.ts';
import { faultsOfAll, faultsOfLink } from './crash-faults.ts';
import { NOW } from './elsewhere.ts';
import { aDatabaseOn } from './postgres-databases.ts';
import { startPostgres } from './postgres-server.ts';
import { startService, temporaryDirectory, type Ended, type RunningService } from './processes.ts';

/*
 * Real processes under load, killed again and again on the same data: plans are started and changed over HTTP as fast
 * as answers come, and whatever was acknowledged has to be there when the service is back.
 */

/** What comes to an end in a round, and how. */
export interface Death {
  readonly service?: 'SIGKILL' | 'SIGTERM';
  /** Every process of the database server, with SIGKILL; on SQLite there is none. */
  readonly database?: boolean;
}

export interface Round {
  readonly acknowledged: number;
  /** Requests that got no answer, and how many of these changes were kept all the same. */
  readonly unanswered: number;
  readonly keptUnanswered: number;
  readonly faults: readonly string[];
  /** How the service ended, if it did. */
  readonly ended: Ended | undefined;
}

export interface CrashGround extends AsyncDisposable {
  /** Its database, as `openDatabase` takes it. */
  readonly place: string;
  round(death: Death): Promise<Round>;
  /** Looks through every plan of every round once more. */
  faults(): Promise<readonly string[]>;
}

interface Ground {
  readonly place: string;
  readonly env: Readonly<Record<string, string>>;
  crashDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** A service with data of its own, durable as it is in earnest. */
export async function openCrashGround(kind: DatabaseKind): Promise<CrashGround> {
  const ground = kind === 'sqlite' ? aFileGround() : await aPostgresGround();
  await leaveOutSchools(ground.place);
  const ledger: Ledger = { links: [], unsureStarts: 0 };
  const desks: readonly Desk[] = [1, 1, 2].map((clients) => ({ clients, link: undefined }));
  let service: RunningService | undefined;
  const faultsIn = async (links: readonly KeptLink[]) => {
    const db = await openDatabase(ground.place, NOW);
    try {
      const faults = [...(await faultsOfAll(db, ledger))];
      for (const link of links) faults.push(...(await faultsOfLink(db, link)));
      return faults;
    } finally {
      await db.destroy();
    }
  };
  return {
    place: ground.place,
    round: async (death) => {
      service ??= await startService(ground.env);
      const load = await underLoad(service, { ledger, desks, death, crashDatabase: ground.crashDatabase });
      if (load.ended) service = await startService(ground.env);
      const links = desks.flatMap(({ link }) => link ?? []);
      const known = changesIn(links);
      const faults = [...load.faults, ...(await faultsIn(links)), ...(await faultsOnPages(service, links))];
      return { ...load, faults, keptUnanswered: changesIn(links) - known };
    },
    faults: () => faultsIn(ledger.links),
    [Symbol.asyncDispose]: async () => {
      await service?.stop('SIGKILL');
      await ground.close();
    },
  };
}

function aFileGround(): Ground {
  const data = temporaryDirectory();
  return {
    place: join(data.path, 'next-steps.db'),
    env: { DATA_DIR: data.path },
    crashDatabase: async () => undefined,
    close: async () => data[Symbol.dispose](),
  };
}

async function aPostgresGround(): Promise<Ground> {
  const server = await startPostgres({ durable: true });
  const data = temporaryDirectory();
  const { url } = await aDatabaseOn(server.url);
  return {
    place: url,
    env: { DATA_DIR: data.path, DATABASE_URL: url },
    crashDatabase: () => server.crash(),
    close: async () => {
      await server.stop();
      data[Symbol.dispose]();
    },
  };
}

/** Has the service find its schools loaded: none is needed here, and reading them takes every start a second. */
async function leaveOutSchools(place: string): Promise<void> {
  const db = await openDatabase(place, NOW);
  const run = { id: randomUUID(), kind: 'shipped', name: 'content/data', vintage: null, counts: {} } as const;
  await addImportRun(db, { ...run, fileHash: shippedHash(), importedAt: NOW });
  await db.destroy();
}

function changesIn(links: readonly KeptLink[]): number {
  return links.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
}

/** Changes acknowledged before the end comes, at most; and how long it may then keep them waiting. */
const CHANGES_AT_MOST = 40;
const MOMENT_MS = 25;
/** Nothing is killed later than this, however little was acknowledged. */
const LATE_MS = 30_000;

interface Load {
  readonly ledger: Ledger;
  readonly desks: readonly Desk[];
  readonly death: Death;
  readonly crashDatabase: () => Promise<void>;
}

async function underLoad(
  service: RunningService,
  { ledger, desks, death, crashDatabase }: Load,
): Promise<Omit<Round, 'keptUnanswered'>> {
  let acknowledged = 0;
  let isOver = false;
  const wanted = 1 + Math.floor(Math.random() * CHANGES_AT_MOST);
  const enough = Promise.withResolvers<void>();
  const onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged === wanted) enough.resolve();
  };
  const pressing = { address: service.address, ledger, onAcknowledged, isOver: () => isOver };
  const pressed = Promise.allSettled(desks.map((desk) => pressAt(desk, pressing)));
  await Promise.race([enough.promise, pressed, wait(LATE_MS, undefined, { ref: false })]);
  await wait(Math.random() * MOMENT_MS);
  const [ended] = await Promise.all([
    death.service && service.stop(death.service),
    death.database === true && crashDatabase(),
  ]);
  isOver = true;
  const faults = (await pressed).flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  const unanswered = desks.reduce((sum, { link }) => sum + (link?.unsure.length ?? 0), 0);
  return { acknowledged, unanswered, ended, faults };
}

/** Its owner sees the version that was last acknowledged, or the one more that is there now. */
async function faultsOnPages({ address }: RunningService, links: readonly KeptLink[]): Promise<readonly string[]> {
  const faults = links.map(async ({ path, acknowledged }) => {
    const page = await fetch(`${address}${path}`);
    const text = await page.text();
    const shown = `Version ${acknowledged.length + 1} of this plan.`;
    return page.status === 200 && text.includes(shown) ? [] : [`no “${shown}” on ${path}, answered ${page.status}`];
  });
  return (await Promise.all(faults)).flat();
}
