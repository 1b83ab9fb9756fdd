import { Agent } from 'node:http';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openServices } from '../src/services/services.ts';
import { aDatabaseOn } from '../test/support/postgres-databases.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { latencyOf, latencyWords, timeToLastByte, type Latency, type Packing } from './latency.ts';
import { keepWithHistory, planOf } from './made-plan.ts';
import { addManyPlans, keyOfMany } from './many-plans.ts';
import { median, print, type Row } from './measure.ts';
import { startOurs, temporaryDirectory, TODAY, type Server } from './servers.ts';

const STEPS = 40;
const VERSIONS = 200;
/** Turns of so many requests of each page. */
const TURNS = 10;
const REQUESTS = 100;
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

/** What one page took: in all, and in each turn by itself. */
interface Timed {
  readonly all: Latency;
  readonly turns: readonly Latency[];
}

/** Times every page in several turns; the first is to warm up and does not count. */
async function timed(asked: readonly Asked[]): Promise<readonly Timed[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const turns: (readonly (readonly number[])[])[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) turns.push(await turnOf(asked, agent));
  agent.destroy();
  return asked.map((_, index) => {
    const taken = turns.slice(1).map((turn) => turn[index] ?? []);
    return { all: latencyOf(taken.flat()), turns: taken.map(latencyOf) };
  });
}

/** Asks for one page after the other, in another order each time: what else the machine does falls on all. */
async function turnOf(asked: readonly Asked[], agent: Agent): Promise<readonly (readonly number[])[]> {
  const taken = asked.map((): number[] => []);
  for (let time = 0; time < REQUESTS; time += 1) {
    for (let place = 0; place < asked.length; place += 1) {
      const index = (place + time) % asked.length;
      const one = asked[index];
      if (one) taken[index]?.push(await timeToLastByte(`${one.server.url}${one.path()}`, one.packing, agent));
    }
  }
  return taken;
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

function pageRow(where: string, packing: Packing, { all }: Timed): Row {
  return {
    what: `Plan page of ${STEPS} steps with ${VERSIONS} versions of history, ${packing === 'br' ? 'packed (brotli)' : 'not packed'}, on ${where}`,
    ours: latencyWords(all),
    against: 'over HTTP, one request at a time',
    result: `p95 ${all.p95.toFixed(1)} ms`,
    wanted: `p95 under ${MOST_MS} ms`,
    reached: all.p95 < MOST_MS,
  };
}

/** The ratio is that of each turn, in which both met the same weather; of these the median. */
function manyRow(what: string, few: Timed, many: Timed): Row {
  const ratio = (part: 'p50' | 'p95') =>
    median(many.turns.map((turn, index) => turn[part] / (few.turns[index]?.[part] ?? Number.NaN)));
  const [p95, p50] = [ratio('p95'), ratio('p50')];
  return {
    what: `${what}, with ${MANY.toLocaleString('en-GB')} plans in PostgreSQL`,
    ours: latencyWords(many.all),
    against: `with ${FEW.toLocaleString('en-GB')} plans: ${latencyWords(few.all)}`,
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
    const [plain, packed] = await timed([
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
    const [a, b, aPacked, bPacked, aOther, bOther] = await timed([
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
    'The forty steps are the first forty of the catalogue, each with its pin; each of the 200 versions is kept whole. The page is asked for over HTTP from the service as `npm start` starts it, and must show all forty steps at version 200. Both databases stand on one server with 64 MB of its own memory, and are asked in turn, request by request, in ten turns of a hundred; the ratio is the median of the turns’. The many plans are added by SQL under the schema’s own checks, each under a key that opens it; in the last row a random one of them is opened each time. They are small so that they fit on a disk, which the row says.',
});
