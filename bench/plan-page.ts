import { Agent } from 'node:http';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openServices } from '../src/services.ts';
import { aDatabaseOn } from '../test/support/postgres-databases.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { latencyOf, latencyWords, timeToLastByte, type Latency, type Packing } from './latency.ts';
import { keepWithHistory, planOf } from './made-plan.ts';
import { addManyPlans, keyOfMany } from './many-plans.ts';
import { print, type Row } from './measure.ts';
import { startOurs, temporaryDirectory, TODAY, type Server } from './servers.ts';

const STEPS = 40;
const VERSIONS = 200;
const REQUESTS = 500;
const WARM_UP = 100;
const [FEW, MANY] = [1000, 500_000];
const MOST_MS = 30;
const MOST_TIMES = 1.3;

interface Kept {
  /** Path of the plan that is measured. */
  readonly path: string;
  /** Letters of one of the many documents. */
  readonly letters: number;
}

/** A database with the shipped content and schools, the plan with its history, and `others` small ones. */
async function fill(place: string, others: number): Promise<Kept> {
  const services = await openServices(readConfig({ NODE_ENV: 'test', TODAY }), { database: place });
  await services.schools.whenReady();
  const on = services.catalogue.on(services.clock.today());
  const path = await keepWithHistory(services.db, planOf(STEPS, on), VERSIONS);
  await services.close();
  return { path, letters: others === 0 ? 0 : await addManyPlans(place, others, on) };
}

interface Asked {
  readonly server: Server;
  readonly path: () => string;
  readonly packing: Packing;
}

/** Asks each in turn, one request at a time, in another order each time: what else the machine does falls on all. */
async function latencies(asked: readonly Asked[]): Promise<readonly Latency[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken = asked.map((): number[] => []);
  for (let time = -WARM_UP; time < REQUESTS; time += 1) {
    for (let turn = 0; turn < asked.length; turn += 1) {
      const index = (turn + time + WARM_UP) % asked.length;
      const one = asked[index];
      if (!one) continue;
      const took = await timeToLastByte(`${one.server.url}${one.path()}`, one.packing, agent);
      if (time >= 0) taken[index]?.push(took);
    }
  }
  agent.destroy();
  return taken.map(latencyOf);
}

/** The page has to show the whole plan at its last version, and the history has to be as long as it says. */
async function demandWhole({ url }: Server, { path }: Kept): Promise<void> {
  const page = await (await fetch(`${url}${path}`)).text();
  const steps = new Set(page.match(/steps\/s\d+"/g)).size;
  if (steps !== STEPS || !page.includes(`Version ${VERSIONS} of this plan.`))
    throw new Error(`the page shows ${steps} steps, or another version`);
  const first = await fetch(`${url}${path}/history/1`);
  if (first.status !== 200) throw new Error('the history has no first version');
}

function pageRow(where: string, packing: Packing, latency: Latency): Row {
  return {
    what: `Plan page of ${STEPS} steps with ${VERSIONS} versions of history, ${packing === 'br' ? 'packed (brotli)' : 'not packed'}, on ${where}`,
    ours: latencyWords(latency),
    against: 'over HTTP, one request at a time',
    result: `p95 ${latency.p95.toFixed(1)} ms`,
    wanted: `p95 under ${MOST_MS} ms`,
    reached: latency.p95 < MOST_MS,
  };
}

function manyRow(what: string, few: Latency, many: Latency): Row {
  const [p95, p50] = [many.p95 / few.p95, many.p50 / few.p50];
  return {
    what: `${what}, with ${MANY.toLocaleString('en-GB')} plans in PostgreSQL`,
    ours: latencyWords(many),
    against: `with ${FEW.toLocaleString('en-GB')} plans: ${latencyWords(few)}`,
    result: `p95 ${p95.toFixed(2)} times, p50 ${p50.toFixed(2)} times`,
    wanted: `under ${MOST_TIMES} times`,
    reached: Math.max(p95, p50) < MOST_TIMES,
  };
}

async function onSqlite(): Promise<readonly Row[]> {
  const directory = temporaryDirectory();
  const kept = await fill(join(directory, 'next-steps.db'), 0);
  const server = await startOurs(directory);
  try {
    await demandWhole(server, kept);
    const path = () => kept.path;
    const [plain, packed] = await latencies([
      { server, path, packing: 'identity' },
      { server, path, packing: 'br' },
    ]);
    if (!plain || !packed) return [];
    return [pageRow('SQLite', 'identity', plain), pageRow('SQLite', 'br', packed)];
  } finally {
    await server.stop();
  }
}

async function onPostgres(): Promise<readonly Row[]> {
  await using postgres = await startPostgres({ durable: true });
  const [few, many] = [await aDatabaseOn(postgres.url), await aDatabaseOn(postgres.url)];
  const [keptFew, keptMany] = [await fill(few.url, FEW), await fill(many.url, MANY)];
  const [fewer, more] = await Promise.all([
    startOurs(temporaryDirectory(), few.url),
    startOurs(temporaryDirectory(), many.url),
  ]);
  try {
    await demandWhole(fewer, keptFew);
    await demandWhole(more, keptMany);
    const random = (of: number) => () => `/plans/${keyOfMany(1 + Math.floor(Math.random() * of))}/1`;
    // Both are asked for the same kinds of page, equally often: neither is warmer than the other.
    const [a, b, aPacked, bPacked, aOther, bOther] = await latencies([
      { server: fewer, path: () => keptFew.path, packing: 'identity' },
      { server: more, path: () => keptMany.path, packing: 'identity' },
      { server: fewer, path: () => keptFew.path, packing: 'br' },
      { server: more, path: () => keptMany.path, packing: 'br' },
      { server: fewer, path: random(FEW), packing: 'identity' },
      { server: more, path: random(MANY), packing: 'identity' },
    ]);
    if (!a || !b || !aPacked || !bPacked || !aOther || !bOther) return [];
    const small = `Another small plan each time (documents of ${(keptMany.letters / 1000).toFixed(1)} kB)`;
    return [
      pageRow('PostgreSQL', 'identity', a),
      pageRow('PostgreSQL', 'br', aPacked),
      manyRow('The same page, not packed', a, b),
      manyRow('The same page, packed', aPacked, bPacked),
      manyRow(small, aOther, bOther),
    ];
  } finally {
    await Promise.all([fewer.stop(), more.stop()]);
  }
}

print({
  rows: [...(await onSqlite()), ...(await onPostgres())],
  shortcut:
    'Plan few steps or steps without pins, keep the finished page, measure the many plans from memory or at another time than the few, or fill the table with rows that no key opens.',
  ruledOut:
    'The forty steps are the first forty of the catalogue, each with its pin; each of the 200 versions is kept whole. The page is asked for over HTTP from the service as `npm start` starts it, and must show all forty steps at version 200. Both databases stand on one server with 64 MB of its own memory, and are asked in turn, request by request. The many plans are added by SQL under the schema’s own checks, each under a key that opens it; in the last row a random one of them is opened each time. They are small so that they fit on a disk, which the row says.',
});
