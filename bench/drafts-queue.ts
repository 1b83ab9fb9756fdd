import { Agent } from 'node:http';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/db/open-database.ts';
import type { DayCatalogue } from '../src/domain/catalogue/catalogue.ts';
import { DRAFT_GOALS } from '../src/domain/plan/draft-goals.ts';
import { emptyPlan } from '../src/domain/plan/plan-start.ts';
import { openServices } from '../src/services/services.ts';
import { latencyOf, latencyWords, timeToLastByte, type Latency } from './latency.ts';
import { keepWithHistory, planOf } from './made-plan.ts';
import { print, type Row } from './measure.ts';
import { startOurs, temporaryDirectory, TODAY, type Server } from './servers.ts';
import { TEACHER } from './teacher.ts';

const STEPS = 40;
const CLIENTS = 4;
const DRAFTS = 20;
const ROUNDS = 15;
/** Requests of each page in the idle half of a round. */
const IDLE = 60;
const MOST_TIMES = 2;

interface Kept {
  /** Pages that are timed. */
  readonly pages: Readonly<Record<'home' | 'plan', string>>;
  /** Addresses of drafts, each of a plan with other hours, with a goal or none: none is a question the planner has answered before. */
  readonly drafts: readonly string[];
}

async function fill(directory: string): Promise<Kept> {
  const services = await openServices(readConfig({ NODE_ENV: 'test', TODAY }), {
    database: join(directory, 'next-steps.db'),
  });
  await services.schools.whenReady();
  const on = services.catalogue.on(services.clock.today());
  const plan = await keepWithHistory(services.db, planOf(STEPS, on), 2);
  const drafts: string[] = [];
  for (let number = 0; number < (ROUNDS + 1) * DRAFTS; number += 1) drafts.push(await aDraft(number, services.db, on));
  await services.close();
  return { pages: { home: '/', plan }, drafts };
}

async function aDraft(number: number, db: Database, on: DayCatalogue): Promise<string> {
  const aims = ['share', 'senior-leadership'] as const;
  const profile = { ...TEACHER, aims, hoursPerWeek: 1 + number / 100, budget: 500 };
  const path = await keepWithHistory(db, emptyPlan('A plan to be drafted', profile, on), 1);
  const goal = DRAFT_GOALS[number % (DRAFT_GOALS.length + 1)]?.id ?? '';
  return `${path}/drafts?${new URLSearchParams({ goal })}`;
}

type Taken = Readonly<Record<keyof Kept['pages'], number[]>>;

/** Asks for the pages in turn, one at a time, until it is over. */
async function timePages({ url }: Server, { pages }: Kept, taken: Taken, isOver: (asked: number) => boolean) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let asked = 0; !isOver(asked); asked += 1) {
    for (const page of ['home', 'plan'] as const)
      taken[page].push(await timeToLastByte(`${url}${pages[page]}`, 'identity', agent));
  }
  agent.destroy();
}

/** Each client asks for its next drafts once it has the last. Gives how many pages said that more was being worked out. */
async function askForDrafts({ url }: Server, drafts: readonly string[]): Promise<number> {
  let next = 0;
  let unfinished = 0;
  const client = async () => {
    for (let path = drafts[next++]; path !== undefined; path = drafts[next++]) {
      const answer = await fetch(`${url}${path}`);
      const page = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      if (page.includes('is still being worked out')) unfinished += 1;
      else if (!page.includes('Proved: ') && !page.includes('id="goal-reached"'))
        throw new Error(`${path} has no answer`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return unfinished;
}

function row(what: string, idle: Latency, busy: Latency): Row {
  const ratio = busy.p99 / idle.p99;
  return {
    what: `${what} while ${DRAFTS} drafts are solved for ${CLIENTS} clients`,
    ours: latencyWords(busy),
    against: `idle: ${latencyWords(idle)}`,
    result: `p99 ${ratio.toFixed(2)} times`,
    wanted: `at most ${MOST_TIMES} times the idle p99`,
    reached: ratio <= MOST_TIMES,
  };
}

async function measure(server: Server, kept: Kept): Promise<readonly Row[]> {
  const [idle, busy]: [Taken, Taken] = [
    { home: [], plan: [] },
    { home: [], plan: [] },
  ];
  await timePages(server, kept, { home: [], plan: [] }, (asked) => asked === 2 * IDLE);
  await askForDrafts(server, kept.drafts.slice(0, DRAFTS));
  let unfinished = 0;
  let seconds = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    await timePages(server, kept, idle, (asked) => asked === IDLE);
    let isOver = false;
    const start = performance.now();
    const drafting = askForDrafts(server, kept.drafts.slice(round * DRAFTS, (round + 1) * DRAFTS)).finally(
      () => (isOver = true),
    );
    await Promise.all([timePages(server, kept, busy, () => isOver), drafting]);
    unfinished += await drafting;
    seconds += (performance.now() - start) / 1000;
  }
  process.stderr.write(
    `${ROUNDS * DRAFTS} drafts in ${seconds.toFixed(1)} s, ${unfinished} not proved in time; ${busy.home.length} pages of each kind meanwhile\n`,
  );
  return [
    row(`Plan page of ${STEPS} steps`, latencyOf(idle.plan), latencyOf(busy.plan)),
    row('Home page', latencyOf(idle.home), latencyOf(busy.home)),
  ];
}

const directory = temporaryDirectory();
const kept = await fill(directory);
const server = await startOurs(directory);
try {
  print({
    rows: await measure(server, kept),
    shortcut:
      'Time a page that needs no work, ask for drafts that were solved before, keep them waiting in a queue that is not worked on, or take the idle figure from a slower time.',
    ruledOut:
      'Each draft is for a plan with other hours, four in five with a goal, so that nothing of it has been solved before; every page of drafts must hold proved ones or what stands in the goal’s way, or say that it is still being worked out. Each client asks for its next as soon as it has its last. Idle and busy follow each other round by round, on one connection of its own, with the same two pages.',
  });
} finally {
  await server.stop();
}
